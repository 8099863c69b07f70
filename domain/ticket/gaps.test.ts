/** Asking and being asked again: consent that waits, a promise that has passed, a result that two people stand by. */
import { assignmentTo, inState, moved, START, ticked } from '@/test/builders/ticket';
import { hou, lin, qian, shu, sun, zhao } from '@/test/builders/town';
import { stepsOf } from '../rates/steps';
import { DAY, HOUR, MINUTE, moment } from '../time/day';
import { ticketFlow } from './flow';
import type { Ticket } from './ticket';

const at = START + HOUR;
const told = (ticket: Ticket, kind: string) =>
  ticket.outbox.filter((notice) => notice.kind === kind).map((notice) => notice.to);
const refused = () => moved(inState('resolved'), 'rate', lin, at, { level: 1, reasons: ['unsolved'] });

describe('consent that waits', () => {
  const asks = ticketFlow.delivered(moved(inState('working'), 'hold', zhao, at));

  test('whoever must give it is reminded after a working day, once', () => {
    const due = moment('2026-03-12 17:30');
    expect(asks.wakeAt).toBe(due);
    expect(told(ticked(asks, due - 1), 'consent-waits')).toEqual([]);
    const reminded = ticketFlow.delivered(ticked(asks, due));
    expect(told(ticked(asks, due), 'consent-waits')).toEqual(['s_sun', 's_qian']);
    expect(reminded.pending).toMatchObject({ kind: 'hold', remindAt: null });
    expect(told(ticked(reminded, due + DAY), 'consent-waits')).toEqual([]);
    expect(moved(reminded, 'grant', sun, due + DAY).state).toBe('on_hold');
  });

  test('who asked takes it back, and nobody else does', () => {
    const back = moved(asks, 'retract', zhao, at + MINUTE);
    expect(back).toMatchObject({ state: 'working', pending: null });
    expect(back.history.at(-1)).toMatchObject({ move: 'retract', about: { kind: 'hold' } });
    for (const other of [sun, qian, shu])
      expect(() => moved(asks, 'retract', other, at)).toThrow('没有等人同意');
    expect(() => moved(inState('working'), 'retract', zhao, at)).toThrow('没有等人同意');
    expect(moved(back, 'hold', zhao, at + 2 * MINUTE).pending).not.toBeNull();
  });
});

describe('a promise that has passed', () => {
  const working = ticketFlow.delivered(inState('working'));
  const late = working.clocks.resident.dueAt + 1;

  test('its reporter urges it once: told, counted, and no slip for it', () => {
    expect(() => moved(working, 'urge', lin, late - 2)).toThrow('还没到答应您的日子');
    const urged = moved(working, 'urge', lin, late);
    expect(told(urged, 'urged')).toEqual(['s_zhao', 's_sun']);
    expect(urged.slips).toEqual(working.slips);
    expect(() => moved(urged, 'urge', lin, late + DAY)).toThrow('已经催过一次');
    for (const other of [zhao, sun, qian])
      expect(() => moved(working, 'urge', other, late)).toThrow('不由您来办');
  });

  test('after a rework once more', () => {
    const again: Ticket = { ...refused(), urged: 1 };
    const due = again.clocks.unit?.dueAt ?? 0;
    expect(moved(again, 'urge', lin, due + 1).urged).toBe(2);
  });
});

describe('a result that was refused and holds', () => {
  const asks = () => moved(refused(), 'refute', zhao, at + HOUR);

  test('two people close it with a note and the way to petition; it never counts as content', () => {
    expect(told(asks(), 'consent')).toEqual(['s_sun', 's_qian', 's_shu']);
    const lead = moved(refused(), 'refute', sun, at + HOUR);
    expect(() => moved(lead, 'grant', sun, at + HOUR)).toThrow('另一个人');
    const closed = moved(asks(), 'grant', sun, at + 2 * HOUR);
    expect(closed).toMatchObject({
      state: 'closed',
      closedAt: at + 2 * HOUR,
      declined: { code: 'unfounded', text: '又去看了一遍，灯是亮的', by: '赵海平', confirmedBy: '孙立' },
    });
    expect(told(closed, 'unfounded')).toEqual(['u_lin']);
    expect(() => moved(closed, 'reopen', lin, at + 3 * HOUR)).toThrow('信访渠道');
    expect(moved(closed, 'reopen', qian, at + 3 * HOUR).state).not.toBe('closed');
    expect(stepsOf(closed).at(-1)).toMatchObject({ move: 'grant', to: 'closed', over: 'unfounded' });
  });

  test('never before the resident said so, never of a danger, and not while something else waits', () => {
    expect(() => moved(inState('working'), 'refute', zhao, at)).toThrow('还没有说没办好');
    const danger: Ticket = { ...refused(), urgency: 'L2' };
    expect(() => moved(danger, 'refute', zhao, at)).toThrow('紧急的事');
    expect(() => moved(moved(refused(), 'hold', zhao, at), 'refute', sun, at)).toThrow('已经有一项申请');
  });
});

