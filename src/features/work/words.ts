/** Words of the work itself: lists and one ticket in hand. */
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';

export const WORK = {
  inHand: (name: string, count: number, more: boolean) =>
    count === 0 ? `${name}，手上没有事` : `${name}，手上 ${more ? `至少 ${count}` : count} 件`,
  unit: '本单位待签收',
  together: '和别人一起办的',
  checks: '等您复核',
  consents: '等您同意',
  done: '我办过的',
  emptyTitle: '手上的事都办完了',
  emptyLine: '派给您的事会出现在这里，最急的在最上面。',
  emptyDoneTitle: '还没有办结的事',
  emptyDoneLine: '您办结的事会出现在这里。',
  toPool: '去看工单池',
  toLate: '去看督办',
  more: '再看一些',
  back: '待办',
} as const;

/** How the day is looked at. */
export const DAY = {
  shown: { all: '全部', sign: '签收', contact: '联系', resolve: '办结' },
  byRoute: '按路程排',
  byTime: '按时限排',
  route: '顺路走',
  routeLine: '一处接一处，走最近的',
  timeLine: '最急的在最上面',
  noPlace: '没有定位，从最急的一处排起',
  /** How far it is from the stop before, in metres. */
  on: (metres: number) =>
    metres < 15
      ? '就在这里'
      : `再走 ${metres < 1000 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`}`,
  noPoint: '没有量过位置',
} as const;

export const GROUPS: Readonly<Record<TicketRow['group'], string>> = {
  late: '已超时',
  today: '今天到期',
  later: '以后',
  waiting: '等居民、暂缓',
  ended: '已办结',
};

export const IN_HAND = {
  back: '返回',
  reporter: '居民',
  noPhone: '没有留电话',
  sealed: '电话保密，要看得写原因',
  against: '反映',
  where: '地址',
  how: '轻重',
  more: '还可以',
  result: '办理结果',
  rated: '居民评价',
  unsolved: '没有解决',
  question: (words: string) => `等居民回答：${words}`,
  notFetched: '网络不好，请再点一次',
  pending: (name: string, words: string) => `${name}${words}`,
  pendingYours: '请在下面同意或不同意',
  pendingOthers: '等另一个人同意',
  reopen: '重新办',
  asResident: '这是您自己提交的',
  asResidentLine: '补充、评价、撤回，请到居民一侧',
} as const;

/** What is asked before a move of one tap that others will feel; `words` are what was asked for. */
export const CONFIRM: Readonly<
  Partial<Record<TicketMove, { title: string; words: (words: string) => string; yes: string }>>
> = {
  resume: {
    title: '现在恢复办理？',
    words: () => '办理时间从现在接着走，居民会收到通知。',
    yes: '恢复',
  },
  part: {
    title: '改为单独办？',
    words: () => '不再和别的并在一起，回到工单池等派单。',
    yes: '单独办',
  },
  retract: { title: '收回这项申请？', words: (words) => `${words}。收回后接着照常办。`, yes: '收回' },
  grant: { title: '同意这项申请？', words: (words) => `${words}。居民会收到通知。`, yes: '同意' },
};

/** What a row of the page says under a move that is seldom right. */
export const MOVE_LINES: Readonly<Partial<Record<TicketMove, string>>> = {
  hold: '天气、材料等客观原因，最长 30 天',
  refute: '居民不满意，又核实过确实办到位了；要另一个人确认',
  retract: '不用等人同意了，接着照常办',
  extend: '最多 10 个工作日，只能一次',
  urgency: '时限会重新计算',
  decline: '要另一个人确认',
  look: '要写原因，反映人会看到',
  become: '不是公家的事，请志愿者帮忙',
  convene: '请别的单位一起来，您还是牵头的',
  shelve: '定一个日子，每月告诉居民进展',
  merge: '附近有人报过同样的事，跟着一起办',
};

/** Said for a moment when a move went through whose effect cannot be seen on the page. */
const DONE: Readonly<Partial<Record<TicketMove, string>>> = {
  sign: '签收了，先联系居民',
  return: '退回了，调度室会重派',
  dispatch: '派出去了',
  transfer: '改派了',
  rule: '裁定了，派出去了',
  decline: '提请了，等另一个人确认',
  hold: '申请了，等人同意',
  extend: '申请了，等人同意',
  refute: '提请了，等另一个人确认',
  retract: '收回了，接着办',
  grant: '同意了',
  deny: '没有同意，已告诉申请的人',
  resume: '恢复办理了',
  urgency: '改好了，时限重新算了',
  call: '记下来了',
  reply: '回复了',
  cancelSlip: '撤销了',
  part: '回到工单池了',
  merge: '并好了，跟着一起办',
  check: '复核记下了',
  become: '转过去了，审核后上心愿墙',
  shelve: '列入了，居民会看到日子',
  convene: '发出去了，各单位会收到',
  meet: '会商记下了',
  measure: '记下了，牵头的人会看到',
  reopen: '重新办了',
};

export const doneWords = (move: TicketMove): string | null => DONE[move] ?? null;
