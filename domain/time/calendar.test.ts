import fc from 'fast-check';
import {
  addWorkingMs,
  type Calendar,
  closingAfter,
  covers,
  isOpen,
  isWorkday,
  unitCalendar,
  workdays,
  workingMs,
} from './calendar';
import { DAY, dayStart, HOUR, MINUTE, moment } from './day';

const calendar = unitCalendar();

/** A few calendars of very different shape. */
const calendars: Calendar[] = [
  calendar,
  unitCalendar({ hours: [['00:00', '24:00']] }),
  unitCalendar({ hours: [['09:00', '09:01']] }),
  unitCalendar({
    hours: [
      ['08:00', '11:30'],
      ['14:30', '18:00'],
      ['19:00', '20:00'],
    ],
    closures: [
      { day: '2025-10-09', why: '停电' },
      { day: '2025-10-10', hours: ['10:00', '15:00'], why: '例会' },
      { day: '2026-01-05', hours: ['00:00', '24:00'], why: '搬迁' },
    ],
  }),
];
const anyCalendar = fc.constantFrom(...calendars);
const anyMoment = fc.integer({ min: moment('2022-06-01 00:00'), max: moment('2028-06-01 00:00') });
const anyMinute = anyMoment.map((at) => Math.floor(at / MINUTE) * MINUTE);
const anyMs = fc.integer({ min: 0, max: 400 * HOUR });

test('working time equals a count of open minutes, one by one', () => {
  const property = fc.property(anyCalendar, anyMinute, fc.nat(6 * 24 * 60), (calendar, from, minutes) => {
    let open = 0;
    for (let at = from; at < from + minutes * MINUTE; at += MINUTE) if (isOpen(calendar, at)) open++;
    expect(workingMs(calendar, from, from + minutes * MINUTE)).toBe(open * MINUTE);
  });
  fc.assert(property, { numRuns: 60 });
});

test('working days equal a count of days, one by one', () => {
  const property = fc.property(anyCalendar, anyMoment, fc.nat(900), (calendar, from, days) => {
    let count = 0;
    for (let i = 1; i <= days; i++) if (isWorkday(calendar, from + i * DAY)) count++;
    expect(workdays(calendar, from, from + days * DAY)).toBe(count);
  });
  fc.assert(property, { numRuns: 60 });
});

test('adding and measuring working time are inverse', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, anyMs, (calendar, from, ms) => {
      const { at } = addWorkingMs(calendar, from, ms);
      expect(workingMs(calendar, from, at)).toBe(ms);
      // the earliest such moment: a millisecond before, something was still missing
      if (ms > 0) expect(workingMs(calendar, from, at - 1)).toBe(ms - 1);
    }),
  );
});

test('adding twice is adding once, more time never ends earlier, a later start never ends earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, anyMs, anyMs, fc.nat(30 * DAY), (calendar, from, a, b, later) => {
      const first = addWorkingMs(calendar, from, a).at;
      const both = addWorkingMs(calendar, from, a + b).at;
      if (b > 0) expect(addWorkingMs(calendar, first, b).at).toBe(both);
      expect(both).toBeGreaterThanOrEqual(first);
      expect(addWorkingMs(calendar, from + later, a).at).toBeGreaterThanOrEqual(first);
    }),
  );
});

test('the Nth closing is N working days away, at the end of an open minute', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, fc.integer({ min: 1, max: 300 }), (calendar, from, count) => {
      const { at } = closingAfter(calendar, from, count);
      expect(workdays(calendar, from, at - 1)).toBe(count);
      expect(isOpen(calendar, at - 1)).toBe(true);
      expect(workingMs(calendar, at, moment('2040-01-01 00:00'))).toBeGreaterThan(0);
    }),
  );
});

test('a thousand years are no walk of days', () => {
  for (let i = 0; i < 2000; i++) {
    const { at } = closingAfter(calendar, i * DAY, 261_000);
    expect(workdays(calendar, i * DAY, at - 1)).toBe(261_000);
    expect(addWorkingMs(calendar, i * DAY, 261_000 * 7.5 * HOUR).at).toBeGreaterThan(at - 4 * DAY);
  }
});

