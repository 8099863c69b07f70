export default definePageConfig({ navigationBarTitleText: '积分与谢礼', enablePullDownRefresh: true });
