export const NOTICES = {
  title: '通知',
  emptyTitle: '有进展会在这里告诉您',
  emptyLine: '派了谁、约了什么时候、办好了没有，都有一条。',
  work: '工作',
  more: '再看更早的',
} as const;
