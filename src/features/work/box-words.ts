/** Words of the lists of those who oversee: dispatchers, checkers, callers, leaders. */
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
  slips: {
    tab: '待回复',
    some: (count) => `督办单等回复 ${count} 件`,
    none: '没有等回复的督办单',
    emptyTitle: '督办单都回复了',
    emptyLine: '发了督查交办单、一个工作日内还没回复的事，会到这里。',
  },
  checks: {
    tab: '复核',
    some: (count) => `等复核 ${count} 件`,
    none: '没有要复核的事',
    emptyTitle: '都看过了',
    emptyLine: '要紧的、返工的、抽到的事，办好后会到这里，请没经手的人去看一看。',
  },
  calls: {
    tab: '回访',
    some: (count) => `要打电话回访 ${count} 件`,
    none: '没有要打的电话',
    emptyTitle: '该问的都问过了',
    emptyLine: '没在手机上评价的、没有手机的居民，到时候会到这里等您打电话。',
  },
  consents: {
    tab: '等您同意',
    some: (count) => `等您同意 ${count} 件`,
    none: '没有等您同意的申请',
    emptyTitle: '申请都答复了',
    emptyLine: '暂缓、延期、不受理、核实不成立，都要第二个人同意。有人申请，会到这里。',
  },
  long: {
    tab: '挂账',
    some: (count) => `长期挂账 ${count} 件`,
    none: '没有长期挂账的事',
    emptyTitle: '没有拖着的事',
    emptyLine: '一时办不成、定了日子再办的事，会到这里。每月要告诉居民一次进展。',
  },
} as const satisfies Readonly<Record<string, BoxWords>>;

export type BoxName = keyof typeof BOX_WORDS;
