/** Words of the work itself: lists, one ticket in hand, the sheets in which a move is made. */
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import type { Contact, ResultKind } from '@/domain/ticket/ticket';
import { RETURN_REASONS } from '@/domain/ticket/words';

export const WORK = {
  inHand: (name: string, count: number, more: boolean) =>
    count === 0 ? `${name}，手上没有事` : `${name}，手上 ${more ? `至少 ${count}` : count} 件`,
  unit: '本单位待签收',
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

export const GROUPS: Readonly<Record<TicketRow['group'], string>> = {
  late: '已超时',
  today: '今天到期',
  later: '以后',
  waiting: '等居民',
  ended: '已办结',
};

export const POOL = {
  title: (count: number, more: boolean) =>
    count === 0 ? '工单池是空的' : `工单池里 ${more ? `至少 ${count}` : count} 件`,
  emptyTitle: '每一件都有人接',
  emptyLine: '找不到当班的人、或被退回的事，会到这里等您派单。',
} as const;

export const LATE = {
  title: (count: number, more: boolean) =>
    count === 0 ? '没有超时的事' : `超时 ${more ? `至少 ${count}` : count} 件`,
  emptyTitle: '件件都在时限里',
  emptyLine: '超过办理时限还没办好的事，会到这里。',
} as const;

export const IN_HAND = {
  back: '返回',
  reporter: '居民',
  noPhone: '没有留电话',
  where: '地址',
  how: '轻重',
  more: '还可以',
  result: '办理结果',
  rated: '居民评价',
  unsolved: '没有解决',
  question: (words: string) => `等居民回答：${words}`,
  asResident: '这是您自己提交的',
  asResidentLine: '补充、评价、撤回，请到居民一侧',
} as const;

/** Each sheet: what is asked, what helps, the button. */
export const SHEETS = {
  contact: {
    title: '联系居民',
    how: '怎么联系的？',
    ask: '说好了什么？（可不写）',
    hint: '居民会看到这段话',
    placeholder: '明天上午九点上门',
    send: '记下来',
    lacking: '请选一下怎么联系的',
  },
  ask: {
    title: '请居民补充',
    ask: '想请居民补充什么？',
    hint: '居民回答前两个钟都停，最多问两次',
    placeholder: '具体在几层？有没有照片？',
    send: '发给居民',
  },
  resolve: {
    title: '办好了',
    kind: '办到了哪一步？',
    ask: '怎么办的？',
    hint: '居民会看到这段话，再由居民评价',
    send: '提交办理结果',
    lacking: '请选一下办到了哪一步',
  },
  return: {
    title: '不归我',
    ask: '为什么不归您？',
    hint: '退回调度室重派，本单位只能退一次',
    send: '退回',
  },
  note: {
    title: '补充说明',
    ask: '要说什么？',
    hint: '居民会看到这段话',
    send: '补充',
  },
  transfer: {
    title: '改派',
    who: '改派给谁？',
    ask: '为什么改派？',
    hint: '原来的和新的经办人都会看到',
    send: '改派',
    lacking: '请选一位',
  },
  dispatch: {
    title: '派单',
    who: '派给谁？',
    send: (name: string) => `派给${name}`,
    sendNobody: '请选一位',
  },
} as const;

export const ASSIGNEES = {
  search: '按姓名、单位找',
  load: (count: number) => (count === 0 ? '手上没有事' : `手上 ${count} 件`),
  nobody: '现在没有当班的人可派',
  notFound: '没有这样的人，换个词试试',
  others: (count: number) => `再看 ${count} 位`,
  another: '换一位',
} as const;

export const READY_REASONS: readonly string[] = RETURN_REASONS;
export const READY_TRANSFERS = ['经办人请假', '这件事归别的单位', '换离得近的人'] as const;

/** What is often written, by what came of it; one tap writes it and it can be changed. */
export const READY_RESULTS: Readonly<Record<ResultKind, readonly string[]>> = {
  solved: ['已经修好，试过能正常用，请您看看。', '已到现场处理完，请您看看。', '材料已经帮您办好。'],
  partly: ['先应急处理好了，还要等配件，到货再来一次。', '能办的办了，其余的要报上级，结果再告诉您。'],
  explained: ['政策和办法当面讲清楚了，需要的材料也列给您了。', '电话里讲清楚了，您再有不明白的随时打给我。'],
  unsolvable: ['这件事眼下办不了，原因是：', '不在我们的权限里，应当找：'],
};

export const CONTACT_ORDER: readonly Contact[] = ['phone', 'visit', 'message', 'unreached'];
export const RESULT_ORDER: readonly ResultKind[] = ['solved', 'partly', 'explained', 'unsolvable'];

/** Said for a moment when a move went through whose effect cannot be seen on the page. */
const DONE: Readonly<Partial<Record<TicketMove, string>>> = {
  sign: '签收了，先联系居民',
  return: '退回了，调度室会重派',
  dispatch: '派出去了',
  transfer: '改派了',
};

export const doneWords = (move: TicketMove): string | null => DONE[move] ?? null;
