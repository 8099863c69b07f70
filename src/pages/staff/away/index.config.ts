export default definePageConfig({ navigationBarTitleText: '手里的事' });
