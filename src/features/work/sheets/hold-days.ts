/** Until when work may wait: a day within a limit, at its closing hour. All moments and spans in ms. */
import { DAY, dayNumber, dayStart, HOUR, MINUTE, weekday } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';

/** Offices close at 17:30. */
const CLOSING = 17 * HOUR + 30 * MINUTE;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const closingOf = (day: number): number => dayStart(day) + CLOSING;

/** The last closing hour within `max` from now. */
export function lastUntil(now: number, max: number): number {
  const day = dayNumber(now + max);
  return closingOf(day) <= now + max ? closingOf(day) : closingOf(day - 1);
}

/** Whether a moment kept from before may still be chosen: tomorrow at the earliest. */
export const isWithin = (until: number, now: number, max: number): boolean =>
  until >= closingOf(dayNumber(now) + 1) && until <= lastUntil(now, max);

/** So many days from now; from a weekend on to the Monday, or back to the Friday where the limit lies before. */
export function untilIn(days: number, now: number, max: number): number {
  const last = lastUntil(now, max);
  let until = Math.min(closingOf(dayNumber(now) + days), last);
  const onwards = until + ((8 - weekday(until)) % 7) * DAY;
  if (isWeekend(until) && onwards <= last) until = onwards;
  while (isWeekend(until)) until -= DAY;
  return until;
}

/** `12月5日 周六，13 天后`. */
export const sayUntil = (until: number, now: number): string =>
  `${sayDate(until, now)} ${WEEKDAYS[weekday(until)]}，${dayNumber(until) - dayNumber(now)} 天后`;

/** So many days are offered at most. */
const OFFERED = 6;

/** Days on which a part of the work may be due: the next closing hours of working days before `latest`, and `latest`. */
export function dueDays(now: number, latest: number): number[] {
  const today = dayNumber(now);
  const days = Array.from({ length: 14 }, (_, nth) => closingOf(today + nth));
  return [
    ...days.filter((at) => at > now && at < latest && !isWeekend(at)).slice(0, OFFERED - 1),
    ...(latest > now ? [latest] : []),
  ];
}

function isWeekend(at: number): boolean {
  return weekday(at) === 0 || weekday(at) === 6;
}
