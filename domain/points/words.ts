/** Every word about points, returns and conduct, once. */

import { DAY } from '../time/day';
import { sayDate } from '../time/words';
import type { Body, ConductMove, ConductState } from './conduct';
import type { EntryKind, Standing } from './ledger';
import type { ReturnMove, ReturnState } from './returns';
import type { FactKind, PointRule, ReturnRules } from './rules';

export const sayPoints = (points: number): string => (points > 0 ? `+${points}` : String(points));

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  wish: '微心愿',
  activity: '志愿活动',
  service: '志愿服务',
  conduct: '记录核查',
  return: '爱心兑换',
  clock: '系统',
};
export const saySource = (kind: string): string =>
  (Object.hasOwn(SOURCE_WORDS, kind) ? SOURCE_WORDS[kind] : undefined) ?? '社区';

export const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = {
  earn: '得分',
  reverse: '撤回',
  penalty: '扣分',
  restore: '恢复',
  spend: '兑换',
  refund: '退回',
  expire: '到期',
};

/** 完成一个微心愿，5 分，两年内有效 */
export const sayRule = (rule: PointRule): string => `${rule.words}：${sayGain(rule)}`;

/** 每小时 2 分，两年有效，每月最多 40 分，12月1日到12月31日 */
export function sayGain({ points, per, days, most, from, until }: Omit<PointRule, 'words'>): string {
  const lasts =
    days === null ? '长期有效' : days % 365 === 0 ? `${years(days / 365)}有效` : `${days} 天内有效`;
  return [
    `${per === 'hour' ? '每小时 ' : ''}${points} 分`,
    lasts,
    most === null ? '' : `每月最多 ${most} 分`,
    from === undefined ? '' : `${from} 起`,
    until === undefined ? '' : `到 ${until} 为止`,
  ]
    .filter(Boolean)
    .join('，');
}

const years = (count: number): string => ['', '一年', '两年', '三年'][count] ?? `${count} 年`;

/** 最贵 100 分，每人每月最多换 4 次 */
export const sayReturns = ({ price, perMonth }: ReturnRules): string =>
  `一样最多 ${price} 分，${perMonth === null ? '次数不限' : `每人每月最多换 ${perMonth} 次`}`;

export const FACT_WORDS: Readonly<Record<FactKind, string>> = {
  wish: '微心愿',
  activity: '志愿活动',
  service: '志愿服务',
};

/** What runs out within sixty days, as one sentence; '' for nothing. */
export function saySoon({ lots }: Pick<Standing, 'lots'>, now: number): string {
  const first = lots[0]?.expiresAt ?? null;
  if (first === null || first > now + 60 * DAY) return '';
  const points = lots
    .filter(({ expiresAt }) => expiresAt === first)
    .reduce((sum, lot) => sum + lot.points, 0);
  // The moment is the first of the day after the last good one.
  return `其中 ${points} 分 ${sayDate(first - 1, now)}后到期`;
}

export const CONDUCT_STATE_WORDS: Readonly<Record<ConductState, string>> = {
  raised: '等本人说明',
  review: '等另一方决定',
  dismissed: '不成立',
  withdrawn: '已撤回',
  upheld: '已认定',
  appealed: '申诉中',
  final: '已结束',
  overturned: '申诉成立',
};

/** What happens next, for the person it is about and for the others. `until` is a date in words. */
export function sayConduct(state: ConductState, mine: boolean, until: string): string {
  switch (state) {
    case 'raised':
      return mine ? `请在${until}前说说您这边的情况，不说也不算承认` : `本人可以说明到${until}`;
    case 'review':
      return mine ? '另一个部门会看双方的说法再决定' : `要由另一方在${until}前决定，过期按不成立算`;
    case 'upheld':
      return mine ? `不同意的话，${until}前可以申诉，由没参与过的一方来看` : `本人可以申诉到${until}`;
    case 'appealed':
      return mine
        ? `最晚${until}答复，过期就按您说的恢复`
        : `要由没参与过的一方在${until}前复核，过期按申诉成立算`;
    case 'dismissed':
      return '不成立，积分没有变';
    case 'withdrawn':
      return '提出的人撤回了，积分没有变';
    case 'final':
      return '已经结束';
    case 'overturned':
      return '申诉成立，扣掉的积分已经原样恢复';
  }
}

export const CONDUCT_MOVE_WORDS: Readonly<Record<ConductMove | 'raise', string>> = {
  raise: '提出',
  reply: '本人说明',
  lapse: '七天没有说明，转给另一方',
  withdraw: '撤回',
  uphold: '认定',
  dismiss: '不成立',
  forget: '三十天没有决定，按不成立算',
  appeal: '申诉',
  settle: '申诉期已过',
  confirm: '复核：维持',
  overturn: '复核：申诉成立',
  favour: '十五天没有复核，按申诉成立算',
};

export const BODY_WORDS: Readonly<Record<Body | 'record', string>> = {
  field: '网格、科室',
  desk: '调度室',
  leader: '工作区负责人',
  record: '服务记录更正',
};

export const RETURN_STATE_WORDS: Readonly<Record<ReturnState, string>> = {
  booked: '等您来取',
  handed: '已领取',
  cancelled: '已取消',
};

export const RETURN_MOVE_WORDS: Readonly<Record<ReturnMove, string>> = {
  hand: '交给本人',
  cancel: '不要了',
  fail: '给不了',
  lapse: '三十天没来取',
};

const NOTICES: Readonly<Record<string, (what: string) => string>> = {
  'points-earned': (what) => `积分到账：${what}`,
  'points-expired': () => '有一些积分到期了，请看看明细',
  'points-reversed': (what) => `积分有更正：${what}，不同意可以申诉`,
  'return-handed': (what) => `“${what}”已经交给您`,
  'return-failed': (what) => `“${what}”给不了，积分已退回`,
  'return-lapsed': (what) => `“${what}”三十天没取，积分已退回`,
  'return-cancelled': (what) => `“${what}”不换了，积分已退回`,
  'conduct-raised': (what) => `有人反映“${what}”，请您说说情况`,
  'conduct-replied': (what) => `“${what}”本人已说明，等另一方决定`,
  'conduct-upheld': (what) => `“${what}”已认定，不同意可以申诉`,
  'conduct-dismissed': (what) => `“${what}”不成立，积分没有变`,
  'conduct-withdrawn': (what) => `“${what}”已撤回，积分没有变`,
  'conduct-appealed': (what) => `“${what}”本人已申诉`,
  'conduct-confirmed': (what) => `“${what}”的申诉已复核，维持原来的决定`,
  'conduct-overturned': (what) => `“${what}”申诉成立，积分已恢复`,
};

/** A notice about points, a return or a record; null for a kind that is not. */
export function sayPointsNotice(kind: string, what: string): string | null {
  return Object.hasOwn(NOTICES, kind) ? (NOTICES[kind]?.(what) ?? null) : null;
}
export const POINTS_NOTICES = Object.keys(NOTICES);
