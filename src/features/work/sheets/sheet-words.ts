/** Words of the sheets in which a handler makes a move. */
import { HOLD_MAX, LONG_TERM_MAX } from '@/domain/ticket/limits';
import type { Contact, ResultKind } from '@/domain/ticket/ticket';
import { MOVE_LABELS, RETURN_REASONS } from '@/domain/ticket/words';

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
  refute: {
    title: '核实不成立',
    ask: '又核实到什么？',
    hint: '另一个人确认后办结，居民会看到这段话和不同意时走的路',
    send: '提请办结',
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
  hold: {
    title: MOVE_LABELS.hold ?? '',
    why: '为什么要等？',
    when: '等到哪天恢复？',
    ask: '具体是什么情况？',
    hint: '居民会看到原因和日子；居民的等待时间照算',
    send: MOVE_LABELS.hold ?? '',
    lackingWhy: '请选为什么要等',
    lackingDay: '请选哪天恢复',
  },
  extend: {
    title: '申请延期',
    howLong: '延长几个工作日？',
    day: (days: number) => `${days} 天`,
    ask: '为什么要延期？',
    hint: '只能延一次，居民会看到原因和新的日子',
    send: '申请延期',
    lacking: '请选延长几个工作日',
  },
  reply: {
    title: MOVE_LABELS.reply ?? '',
    ask: '办到哪一步了，什么时候办好？',
    hint: '领导会看到',
    send: '回复',
  },
} as const;

export const READY_REASONS: readonly string[] = RETURN_REASONS;
export const CONTACT_ORDER: readonly Contact[] = ['phone', 'visit', 'message', 'unreached'];
export const RESULT_ORDER: readonly ResultKind[] = ['solved', 'partly', 'explained', 'unsolvable'];

export const DAYS = { until: (day: string) => `恢复的日子：${day}` } as const;

/** Days on which a wait may end: within `max` (ms), usual spans first, then a step more or less. */
export const SPANS = {
  hold: {
    max: HOLD_MAX,
    usual: [
      { days: 3, label: '三天' },
      { days: 7, label: '一周' },
      { days: 14, label: '两周' },
      { days: 21, label: '三周' },
      { days: 30, label: '三十天' },
    ],
    step: { days: 1, earlier: '早一天', later: '晚一天' },
  },
  longTerm: {
    max: LONG_TERM_MAX,
    usual: [
      { days: 91, label: '三个月' },
      { days: 182, label: '半年' },
      { days: 365, label: '一年' },
      { days: 730, label: '两年' },
    ],
    step: { days: 7, earlier: '早一周', later: '晚一周' },
  },
} as const;
