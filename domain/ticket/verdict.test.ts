import { assignmentTo, CALENDAR, decide, filed, inState, moved, START, ticked } from '@/test/builders/ticket';
import { lin, ma, qian, SEWER, shu, sun, zhao } from '@/test/builders/town';
import { CLOCK } from '../flow/actor';
import { workingMs } from '../time/calendar';
import { DAY, HOUR, moment } from '../time/day';
import { ticketFlow } from './flow';
import { solversOf } from './judge';
import type { Ticket } from './ticket';
import { isSampled, needsCheck, needsSuccessor, reworkBy } from './verdict';

const MINUTE = 60_000;

describe('check by somebody else', () => {
  test.each<[string, Partial<Ticket>, boolean]>([
    ['an ordinary first result that was not drawn', {}, false],
    ['one that was drawn', { sampled: true }, true],
    ['danger to life', { urgency: 'L1' }, true],
    ['water, power, heat', { urgency: 'L2' }, true],
    ['needs coordination', { urgency: 'L4' }, false],
    ['a rework', { cycle: 2 }, true],
    ['“cannot be solved”', { result: { kind: 'unsolvable', text: '', photos: [], at: 0, by: '' } }, true],
    ['“explained”', { result: { kind: 'explained', text: '', photos: [], at: 0, by: '' } }, false],
  ])('%s', (_, given, expected) => {
    expect(needsCheck({ ...inState('working'), ...given })).toBe(expected);
  });

  test('one in five is drawn', () => {
    const lots = Array.from({ length: 5000 }, (_, n) => n / 5000);
    expect(lots.filter((lot) => isSampled(lot)).length).toBe(1000);
    expect(lots.some((lot) => isSampled(lot, 0))).toBe(false);
    expect(lots.every((lot) => isSampled(lot, 1))).toBe(true);
  });

  test('the unit’s clock stands, the resident’s runs, and the checkers are told, never the handler', () => {
    const checking = inState('checking');
    const { resident, unit } = checking.clocks;
    expect([resident.pauses.length, unit?.pauses.at(-1)?.why]).toEqual([0, 'check']);
    expect(checking.outbox.filter(({ kind }) => kind === 'check').map(({ to }) => to)).toEqual([
      's_sun',
      's_qian',
    ]);
    expect(() =>
      moved(
        checking,
        'check',
        { ...zhao, staff: zhao.staff && { ...zhao.staff, leads: ['grid-v01'] } },
        START + HOUR,
      ),
    ).toThrow('由另一个人');
  });

  test('not passed needs a reason, goes back to work with what was left, and nothing was promised to the resident', () => {
    const checking = inState('checking');
    const left = (ticket: Ticket) => workingMs(CALENDAR, ticket.updatedAt, ticket.clocks.unit?.dueAt ?? 0);
    expect(() => decide(checking, 'check', sun, START + 2 * HOUR, { passed: false, text: ' ' })).toThrow(
      '复核',
    );
    const back = moved(checking, 'check', sun, checking.updatedAt + 2 * HOUR, {
      passed: false,
      text: '灯还是不亮',
    });
    expect(back).toMatchObject({ state: 'working', result: null, cycle: 1 });
    expect(left(back)).toBe(left(checking));
    expect(back.outbox.at(-1)).toMatchObject({ kind: 'check-failed', to: 's_zhao' });
    expect(back.outbox.some(({ kind }) => kind === 'resolved')).toBe(false);
  });

  test('after a working day without a check the resident is asked all the same', () => {
    const checking = ticketFlow.delivered(inState('checking'));
    expect(checking.wakeAt).toBe(moment('2026-03-12 17:30'));
    const asked = ticked(checking, moment('2026-03-12 17:30'));
    expect(asked.state).toBe('resolved');
    expect(asked.history.at(-1)?.move).toBe('passUnchecked');
  });
});

