/** Words of the home page. */
export const HOME_WORDS = {
  greet: (name: string) => (name ? `${name}，今天\n有什么要办？` : '您好，今天\n有什么要办？'),
  /** In the place's stead; why stands below. */
  unread: '这个码没有读出来',
  order: '点一项服务',
  orderLine: '点了单，就有人来办',
  orderCount: (count: number) => `${count} 项，点单就有人来办`,
  report: '报一个问题',
  reportLine: '拍张照，说一句就行',
  /** Read aloud in large type. */
  aloud: '要人来办事，按红色的“点一项服务”。哪里坏了，按绿色的“报一个问题”。',
  callWorker: '打电话给网格员',
  callWorkerLine: (name: string) => `${name}，一按就通`,
  speak: '说一句，报一件事',
  speakLine: '不用打字，说完就有人听、有人办',
  large: '长辈版',
  largeLine: '字大，按钮大',
  usual: '回到标准版',
  usualLine: '平常大小的字',
  wall: '心愿墙',
  wallLine: '许个微心愿，帮邻居一把',
  complain: '投诉建议',
  complainLine: '对人、对事有意见，书记督办',
  notices: '通知',
  newNotices: '有新通知',
  demo: '这里是演示，先选一个人来扮演。',
  demoGo: '去选',
} as const;
