export default definePageConfig({ navigationBarTitleText: '点一项服务' });
