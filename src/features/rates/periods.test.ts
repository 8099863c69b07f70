import { moment } from '@/domain/time/day';
import { periodOf, sayPeriod } from './periods';

test.each([
  ['week', '2026-11-22 23:59', '2026-11-16', '2026-11-22'],
  ['week', '2026-11-23 00:00', '2026-11-23', '2026-11-23'],
  ['lastWeek', '2026-11-23 00:00', '2026-11-16', '2026-11-22'],
  ['lastWeek', '2027-01-01 12:00', '2026-12-21', '2026-12-27'],
  ['month', '2026-03-01 08:00', '2026-03-01', '2026-03-01'],
  ['month', '2028-02-29 08:00', '2028-02-01', '2028-02-29'],
] as const)('%s at %s is %s to %s', (name, now, from, to) => {
  expect(periodOf(name, moment(now))).toEqual({ from, to });
});

test('a period in words', () => {
  expect(sayPeriod({ from: '2026-11-16', to: '2026-11-19' })).toBe('11月16日到11月19日');
  expect(sayPeriod({ from: '2026-11-16', to: '2026-11-16' })).toBe('11月16日');
});
