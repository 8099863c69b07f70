export default definePageConfig({ navigationBarTitleText: '换点小东西', enablePullDownRefresh: true });
