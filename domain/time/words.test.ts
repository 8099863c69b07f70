import { unitCalendar } from './calendar';
import { left, start } from './clock';
import { DAY, HOUR, MINUTE, moment } from './day';
import { hours, minutes, workingDays, workingHours } from './limit';
import { sayDate, sayDue, sayLeft, sayLimit, saySpan, sayWhen } from './words';

const now = moment('2026-11-24 09:00'); // a Tuesday

test.each([
  ['2026-11-24 17:30', '今天 17:30前'],
  ['2026-11-25 12:00', '明天 12:00前'],
  ['2026-11-26 17:30', '11月26日 周四 17:30前'],
  ['2026-11-29 09:05', '11月29日 周日 09:05前'],
  ['2026-11-23 17:30', '昨天 17:30前'],
  ['2026-11-03 17:30', '11月3日 周二 17:30前'],
  ['2027-01-04 17:30', '2027年1月4日 周一 17:30前'],
  ['2026-11-25 00:00', '今天 24:00前'],
  ['2026-12-01 00:00', '11月30日 周一 24:00前'],
])('a deadline at %s is said %s', (at, words) => {
  expect(sayDue(moment(at), now)).toBe(words);
});

test.each([
  ['2026-11-24 14:20', '今天 14:20'],
  ['2026-11-24 00:00', '今天 00:00'],
  ['2026-11-23 17:52', '昨天 17:52'],
  ['2026-11-25 08:30', '明天 08:30'],
  ['2026-11-03 09:10', '11月3日 09:10'],
  ['2025-11-03 09:10', '2025年11月3日 09:10'],
])('a moment at %s is said %s', (at, words) => {
  expect(sayWhen(moment(at), now)).toBe(words);
});

test('yesterday is yesterday across the year too', () => {
  expect(sayWhen(moment('2025-12-31 23:59'), moment('2026-01-01 00:01'))).toBe('昨天 23:59');
  expect(sayDate(moment('2025-12-31 23:59'), moment('2026-01-01 00:01'))).toBe('2025年12月31日');
});

test.each([
  [0, '不到 1 分钟'],
  [59_999, '不到 1 分钟'],
  [MINUTE, '1 分钟'],
  [40 * MINUTE, '40 分钟'],
  [HOUR, '1 小时'],
  [3 * HOUR + 20 * MINUTE + 59_000, '3 小时 20 分钟'],
  [DAY - 1, '23 小时 59 分钟'],
  [DAY, '1 天'],
  [2 * DAY + 3 * HOUR + 59 * MINUTE, '2 天 3 小时'],
  [DAY + 59 * MINUTE, '1 天'],
])('%i ms are said %s', (ms, words) => {
  expect(saySpan(ms)).toBe(words);
});

test.each([
  [hours(72), '2026-11-24 09:00', '2026-11-25 06:00', '还剩 2 天 3 小时'],
  [minutes(15), '2026-11-24 09:00', '2026-11-24 09:05', '还剩 10 分钟'],
  [minutes(15), '2026-11-24 09:00', '2026-11-24 09:15', '还剩不到 1 分钟'],
  [minutes(15), '2026-11-24 09:00', '2026-11-24 09:55', '超 40 分钟'],
  [minutes(15), '2026-11-24 09:00', '2026-11-24 09:15:30', '刚刚超时'],
  [workingDays(5), '2026-11-16 09:00', '2026-11-17 09:00', '还剩 4 个工作日'],
  [workingDays(5), '2026-11-16 09:00', '2026-11-23 09:00', '还剩 7 小时'],
  [workingDays(5), '2026-11-16 09:00', '2026-11-23 22:00', '刚刚超时'],
  [workingDays(5), '2026-11-16 09:00', '2026-11-24 09:30', '超 1 小时'],
  [workingDays(5), '2026-11-16 09:00', '2026-11-25 09:30', '超 1 个工作日'],
  [workingHours(4), '2026-11-27 17:00', '2026-11-28 12:00', '还剩工作时间 3 小时 30 分钟'],
  [workingHours(40), '2026-11-16 08:30', '2026-11-16 08:30', '还剩 5 个工作日'],
  [workingHours(40), '2026-11-16 08:30', '2026-11-19 14:20', '还剩 2 个工作日'],
  [workingHours(40), '2026-11-16 08:30', '2026-11-20 14:20', '还剩工作时间 5 小时 40 分钟'],
  [workingHours(4), '2026-11-16 08:30', '2026-11-19 17:30', '超 3 个工作日'],
  [workingHours(4), '2026-11-16 08:30', '2026-11-17 09:30', '超工作时间 4 小时 30 分钟'],
])('%j from %s, at %s: %s', (limit, from, at, words) => {
  const calendar = unitCalendar();
  const moment30 = at.length > 16 ? moment(at.slice(0, 16)) + MINUTE / 2 : moment(at);
  expect(sayLeft(left(calendar, start(calendar, limit, moment(from)), moment30))).toBe(words);
});

test('limits as people say them', () => {
  expect([minutes(15), hours(24), workingHours(4), workingDays(5)].map(sayLimit)).toEqual([
    '15 分钟',
    '24 小时',
    '4 个工作小时',
    '5 个工作日',
  ]);
});
