import { isLeave } from '@/domain/org/roster';
import { moment } from '@/domain/time/day';
import { AHEAD_MAX, beginnings, DAYS_MAX, leaveIn, saySpan, stepped } from './leave-days';

/** A Wednesday. */
const NOW = moment('2026-11-25 14:20');

test.each([
  [{ starts: 0, days: 1 }, '2026-11-25 00:00', '2026-11-26 00:00', '11月25日 周三 一天，11月26日 周四回来'],
  [
    { starts: 5, days: 3 },
    '2026-11-30 00:00',
    '2026-12-03 00:00',
    '11月30日 周一到12月2日 周三，共 3 天，12月3日 周四回来',
  ],
])('%p', (span, from, until, words) => {
  expect(leaveIn(span, NOW)).toEqual({ from: moment(from), until: moment(until) });
  expect(saySpan(span, NOW)).toBe(words);
  expect(isLeave(leaveIn(span, NOW), NOW)).toBe(true);
});

test.each([
  ['2026-11-25', [0, 1, 2, 5]],
  ['2026-11-28', [0, 1, 2]],
  ['2026-11-29', [0, 1, 2]],
  ['2026-11-23', [0, 1, 2, 7]],
])('beginnings on %s', (day, starts) => {
  expect(beginnings(moment(`${day} 09:00`)).map((one) => one.starts)).toEqual(starts);
});

test('steps stop at today, at one day, and at a year', () => {
  expect(stepped({ starts: 0, days: 1 }, 'starts', -1)).toBeNull();
  expect(stepped({ starts: 0, days: 1 }, 'days', -1)).toBeNull();
  expect(stepped({ starts: AHEAD_MAX, days: 1 }, 'starts', 1)).toBeNull();
  expect(stepped({ starts: 0, days: DAYS_MAX }, 'days', 1)).toBeNull();
  expect(stepped({ starts: 0, days: 1 }, 'days', 1)).toEqual({ starts: 0, days: 2 });
});
