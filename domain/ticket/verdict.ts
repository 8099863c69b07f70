/**
 * From "done" to the end: the result, the check by somebody else, the resident's verdict, and what a refused result
 * leads to. Who did the work neither checks nor judges it (济南条例 §27; domain practice G9).
 */
import type { Effect } from '../flow/flow';
import * as clock from '../time/clock';
import { dueAt } from '../time/limit';
import { again, calledLeading, finish, goOn, inPool, standStill, unitStands, withClocks } from './clocks';
import { said, type TicketCommand } from './command';
import { handOver } from './handover';
import { CALL_AFTER, CALLS_MAX, CHECK_WITHIN, rulingLimit, SAMPLE, VERDICT_LAPSES } from './limits';
import { endSlips } from './supervision';
import { tell, tellAll } from './telling';
import { isUnhappy, type Rating, type Ticket } from './ticket';

type Making = (ticket: Ticket, command: TicketCommand) => Effect<Ticket>;

/** The moves from the result to the end, and back to work. */
export const VERDICT = {
  resolve: (ticket, command) => {
    const { text, photos = [], result = 'solved', actor, calendar, now } = command;
    const late = ticket.clocks.unit !== null && clock.isLate(ticket.clocks.unit, now);
    const done: Ticket = {
      ...ticket,
      result: { kind: result, text: said(text), photos, at: now, by: actor.name },
    };
    const shown = { text: said(text), photos, about: { result, late } };
    if (!needsCheck(done)) return { ...toResident(done, command), ...shown };
    return {
      to: 'checking',
      change: {
        ...unitStands(ticket, command, 'check'),
        result: done.result,
        lapsesAt: dueAt(calendar, now, CHECK_WITHIN).at,
      },
      ...shown,
      tell: tellAll(ticket, 'check', [ticket.handler?.lead, ...ticket.desk].filter(isNot(ticket))),
    };
  },
  check: (ticket, command) => {
    const text = said(command.text);
    if (command.passed) return { ...toResident(ticket, command), text, about: { passed: true } };
    return {
      to: 'working',
      change: { ...goOn(ticket, command.calendar, command.now), result: null },
      text,
      about: { passed: false },
      tell: tell(ticket, 'check-failed', ticket.handler?.person),
    };
  },
  // Nobody waits for an office: what was not checked in time goes to the resident, and the history says so.
  passUnchecked: (ticket, command) => toResident(ticket, command),

  rate: (ticket, command) => {
    const rating = verdictOf(ticket, command);
    const judged: Ticket = { ...ticket, ratings: [...ticket.ratings, rating] };
    const said = {
      text: rating.text,
      about: { level: rating.level ?? 0, solved: rating.solved ?? '', reasons: rating.reasons.join(',') },
    };
    return isUnhappy(rating)
      ? rework(judged, command, said)
      : ended(judged, command, { ...said, tell: tell(ticket, 'rated', ticket.handler?.person) });
  },
  call: (ticket, command) => {
    const { outcome = 'unreached', actor, now } = command;
    const calls = [...ticket.calls, { at: now, by: actor.name, outcome }];
    const called: Ticket = { ...ticket, calls };
    const shown = { about: { outcome, times: calls.length }, text: said(command.text) };
    if (outcome === 'unsolved') return rework(called, command, shown);
    if (outcome === 'solved')
      return ended(called, command, { ...shown, tell: tell(ticket, 'called', ticket.handler?.person) });
    const callAt = calls.length < CALLS_MAX ? now + CALL_AGAIN : null;
    return { to: 'resolved', change: { calls, callAt }, ...shown };
  },
  close: (ticket, command) => ({
    to: 'closed',
    change: finish(ticket, command),
    tell: tell(ticket, 'closed', ticket.reporter.id),
  }),
  reopen: (ticket, command) =>
    rework(ticket, command, {
      text: said(command.text),
      photos: command.photos,
      tell: tellAll(ticket, 'reopened', [ticket.handler?.person, ticket.handler?.lead]),
    }),
} satisfies Record<string, Making>;

/** Another time of the day, or another day (the bars say which). */
const CALL_AGAIN = 4 * 3_600_000;

/**
 * Must somebody else look at this result before the resident does? All dangers, every rework, what "cannot be
 * solved", and one in five of the rest, drawn when the report was filed.
 */
export function needsCheck(ticket: Pick<Ticket, 'urgency' | 'cycle' | 'sampled' | 'result'>): boolean {
  const { urgency, cycle, sampled, result } = ticket;
  return urgency === 'L1' || urgency === 'L2' || cycle > 1 || sampled || result?.kind === 'unsolvable';
}

/** Is it among the share of results that are checked? `lot`, 0 ≤ lot < 1, is drawn at random: whoever works on it cannot tell. */
export const isSampled = (lot: number, share: number = SAMPLE): boolean => lot < share;

/** Who takes up a result that was refused: the same person, another, or whom a leader names. */
export function reworkBy(cycle: number): 'same' | 'other' | 'leader' {
  if (cycle <= 2) return 'same';
  return cycle === 3 ? 'other' : 'leader';
}

