/** One body in every pair of roles: whoever asked for it, did it or helped never judges it. */
import * as fc from 'fast-check';
import { assignmentTo, CALENDAR, EVIDENCE, filed, inState, moved, START } from '@/test/builders/ticket';
import { hou, LAMP, lin, qian, SEWER, shu, sun, zhao } from '@/test/builders/town';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, MINUTE } from '../time/day';
import { ticketFlow } from './flow';
import { JUDGING, judgesOwn } from './judge';
import { MOVES, type TicketMove } from './lifecycle';
import type { Ticket } from './ticket';

const at = START + MINUTE;

/** This person with the posts and units of others as well. */
function also(one: Actor, ...others: readonly Actor[]): Actor {
  const all = [one, ...others].flatMap(({ staff }) => (staff ? [staff] : []));
  const [own] = all;
  if (!own) return one;
  const id = one.staff?.id ?? own.id;
  return {
    ...one,
    staff: { ...own, id, posts: all.flatMap(({ posts }) => posts), leads: all.flatMap(({ leads }) => leads) },
  };
}

const BODIES: readonly (readonly [string, Actor, Partial<Ticket>])[] = [
  ['who has it dispatches', also(zhao, qian), {}],
  ['who has it leads the unit', also(zhao, sun), {}],
  ['who has it leads the place', also(zhao, shu), {}],
  ['who helps leads the unit', also(hou, sun), {}],
  ['who helps dispatches', also(hou, qian), {}],
  ['who reports dispatches', { ...qian, id: lin.id }, {}],
  ['who reports leads the place', { ...shu, id: lin.id }, {}],
  ['who reports leads the unit', { ...sun, id: lin.id }, {}],
  ['who reports has it', { ...zhao, id: lin.id }, {}],
  ['who reports helps', { ...hou, id: lin.id }, {}],
  [
    'who reports has a second phone',
    { ...qian, id: 'u_other' },
    { reporter: { ...filed().reporter, staff: 's_qian' } },
  ],
  ['everything', { ...also(zhao, sun, hou, qian, shu), id: lin.id }, {}],
];

interface Step {
  readonly move: TicketMove;
  readonly by: number;
  readonly after: number;
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.constantFrom(...MOVES),
  by: fc.nat({ max: 7 }),
  after: fc.oneof(fc.integer({ min: 0, max: 90 * MINUTE }), fc.integer({ min: 0, max: 8 * DAY })),
  pick: fc.nat(),
});

const LIVES = Number(process.env.LIVES ?? 1000) / 10;

/** The same question asked anew, so that a rule which forgets somebody is noticed. */
function isOwn(
  move: TicketMove,
  { handler, history, joint, reporter }: Ticket,
  { id, staff }: Actor,
): boolean {
  const asked = id === reporter.id || (staff !== null && staff.id === reporter.staff);
  const did = (...moves: string[]) =>
    history.some((entry) => moves.includes(entry.move) && entry.by.id === staff?.id);
  const works = handler?.person === staff?.id || did('resolve', 'measure');
  const helps = joint?.measures.some(({ person }) => person === staff?.id) ?? false;
  const worked = staff !== null && (works || helps);
  return worked || (move !== 'rate' && asked) || (move === 'rule' && did('return'));
}

describe.each(BODIES)('%s', (_, body, over) => {
  test('and in no life judges their own', () => {
    const judged = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(LAMP, SEWER),
        fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
        (service, steps) => {
          let ticket: Ticket = { ...filed({ service, sampled: true }), ...over };
          let now = START;
          for (const { move, by, after, pick } of steps) {
            now += after;
            // the body is there twice as often as anybody
            const actor = [body, body, lin, zhao, sun, hou, shu, CLOCK][by] as Actor;
            const may = ticketFlow.allowed(ticket, actor, now);
            const chosen = (pick % 3 > 0 ? may[pick % may.length] : undefined) ?? move;
            const own = chosen in JUDGING && isOwn(chosen, ticket, actor);
            try {
              const given = {
                ...EVIDENCE[chosen],
                ...(chosen === 'transfer' && { assignment: assignmentTo('s_zhao') }),
              };
              ticket = ticketFlow.decide(ticket, {
                ...given,
                move: chosen,
                actor,
                now,
                calendar: CALENDAR,
              }).next;
              if (actor.clock) continue;
              if (chosen in JUDGING) judged.add(chosen);
              expect([chosen, own]).toEqual([chosen, false]);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
        },
      ),
      { numRuns: LIVES, endOnFailure: true },
    );
    expect(judged.size).toBeGreaterThan(0);
  });
});

