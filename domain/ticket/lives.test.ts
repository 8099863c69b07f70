/** Random lives of tickets: whatever anybody tries, what must always hold, holds. A failure prints seed and shortest life. */
import * as fc from 'fast-check';
import { assignmentTo, CALENDAR, EVIDENCE, filed, inState, START } from '@/test/builders/ticket';
import { GAS, hou, LAMP, lin, ma, qian, ROOF, SEWER, shu, stranger, sun, zhao } from '@/test/builders/town';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { isRunning, pausedAt } from '../time/clock';
import { DAY, MINUTE } from '../time/day';
import { type TicketCommand, ticketFlow } from './flow';
import { openMeasures } from './joint';
import { isOpen, LIFECYCLE, MOVES, STATES, type TicketMove } from './lifecycle';
import { CALLS_MAX, QUESTIONS_MAX } from './limits';
import type { Ticket } from './ticket';

/** Those who move things along come up more often. */
const PEOPLE: readonly Actor[] = [lin, stranger, zhao, zhao, zhao, sun, sun, ma, hou, qian, shu, CLOCK];
const LIVES = Number(process.env.LIVES ?? 1000);

interface Step {
  readonly move: TicketMove;
  readonly actor: Actor;
  readonly after: number;
  readonly given: Partial<TicketCommand>;
}

/** Most steps are lawful for somebody, so that lives get somewhere; the rest is anything. */
const step: fc.Arbitrary<Step> = fc.record({
  move: fc.constantFrom(...MOVES),
  actor: fc.constantFrom(...PEOPLE),
  after: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 90 * MINUTE }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 12 * DAY }) },
  ),
  given: fc.oneof(
    fc.constant({}),
    fc.record(
      { level: fc.constantFrom(1, 2, 3, 4, 5), reasons: fc.constant(['slow'] as const) },
      { requiredKeys: [] },
    ),
    fc.record({ assignment: fc.constantFrom(null, ...['s_sun', 's_hou', 's_ma'].map(assignmentTo)) }),
    fc.record({ passed: fc.boolean(), measure: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ text: fc.constantFrom('', ' ', '有话说'), photos: fc.constant([]) }, { requiredKeys: [] }),
    fc.record(
      {
        outcome: fc.constantFrom('unreached', 'solved', 'unsolved'),
        urgency: fc.constantFrom('L1', 'L3', 'Q'),
      },
      { requiredKeys: [] },
    ),
  ) as fc.Arbitrary<Partial<TicketCommand>>,
});

/** Four in five. */
const mostly = fc.nat({ max: 4 }).map((n) => n > 0);

const life = fc.record({
  service: fc.constantFrom(LAMP, SEWER, GAS, ROOF),
  begins: fc.constantFrom('with a unit', 'in the pool', 'disputed'),
  steps: fc.array(fc.tuple(step, mostly, fc.nat()), { minLength: 10, maxLength: 60, size: 'max' }),
});

