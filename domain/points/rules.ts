/**
 * What earns points in a work area: rules that are data. Only what was done for somebody and confirmed counts: opening
 * the app, signing in, being online earn nothing, and there is no kind of fact for it. Nobody is ranked by points.
 */
import { type DayName, dayName, dayNumber, dayStart, parseDay } from '../time/day';

/** What can earn: a wish that was confirmed, confirmed hours of an activity, a service of a volunteer team. */
export const FACT_KINDS = ['wish', 'activity', 'service'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something that was done and confirmed, as a case says it. */
export interface Fact {
  readonly kind: FactKind;
  readonly caseId: string;
  /** The person's id (`u_…`). */
  readonly person: string;
  /** The work area's path. */
  readonly area: string;
  /** When it was confirmed (ms). */
  readonly at: number;
  /** Confirmed hours, where the kind counts hours. */
  readonly hours?: number;
  /** What it was, in a few words: 修灯, 清扫楼道. */
  readonly what?: string;
}

export interface PointRule {
  readonly id: string;
  readonly kind: FactKind;
  /** 完成一个微心愿 */
  readonly words: string;
  /** Whole points for each case, or for each hour (half hours count half, rounded down). */
  readonly points: number;
  readonly per: 'case' | 'hour';
  /** Days that the points last; null = they do not run out. */
  readonly days: number | null;
  /** Never more points by this rule in one calendar month; null = no limit. */
  readonly most: number | null;
  /** First and last day in force, both included; absent = always. */
  readonly from?: DayName;
  readonly until?: DayName;
}

/** What conduct is taken up at all: how people treat those they promised to help, never how they live. */
export interface Ground {
  readonly id: string;
  readonly words: string;
  /** Points taken when it is upheld. */
  readonly points: number;
}

/** How small returns are: thanks, no trade. */
export interface ReturnRules {
  /** The dearest thing on the shelf, points. */
  readonly price: number;
  /** How many one person takes in a calendar month; null = as many as the points pay for. */
  readonly perMonth: number | null;
}

/** A work area's own rules; those below where it has none. */
export interface PointRules {
  readonly rules: readonly PointRule[];
  readonly grounds: readonly Ground[];
  readonly returns: ReturnRules;
}

export const RULES_MAX = 20;
/** Points of one rule or ground; the dearest return of any area. */
export const RULE_POINTS_MAX = 100;
export const PRICE_MAX = 500;
/** Points live at least so many days. */
export const DAYS_MIN = 90;
export const DAYS_MAX = 3650;

/**
 * What never earns, whatever it is called: looking, being seen, telling, being better than others (形式主义 rules of 2023
 * on phone applications: no sign-in points, no rankings).
 */
const NEVER = /登录|打开|打卡|签到|在线|浏览|点赞|转发|分享|邀请|拉新|下载|注册|排名|名次|第一名|截图/;

/** No single case gives more hours than a day has waking ones. */
export const HOURS_MAX = 12;

export interface Earned {
  readonly id: string;
  readonly rule: string;
  readonly points: number;
  readonly why: string;
  readonly source: { readonly kind: FactKind; readonly id: string };
  readonly days: number | null;
  readonly most: number | null;
}

/** What one rule gives for one fact; null when it gives nothing. The same rule and case name the same entry. */
export function earned(rule: PointRule, fact: Fact): Earned | null {
  if (rule.kind !== fact.kind || !isInForce(rule, fact.at)) return null;
  const hours = Math.min(HOURS_MAX, Math.max(0, fact.hours ?? 0));
  const points = rule.per === 'case' ? rule.points : Math.floor((Math.floor(hours * 2) / 2) * rule.points);
  if (!(points > 0)) return null;
  return {
    id: entryId(rule.id, fact),
    rule: rule.id,
    points,
    why: fact.what ? `${rule.words}：${fact.what}` : rule.words,
    source: { kind: fact.kind, id: fact.caseId },
    days: rule.days,
    most: rule.most,
  };
}

export const entryId = (rule: string, { kind, caseId }: Pick<Fact, 'kind' | 'caseId'>): string =>
  `earn:${rule}:${kind}:${caseId}`;

/** The end (ms) of the last day on which points written now are good; null = they last. */
export function expiryOf(days: number | null, now: number): number | null {
  return days === null ? null : dayStart(dayNumber(now) + days + 1);
}

function isInForce({ from, until }: PointRule, at: number): boolean {
  const day = dayName(at);
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** What is wrong with an area's rules, one sentence each; empty when they may be used. */
export function faultsIn({ rules, grounds, returns }: PointRules): string[] {
  const faults: string[] = [];
  const ids = [...rules, ...grounds].map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('有两条规则编号相同');
  for (const rule of rules)
    for (const fault of faultsOf(rule)) faults.push(`${rule.words || rule.id}：${fault}`);
  for (const { id, words, points } of grounds) {
    if (!words.trim()) faults.push(`${id}：写清楚是什么情形`);
    if (!isWhole(points, 1, RULE_POINTS_MAX))
      faults.push(`${words || id}：扣的分要在 1 到 ${RULE_POINTS_MAX} 之间`);
  }
  const { price, perMonth } = returns;
  if (!isWhole(price, 1, PRICE_MAX)) faults.push(`谢礼最多 ${PRICE_MAX} 分`);
  if (perMonth !== null && !isWhole(perMonth, 1, 31)) faults.push('一个月能换几次，写 1 到 31');
  return faults;
}

function* faultsOf({ kind, words, points, per, days, most, from, until }: PointRule): Generator<string> {
  if (!FACT_KINDS.includes(kind)) yield '只有做过并且确认了的事才能得分';
  if (!words.trim()) yield '写清楚做什么得分';
  const never = NEVER.exec(words)?.[0];
  if (never) yield `“${never}”不能得分，只有帮到了别人、并且确认了的事才记分`;
  if (!isWhole(points, 1, RULE_POINTS_MAX)) yield `分数要在 1 到 ${RULE_POINTS_MAX} 之间`;
  if (per === 'hour' && kind !== 'activity') yield '只有志愿活动按小时记';
  if (days !== null && !isWhole(days, DAYS_MIN, DAYS_MAX)) yield `有效期至少 ${DAYS_MIN} 天`;
  if (most !== null && !(Number.isInteger(most) && most >= points)) yield '每月最多的分，不能比一次的还少';
  if ([from, until].some((day) => day !== undefined && !isDay(day))) yield '日期写成 2026-12-01 这样';
  else if (from !== undefined && until !== undefined && until < from) yield '结束的日子在开始之前';
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function isDay(name: string): boolean {
  try {
    parseDay(name);
    return true;
  } catch {
    return false;
  }
}

export const DEFAULT_RULES: PointRules = {
  rules: [
    { id: 'wish', kind: 'wish', words: '完成一个微心愿', points: 5, per: 'case', days: 730, most: null },
    { id: 'hours', kind: 'activity', words: '参加志愿活动', points: 2, per: 'hour', days: 730, most: null },
    {
      id: 'service',
      kind: 'service',
      words: '志愿队办好一件服务',
      points: 5,
      per: 'case',
      days: 730,
      most: null,
    },
  ],
  grounds: [
    { id: 'not-delivered', words: '认领了心愿，没有送到，也没有说一声', points: 5 },
    { id: 'false-record', words: '服务时长或送达情况不属实', points: 10 },
    { id: 'leak', words: '把受助人的情况告诉了别人', points: 10 },
    { id: 'resale', words: '转卖兑换来的东西', points: 5 },
  ],
  returns: { price: 100, perMonth: null },
};
