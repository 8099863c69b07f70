/** Days on which a unit may be closed, as chips: from today on, weekends left out (a worked one is rare). */
import { sayDayName } from '@/domain/time/calendar-words';
import { dayName, dayNumber, dayStart, weekday } from '@/domain/time/day';

/** So many are offered at once. */
export const OFFERED = 8;

/** The `page`-th lot of days, each with its words. */
export function daysFrom(now: number, page: number): { day: string; words: string }[] {
  const days: { day: string; words: string }[] = [];
  for (let nth = 0; days.length < OFFERED * (page + 1); nth++) {
    const at = dayStart(dayNumber(now) + nth);
    if (weekday(at) === 0 || weekday(at) === 6) continue;
    const day = dayName(at);
    days.push({ day, words: nth === 0 ? `今天 ${sayDayName(day, now)}` : sayDayName(day, now) });
  }
  return days.slice(OFFERED * page);
}
