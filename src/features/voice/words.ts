/** Words about speaking instead of typing. */
export const VOICE = {
  failed: '语音还没传上。不带语音也可以提交。',
  retry: '再传',
  waits: '存在手机里，有网再传',
  whole: '说清楚了就可以提交，不用再打字。办事的人会听。',
} as const;
