/** Words of the lists of those who oversee: dispatchers, checkers, callers, leaders. */
import type { Box } from './use-box';

export interface BoxWords {
  /** On the segment, before the count. */
  readonly tab: string;
  /** The sentence at the head of the page while there are rows. */
  readonly some: (count: string) => string;
  /** The same without rows. */
  readonly none: string;
  readonly emptyTitle: string;
  readonly emptyLine: string;
}

export const BOX_WORDS = {
  pool: {
    tab: '待派',
    some: (count) => `工单池里 ${count} 件`,
    none: '工单池是空的',
    emptyTitle: '每一件都有人接',
    emptyLine: '找不到当班的人、或被退回的事，会到这里等您派单。',
  },
  rulings: {
    tab: '裁定',
    some: (count) => `等裁定 ${count} 件`,
    none: '没有要裁定的事',
    emptyTitle: '没有争着不办的事',
    emptyLine: '两个单位都说不归自己的事，会到这里由您定。',
  },
  late: {
    tab: '超时',
    some: (count) => `超时 ${count} 件`,
    none: '没有超时的事',
    emptyTitle: '件件都在时限里',
    emptyLine: '超过办理时限还没办好的事，会到这里。',
  },
} as const satisfies Partial<Record<Box, BoxWords>>;

export type BoxName = keyof typeof BOX_WORDS;
