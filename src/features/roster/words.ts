/** Words of duty and leave. */
export const ROSTER = {
  back: '我的',
  title: '值班和请假',
  leave: '请假',
  away: '请假的人',
  nobodyAway: '现在没有人请假，两周内也没有人要请。',
  inHand: (count: number) => `手里还有 ${count} 件，点开逐件转给别人`,
  nothing: '手里没有没办完的事',
  begun: '不在岗',
  soon: '快要请',
  posts: (count: number) => `岗位 ${count} 个`,
  noPosts: '这个单位还没有岗位。',
  /** One by name; of several the line names them all. */
  today: (names: string) => `今天 ${names.includes('、') ? `${names.split('、').length} 人` : names}`,
  nobodyToday: '今天没人',
  more: (count: number) => `再看 ${count} 个`,
} as const;

export const LEAVE = {
  title: '请假',
  titleFor: (name: string) => `${name}请假`,
  who: '给谁请？',
  myself: '我自己',
  from: '从哪天起？',
  days: '请几天？',
  earlier: '早一天',
  later: '晚一天',
  less: '少一天',
  more: '多一天',
  send: '就请这几天',
  sent: '已记下，这几天新来的事会派给别人',
  why: '不用写原因。',
  open: '这几天谁来接',
  allCovered: '每个岗位都还有人值班。',
  inHand: (count: number) => `手里还有 ${count} 件没办完，不会自动转走。请和调度员说一声，逐件转交。`,
} as const;

export const AWAY = {
  end: '提前回来',
  cancel: '取消请假',
  ended: '已经改好，新来的事照常派',
  list: (count: number) => `看手里的 ${count} 件`,
  when: '时间',
  hand: '手里',
  pieces: (count: number) => `${count} 件没办完`,
} as const;

export const POST = {
  hint: '点日子排班，一天都不点就是不在这个岗位。领导和调度岗位由领导来排。',
  own: (days: string) => `您自己：${days}。自己的班由另一位负责人或调度来排。`,
  add: '再加一个人？',
  week: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  save: '保存排班',
  same: '还没有改动',
  saved: '已保存，一分钟内按新的排班派单',
  empty: '存下去这个岗位就没有人了，事情会派给备用的岗位。',
} as const;

export const IN_HAND = {
  back: '值班和请假',
  title: (name: string) => `${name}手里的事`,
  none: '手里没有没办完的事',
  noneLine: '都已经办完或转给别人了。',
  hint: '点开一件，在里面点“改派”转给当班的人。',
} as const;
