import * as fc from 'fast-check';
import { moment } from '../time/day';
import { countMinutes, HOURS, sayHours, settled } from './hours';

const planned = { startsAt: moment('2026-11-22 09:00'), endsAt: moment('2026-11-22 11:00') };
const at = (time: string) => moment(`2026-11-22 ${time}`);

test.each([
  ['on time', '09:00', '11:00', 120],
  ['early: waiting is no service', '08:35', '11:00', 120],
  ['late', '09:20', '11:00', 96],
  ['left before the end', '09:00', '10:10', 66],
  ['stayed on a little', '09:00', '11:20', 138],
  ['stayed on for long', '09:00', '12:55', 150],
  ['rounded down to six minutes', '09:00', '10:11', 66],
  ['too short to be written down', '09:00', '09:14', 0],
  ['just long enough', '09:00', '09:18', 18],
  ['gone before it began', '08:31', '08:59', 0],
])('%s: %s to %s is %i minutes', (_, came, went, minutes) => {
  expect(countMinutes({ in: at(came), out: at(went) }, planned)).toBe(minutes);
});

test('seconds cost nobody six minutes: what counts is what is read, 09:00 to 11:00', () => {
  const late = { in: at('09:00') + 59_999, out: at('11:00') };
  expect(countMinutes(late, planned)).toBe(120);
  expect(countMinutes({ in: at('09:00'), out: at('11:00') - 1 }, planned)).toBe(114);
});

test('never more than twelve hours; an end before the start is refused', () => {
  expect(countMinutes({ in: 0, out: 30 * 3_600_000 }, { startsAt: 0, endsAt: 30 * 3_600_000 })).toBe(720);
  expect(() => countMinutes({ in: 1, out: 0 }, planned)).toThrow(RangeError);
});

test('steps make sums exact: the hours of the lines add up to the hours of the sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 }), (raw) => {
      const lines = raw.map((minutes) => settled(minutes));
      for (const line of lines) expect([0, line >= HOURS.least ? line : -1]).toContain(line);
      const said = lines.reduce((sum, line) => sum + Math.round(Number.parseFloat(sayHours(line)) * 10), 0);
      const total = lines.reduce((sum, line) => sum + line, 0);
      expect(said).toBe(Math.round(Number.parseFloat(sayHours(total)) * 10));
    }),
  );
});