/** Does this move, if the resident is not content, need another person than the present one? The caller looks for them. */
export function needsSuccessor(ticket: Ticket, move: string): boolean {
  return ['rate', 'call', 'reopen'].includes(move) && reworkBy(ticket.cycle + 1) === 'other';
}

/** The result goes before its reporter; with nobody left to ask, the danger is gone and that is the end of it. */
function toResident(ticket: Ticket, command: TicketCommand): Effect<Ticket> {
  const { now } = command;
  const done = { result: ticket.result, slips: endSlips(ticket.slips, now) };
  if (ticket.reporterLeft)
    return {
      to: 'closed',
      change: { ...finish(ticket, command), ...done },
      // Told to the desk, so that those who follow it hear of its end as well.
      tell: tellAll(ticket, 'danger-over', [ticket.handler?.lead, ...ticket.desk]),
    };
  const { beneficiary, clocks, handler, desk, reporter } = ticket;
  // It stood for the check until now; from here it stands for the verdict.
  const unit = clocks.unit && clock.resume(command.calendar, clocks.unit, now);
  return {
    to: 'resolved',
    change: {
      ...standStill({ ...ticket, clocks: { ...clocks, unit } }, command, 'verdict'),
      ...done,
      lapsesAt: now + VERDICT_LAPSES,
      // Who has no phone with the app cannot answer there: they are asked at once.
      callAt: beneficiary ? now : now + CALL_AFTER,
    },
    tell: beneficiary
      ? [...tell(ticket, 'news', reporter.id), ...tellAll(ticket, 'callback', [handler?.lead, ...desk])]
      : tell(ticket, 'resolved', reporter.id),
  };
}

type Shown = Pick<Effect<Ticket>, 'text' | 'photos' | 'about' | 'tell'>;

function ended(ticket: Ticket, command: TicketCommand, shown: Shown): Effect<Ticket> {
  const { ratings, calls } = ticket;
  return { to: 'closed', change: { ...finish(ticket, command), ratings, calls }, ...shown };
}

/**
 * A refused result opens the next cycle in the same write. The first rework stays with the handler, the second goes to
 * another person and brings a 督查交办单, from the third a leader decides who has it.
 */
function rework(ticket: Ticket, command: TicketCommand, shown: Shown): Effect<Ticket> {
  const { calendar, now, assignment } = command;
  const { desk, handler, leaders, ratings, urgency } = ticket;
  const opened: Ticket = { ...ticket, ...again(ticket, calendar, now) };
  const by = reworkBy(opened.cycle);
  // Who does not have it any more is told so, instead of being led to what they cannot open.
  const kind = by === 'same' ? 'rework' : 'handed-on';
  const told = shown.tell ?? [
    ...tell(ticket, kind, handler?.person),
    ...tell(ticket, 'rework', handler?.lead === handler?.person ? null : handler?.lead),
  ];
  const change = { ...again(ticket, calendar, now), ratings };
  if (by === 'same') return { ...shown, to: 'working', change, tell: told };

  const pooled: Effect<Ticket> =
    by === 'other'
      ? { to: 'submitted', tell: tellAll(ticket, 'pooled', desk) }
      : { to: 'adjudicating', tell: tellAll(ticket, 'rule-rework', [...desk, ...leaders]) };
  const given = by === 'other' && assignment ? handOver(opened, command) : null;
  const within = by === 'leader' ? rulingLimit(urgency) : opened.limits.sign;
  const after = given ?? { ...pooled, change: { handler: null, clocks: inPool(opened, command, within) } };
  // Each time anew: what pressed the last rework has been answered.
  const clocks = calledLeading(unpressed(after.change?.clocks ?? opened.clocks), 'rework', now);
  return {
    ...shown,
    to: after.to,
    change: { ...change, ...after.change, ...withClocks(clocks, { calendar, now }, urgency) },
    about: { ...shown.about, ...after.about },
    tell: [...told, ...(after.tell ?? [])],
  };
}

/** The leading clock as if it had brought no 督查交办单 yet. */
function unpressed(clocks: Ticket['clocks']): Ticket['clocks'] {
  const without = ({ told: { supervise: _, ...told }, ...one }: clock.Clock): clock.Clock => ({
    ...one,
    told,
  });
  const { unit, resident } = clocks;
  return unit ? { ...clocks, unit: without(unit) } : { ...clocks, resident: without(resident) };
}

const isNot =
  ({ handler }: Ticket) =>
  (person: string | null | undefined): person is string =>
    Boolean(person) && person !== handler?.person;

function verdictOf(ticket: Ticket, command: TicketCommand): Rating {
  const given = { level: command.level ?? null, solved: command.solved ?? null };
  return {
    cycle: ticket.cycle,
    ...given,
    // they say what is to be done again
    reasons: isUnhappy(given) ? (command.reasons ?? []) : [],
    text: said(command.text),
    at: command.now,
  };
}
