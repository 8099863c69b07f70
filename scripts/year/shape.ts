/** When a district's requests come: by the hour, the weekday and the holiday. */
import { isWorkday, unitCalendar } from '@/domain/time/calendar';
import { DAY, dayName, dayStart, HOUR, MINUTE, parseDay, weekday } from '@/domain/time/day';
import type { Random } from '@/scripts/worlds/random';

const CALENDAR = unitCalendar();
/** How many of a day's calls come in each hour: two peaks, a lunch, a long evening. An assumption, as are the next two. */
const HOURS = [
  0.4, 0.3, 0.2, 0.2, 0.2, 0.5, 1.2, 2.6, 5.6, 8.6, 8.9, 7.2, 4.2, 4.6, 7.0, 7.6, 7.4, 6.4, 5.2, 4.8, 4.4,
  3.6, 2.2, 1.0,
];
/** A day off against a working day, and the first two days after a long rest. */
const [OFF, AFTER] = [0.45, 1.35];
/** Heating brings more from mid-November to mid-March. */
const HEATING = 1.25;

/** Moments (ms) of `count` requests over the days and hours of a year, in order. */
export function momentsOf(year: number, count: number, chance: Random): number[] {
  const first = parseDay(`${year}-01-01`);
  const weights: number[] = [];
  for (let day = first; day < parseDay(`${year + 1}-01-01`); day++) {
    const noon = dayStart(day) + 12 * HOUR;
    const working = isWorkday(CALENDAR, noon);
    const rested =
      working && [1, 2].some((back) => !isWorkday(CALENDAR, noon - back * DAY) && weekday(noon) > 2);
    const [month, date] = [dayName(noon).slice(5, 7), dayName(noon).slice(8)].map(Number) as [number, number];
    const heating = month < 3 || month === 12 || (month === 3 && date < 15) || (month === 11 && date >= 15);
    weights.push((working ? (rested ? AFTER : 1) : OFF) * (heating ? HEATING : 1));
  }
  const day = drawer(weights);
  const hour = drawer(HOURS);
  return Array.from(
    { length: count },
    () =>
      dayStart(first + day(chance)) +
      hour(chance) * HOUR +
      chance.between(0, 59) * MINUTE +
      chance.between(0, 59) * 1000,
  ).sort((a, b) => a - b);
}

/** Draws an index, each as often as its weight says. */
export function drawer(weights: readonly number[]): (chance: Random) => number {
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return (chance) => {
    let left = chance.next() * sum;
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return index;
    }
    return weights.length - 1;
  };
}
