export default definePageConfig({ navigationBarTitleText: '工单池', enablePullDownRefresh: true });
