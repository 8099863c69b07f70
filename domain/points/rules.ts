/**
 * What earns points in a work area: rules that are data. Only what was done for somebody and confirmed counts: opening
 * the app, signing in, being online earn nothing, and there is no kind of fact for it. Nobody is ranked by points.
 */
import { type DayName, dayName, dayNumber, dayStart } from '../time/day';

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

/** A work area's own rules; those below where it has none. */
export interface PointRules {
  readonly rules: readonly PointRule[];
  readonly grounds: readonly Ground[];
}

/** No single case gives more hours than a day has waking ones. */
export const HOURS_MAX = 12;

export interface Earned {
  readonly id: string;
  readonly rule: string;
  readonly points: number;
  readonly why: string;
  readonly source: { readonly kind: FactKind; readonly id: string };
  readonly days: number | null;
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
export function faultsIn({ rules, grounds }: PointRules): string[] {
  const faults: string[] = [];
  const ids = [...rules, ...grounds].map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('有两条规则编号相同');
  for (const { id, kind, points, days } of rules) {
    if (!FACT_KINDS.includes(kind)) faults.push(`${id}：只有做过并且确认了的事才能得分`);
    if (!Number.isInteger(points) || points <= 0) faults.push(`${id}：分数要是正整数`);
    if (days !== null && (!Number.isInteger(days) || days < 90)) faults.push(`${id}：有效期至少 90 天`);
  }
  for (const { id, points } of grounds)
    if (!Number.isInteger(points) || points <= 0) faults.push(`${id}：分数要是正整数`);
  return faults;
}

export const DEFAULT_RULES: PointRules = {
  rules: [
    { id: 'wish', kind: 'wish', words: '完成一个微心愿', points: 5, per: 'case', days: 730 },
    { id: 'hours', kind: 'activity', words: '参加志愿活动', points: 2, per: 'hour', days: 730 },
    { id: 'service', kind: 'service', words: '志愿队办好一件服务', points: 5, per: 'case', days: 730 },
  ],
  grounds: [
    { id: 'not-delivered', words: '认领了心愿，没有送到，也没有说一声', points: 5 },
    { id: 'false-record', words: '服务时长或送达情况不属实', points: 10 },
    { id: 'leak', words: '把受助人的情况告诉了别人', points: 10 },
    { id: 'resale', words: '转卖兑换来的东西', points: 5 },
  ],
};
