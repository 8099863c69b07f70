/** Words of the table of responsibility. */
export const TABLE = {
  back: '我的',
  title: '谁负责什么',
  head: (rules: number) => `责任表 ${rules} 条，越具体的越优先`,
  found: '检查结果',
  sound: '每项服务、每个微网格都有一个岗位负责，岗位上都有人。',
  pairs: (count: number) => `${count} 处`,
  blocking: '要先改好',
  vacant: '要补人',
  note: '提醒',
  choose: '哪个办公室的事？',
  everyone: '兜底',
  empty: '这里没有单独的规则，按兜底的规则办。',
} as const;

export const RULE = {
  where: '范围',
  who: '找谁',
  now: '现在当班',
  nobody: '现在没有人当班',
  clause: '依据',
  valid: '有效期',
  skill: '要求技能',
  post: '改由谁负责？',
  from: '从哪天起',
  until: '到哪天止',
  day: '写成 2026-11-25，不填就是一直有效',
  notDay: '日期要写成 2026-11-25 这样',
  backwards: '结束的日子早于开始的日子',
  wide: '整个工作区',
  try: '试算一下',
  again: '再改改',
  to: (post: string, from: string, until: string) =>
    `改成：${post}${from ? `，${from} 起` : ''}${until ? `，${until} 止` : ''}${from || until ? '' : '，长期有效'}`,
  save: '保存',
  same: '还没有改动',
  onlyLeader: '试算不会改动责任表。保存要由工作区领导来做。',
  saved: '已保存，一分钟内全部生效',
} as const;

/** What rulings suggest. */
export const SUGGESTED = {
  title: '裁定先例',
  line: '写进责任表，以后直接派给他们，不用再裁',
  sheet: '写进责任表？',
  adopt: '写进责任表',
} as const;

export const DRYRUN = {
  title: '试算结果',
  none: (tried: number) => `最近 ${tried} 件里，没有一件会换岗位。`,
  moved: (tried: number, moved: number) => `最近 ${tried} 件里，有 ${moved} 件会换岗位。`,
  lost: (lost: number) => `其中 ${lost} 件会没人负责。`,
  asOf: (day: string) => `按 ${day} 的规则算。`,
  row: (from: string, to: string) => `${from} → ${to}`,
  more: (count: number) => `还有 ${count} 件`,
  blocked: '有地方没人负责或两条规则打架，改好才能保存。',
} as const;
