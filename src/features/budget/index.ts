/** What WeChat lets us send beside the list in the app. */
export * from './messages-card';
