/** The periods one can look at, as whole Chinese days. */
import { DAY, dayName, dayNumber, dayStart, parseDay, weekday } from '@/domain/time/day';

export const PERIODS = ['week', 'lastWeek', 'month'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Both days inclusive, as `2026-11-25`; the present week and month end today. Weeks begin on Monday. */
export function periodOf(name: PeriodName, now: number): { from: string; to: string } {
  const today = dayNumber(now);
  const monday = today - ((weekday(now) + 6) % 7);
  switch (name) {
    case 'week':
      return named(monday, today);
    case 'lastWeek':
      return named(monday - 7, monday - 1);
    case 'month':
      return named(parseDay(`${dayName(now).slice(0, 7)}-01`), today);
  }
}

/** 11月16日到11月19日, or one day alone. */
export function sayPeriod({ from, to }: { from: string; to: string }): string {
  return from === to ? sayDay(from) : `${sayDay(from)}到${sayDay(to)}`;
}

const named = (from: number, to: number) => ({
  from: dayName(dayStart(from)),
  to: dayName(dayStart(to) + DAY - 1),
});
const sayDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
