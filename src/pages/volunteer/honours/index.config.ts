export default definePageConfig({ navigationBarTitleText: '荣誉评选', enablePullDownRefresh: true });
