/** Until when work may wait: a day within the table's limit, at its closing hour. All moments in ms. */
import { HOLD_MAX } from '@/domain/ticket/limits';
import { DAY, dayNumber, dayStart, HOUR, MINUTE, weekday } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';

/** Offices close at 17:30. */
const CLOSING = 17 * HOUR + 30 * MINUTE;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const closingOf = (day: number): number => dayStart(day) + CLOSING;

/** The last moment that may be chosen. */
export function lastUntil(now: number): number {
  const day = dayNumber(now + HOLD_MAX);
  return closingOf(day) <= now + HOLD_MAX ? closingOf(day) : closingOf(day - 1);
}

/** Whether a moment kept from before may still be chosen: tomorrow at the earliest. */
export const isWithinHold = (until: number, now: number): boolean =>
  until >= closingOf(dayNumber(now) + 1) && until <= lastUntil(now);

/** So many days from now; from a weekend on to the Monday, or back to the Friday where the limit lies before. */
export function untilIn(days: number, now: number): number {
  const last = lastUntil(now);
  let until = Math.min(closingOf(dayNumber(now) + days), last);
  const onwards = until + ((8 - weekday(until)) % 7) * DAY;
  if (isWeekend(until) && onwards <= last) until = onwards;
  while (isWeekend(until)) until -= DAY;
  return until;
}

/** `12月5日 周六，13 天后`. */
export const sayUntil = (until: number, now: number): string =>
  `${sayDate(until, now)} ${WEEKDAYS[weekday(until)]}，${dayNumber(until) - dayNumber(now)} 天后`;

function isWeekend(at: number): boolean {
  return weekday(at) === 0 || weekday(at) === 6;
}
