/** A unit's own closures and hours: what may be set, by table. */
import { unitCalendar } from './calendar';
import { isClosure, isHours, mayBeStale, withClosure, withHours, withoutClosure } from './closures';
import { MINUTE, moment } from './day';

/** A Wednesday. 28 February 2026, a Saturday, is worked; 15–23 February are off. */
const NOW = moment('2026-02-11 09:00');
const calendar = unitCalendar();

test.each([
  ['today', { day: '2026-02-11' }, true],
  ['a working day to come', { day: '2026-03-12' }, true],
  ['part of a day', { day: '2026-02-12', hours: ['13:30', '17:30'] as const }, true],
  ['a Saturday that is worked', { day: '2026-02-28' }, true],
  ['yesterday', { day: '2026-02-10' }, false],
  ['a Saturday', { day: '2026-03-07' }, false],
  ['a holiday', { day: '2026-02-17' }, false],
  ['hours that end before they begin', { day: '2026-02-12', hours: ['17:30', '13:30'] as const }, false],
  ['400 days ahead', { day: '2027-03-18' }, true],
  ['401 days ahead', { day: '2027-03-19' }, false],
  ['hours that are no time', { day: '2026-02-12', hours: ['8:30', '13:30'] as const }, false],
  ['further ahead than anybody knows', { day: '2027-06-01' }, false],
  ['without a reason', { day: '2026-02-12', why: '' }, false],
])('a closure %s', (_, closure, fits) => {
  expect(isClosure(calendar, { why: '大雪', ...closure }, NOW)).toBe(fits);
});

test.each([
  [
    'the usual',
    [
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ],
    true,
  ],
  ['all day and night', [['00:00', '24:00']], true],
  [
    'one after the other without a break',
    [
      ['08:30', '12:00'],
      ['12:00', '17:30'],
    ],
    true,
  ],
  ['none', [], false],
  [
    'overlapping',
    [
      ['08:30', '12:00'],
      ['11:00', '17:30'],
    ],
    false,
  ],
  [
    'out of order',
    [
      ['13:30', '17:30'],
      ['08:30', '12:00'],
    ],
    false,
  ],
  ['of no length', [['08:30', '08:30']], false],
  ['no time at all', [['8:30', '12:00']], false],
])('hours %s', (_, hours, fits) => {
  expect(isHours(hours as [string, string][])).toBe(fits);
});

test('closures stand in order, one a day; what lies far back is dropped', () => {
  const own = {
    hours: [['09:00', '17:00'] as const],
    closures: [
      { day: '2024-01-05', why: '搬家' },
      { day: '2026-03-12', why: '停电' },
    ],
  };
  const snow = withClosure(own, { day: '2026-02-12', why: '大雪' }, NOW);
  expect(snow).toEqual({
    hours: own.hours,
    closures: [
      { day: '2026-02-12', why: '大雪' },
      { day: '2026-03-12', why: '停电' },
    ],
  });
  expect(withClosure(snow, { day: '2026-02-12', why: '大雪封路' }, NOW).closures).toEqual([
    { day: '2026-02-12', why: '大雪封路' },
    { day: '2026-03-12', why: '停电' },
  ]);
  const days = ['2026-03-20', '2026-02-25', '2026-03-30'];
  const more = days.reduce((all, day) => withClosure(all, { day, why: '盘点' }, NOW), snow);
  expect(more.closures?.map(({ day }) => day)).toEqual([
    '2026-02-12',
    '2026-02-25',
    '2026-03-12',
    '2026-03-20',
    '2026-03-30',
  ]);
});

test('a closure still explains the deadlines around it for 400 days, and then no longer', () => {
  const own = {
    closures: [
      { day: '2025-01-06', why: '搬家' },
      { day: '2025-01-07', why: '停电' },
    ],
  };
  const days = withClosure(own, { day: '2026-02-12', why: '大雪' }, NOW).closures?.map(({ day }) => day);
  expect(days).toEqual(['2025-01-07', '2026-02-12']);
});

test.each([
  ['two minutes before the change', -2 * MINUTE, true],
  ['more than two minutes before it', -2 * MINUTE - 1, false],
  ['two minutes after the change', 2 * MINUTE, true],
  ['more than two minutes after it', 2 * MINUTE + 1, false],
])('a clock that started %s', (_, since, stale) => {
  expect(mayBeStale({ changedAt: NOW }, NOW + since)).toBe(stale);
  expect(mayBeStale({}, NOW + since)).toBe(false);
});

test('a closure is taken back until its day is over', () => {
  const own = {
    closures: [
      { day: '2026-02-10', why: '停电' },
      { day: '2026-02-11', why: '大雪' },
    ],
  };
  expect(withoutClosure(own, '2026-02-11', NOW)).toEqual({
    closures: [{ day: '2026-02-10', why: '停电' }],
  });
  expect(withoutClosure({}, '2026-02-11', NOW)).toBeNull();
  expect(withoutClosure(own, '2026-02-10', NOW)).toBeNull();
  expect(withoutClosure(own, '2026-02-12', NOW)).toBeNull();
});

test('hours of its own come and go, closures stay', () => {
  const own = { closures: [{ day: '2026-02-11', why: '大雪' }] };
  const late = withHours(own, [['10:00', '20:00']]);
  expect(late).toEqual({ ...own, hours: [['10:00', '20:00']] });
  expect(withHours(late, null)).toEqual(own);
});