describe('a result that is refused again and again', () => {
  const refused = (ticket: Ticket, at: number, given = {}) =>
    moved(ticket, 'rate', lin, at, { level: 1, reasons: ['unsolved'], ...given });
  const done = (ticket: Ticket, at: number) => moved(moved(ticket, 'resolve', zhao, at), 'check', sun, at);
  /** The first rework is done as well, and lies before the resident. */
  const twice = (): Ticket => done(refused(inState('resolved'), START + HOUR), START + 2 * HOUR);
  const at = START + 3 * HOUR;

  test('who takes it up', () => {
    expect([2, 3, 4, 9].map(reworkBy)).toEqual(['same', 'other', 'leader', 'leader']);
    expect(needsSuccessor(inState('resolved'), 'rate')).toBe(false);
    expect(['rate', 'call', 'reopen', 'close'].map((move) => needsSuccessor(twice(), move))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(solversOf(twice())).toEqual(['s_zhao']);
  });

  test('the second rework goes to somebody else, with a full limit and a 督查交办单 in working hours', () => {
    const next = refused(twice(), at, { assignment: assignmentTo('s_hou') });
    expect(next).toMatchObject({
      state: 'dispatched',
      cycle: 3,
      handler: { person: 's_hou' },
      result: { kind: 'solved' },
    });
    expect(workingMs(CALENDAR, at, next.clocks.unit?.dueAt ?? 0)).toBeGreaterThan(4 * 8 * HOUR);
    expect(next.outbox.slice(-4).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'handed-on s_zhao',
      'rework s_sun',
      'assigned s_hou',
      'dispatched u_lin',
    ]);
    const slipped = ticked(next, at);
    expect(slipped.slips).toMatchObject([{ kind: 'supervise', cycle: 3, to: ['s_ma', 's_shu'] }]);
    expect(ticked(slipped, at + MINUTE).slips).toHaveLength(1);
  });

  test('a verdict at night sends its slip in the morning', () => {
    const night = moment('2026-03-11 22:10');
    const next = refused(twice(), night, { assignment: assignmentTo('s_hou') });
    expect(ticked(next, night + HOUR).slips).toEqual([]);
    expect(ticked(next, moment('2026-03-12 08:30')).slips).toMatchObject([{ kind: 'supervise' }]);
  });

  test('with nobody else it waits in the pool, and the desk is told', () => {
    const next = refused(twice(), at, { assignment: null });
    expect(next).toMatchObject({ state: 'submitted', cycle: 3, handler: null });
    expect(next.outbox.at(-1)).toMatchObject({ kind: 'pooled', to: 's_qian' });
  });

  test('the third comes before a leader, who names whomever they find right', () => {
    const third = moved(twice(), 'rate', lin, at, {
      level: 2,
      reasons: ['slow'],
      assignment: assignmentTo('s_hou'),
    });
    const working = moved(
      moved(third, 'sign', { ...ma, staff: ma.staff && { ...ma.staff, id: 's_hou' } }, at),
      'contact',
      { ...ma, staff: ma.staff && { ...ma.staff, id: 's_hou' } },
      at,
    );
    const again = moved(
      moved(working, 'resolve', { ...ma, staff: ma.staff && { ...ma.staff, id: 's_hou' } }, at),
      'check',
      ma,
      at,
    );
    const before = refused(again, at + HOUR);
    expect(before).toMatchObject({ state: 'adjudicating', cycle: 4, handler: null });
    expect(before.outbox.filter(({ kind }) => kind === 'rule-rework').map(({ to }) => to)).toEqual([
      's_qian',
      's_shu',
    ]);
    const ruled = moved(before, 'rule', shu, at + 2 * HOUR, { assignment: assignmentTo('s_zhao') });
    expect(ruled).toMatchObject({ state: 'dispatched', handler: { person: 's_zhao' }, cycle: 4 });
  });

  test('the desk may take a closed matter up at any time, its reporter for fifteen days', () => {
    const closed = inState('closed');
    const later = (closed.closedAt ?? 0) + 40 * DAY;
    expect(() => moved(closed, 'reopen', lin, later)).toThrow('15 天');
    expect(moved(closed, 'reopen', qian, later)).toMatchObject({ state: 'working', cycle: 2 });
  });
});

test.each([
  ['danger to life has two hours again, day and night', 'L1', '2026-03-13 22:00', '2026-03-14 00:00'],
  ['water, power, heat have a day and a night', 'L2', '2026-03-13 22:00', '2026-03-14 22:00'],
  ['everything else has five working days', 'L3', '2026-03-13 22:00', '2026-03-20 17:30'],
  ['also what had fifteen', 'L4', '2026-03-13 22:00', '2026-03-20 17:30'],
  ['also a question', 'Q', '2026-03-13 22:00', '2026-03-20 17:30'],
] as const)('a refused result: %s', (_, urgency, from, due) => {
  const again = moved({ ...inState('resolved'), urgency }, 'rate', lin, moment(from), {
    level: 1,
    reasons: ['unsolved'],
  });
  expect(again.clocks.unit?.dueAt).toBe(moment(due));
});

test('who follows another’s report has the same seven days for a verdict of their own', () => {
  const parent = { ...inState('resolved'), _id: 't_other' };
  const settled = ticketFlow.delivered(moved(inState('merged'), 'settle', CLOCK, START + HOUR, { parent }));
  expect(settled).toMatchObject({ state: 'resolved', result: parent.result, handler: parent.handler });
  expect(settled.clocks.resident.pauses.at(-1)).toMatchObject({ to: null, why: 'verdict' });
  expect(ticked(settled, START + HOUR + 7 * DAY - 1).state).toBe('resolved');
  expect(ticked(settled, START + HOUR + 7 * DAY).state).toBe('closed');
});

test('callbacks come up when they may be made', () => {
  const resolved = inState('resolved');
  expect(resolved.callAt).toBe(resolved.updatedAt + DAY);
  const missed = moved(resolved, 'call', qian, resolved.updatedAt + DAY, { outcome: 'unreached' });
  expect(missed.callAt).toBe(missed.updatedAt + 4 * HOUR);
  expect(moved(missed, 'rate', lin, missed.updatedAt)).toMatchObject({ state: 'closed', callAt: null });
});

test('a unit says “not ours” within a working day, in danger at once', () => {
  const ticket = filed();
  expect(ticket.handler?.returnBy).toBe(moment('2026-03-12 17:30'));
  expect(() => moved(ticket, 'return', zhao, moment('2026-03-12 17:31'))).toThrow('时限已过');
  expect(moved(ticket, 'return', zhao, moment('2026-03-12 17:30')).state).toBe('submitted');
  expect(filed({ service: SEWER }).handler?.returnBy).toBe(moment('2026-03-11 14:30'));
});

test('once the check is over, the clock stands for the verdict', () => {
  const passed = moved(inState('checking'), 'check', sun, START + HOUR);
  expect(passed.clocks.unit?.pauses.map(({ why }) => why)).toEqual(['check', 'verdict']);
});

test('a graver urgency gives at least a working hour, and never begins the waiting anew', () => {
  const late = moved(filed(), 'urgency', qian, START + 30 * HOUR, { urgency: 'L2', text: '整条街都黑了' });
  expect(late.clocks.resident.startedAt).toBe(START);
  expect(late.clocks.resident.dueAt).toBe(START + 31 * HOUR);
  expect(late.clocks.unit?.dueAt).toBe(START + 31 * HOUR);
});
