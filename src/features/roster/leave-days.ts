/** A leave from taps: whole days of China, which day it begins and how many. All moments in ms. */
import type { Leave } from '@/domain/org/roster';
import { sayDay } from '@/domain/org/roster-words';
import { china } from '@/domain/time/china';
import { dayNumber, dayStart } from '@/domain/time/day';

/** What was tapped: days from today until it begins, and how many days it is. */
export interface Span {
  readonly starts: number;
  readonly days: number;
}

export const AHEAD_MAX = 365;
export const DAYS_MAX = 366;

export const leaveIn = ({ starts, days }: Span, now: number): Leave => {
  const first = dayNumber(now) + starts;
  return { from: dayStart(first), until: dayStart(first + days) };
};

/** Usual beginnings, as days from today: today, tomorrow, the day after, next Monday. */
export function beginnings(now: number): { starts: number; label: string }[] {
  const monday = dayNumber(china(now).startOf('week').add(1, 'week').ms) - dayNumber(now);
  const usual = [
    { starts: 0, label: '今天' },
    { starts: 1, label: '明天' },
    { starts: 2, label: '后天' },
  ];
  return monday > 2 ? [...usual, { starts: monday, label: '下周一' }] : usual;
}

export const LENGTHS = [
  { days: 1, label: '1 天' },
  { days: 2, label: '2 天' },
  { days: 3, label: '3 天' },
  { days: 7, label: '一周' },
  { days: 14, label: '两周' },
  { days: 30, label: '一个月' },
] as const;

/** One step of either number, where that still can be; null where it cannot. */
export function stepped(span: Span, what: keyof Span, by: number): Span | null {
  const next = { ...span, [what]: span[what] + by };
  const fits = next.starts >= 0 && next.starts <= AHEAD_MAX && next.days >= 1 && next.days <= DAYS_MAX;
  return fits ? next : null;
}

/** 11月24日 周二到 11月26日 周四，共 3 天，11月27日 周五回来. */
export function saySpan(span: Span, now: number): string {
  const { from, until } = leaveIn(span, now);
  const back = `${sayDay(until, now)}回来`;
  if (span.days === 1) return `${sayDay(from, now)} 一天，${back}`;
  return `${sayDay(from, now)}到${sayDay(until - 1, now)}，共 ${span.days} 天，${back}`;
}
