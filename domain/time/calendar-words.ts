/** What is said of calendars: the nation's holidays with the days worked for them, closures, hours. */
import type { Closure, Hours, NationalDays } from './calendar';
import { type DayName, dayName, dayNumber, dayStart, parseDay, weekday } from './day';
import { sayDate } from './words';

/** A holiday to come: 国庆节, its days off, and the weekend days that are worked for it. */
export interface Holiday {
  readonly name: string;
  /** 10月1日至10月7日 */
  readonly off: string;
  /** 10月10日 周六上班; empty when none is worked. */
  readonly on: string;
}

/** The holidays that are not over yet, in order. */
export function holidaysOf({ off, on }: NationalDays, now: number): Holiday[] {
  const today = dayName(now);
  const groups: { name: string; days: DayName[] }[] = [];
  for (const day of Object.keys(off).sort()) {
    const [name, last] = [off[day] ?? '', groups.at(-1)];
    const near = last && parseDay(day) - parseDay(last.days.at(-1) ?? day) <= GAP;
    if (last?.name === name && near) last.days.push(day);
    else groups.push({ name, days: [day] });
  }
  return groups
    .filter(({ days }) => (days.at(-1) ?? '') >= today)
    .map(({ name, days }) => {
      const worked = Object.keys(on)
        .sort()
        .filter((day) => on[day]?.startsWith(name) && isNear(day, days));
      return {
        name,
        off: sayDayRange(days[0] ?? '', days.at(-1) ?? '', now),
        on: worked.map((day) => `${sayDayName(day, now)}上班`).join('、'),
      };
    });
}

/** How far the published days reach: 已公布到 2026年12月31日, and whether that is near (days). */
export function sayCoverage({ coverage }: NationalDays, now: number): { words: string; left: number } {
  const [year, month, day] = coverage.to.split('-').map(Number);
  return { words: `已公布到 ${year}年${month}月${day}日`, left: parseDay(coverage.to) - dayNumber(now) };
}

/** 11月25日 周三 */
export function sayDayName(day: DayName, now: number): string {
  const at = dayStart(parseDay(day));
  return `${sayDate(at, now)} ${WEEKDAYS[weekday(at)]}`;
}

/** 08:30–12:00，13:30–17:30 */
export const sayHours = (hours: readonly Hours[]): string =>
  hours.map(([from, to]) => `${from}–${to}`).join('，');

/** 11月25日 周三：大雪封路; of part of a day with its hours. */
export function sayClosure({ day, hours, why }: Closure, now: number): string {
  return `${sayDayName(day, now)}${hours ? ` ${sayHours([hours])}` : ''}：${why}`;
}

function sayDayRange(from: DayName, to: DayName, now: number): string {
  return from === to
    ? sayDayName(from, now)
    : `${sayDate(dayStart(parseDay(from)), now)}至${sayDate(dayStart(parseDay(to)), now)}`;
}

/** Days worked for a holiday lie within three weeks of it; the same name comes again next year. */
function isNear(day: DayName, days: readonly DayName[]): boolean {
  return days.some((off) => Math.abs(parseDay(day) - parseDay(off)) <= 21);
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** A weekend between days off belongs to the holiday (days). */
const GAP = 3;
