export default definePageConfig({ navigationBarTitleText: '值班和请假', enablePullDownRefresh: true });
