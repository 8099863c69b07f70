import { CALENDAR, filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { lin, qian, shu, sun, zhao } from '@/test/builders/town';
import { start } from '../time/clock';
import { DAY, HOUR, MINUTE, moment } from '../time/day';
import { dueAt, workingDays } from '../time/limit';
import { ticketFlow } from './flow';
import { nextRung, openSlip, standingSlip } from './supervision';
import type { Ticket } from './ticket';
import { saySlip } from './words';

const kinds = (ticket: Ticket) => ticket.slips.map((slip) => slip.kind);
const working = () => ticketFlow.delivered(inState('working'));
/** Due Wednesday 18 March 17:30. */
const DUE = working().dueAt;

test.each([
  ['before the limit', '2026-03-18 17:29', []],
  ['at the limit', '2026-03-18 17:30', ['reminder']],
  ['just before a working day has passed', '2026-03-19 17:29', ['reminder']],
  ['one working day later', '2026-03-19 17:30', ['reminder', 'urge']],
  ['two working days later', '2026-03-20 17:30', ['reminder', 'urge', 'supervise']],
  ['five working days later', '2026-03-25 17:30', ['reminder', 'urge', 'supervise', 'bulletin']],
  ['after that nothing more', '2026-06-25 17:30', ['reminder', 'urge', 'supervise', 'bulletin']],
])('%s', (_, at, expected) => {
  expect(kinds(ticked(working(), moment(at)))).toEqual(expected);
});

test('without a slip none stands and none waits for an answer', () => {
  expect([openSlip(working()), standingSlip(working())]).toEqual([null, null]);
});

test('over the weekend nothing is added', () => {
  const friday = ticked(working(), moment('2026-03-20 17:30'));
  expect(kinds(ticked(friday, moment('2026-03-22 23:00')))).toEqual(['reminder', 'urge', 'supervise']);
});

test('time in which the resident is asked something climbs no rung, and an answer at night sends none', () => {
  const late = ticketFlow.delivered(ticked(working(), DUE));
  const asked = moved(late, 'ask', zhao, moment('2026-03-19 09:30'));
  const night = moment('2026-03-22 23:00');
  const answered = moved(asked, 'answer', lin, night);
  expect(kinds(ticked(answered, night))).toEqual(['reminder']);
  // a working day after the limit, without the 14 hours from Thursday 09:30 to Friday evening
  expect(answered.slipAt).toBe(moment('2026-03-23 16:30'));
});

test('a bell up to an hour after closing still brings the slip of that moment', () => {
  expect(kinds(ticked(working(), DUE + HOUR))).toEqual(['reminder']);
  expect(kinds(ticked(working(), DUE + HOUR + MINUTE))).toEqual([]);
});

test('a timer that was away and comes back at night sends its slips when offices open', () => {
  const night = moment('2026-03-21 02:00');
  const found = ticked(working(), night);
  expect(kinds(found)).toEqual([]);
  expect(ticketFlow.delivered(found).wakeAt).toBe(moment('2026-03-23 08:30'));
  expect(ticked(ticketFlow.delivered(found), night + HOUR).slips).toEqual([]);
  expect(kinds(ticked(found, moment('2026-03-23 08:30')))).toEqual(['reminder', 'urge', 'supervise']);
});

test('what comes back to the pool late brings the desk the highest slip alone, not each on the way', () => {
  const given = inState('dispatched');
  // The unit has its limit anew, the resident waits since long.
  const late = { ...given, handler: given.handler && { ...given.handler, returnBy: DUE + 9 * DAY } };
  const back = moved(late, 'return', sun, moment('2026-03-20 17:31'));
  expect(Object.keys(back.clocks.resident.told)).toEqual(['reminder', 'urge']);
  expect(kinds(ticked(back, moment('2026-03-23 08:30')))).toEqual(['supervise']);
});

test('who gets back at night what is late is told when offices open', () => {
  const late = ticketFlow.delivered(ticked(inState('submitted'), DUE));
  const given = moved(late, 'dispatch', qian, moment('2026-03-19 16:00'));
  const back = moved(given, 'return', sun, moment('2026-03-20 03:00'));
  expect(back.slipAt).toBe(moment('2026-03-20 08:30'));
});

test('each slip is numbered, addressed and told', () => {
  const late = ticked(working(), DUE + 30 * DAY);
  expect(late.slips.map(({ no, to }) => [no.slice(-3), to])).toEqual([
    ['TX1', ['s_zhao', 's_sun']],
    ['CB2', ['s_zhao', 's_sun', 's_qian']],
    ['DC3', ['s_sun', 's_shu']],
    ['HS4', ['s_shu']],
  ]);
  expect(new Set(late.slips.map((slip) => slip.no)).size).toBe(4);
  for (const slip of late.slips) {
    const told = late.outbox
      .filter(({ kind }) => kind === `slip-${slip.kind}` || kind === `slip-${slip.kind}-sent`)
      .map((notice) => notice.to);
    expect(told).toEqual(slip.to);
  }
});

test('a limit that passes at night is told when offices open, a danger at once', () => {
  const when = { calendar: CALENDAR, now: moment('2026-03-13 22:00') };
  const night = start(CALENDAR, { unit: 'hours', amount: 24 }, when.now);
  expect(nextRung(night, when, 'L2')).toMatchObject({ kind: 'reminder', at: moment('2026-03-14 22:00') });
  expect(nextRung(night, when, 'L3')).toMatchObject({ kind: 'reminder', at: moment('2026-03-16 08:30') });
});

test('a paused, held or finished ticket never climbs', () => {
  for (const state of ['need_info', 'on_hold', 'resolved', 'closed', 'withdrawn', 'not_accepted'] as const) {
    expect([state, inState(state).slipAt]).toEqual([state, null]);
  }
});

test('a pause delays the ladder by itself', () => {
  const asked = moved(working(), 'ask', zhao, DUE - HOUR);
  const answered = moved(asked, 'answer', lin, DUE + 2 * DAY);
  expect(kinds(ticked(answered, DUE + 2 * DAY + 30 * MINUTE))).toEqual([]);
  expect(answered.slipAt).toBe(answered.dueAt);
});

test('a rework starts a ladder of its own', () => {
  const late = ticked(working(), DUE);
  const resolved = moved(late, 'resolve', zhao, DUE + HOUR);
  expect(resolved.slips.map((slip) => slip.end?.how)).toEqual(['done']);
  const again = moved(resolved, 'rate', lin, DUE + DAY, { level: 1, reasons: ['unsolved'] });
  const lateAgain = ticked(again, again.dueAt);
  expect(lateAgain.slips.map(({ kind, cycle }) => [kind, cycle])).toEqual([
    ['reminder', 1],
    ['reminder', 2],
  ]);
});

test('a 督查交办单 is answered by the unit, once, and the leader reads it', () => {
  const late = ticked(working(), moment('2026-03-20 17:30'));
  expect(ticketFlow.allowed(late, sun, DUE + 3 * DAY)).toContain('reply');
  const replied = moved(late, 'reply', sun, moment('2026-03-23 09:00'));
  expect(replied.slips[2]).toMatchObject({ reply: { by: '孙立', text: '配件明天到，后天装好' } });
  expect(
    replied.outbox.filter((notice) => notice.kind === 'slip-replied').map((notice) => notice.to),
  ).toEqual(['s_shu']);
  expect(() => moved(replied, 'reply', zhao, moment('2026-03-23 10:00'))).toThrow('没有要回复');
  expect(saySlip(late.slips[2]!, moment('2026-03-20 18:00'))).toBe(
    '督查交办单：请在3月23日 周一 17:30前回复',
  );
});

test('a leader cancels a slip with a reason, and only that one', () => {
  const late = ticked(working(), moment('2026-03-19 17:30'));
  const cancelled = moved(late, 'cancelSlip', shu, moment('2026-03-20 09:00'));
  expect(cancelled.slips.map((slip) => slip.end?.how ?? null)).toEqual([null, 'cancelled']);
  expect(cancelled.slipAt).toBe(late.slipAt);
});

test('on the list of the weekly meeting it comes up every week until it is done', () => {
  const listed = ticked(working(), DUE + 30 * DAY);
  const week = listed.slipAt ?? 0;
  expect(week).toBe(dueAt(CALENDAR, DUE + 30 * DAY, workingDays(5)).at);
  const again = ticked(listed, week);
  expect(again.slips.slice(-2).map(({ kind, no }) => [kind, no.slice(-3)])).toEqual([
    ['bulletin', 'HS4'],
    ['bulletin', 'HS5'],
  ]);
  expect(ticked(again, week + DAY).slips).toHaveLength(5);
});

test('in the pool the desk answers, and then the leaders', () => {
  const pooled = ticked(filed({ pooled: true, at: START }), DUE + 30 * DAY);
  expect(pooled.slips.map(({ to }) => to)).toEqual([
    ['s_qian'],
    ['s_qian', 's_shu'],
    ['s_qian', 's_shu'],
    ['s_qian', 's_shu'],
  ]);
});
