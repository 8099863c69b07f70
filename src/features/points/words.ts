/** Words of the screens about points, returns and records. */
import type { ConductMove } from '@/domain/points/conduct';

export const POINTS = {
  back: '我的',
  title: '我的积分',
  line: '只有您自己看得到，不和别人比',
  unit: '分',
  emptyTitle: '帮过的忙，会在这里记上',
  emptyLine: '完成一个微心愿，或参加一次志愿活动，确认以后自动记分。打开、签到不记分。',
  toWall: '去看看心愿墙',
  entries: '明细',
  rules: '怎么得分',
  fair: '积分用来说声谢谢，可以换点小东西。不排名，不和考核挂钩。',
  toReturns: '换点小东西',
  toReturnsLine: '社区准备的谢礼，积分够就能换',
  toHonours: '荣誉评选',
  toHonoursLine: '推荐、投票、公示，结果大家看',
  appealable: '可申诉',
  under: '核查中',
} as const;

export const ENTRY = {
  when: '时间',
  from: '来自',
  good: '有效期',
  points: '积分',
  ask: '哪里不对？',
  askHint: '写清楚是哪天、做了什么、谁可以证明',
  appeal: '提交申诉',
  appealLine: '没有参与过的另一方会在 15 天内看，过期不答复就按您说的恢复。',
  sent: '申诉已提交，最晚 15 天内答复',
  toConduct: '看看处理到哪一步',
} as const;

export const SHELF = {
  back: '我的积分',
  title: '换点小东西',
  balance: (points: number, area: string) => `${area}：您有 ${points} 分`,
  tabs: { shelf: '可以换', mine: '我换的' },
  price: (points: number) => `${points} 分`,
  left: (left: number) => `还剩 ${left} 份`,
  take: '换一份',
  sure: (name: string, points: number) => `用 ${points} 分换“${name}”？`,
  sureLine: '换好后会给您一个取物码，30 天内来取。不想要了可以退，积分原样退回。',
  yes: '换',
  done: '换好了，去取的时候出示取物码',
  emptyTitle: '社区还没有摆上东西',
  emptyLine: '准备好了会出现在这里。',
  mineEmptyTitle: '您还没有换过东西',
  mineEmptyLine: '换了以后，取物码会在这里。',
  code: '取物码',
  cancel: '不要了',
  cancelSure: '不要这份了？',
  cancelLine: '积分会原样退回。',
  cancelled: '已取消，积分退回了',
} as const;

export const CONDUCT = {
  back: '返回',
  title: '记录核查',
  whose: '本人',
  mineLine: '您可以说明情况，也可以申诉。决定的人和提出的人不是同一方。',
  staffLine: '提出、决定、复核，由三方各做一次。',
  said: '反映的情况',
  effect: '影响',
  who: '谁经手',
  story: '经过',
  textHint: '本人会看到这段话',
} as const;

/** The button of each move a person can make, and the question in its sheet. */
export const CONDUCT_MOVES: Readonly<
  Partial<Record<ConductMove, { label: string; ask: string; yes: string }>>
> = {
  reply: { label: '我来说明', ask: '您这边是怎么回事？', yes: '提交说明' },
  appeal: { label: '我要申诉', ask: '哪里不同意？', yes: '提交申诉' },
  withdraw: { label: '撤回', ask: '为什么撤回？', yes: '撤回' },
  uphold: { label: '认定', ask: '认定的理由', yes: '认定' },
  dismiss: { label: '不成立', ask: '不成立的理由', yes: '不成立' },
  confirm: { label: '维持', ask: '维持的理由', yes: '维持' },
  overturn: { label: '申诉成立', ask: '申诉成立的理由', yes: '恢复' },
};

export const DESK = {
  back: '我的',
  title: '积分与谢礼',
  tabs: { conduct: '核查', returns: '待领取', shelf: '货架' },
  toHonours: '荣誉评选',
  toHonoursLine: '发起评选，答复公示意见',
  raise: '提出一件核查',
  conductEmptyTitle: '没有等您看的核查',
  conductEmptyLine: '别人提出、要由您这一方决定或复核的，会在这里。',
  returnsEmptyTitle: '没有等着领取的',
  returnsEmptyLine: '有人换了东西，会排在这里，来取时核对四位取物码。',
  hand: '交给本人',
  handTitle: '核对取物码',
  handAsk: '对方手机上的四位数字',
  fail: '给不了',
  failAsk: '为什么给不了？',
  failHint: '对方会看到，积分会原样退回',
  handed: '已交给本人',
  failed: '已说明，积分退回了',
  add: '摆一样东西',
  edit: '改一改',
  save: '保存',
  saved: '已保存',
  name: '是什么',
  nameHint: '如：香皂一块、理发一次',
  price: '几分换一份',
  left: '有几份',
  where: '在哪里领',
  whereHint: '如：村部一楼，上班时间',
  offered: '摆出来',
  offeredLine: '关上以后别人看不到，已经换的照样能领',
  hidden: '没摆出来',
  shelfEmptyTitle: '货架还是空的',
  shelfEmptyLine: '摆上几样小东西，当作给志愿者的谢礼。',
} as const;

export const RAISE = {
  title: '提出一件核查',
  phone: '这位志愿者留的电话',
  find: '找一找',
  found: (name: string) => `找到了：${name}`,
  what: '什么情况？',
  take: (points: number) => `认定后扣 ${points} 分`,
  wrong: '有一笔积分记错了',
  wrongWhich: '哪一笔？',
  text: '写清楚经过',
  textHint: '本人会看到这段话，并且可以说明、可以申诉',
  send: '提出',
  sent: '已提出。本人有 7 天说明情况，再由另一方决定',
} as const;
