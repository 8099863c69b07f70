/** Words of the home page. */
export const HOME_WORDS = {
  greet: (name: string) => (name ? `${name}，今天\n有什么要办？` : '您好，今天\n有什么要办？'),
  order: '点一项服务',
  orderLine: '点了单，就有人来办',
  orderCount: (count: number) => `${count} 项，点单就有人来办`,
  report: '报一个问题',
  reportLine: '拍张照，说一句就行',
  /** Read aloud in large type. */
  aloud: '要人来办事，按红色的“点一项服务”。哪里坏了，按绿色的“报一个问题”。',
  callWorker: '打电话给网格员',
  callWorkerLine: (name: string) => `${name}，一按就通`,
  large: '长辈版',
  largeLine: '字大，按钮大',
  usual: '回到标准版',
  usualLine: '平常大小的字',
  complain: '投诉建议',
  complainLine: '对人、对事有意见，书记督办',
  notices: '通知',
  newNotices: '有新通知',
  demo: '这里是演示，先选一个人来扮演。',
  demoGo: '去选',
} as const;
