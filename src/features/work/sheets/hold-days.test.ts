import { HOLD_MAX } from '@/domain/ticket/limits';
import { DAY, moment, timeName } from '@/domain/time/day';
import { dueDays, isWithin, lastUntil, sayUntil, untilIn } from './hold-days';

const SUNDAY = moment('2026-11-22 14:50');

test('a wait ends at the closing hour of a weekday', () => {
  expect(untilIn(3, SUNDAY, HOLD_MAX)).toBe(moment('2026-11-25 17:30'));
  expect(untilIn(7, SUNDAY, HOLD_MAX)).toBe(moment('2026-11-30 17:30'));
  expect(untilIn(6, SUNDAY, HOLD_MAX)).toBe(moment('2026-11-30 17:30'));
});

test('it never ends beyond the limit, whatever the hour and the weekday', () => {
  for (let hour = 0; hour < 7 * 24; hour++) {
    const now = SUNDAY + hour * (DAY / 24);
    const until = untilIn(30, now, HOLD_MAX);
    expect(until).toBeLessThanOrEqual(now + HOLD_MAX);
    expect(isWithin(until, now, HOLD_MAX)).toBe(true);
    expect(timeName(lastUntil(now, HOLD_MAX))).toBe('17:30');
  }
});

test('a day kept from an older draft is not taken', () => {
  expect(isWithin(SUNDAY, SUNDAY, HOLD_MAX)).toBe(false);
  expect(isWithin(lastUntil(SUNDAY, HOLD_MAX) + DAY, SUNDAY, HOLD_MAX)).toBe(false);
});

test('the day is said with its weekday and how far it is', () => {
  expect(sayUntil(moment('2026-12-04 17:30'), SUNDAY)).toBe('12月4日 周五，12 天后');
});

test('a part of the work is due on a weekday before the lead’s own limit, or exactly at it', () => {
  const latest = moment('2026-11-25 11:00');
  expect(dueDays(SUNDAY, latest)).toEqual([moment('2026-11-23 17:30'), moment('2026-11-24 17:30'), latest]);
  expect(dueDays(SUNDAY, SUNDAY)).toEqual([]);
  expect(dueDays(SUNDAY, SUNDAY + 60 * DAY)).toHaveLength(6);
});
