import { HOLD_MAX } from '@/domain/ticket/limits';
import { DAY, moment, timeName } from '@/domain/time/day';
import { isWithinHold, lastUntil, sayUntil, untilIn } from './hold-days';

const SUNDAY = moment('2026-11-22 14:50');

test('a wait ends at the closing hour of a weekday', () => {
  expect(untilIn(3, SUNDAY)).toBe(moment('2026-11-25 17:30'));
  expect(untilIn(7, SUNDAY)).toBe(moment('2026-11-30 17:30'));
  expect(untilIn(6, SUNDAY)).toBe(moment('2026-11-30 17:30'));
});

test('it never ends beyond the limit, whatever the hour and the weekday', () => {
  for (let hour = 0; hour < 7 * 24; hour++) {
    const now = SUNDAY + hour * (DAY / 24);
    const until = untilIn(30, now);
    expect(until).toBeLessThanOrEqual(now + HOLD_MAX);
    expect(isWithinHold(until, now)).toBe(true);
    expect(timeName(lastUntil(now))).toBe('17:30');
  }
});

test('a day kept from an older draft is not taken', () => {
  expect(isWithinHold(SUNDAY, SUNDAY)).toBe(false);
  expect(isWithinHold(lastUntil(SUNDAY) + DAY, SUNDAY)).toBe(false);
});

test('the day is said with its weekday and how far it is', () => {
  expect(sayUntil(moment('2026-12-04 17:30'), SUNDAY)).toBe('12月4日 周五，12 天后');
});