test('the proxy who filed it does not confirm it as the dispatcher who rings', () => {
  const beneficiary = { name: '林奶奶', phone: '17000000009', callback: 'phone' } as const;
  const proxy = { ...qian, id: lin.id };
  const done: Ticket = { ...inState('resolved'), beneficiary, callAt: at };
  expect(() => moved(done, 'call', proxy, at + DAY)).toThrow('另一个人');
  expect(moved(done, 'call', qian, at + DAY).state).toBe('closed');
  expect(() => moved(done, 'rate', proxy, at + DAY)).toThrow('由本人说');
});

test('who still has a measure in it grants nothing for it', () => {
  const joint = moved(inState('working'), 'convene', zhao, at, { assignments: [assignmentTo('s_hou')] });
  const asks = moved(joint, 'extend', zhao, at);
  expect(() => moved(asks, 'grant', also(hou, qian), at)).toThrow('另一个人');
  expect(moved(asks, 'grant', qian, at).extended).toBe(true);
});

test('a second phone of whoever reported is the same body', () => {
  const second = { ...qian, id: 'u_other' };
  const reporter = { ...filed().reporter, staff: 's_qian' };
  const asks = { ...moved(inState('working'), 'extend', zhao, at), reporter };
  expect(() => moved(asks, 'grant', second, at)).toThrow('另一个人');
});

test('who helped checks nothing of it, also when the work is reopened', () => {
  const joint = moved(inState('working', { sampled: true }), 'convene', zhao, at, {
    assignments: [assignmentTo('s_hou')],
  });
  const helped = moved(joint, 'measure', hou, at);
  const checking = moved(helped, 'resolve', zhao, at);
  expect(checking.state).toBe('checking');
  expect(() => moved(checking, 'check', also(hou, qian), at)).toThrow('另一个人');
  expect(() => moved(checking, 'check', also(zhao, sun), at)).toThrow('另一个人');
  expect(moved(checking, 'check', sun, at).state).toBe('resolved');
});

test('who gave it back does not rule who has it', () => {
  const disputed = inState('adjudicating');
  expect(() => moved(disputed, 'rule', also(hou, shu), at)).toThrow('另一个人');
  expect(moved(disputed, 'rule', shu, at).state).toBe('dispatched');
});

test.each(Object.keys(JUDGING) as TicketMove[])('%s: what each capacity makes of it', (move) => {
  const ticket = { ...inState('working'), handler: inState('working').handler };
  expect(judgesOwn(move, ticket, zhao)).toBe(true);
  expect(judgesOwn(move, ticket, { ...qian, id: lin.id })).toBe(move !== 'rate');
  expect([sun, hou, qian, shu, lin].map((actor) => judgesOwn(move, ticket, actor))).toEqual([
    false,
    false,
    false,
    false,
    move !== 'rate',
  ]);
});

test('who ended a measure in another’s name worked on it as well', () => {
  const joint = moved(inState('working'), 'convene', zhao, at, { assignments: [assignmentTo('s_hou')] });
  const late = (joint.joint?.measures[0]?.dueAt ?? 0) + MINUTE;
  const ended = moved(joint, 'measure', sun, late);
  expect(judgesOwn('check', ended, sun)).toBe(true);
  expect(judgesOwn('check', ended, qian)).toBe(false);
});