test.each(['L1', 'L2'] as const)('a danger gets no more time: %s', (urgency) => {
  const danger: Ticket = { ...inState('working'), urgency };
  expect(() => moved(danger, 'extend', zhao, at)).toThrow('紧急的事不能延期');
});

test('left unsigned a second time it is urged at once, not a working day after its limit', () => {
  const first = ticketFlow.delivered(inState('dispatched'));
  const unsigned = ticketFlow.delivered(ticked(first, first.clocks.sign?.dueAt ?? 0));
  expect(unsigned.slips).toEqual([]);
  const moves = { assignment: assignmentTo('s_hou'), text: '换一位' };
  const second = ticketFlow.delivered(moved(unsigned, 'transfer', qian, unsigned.updatedAt + MINUTE, moves));
  const due = second.clocks.sign?.dueAt ?? 0;
  const urged = ticked(second, due);
  expect(urged.slips).toMatchObject([{ kind: 'urge', to: ['s_hou', 's_ma', 's_qian'] }]);
  expect(due).toBeLessThan(second.dueAt);
  // a dispatch that was late is no late signing
  const pooled = ticketFlow.delivered(inState('submitted'));
  const waited = ticketFlow.delivered(ticked(pooled, pooled.clocks.sign?.dueAt ?? 0));
  const given = ticketFlow.delivered(moved(waited, 'dispatch', qian, waited.updatedAt + MINUTE));
  expect(ticked(given, given.clocks.sign?.dueAt ?? 0).slips.filter(({ kind }) => kind === 'urge')).toEqual(
    [],
  );
});

test('each rework from the second on brings a 督查交办单 of its own', () => {
  const refuse = (ticket: Ticket, when: number) =>
    ticketFlow.delivered(moved(ticket, 'rate', lin, when, { level: 1, reasons: ['unsolved'] }));
  const solve = (ticket: Ticket, when: number) => {
    const dispatched = ticket.state === 'submitted' ? moved(ticket, 'dispatch', qian, when) : ticket;
    const ruled =
      dispatched.state === 'adjudicating'
        ? moved(dispatched, 'rule', shu, when, { assignment: assignmentTo('s_hou'), text: '由城建办' })
        : dispatched;
    const who = { s_zhao: zhao, s_sun: sun, s_hou: hou }[ruled.handler?.person ?? ''] ?? zhao;
    const signed = ruled.state === 'dispatched' ? moved(ruled, 'sign', who, when) : ruled;
    const working = signed.state === 'signed' ? moved(signed, 'contact', who, when) : signed;
    return moved(moved(working, 'resolve', who, when), 'check', qian, when + MINUTE);
  };
  let ticket = refuse(inState('resolved'), at);
  const kinds: string[][] = [];
  for (const hour of ['11:00', '14:00', '15:00', '16:00']) {
    const when = moment(`2026-03-11 ${hour}`);
    ticket = ticked(ticket, when);
    kinds.push(ticket.slips.filter(({ end }) => end === null).map(({ kind }) => kind));
    ticket = refuse(solve(ticketFlow.delivered(ticket), when), when + 30 * MINUTE);
  }
  expect(kinds.map((now) => now.filter((kind) => kind === 'supervise').length)).toEqual([0, 1, 1, 1]);
});

test('who is to answer a slip is told so, the others that it was sent; who lost the work is not led to it', () => {
  const again = moved(moved(refused(), 'resolve', zhao, at), 'check', sun, at);
  const pressed = ticketFlow.delivered(
    moved(again, 'rate', lin, at, { level: 1, reasons: ['unsolved'], assignment: assignmentTo('s_hou') }),
  );
  const slipped = ticked(pressed, moment('2026-03-11 11:00'));
  expect(told(slipped, 'slip-supervise')).toEqual(['s_ma']);
  expect(told(slipped, 'slip-supervise-sent')).toEqual(['s_shu']);
  const lost = moved(again, 'rate', lin, at, {
    level: 1,
    reasons: ['unsolved'],
    assignment: assignmentTo('s_hou'),
  });
  expect(told(lost, 'handed-on')).toEqual(['s_zhao']);
  expect(told(refused(), 'rework')).toEqual(['s_zhao', 's_sun']);
});
