export default definePageConfig({ navigationBarTitleText: '各项比率', enablePullDownRefresh: true });
