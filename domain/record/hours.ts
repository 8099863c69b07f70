/**
 * Hours of service by rules that are data. Hours are what lies between check-in and check-out at the place
 * (志愿服务条例 §19, 民政部令67): travel is no service, being early is waiting, and staying on counts for a while.
 */
import { HOUR, MINUTE } from '../time/day';

export interface HoursRules {
  /** Counted in steps of so many minutes, rounded down. */
  readonly step: number;
  /** Less than so many minutes is no service to be written down. */
  readonly least: number;
  /** Never more than so many minutes for one activity. */
  readonly most: number;
  /** So many minutes after the planned end still count. */
  readonly after: number;
}

export const HOURS: HoursRules = { step: 6, least: 15, most: 12 * 60, after: 30 };

/** Check-in opens so long before the start (ms), check-out stays open so long after the end. */
export const CHECK_BEFORE = 30 * MINUTE;
export const CHECK_AFTER = 2 * HOUR;

export interface Served {
  readonly in: number;
  readonly out: number;
}

/**
 * The minutes that count, for times in ms; 0 when it was too short. Times are those that people read, in whole minutes:
 * who checks in at 09:00:20 and out at 11:00 served two hours. Refuses (RangeError) an end before the start.
 */
export function countMinutes(
  { in: came, out: went }: Served,
  planned: { readonly startsAt: number; readonly endsAt: number },
  rules: HoursRules = HOURS,
): number {
  if (!(went >= came)) throw new RangeError('out before in');
  const read = (at: number) => Math.floor(at / MINUTE) * MINUTE;
  const from = Math.max(read(came), planned.startsAt);
  const until = Math.min(read(went), planned.endsAt + rules.after * MINUTE);
  return settled((until - from) / MINUTE, rules);
}

/** Minutes said by people, brought under the same rules. */
export function settled(minutes: number, rules: HoursRules = HOURS): number {
  const counted = Math.min(rules.most, Math.floor(minutes / rules.step) * rules.step);
  return counted >= rules.least ? counted : 0;
}

/** 2.5 小时: hours to one decimal, exact because minutes come in steps of six. */
export function sayHours(minutes: number): string {
  return `${Math.floor(minutes / 6) / 10} 小时`;
}
