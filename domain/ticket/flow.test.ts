import { decide, filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { ASK, GAS, LAMP, lin, qian, ROOF, SEWER, sun, zhao } from '@/test/builders/town';
import type { Actor } from '../flow/actor';
import { isLate, pausedAt } from '../time/clock';
import { DAY, HOUR, MINUTE, moment } from '../time/day';
import { ticketFlow } from './flow';
import { QUESTION_LAPSES, REOPEN_WITHIN, VERDICT_LAPSES } from './limits';
import { promisedAt, type Ticket } from './ticket';

const told = (ticket: Ticket, kind: string) =>
  ticket.outbox.filter((notice) => notice.kind === kind).map((notice) => notice.to);

describe('the two clocks', () => {
  test('the resident waits from the first tap, the unit answers from dispatch and not from signing', () => {
    const ticket = filed();
    expect(ticket.clocks.resident.startedAt).toBe(START);
    expect(ticket.clocks.unit?.startedAt).toBe(START);
    const signedLate = moved(ticket, 'sign', zhao, START + 2 * DAY);
    expect(signedLate.clocks.unit?.dueAt).toBe(ticket.clocks.unit?.dueAt);
  });

  test('a ticket that waited in the pool leaves the resident’s clock as it was', () => {
    const pooled = filed({ pooled: true });
    const late = moved(pooled, 'dispatch', qian, START + 2 * DAY);
    expect(late.clocks.resident).toEqual(pooled.clocks.resident);
    expect(late.clocks.unit?.startedAt).toBe(START + 2 * DAY);
    expect(late.clocks.unit?.dueAt).toBeGreaterThan(late.clocks.resident.dueAt);
  });

  test.each([
    ['L1 two hours, day and night', GAS, '2026-03-11 23:00', '2026-03-12 01:00'],
    ['L2 24 hours, across a weekend', SEWER, '2026-03-13 18:00', '2026-03-14 18:00'],
    ['L3 five working days', undefined, '2026-03-11 09:00', '2026-03-18 17:30'],
    ['L3 across the National Day make-up Saturday', undefined, '2026-09-29 10:00', '2026-10-12 17:30'],
    ['L4 fifteen working days', ROOF, '2026-03-11 09:00', '2026-04-01 17:30'],
    ['a consultation by the next working day', ASK, '2026-03-13 16:00', '2026-03-16 17:30'],
  ])('%s', (_, service, from, due) => {
    const ticket = filed({ service, at: moment(from) });
    expect(ticket.clocks.resident.dueAt).toBe(moment(due));
    expect(promisedAt(ticket)).toBe(moment(due));
  });

  test('both stand while the resident is asked, and what was left is left afterwards', () => {
    const asked = inState('need_info');
    expect(pausedAt(asked.clocks.resident)).not.toBeNull();
    expect(asked.runsOut).toBeNull();
    const answered = moved(asked, 'answer', lin, asked.updatedAt + 3 * DAY);
    expect(answered.clocks.resident.dueAt).toBeGreaterThan(asked.clocks.resident.dueAt);
    expect(answered.runsOut).toBe(answered.clocks.unit?.dueAt);
  });

  test('a question that nobody answers lapses after five days by itself', () => {
    const asked = inState('need_info');
    expect(ticked(asked, asked.updatedAt + QUESTION_LAPSES - 1).state).toBe('need_info');
    expect(ticked(asked, asked.updatedAt + QUESTION_LAPSES).state).toBe('working');
  });

  test('a deadline beyond the published calendar is flagged', () => {
    expect(filed({ at: moment('2026-12-25 10:00') }).beyondCoverage).toBe(true);
    expect(filed().beyondCoverage).toBe(false);
    expect(filed({ service: GAS, at: moment('2026-12-31 23:30') }).beyondCoverage).toBe(false); // two hours need no calendar
  });
});

describe('when nobody presses a button', () => {
  test('the unit is nudged at three quarters and gets one 提醒单 at the limit', () => {
    const ticket = ticketFlow.delivered(moved(moved(filed(), 'sign', zhao, START), 'contact', zhao, START));
    const nudgeAt = ticket.nudgeAt ?? 0;
    expect(nudgeAt).toBeLessThan(ticket.dueAt);
    expect(ticket.wakeAt).toBe(nudgeAt);
    expect(told(ticked(ticket, nudgeAt - 1), 'nudge')).toEqual([]);

    const nudged = ticketFlow.delivered(ticked(ticket, nudgeAt));
    expect(nudged.history.at(-1)?.move).toBe('nudge');
    expect(nudged.wakeAt).toBe(ticket.dueAt);

    const late = ticked(nudged, ticket.dueAt);
    expect(late.slips).toHaveLength(1);
    expect(late.slips[0]).toMatchObject({ no: `${ticket.no}-TX1`, to: ['s_zhao', 's_sun'] });
    expect(told(late, 'slip-reminder')).toEqual(['s_zhao', 's_sun']);
    expect(ticked(late, ticket.dueAt)).toBe(late);
    expect(late.state).toBe('working');
  });

  test('waking late does everything that was due, once, and twice is once', () => {
    const ticket = filed();
    const weekLater = ticked(ticket, ticket.dueAt + 7 * DAY);
    expect(weekLater.history.map((entry) => entry.move).join(' ')).toBe(
      'file dispatch remind nudge slip slip slip slip',
    );
    expect(ticked(weekLater, ticket.dueAt + 7 * DAY)).toBe(weekLater);
  });

  test('an unsigned ticket is told to the handler and the lead when the sign limit passes', () => {
    const ticket = filed();
    const due = ticket.clocks.sign?.dueAt ?? 0;
    expect(due).toBe(moment('2026-03-11 14:30')); // 4 working hours from 09:00, lunch not counted
    expect(told(ticked(ticket, due), 'unsigned')).toEqual(['s_zhao', 's_sun']);
    expect(ticked(moved(ticket, 'sign', zhao, due - MINUTE), due).history.at(-1)?.move).toBe('sign');
  });

  test('a ticket in the pool reminds the desk, and its slip goes to the desk', () => {
    const pooled = filed({ pooled: true });
    expect(told(pooled, 'pooled')).toEqual(['s_qian']);
    const late = ticked(pooled, pooled.dueAt);
    expect(told(late, 'undispatched')).toEqual(['s_qian']);
    expect(late.slips[0]?.to).toEqual(['s_qian']);
  });

  test('no verdict for seven days closes as 未评价, which is no rating', () => {
    const resolved = inState('resolved');
    expect(ticked(resolved, resolved.updatedAt + VERDICT_LAPSES - 1).state).toBe('resolved');
    const closed = ticked(resolved, resolved.updatedAt + VERDICT_LAPSES);
    expect([closed.state, closed.ratings]).toEqual(['closed', []]);
  });

  test('a resolved ticket is never late, however long the resident thinks', () => {
    const resolved = inState('resolved');
    expect(resolved.runsOut).toBeNull();
    expect(ticked(resolved, resolved.dueAt + MINUTE).slips).toEqual([]);
  });
});

describe('the last word', () => {
  const at = START + 5 * MINUTE;

  test.each([3, 4, 5] as const)('level %i closes', (level) => {
    expect(moved(inState('resolved'), 'rate', lin, at, { level }).state).toBe('closed');
  });

  test.each([
    ['非常不满意', { level: 1, reasons: ['manner'] }],
    ['不满意', { level: 2, reasons: ['slow', 'unclear'] }],
    ['没好', { level: undefined, solved: 'no', reasons: ['unsolved'] }],
    ['没好 although polite', { level: 4, solved: 'no', reasons: ['unsolved'] }],
  ] as const)('%s opens the rework in the same write', (_, verdict) => {
    const { next, happened } = decide(inState('resolved'), 'rate', lin, at, verdict);
    expect(next).toMatchObject({ state: 'working', cycle: 2 });
    expect(happened).toHaveLength(1);
    expect(next.ratings).toHaveLength(1);
    expect(next.clocks.unit?.startedAt).toBe(at);
    expect(told(next, 'rework')).toEqual(['s_zhao', 's_sun']);
  });

  test('nobody works on a bad rating without knowing why', () => {
    expect(() => moved(inState('resolved'), 'rate', lin, at, { level: 2 })).toThrow('哪里没办好');
    expect(() => moved(inState('resolved'), 'rate', lin, at, { level: undefined })).toThrow('请选一个评价');
  });

  test('the rework has its own limit, and may earn its own slip', () => {
    const again = moved(inState('resolved'), 'rate', lin, at, { level: 1, reasons: ['unsolved'] });
    expect(again.clocks.unit?.dueAt).toBe(moment('2026-03-18 17:30'));
    expect(promisedAt(again)).toBe(again.clocks.unit?.dueAt);
    const late = ticked(again, again.dueAt);
    expect(late.slips.map((slip) => slip.cycle)).toEqual([2]);
  });

  test('whoever did the work never judges it, even as its reporter', () => {
    const self: Actor = { ...zhao, id: lin.id };
    expect(() => moved(inState('resolved'), 'rate', self, at)).toThrow('这一步不由您来办');
  });

  test('reopening is possible for fifteen days, and the resident’s clock runs on', () => {
    const closed = inState('closed');
    const closedAt = closed.closedAt ?? 0;
    const reopened = moved(closed, 'reopen', lin, closedAt + REOPEN_WITHIN);
    expect(reopened).toMatchObject({ state: 'working', cycle: 2, closedAt: null });
    expect(pausedAt(reopened.clocks.resident)).toBeNull();
    expect(reopened.clocks.resident.startedAt).toBe(START);
    expect(() => moved(closed, 'reopen', lin, closedAt + REOPEN_WITHIN + 1)).toThrow('超过 15 天');
  });
});

describe('evidence', () => {
  test('nobody resolves a ticket without saying what was done', () => {
    expect(() => moved(inState('working'), 'resolve', zhao, START + HOUR, { text: '  ' })).toThrow(
      '请写明办理结果',
    );
  });

  test('a photo is asked for only where the service needs one', () => {
    const without = { photos: [] };
    expect(() =>
      moved(
        inState('working', { service: { ...LAMP, evidence: 'required' } }),
        'resolve',
        zhao,
        START + HOUR,
        without,
      ),
    ).toThrow('拍一张');
    expect(moved(inState('working'), 'resolve', zhao, START + HOUR, without).state).toBe('resolved');
  });

  test('a resident is asked twice at most', () => {
    let ticket = inState('working');
    for (let round = 0; round < 2; round++)
      ticket = moved(moved(ticket, 'ask', zhao, START + HOUR), 'answer', lin, START + HOUR);
    expect(() => moved(ticket, 'ask', zhao, START + HOUR)).toThrow('补充过两次');
    expect(ticketFlow.allowed(ticket, zhao, START + HOUR)).not.toContain('ask');
  });

  test('a unit gives a ticket back once', () => {
    const back = moved(filed(), 'return', zhao, START);
    expect(told(back, 'returned')).toEqual(['s_qian']);
    const again = moved(back, 'dispatch', qian, START + HOUR);
    expect(again.handler?.person).toBe('s_sun');
    expect(() => moved(again, 'return', sun, START + HOUR)).toThrow('已退回过一次');
  });
});

test('whoever of the unit signs first has it', () => {
  const signed = moved(filed(), 'sign', sun, START);
  expect(signed.handler).toMatchObject({ person: 's_sun', name: '孙立' });
  expect(ticketFlow.allowed(signed, zhao, START)).not.toContain('contact');
});

test('signing late is said', () => {
  const ticket = filed();
  const signed = moved(ticket, 'sign', zhao, (ticket.clocks.sign?.dueAt ?? 0) + 1);
  expect(signed.history.at(-1)?.about).toEqual({ late: true });
  expect(signed.clocks.sign && isLate(signed.clocks.sign, START + DAY)).toBe(true);
});

test('who signed and rang in time did so for ever; a late call is said', () => {
  const ticket = filed();
  const signed = moved(ticket, 'sign', zhao, ticket.clocks.sign?.dueAt ?? 0);
  expect(signed.history.at(-1)?.about).toEqual({ late: false });
  expect(signed.clocks.sign && isLate(signed.clocks.sign, START + 9 * DAY)).toBe(false);

  const due = signed.clocks.contact?.dueAt ?? 0;
  expect(due).toBe(moment('2026-03-12 17:30'));
  const rung = moved(signed, 'contact', zhao, due);
  expect(rung.history.at(-1)?.about).toEqual({ contact: 'phone', late: false });
  expect(rung.clocks.contact && isLate(rung.clocks.contact, START + 9 * DAY)).toBe(false);
  const late = moved(signed, 'contact', zhao, due + 1);
  expect(late.history.at(-1)?.about).toEqual({ contact: 'phone', late: true });
});

test('a result in the moment of the limit is in time, one later is late', () => {
  const working = inState('working');
  const resolved = (now: number) => moved(working, 'resolve', zhao, now).history.at(-1)?.about;
  expect(resolved(working.dueAt)).toEqual({ result: 'solved', late: false });
  expect(resolved(working.dueAt + 1)).toEqual({ result: 'solved', late: true });
});