test('a partly closed day is a working day, a wholly closed one is not', () => {
  const odd = calendars[3]!;
  expect(isWorkday(odd, moment('2025-10-10 12:00'))).toBe(true);
  expect(isWorkday(odd, moment('2025-10-09 12:00'))).toBe(false);
  expect(isWorkday(odd, moment('2026-01-05 12:00'))).toBe(false);
});

test('the opening minute is open, the closing minute is not', () => {
  const open = ['08:29', '08:30', '12:00', '13:30', '17:29', '17:30'].map((time) =>
    isOpen(calendar, moment(`2026-11-25 ${time}`)),
  );
  expect(open).toEqual([false, true, false, true, true, false]);
});

test('adding nothing stays, even at night; adding less is refused', () => {
  const night = moment('2026-11-25 22:00');
  expect(addWorkingMs(calendar, night, 0)).toEqual({ at: night, beyondCoverage: false });
  expect(() => addWorkingMs(calendar, night, -1)).toThrow(RangeError);
  expect(() => closingAfter(calendar, night, 0)).toThrow(RangeError);
});

test('from no moment at all, or to one that no calendar holds, nothing is looked for without end', () => {
  expect(() => addWorkingMs(calendar, Number.NaN, HOUR)).toThrow(RangeError);
  expect(() => closingAfter(calendar, Number.NaN, 1)).toThrow(RangeError);
  expect(() => addWorkingMs(calendar, 0, Number.MAX_VALUE)).toThrow(RangeError);
  expect(() => closingAfter(calendar, 0, 1e15)).toThrow(RangeError);
});

test.each([
  ['no hours', { hours: [] }],
  [
    'hours that overlap',
    {
      hours: [
        ['08:30', '12:00'],
        ['11:30', '17:30'],
      ],
    },
  ],
  ['hours that end before they begin', { hours: [['17:30', '08:30']] }],
  ['hours of no length', { hours: [['08:30', '08:30']] }],
  ['a time of no clock', { hours: [['08:30', '24:01']] }],
  ['a closure on no day', { closures: [{ day: '2026-02-30', why: '' }] }],
] as [string, Partial<Calendar>][])('a calendar with %s is refused', (_, unit) => {
  expect(() => isWorkday(unitCalendar(unit), 0)).toThrow(RangeError);
});

test('hours may follow one another without a break', () => {
  const through = unitCalendar({
    hours: [
      ['08:00', '12:00'],
      ['12:00', '16:00'],
    ],
  });
  expect(workingMs(through, moment('2026-11-25 00:00'), moment('2026-11-26 00:00'))).toBe(8 * HOUR);
});

test.each([
  ['the first day that is settled', '2023-01-01 00:00', '2023-01-01 10:00', true],
  ['a minute before it', '2022-12-31 23:59', '2023-01-01 10:00', false],
  ['the last day that is settled', '2026-12-01 09:00', '2026-12-28 23:59', true],
  ['a minute after it', '2026-12-01 09:00', '2026-12-29 00:00', false],
])('whether notices settle %s', (_, from, to, settled) => {
  const published = { from: '2023-01-01', to: '2026-12-28' };
  expect(covers(unitCalendar({ coverage: published }), moment(from), moment(to))).toBe(settled);
});

test('a moment reads what a Chinese wall clock shows', () => {
  expect(moment('1970-01-01 08:00')).toBe(0);
  expect(moment('2026-11-25 24:00')).toBe(moment('2026-11-26 00:00'));
  expect(dayStart(0)).toBe(-8 * HOUR);
  for (const bad of ['', '2026-11-25', '2026-13-01 00:00', '2026-11-25 9:00', '2026-11-25 24:30']) {
    expect(() => moment(bad)).toThrow(RangeError);
  }
});
