/** What a unit sets in its own calendar: hours, and days on which it is closed, wholly or in part, with a reason. */
import { type Calendar, type Closure, type Hours, isWorkday } from './calendar';
import { type DayName, dayName, dayStart, parseDay, parseTime } from './day';

/** A closure may be set so many days ahead. */
export const CLOSURE_AHEAD = 400;

/** Instead of a unit: every unit of the area at once. */
export const ALL_UNITS = '*';

/** What a unit has set; empty where it keeps the usual hours. */
export type Own = Pick<Partial<Calendar>, 'hours' | 'closures'> & {
  /** When either was last changed on the desk (ms). */
  readonly changedAt?: number;
};

/** For so long after a change (ms) an instance of the cloud may still count by what it remembers. */
const REMEMBERED = 2 * 60_000;

/** Was a clock that started at `at` (ms) perhaps counted by the calendar from before the change? */
export const mayBeStale = ({ changedAt }: Own, at: number): boolean =>
  changedAt !== undefined && at >= changedAt - REMEMBERED && at <= changedAt + REMEMBERED;

/**
 * May this closure be set now? Today or later, so that nothing that was late is made right afterwards; a day that is
 * worked; within its own hours when it is only in part; with a reason.
 */
export function isClosure(calendar: Calendar, { day, hours, why }: Closure, now: number): boolean {
  const today = dayName(now);
  if (why === '' || day < today || parseDay(day) - parseDay(today) > CLOSURE_AHEAD) return false;
  return isWorkday(calendar, dayStart(parseDay(day))) && (hours === undefined || isHours([hours]));
}

/** Opening hours of one day: in order, without overlap, each of some length. */
export function isHours(hours: readonly Hours[]): boolean {
  try {
    const parts = hours.map(([from, to]) => [parseTime(from), parseTime(to)] as const);
    return (
      parts.length > 0 &&
      parts.every(([from, to], nth) => from < to && (nth === 0 || from >= (parts[nth - 1]?.[1] ?? 0)))
    );
  } catch {
    return false;
  }
}

/** With one more closure, in order of days; one of the same day takes its place. What is over for long is dropped. */
export function withClosure({ closures = [], ...own }: Own, more: Closure, now: number): Own {
  const old = dayName(now - KEPT);
  const kept = closures.filter(({ day }) => day !== more.day && day >= old);
  return { ...own, closures: [...kept, more].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

/** Without the closure of a day. Null when that day is over, or there is none. */
export function withoutClosure({ closures = [], ...own }: Own, day: DayName, now: number): Own | null {
  if (day < dayName(now) || !closures.some((one) => one.day === day)) return null;
  return { ...own, closures: closures.filter((one) => one.day !== day) };
}

/** With hours of its own, or with the usual ones again (`null`). */
export function withHours({ hours: _, ...own }: Own, hours: readonly Hours[] | null): Own {
  return hours ? { ...own, hours } : own;
}

/** Closed days of the past still explain the deadlines that were counted around them (ms). */
const KEPT = 400 * 86_400_000;
