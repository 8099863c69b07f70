/** The periods one can look at, as whole Chinese days. */
import { type China, china, parseChina } from '@/domain/time/china';

export const PERIODS = ['week', 'lastWeek', 'month'] as const;
export type PeriodName = (typeof PERIODS)[number];

const DAY_FORM = 'YYYY-MM-DD';

/** Both days inclusive, as `2026-11-25`; the present week and month end today. Weeks begin on Monday. */
export function periodOf(name: PeriodName, now: number): { from: string; to: string } {
  const today = china(now);
  const monday = today.startOf('week');
  switch (name) {
    case 'week':
      return named(monday, today);
    case 'lastWeek':
      return named(monday.add(-7, 'day'), monday.add(-1, 'day'));
    case 'month':
      return named(today.startOf('month'), today);
  }
}

/** 11月16日到11月19日, or one day alone. */
export function sayPeriod({ from, to }: { from: string; to: string }): string {
  return from === to ? sayDay(from) : `${sayDay(from)}到${sayDay(to)}`;
}

const named = (from: China, to: China) => ({ from: from.as(DAY_FORM), to: to.as(DAY_FORM) });

function sayDay(day: string): string {
  const at = parseChina(day, [DAY_FORM]);
  return at === null ? day : china(at).as('M月D日');
}
