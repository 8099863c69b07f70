export const MESSAGES = {
  title: '在微信里也告诉我',
  ask: '允许再发几条',
  once: '微信规定，点一次只能发一条。没点的时候，消息都在这一页。',
  thanks: '好的，有要紧的进展会在微信里告诉您',
} as const;