test('nothing that anybody tries breaks what must hold', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(life, ({ service, begins, steps }) => {
      let ticket =
        begins === 'disputed'
          ? inState('adjudicating')
          : filed({ service, pooled: begins === 'in the pool' });
      let now = START;
      check(ticket);
      reached.add(`file ${ticket.state}`);
      for (const [{ move, actor, after, given }, lawful, pick] of steps) {
        now += after;
        ticket = ticked(ticket, now);
        const who = actor;
        const may = ticketFlow.allowed(ticket, who, now);
        const chosen = lawful && may.length > 0 ? (may[pick % may.length] as TicketMove) : move;
        ticket = tried(ticket, { move: chosen, actor: who, after, given }, now);
        reached.add(`${chosen} ${ticket.state}`);
      }
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
  // Two people declining for want of power is rare in a random life; its own tests reach it.
  const common = STATES.filter((state) => state !== 'out_of_power');
  const states = new Set([...reached].map((entry) => entry.split(' ')[1]));
  expect(common.filter((state) => !states.has(state))).toEqual([]);
});

function tried(before: Ticket, { move, actor, given }: Step, now: number): Ticket {
  const until = now + 5 * DAY;
  const command = {
    ...EVIDENCE[move],
    until,
    ...given,
    move,
    actor,
    now,
    calendar: CALENDAR,
  } as TicketCommand;
  const allowed = ticketFlow.allowed(before, actor, now);
  try {
    const { next, happened } = ticketFlow.decide(before, command);
    expect(allowed).toContain(move);
    expect(LIFECYCLE[move].from as readonly string[]).toContain(before.state);
    expect(LIFECYCLE[move].to as readonly string[]).toContain(next.state);
    expect(happened).toHaveLength(1);
    expect(next.history).toHaveLength(before.history.length + 1);
    expect(next.cycle - before.cycle).toBe(next.cycle > before.cycle ? 1 : 0);
    check(next);
    return next;
  } catch (error) {
    if (error instanceof Refusal) return before;
    throw error;
  }
}

function ticked(before: Ticket, now: number): Ticket {
  const commandFor = (move: TicketMove): TicketCommand => ({ move, actor: CLOCK, calendar: CALENDAR, now });
  const next = ticketFlow.tick(before, now, commandFor)?.next;
  if (!next) return before;
  expect(ticketFlow.tick(next, now, commandFor)).toBeNull();
  check(next);
  return ticketFlow.delivered(next);
}

function check(ticket: Ticket): void {
  const { state, clocks, slips, handler, pending } = ticket;
  const at = (what: string) =>
    `${what} in ${state} after ${ticket.history.map((entry) => entry.move).join(' ')}`;
  const hold = (what: string, fact: boolean) => {
    if (!fact) throw new Error(at(what));
  };
  hold(
    'stored as it is',
    JSON.stringify(JSON.parse(JSON.stringify(ticket))) === JSON.stringify(ticket) && !hasUndefined(ticket),
  );
  hold('open means not closed', isOpen(state) === (ticket.closedAt === null));
  hold(
    'somebody has it, or the desk',
    handler !== null ||
      ['submitted', 'adjudicating', 'merged', 'withdrawn', 'became', 'not_accepted', 'out_of_power'].includes(
        state,
      ) ||
      ticket.parent !== null,
  );
  const asked = ['need_info', 'resolved'].includes(state) || !isOpen(state);
  hold('the resident’s clock stands only while asked', asked === (pausedAt(clocks.resident) !== null));
  hold(
    'the unit’s clock stands on hold',
    state !== 'on_hold' || (clocks.unit !== null && !isRunning(clocks.unit)),
  );
  hold(
    'who works has a running clock',
    !['dispatched', 'signed', 'working'].includes(state) || (clocks.unit !== null && isRunning(clocks.unit)),
  );
  hold(
    'late only while something runs',
    ticket.runsOut === null ||
      ['submitted', 'adjudicating', 'dispatched', 'signed', 'working'].includes(state),
  );
  hold('slip numbers are unique', new Set(slips.map((slip) => slip.no)).size === slips.length);
  hold(
    'every slip has an addressee',
    slips.every((slip) => slip.to.length > 0),
  );
  hold(
    'consent waits only where it can be given',
    pending === null || ['submitted', 'signed', 'working'].includes(state),
  );
  hold(
    'nobody is done while others still work',
    !['checking', 'resolved'].includes(state) || openMeasures(ticket).length === 0,
  );
  hold(
    'others’ work is found',
    (ticket.together === true) === (isOpen(state) && openMeasures(ticket).length > 0),
  );
  hold(
    'a long wait has a date and news',
    state !== 'long_term' || (ticket.lapsesAt !== null && ticket.newsAt !== null),
  );
  hold('callbacks only of results', ticket.callAt === null || state === 'resolved');
  hold('questions are few', ticket.asked <= QUESTIONS_MAX);
  hold('calls are few', ticket.calls.length <= CALLS_MAX);
  hold(
    'one verdict a cycle',
    new Set(ticket.ratings.map((rating) => rating.cycle)).size === ticket.ratings.length,
  );
  hold(
    'danger never waits',
    state !== 'on_hold' ||
      !['L1', 'L2'].includes(ticket.urgency) ||
      ticket.history.some((entry) => entry.move === 'urgency'),
  );
  const waits = isOpen(state) && state !== 'merged';
  hold('open work wakes the clock', !waits || ticket.wakeAt !== null);
}

function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUndefined);
}
