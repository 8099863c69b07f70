/** No move and no pair of moves of any flow, repeated for ever, makes a case larger than it may be. */
import { ACTIVITY, ACTIVITY_GROWTH } from '../activity/lifecycle';
import { HONOUR, HONOUR_GROWTH } from '../honour/honour';
import { CONDUCT, CONDUCT_STATES } from '../points/conduct';
import { RETURN_STATES, RETURNS } from '../points/returns';
import { PARTICIPATION, PARTICIPATION_GROWTH } from '../record/lifecycle';
import { GROWTH, LIFECYCLE as TICKET } from '../ticket/lifecycle';
import { LIFECYCLE as WISH, STATES as WISH_STATES } from '../wish/lifecycle';
import type { Case, Table } from './flow';
import { FULL, type Growth, mostBytes, requireRoom } from './growth';
import { Refusal } from './refusal';

type AnyTable = Table<string, string, string, string>;
const FLOWS: Readonly<Record<string, { readonly table: AnyTable; readonly growth: Growth }>> = {
  ticket: { table: TICKET, growth: GROWTH },
  wish: { table: WISH, growth: { states: WISH_STATES } },
  activity: { table: ACTIVITY, growth: ACTIVITY_GROWTH },
  participation: { table: PARTICIPATION, growth: PARTICIPATION_GROWTH },
  conduct: { table: CONDUCT, growth: { states: CONDUCT_STATES } },
  return: { table: RETURNS, growth: { states: RETURN_STATES } },
  honour: { table: HONOUR, growth: HONOUR_GROWTH },
};

/** A step of a person: a move from a state to a state. */
type Step = readonly [move: string, from: string, to: string];
const stepsOf = (table: AnyTable): Step[] =>
  Object.entries(table)
    .filter(([, { by }]) => by.some((role) => role !== 'clock'))
    .flatMap(([move, { from, to }]) => from.flatMap((one) => to.map((other): Step => [move, one, other])));

/** What one may go on repeating: a step that stays, and two that lead back. */
function cyclesOf(table: AnyTable): Step[][] {
  const steps = stepsOf(table);
  const back = (there: Step) => steps.filter(([, from, to]) => from === there[2] && to === there[1]);
  return steps.flatMap((step): Step[][] =>
    step[1] === step[2]
      ? [[step]]
      : back(step)
          .filter(([, from]) => from > step[1])
          .map((other) => [step, other]),
  );
}

const opened = (state: string): Case => ({
  _id: 'c',
  no: 'C1',
  flow: 'any',
  state,
  rev: 0,
  orgPath: '',
  wakeAt: null,
  history: [],
  outbox: [],
  openedAt: 0,
  updatedAt: 0,
  closedAt: null,
});

const bytesOf = (subject: Case) => Buffer.byteLength(JSON.stringify(subject));

function after(subject: Case, [move, , to]: Step, role: string, text: string): Case {
  const entry = { at: 1, move, by: { id: 'u', name: '名', role }, ...(to !== subject.state && { to }), text };
  return { ...subject, state: to, history: [...subject.history, entry] };
}

/** Repeats a cycle until it is refused, and gives the case and the code. */
function repeated(growth: Growth, cycle: readonly Step[], text: string): { last: Case; code: string } {
  let last = opened(cycle[0]?.[1] ?? '');
  for (let times = 0; times < 2000; times++)
    for (const step of cycle) {
      const next = after(last, step, 'someone', text);
      try {
        // What weighs is added up, not written out: entries are alike.
        requireRoom(
          growth,
          last,
          next,
          bytesOf(opened('')) +
            next.history.length * (bytesOf(after(opened(''), step, 'someone', text)) - bytesOf(opened(''))),
        );
      } catch (error) {
        if (error instanceof Refusal) return { last, code: error.code };
        throw error;
      }
      last = next;
    }
  return { last, code: 'never' };
}

describe.each(Object.entries(FLOWS))('%s', (_, { table, growth }) => {
  test.each([
    ['short words', '好'],
    ['the longest words', '好'.repeat(2000)],
  ])('every move and every pair of moves that may be repeated comes to an end: %s', (__, text) => {
    for (const cycle of cyclesOf(table)) {
      const { last, code } = repeated(growth, cycle, text);
      const name = cycle.map(([move]) => move).join('/');
      expect([name, code]).toEqual([name, expect.stringMatching(/^CASE_(?:FULL|ENDS)$/)]);
      expect(bytesOf(last)).toBeLessThanOrEqual(mostBytes(growth));
    }
  });

  test('a case at its end can still be brought to it, by people and by the clock', () => {
    const { states } = growth;
    const full = { ...opened(states[0] ?? ''), history: Array.from({ length: 5000 }, () => entry('x')) };
    for (const [move, from, to] of stepsOf(table)) {
      const before = { ...full, state: from };
      const forward = states.indexOf(to) > states.indexOf(from);
      const tried = (role: string) => {
        try {
          requireRoom(growth, before, after(before, [move, from, to], role, '好'), 10_000_000);
          return 'ok';
        } catch (error) {
          return error instanceof Refusal ? error.code : 'bug';
        }
      };
      expect([move, from, to, tried('someone')]).toEqual([move, from, to, forward ? 'ok' : 'CASE_ENDS']);
      expect(tried('clock')).toBe('ok');
    }
  });
});

const entry = (move: string) => ({ at: 1, move, by: { id: 'u', name: '名', role: 'someone' } });

test('a full case is refused additions, not work; an ordinary one neither', () => {
  const at = (entries: number, state = 'working') => ({
    ...opened(state),
    history: Array.from({ length: entries }, () => entry('note')),
  });
  const code = (before: Case, step: Step, bytes = 1000) => {
    try {
      requireRoom(GROWTH, before, after(before, step, 'handler', '好'), bytes);
      return 'ok';
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  const note: Step = ['note', 'working', 'working'];
  const resolve: Step = ['resolve', 'working', 'resolved'];
  const measure: Step = ['measure', 'working', 'working'];
  const again: Step = ['rate', 'resolved', 'working'];
  expect(code(at(FULL.entries - 1), note)).toBe('ok');
  expect(code(at(FULL.entries), note)).toBe('CASE_FULL');
  expect(code(at(5), note, FULL.bytes + 1)).toBe('CASE_FULL');
  for (const work of [resolve, measure]) expect(code(at(FULL.entries), work)).toBe('ok');
  expect(code(at(FULL.entries, 'resolved'), again)).toBe('ok');
  expect(code(at(2 * FULL.entries, 'resolved'), again)).toBe('CASE_ENDS');
  expect(code(at(2 * FULL.entries), resolve)).toBe('ok');
});
