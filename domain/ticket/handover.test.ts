/** What changes hands ends when it was promised, to the minute, by every unit's hours. */
import * as fc from 'fast-check';
import { assignmentTo, EVIDENCE, inState, START } from '@/test/builders/ticket';
import { qian } from '@/test/builders/town';
import { type Calendar, CHINA, isOpen, unitCalendar, workingMs } from '../time/calendar';
import * as clock from '../time/clock';
import { DAY, HOUR } from '../time/day';
import { dueAt, workingDays } from '../time/limit';
import { ticketFlow } from './flow';
import { TRANSFER_SHARE } from './limits';

const hhmm = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Any hours that a unit may have: one or two parts of a day, to the minute. */
const calendars: fc.Arbitrary<Calendar> = fc
  .uniqueArray(fc.integer({ min: 6 * 60, max: 21 * 60 }), { minLength: 4, maxLength: 4 })
  .map((marks) => {
    const [a = 0, b = 0, c = 0, d = 0] = [...marks].sort((one, other) => one - other);
    return unitCalendar({
      ...CHINA,
      hours: [
        [hhmm(a), hhmm(b)],
        [hhmm(c), hhmm(d)],
      ],
    });
  });

test('a transfer while enough is left moves no promise, whatever the millisecond', () => {
  let kept = 0;
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: 6 * DAY }), (calendar, after) => {
      const working = inState('working');
      const unit = clock.start(calendar, working.limits.resolve, START);
      const ticket = { ...working, clocks: { ...working.clocks, unit } };
      const now = START + after;
      const command = {
        ...EVIDENCE.transfer,
        move: 'transfer',
        assignment: assignmentTo('s_sun'),
        actor: qian,
        now,
        calendar,
      };
      const due = ticketFlow.decide(ticket, command).next.clocks.unit?.dueAt ?? 0;
      const left = workingMs(calendar, now, unit.dueAt);
      const whole = workingMs(calendar, now, dueAt(calendar, now, workingDays(5)).at);
      if (left >= whole * TRANSFER_SHARE) {
        kept += 1;
        expect(due).toBe(unit.dueAt);
      } else expect(due).toBeGreaterThanOrEqual(unit.dueAt);
      // never a moment at which nobody is there any more
      expect(isOpen(calendar, due) || isOpen(calendar, due - 1)).toBe(true);
      expect(workingMs(calendar, now, due)).toBeLessThanOrEqual(Math.max(left, whole * TRANSFER_SHARE) + 1);
    }),
    { numRuns: 500 },
  );
  expect(kept).toBeGreaterThan(100);
});

test('what is due at closing time stays due at closing time', () => {
  const working = inState('working');
  const due = working.clocks.unit?.dueAt ?? 0;
  for (const now of [START + HOUR + 1, START + 2 * HOUR + 30_001, START + 90 * 60_000 + 59_999]) {
    const command = {
      ...EVIDENCE.transfer,
      move: 'transfer',
      assignment: assignmentTo('s_sun'),
      actor: qian,
      now,
    };
    expect(ticketFlow.decide(working, { ...command, calendar: unitCalendar() }).next.clocks.unit?.dueAt).toBe(
      due,
    );
  }
});
