/** The ticket's rules bound to the machine: who is who, what is missing, what is barred, what is due. */
import type { Actor } from '../flow/actor';
import { type Effect, flow } from '../flow/flow';
import type { RefusalCode } from '../flow/refusal';
import { hasPart, isAtWork } from '../flow/same-person';
import { isMember, isOfHere, leadsUnit, may, worksIn } from '../org/policy';
import { isLate } from '../time/clock';
import { dayNumber, HOUR } from '../time/day';
import { signDue } from './clocks';
import { type Chosen, said, type TicketCommand } from './command';
import { standsIn } from './desk';
import { EFFECTS } from './effects';
import { isHelper, jointDue, lateMeasure, latestPart, measureFor, openMeasures, slipsLater } from './joint';
import { judgesOwn } from './judge';
import { LIFECYCLE, type TicketMove, type TicketNeed, type TicketRole } from './lifecycle';
import { mayBeMerged } from './likeness';
import {
  CALLS_MAX,
  EXTENSION_MAX,
  FOLLOWERS_MAX,
  HOLD_MAX,
  LONG_TERM_MAX,
  PARTS_MAX,
  QUESTIONS_MAX,
  REOPEN_WITHIN,
} from './limits';
import { isShielded, mayHave } from './shield';
import { inWorkingHours, openSlip, standingSlip } from './supervision';
import {
  CALL_OUTCOMES,
  CONTACTS,
  DECLINE_CODES,
  HOLD_CODES,
  isUnhappy,
  LEVELS,
  promisedAt,
  RATING_REASONS,
  RESULT_KINDS,
  type Ticket,
} from './ticket';

export { dueOf } from './clocks';
export type { Evidence, TicketCommand } from './command';

/** A request for consent is overtaken by anything that moves the ticket on, but not by the first contact. */
const waitsOn = (from: Ticket['state'], to: Ticket['state']): boolean =>
  from === to || (from === 'signed' && to === 'working');

export const ticketFlow = flow<Ticket, TicketMove, TicketRole, TicketNeed, Actor, TicketCommand>({
  name: 'ticket',
  table: LIFECYCLE,

  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),

  rolesOf(ticket, actor) {
    if (actor.clock) return ['clock'];
    const roles: TicketRole[] = [];
    if (actor.id && actor.id === ticket.reporter.id) roles.push('reporter');
    const { staff } = actor;
    if (!staff || isShielded(ticket, staff)) return roles;
    const { handler, orgPath } = ticket;
    // A name in a case gives a part in it only with a post of today beside it.
    if (handler && isOfHere(staff, orgPath)) {
      if (handler.person === staff.id && worksIn(staff, handler.unit)) roles.push('handler');
      if (isMember(staff, handler.unit)) roles.push('member');
      if (leadsUnit(staff, handler.unit)) roles.push('lead');
    }
    if (isHelper(ticket, staff)) roles.push('helper');
    if (may(staff, 'dispatch', orgPath) || standsIn(ticket, staff)) roles.push('dispatcher');
    if (may(staff, 'direct', orgPath)) roles.push('leader');
    return roles;
  },

  missing(need, command, ticket) {
    return isThere(need, command, ticket) ? null : LACK[need](command);
  },

  barred(move, ticket, actor, now) {
    const bar = BARS[move]?.(ticket, actor, now) ?? null;
    if (bar || !judgesOwn(move, ticket, actor)) return bar;
    return move === 'rate' ? 'NOT_ALLOWED' : 'NEEDS_ANOTHER';
  },

  effect(move, ticket, command): Effect<Ticket> {
    const effect = EFFECTS[move](ticket, command);
    if (!ticket.pending || waitsOn(ticket.state, effect.to)) return effect;
    return { ...effect, change: { ...effect.change, pending: null } };
  },

  nextMoment(ticket) {
    const { nudgeAt, slipAt, lapsesAt, newsAt } = ticket;
    const all = [signDue(ticket), nudgeAt, slipAt, lapsesAt, newsAt, jointDue(ticket), consentDue(ticket)];
    const moments = all.filter((at) => at !== null);
    return moments.length > 0 ? Math.min(...moments) : null;
  },

  due(ticket, now) {
    const reached = (at: number | null) => at !== null && at <= now;
    if (reached(ticket.lapsesAt)) return LAPSES[ticket.state] ?? null;
    if (reached(signDue(ticket))) return 'remind';
    if (reached(ticket.nudgeAt)) return 'nudge';
    if (reached(ticket.slipAt)) return 'slip';
    if (reached(ticket.newsAt)) return 'askNews';
    if (reached(consentDue(ticket))) return 'askConsent';
    if (reached(jointDue(ticket))) return lateMeasure(ticket, now) ? 'measureLate' : 'unmet';
    return null;
  },

  postponed(move, ticket, { calendar, now }) {
    if (move !== 'slip' && move !== 'measureLate') return null;
    const due = move === 'slip' ? ticket.slipAt : jointDue(ticket);
    const at = inWorkingHours(calendar, now, ticket.urgency);
    if (at === now || (due !== null && now <= due + BELL_LATE)) return null;
    return move === 'slip' ? { slipAt: at } : slipsLater(ticket, at);
  },
});

/** May this person know of it at all: have they any part in it? Asked before anything of a ticket is shown. */
export const visibleTo = (ticket: Ticket, actor: Actor): boolean =>
  ticketFlow.rolesOf(ticket, actor).length > 0;

/** A bell so much late (ms) still rings: what was due at closing time is told that evening, and not at night. */
const BELL_LATE = HOUR;

/** When whoever must consent is reminded (ms), or null. */
const consentDue = ({ pending }: Ticket): number | null => pending?.remindAt ?? null;

/** What the clock does when a wait lapses. */
const LAPSES: Partial<Record<Ticket['state'], TicketMove>> = {
  need_info: 'expire',
  on_hold: 'holdEnds',
  long_term: 'holdEnds',
  checking: 'passUnchecked',
  resolved: 'close',
};

function isThere(need: TicketNeed, command: TicketCommand, ticket: Ticket): boolean {
  const { text, photos, code, until, days, now } = command;
  const written = said(text) !== '';
  const knows = <T>(list: readonly T[], value: unknown) => list.includes(value as T);
  switch (need) {
    case 'assignee':
      return Boolean(command.assignment && mayHave(ticket, command.assignment));
    case 'successor':
      return Boolean(
        command.assignment?.unit.id === ticket.handler?.unit &&
          command.assignment &&
          mayHave(ticket, command.assignment),
      );
    case 'reason':
    case 'question':
      return written;
    case 'answer':
    case 'note':
      return written || Boolean(photos?.length);
    case 'contact':
      return knows(CONTACTS, command.contact);
    case 'result':
      return written && knows(RESULT_KINDS, command.result);
    case 'photos':
      return ticket.evidence !== 'required' || Boolean(photos?.length);
    case 'verdict':
      return lackOfVerdict(command) === null;
    case 'decline':
      return knows(DECLINE_CODES, code);
    case 'hold':
      return knows(HOLD_CODES, code) && until !== undefined && until > now && until <= now + HOLD_MAX;
    case 'days':
      return days !== undefined && Number.isInteger(days) && days >= 1 && days <= EXTENSION_MAX;
    case 'shelve':
      return knows(HOLD_CODES, code) && until !== undefined && until > now && until <= now + LONG_TERM_MAX;
    case 'check':
      return command.passed === true || (command.passed === false && written);
    case 'parts':
      return areParts(ticket, command.assignments ?? []);
    case 'agreed':
      return areAgreed(ticket, command);
    case 'thread':
      return command.thread !== undefined;
    case 'measure':
      return measureFor(ticket, command) !== null;
    case 'urgency':
      return command.urgency !== undefined && command.urgency !== ticket.urgency;
    case 'call':
      return knows(CALL_OUTCOMES, command.outcome);
    case 'parent':
      return isSameThing(ticket, command);
    case 'follower':
      return Boolean(command.follower) && command.follower !== ticket._id;
  }
}

const LACK: Record<TicketNeed, (command: TicketCommand) => RefusalCode> = {
  successor: () => 'ASSIGNEE_UNKNOWN',
  assignee: ({ assignment }) => (assignment ? 'ASSIGNEE_SHIELDED' : 'ASSIGNEE_REQUIRED'),
  reason: () => 'REASON_REQUIRED',
  contact: () => 'CONTACT_REQUIRED',
  question: () => 'QUESTION_REQUIRED',
  answer: () => 'ANSWER_REQUIRED',
  note: () => 'NOTE_REQUIRED',
  result: () => 'RESULT_REQUIRED',
  photos: () => 'PHOTO_REQUIRED',
  verdict: (command) => lackOfVerdict(command) ?? 'LEVEL_REQUIRED',
  decline: () => 'DECLINE_REQUIRED',
  hold: () => 'HOLD_REQUIRED',
  days: () => 'DAYS_REQUIRED',
  urgency: () => 'URGENCY_REQUIRED',
  call: () => 'CALL_REQUIRED',
  parent: () => 'PARENT_UNFIT',
  follower: () => 'PARENT_UNFIT',
  shelve: () => 'DATE_REQUIRED',
  check: () => 'CHECK_REQUIRED',
  parts: () => 'PARTS_REQUIRED',
  agreed: () => 'AGREED_REQUIRED',
  measure: () => 'MEASURE_REQUIRED',
  thread: () => 'WISH_KIND_UNKNOWN',
};

/** One to eight others, each once, none of them the lead and none that it is about. */
function areParts(ticket: Ticket, parts: readonly Chosen[]): boolean {
  const persons = new Set(parts.map(({ person }) => person.id));
  return (
    parts.length > 0 &&
    parts.length <= PARTS_MAX &&
    persons.size === parts.length &&
    parts.every((part) => part.person.id !== ticket.handler?.person && mayHave(ticket, part))
  );
}

/** Each measure says what, and is due inside the lead's own limit. A meeting may agree on none. */
function areAgreed(ticket: Ticket, { measures = [], calendar, now }: TicketCommand): boolean {
  const latest = latestPart(ticket, calendar, now);
  return (
    measures.length <= PARTS_MAX &&
    measures.every(
      ({ assignment, text, until }) =>
        said(text) !== '' && until > now && until <= latest && mayHave(ticket, assignment),
    )
  );
}

/**
 * A ticket follows another of the same service in the same area, never itself and never one that follows. Where somebody
 * may be hurt, in the one or in the other, only a person lets it follow.
 */
function isSameThing(ticket: Ticket, { move, parent, actor }: TicketCommand): boolean {
  return (
    parent !== undefined &&
    (move !== 'merge' || !actor.clock || (mayBeMerged(ticket) && mayBeMerged(parent))) &&
    parent._id !== ticket._id &&
    parent.parent === null &&
    parent.followers.length < FOLLOWERS_MAX &&
    parent.against === null &&
    ticket.against === null &&
    parent.area === ticket.area &&
    parent.service.id === ticket.service.id
  );
}

type Bar = (ticket: Ticket, actor: Actor, now: number) => RefusalCode | null;

/** Nobody consents to what they asked for themselves; `judgesOwn` knows who else has a part in it. */
const consent: Bar = ({ pending }, actor) => {
  if (!pending) return 'NOTHING_PENDING';
  return hasPart(actor, [pending.by]) ? 'NEEDS_ANOTHER' : null;
};

const alone: Bar = ({ pending }) => (pending ? 'ALREADY_PENDING' : null);

/** Limits on a move beyond state and role. */
const BARS: Partial<Record<TicketMove, Bar>> = {
  ask: ({ asked }) => (asked >= QUESTIONS_MAX ? 'ASKED_ENOUGH' : null),
  return: ({ ruling, handler, returnedBy, joint }, _, now) => {
    if (ruling) return 'RULED';
    if (joint) return 'JOINT';
    if (!handler) return null;
    if (returnedBy.includes(handler.unit)) return 'RETURNED_BEFORE';
    return now > handler.returnBy ? 'TOO_LATE_TO_RETURN' : null;
  },
  // The office may take a matter up again at any time.
  reopen: ({ closedAt, declined, reporter }, { id }, now) => {
    if (id !== reporter.id) return null;
    if (declined) return 'UNFOUNDED';
    return isOver(closedAt, now) ? 'TOO_LATE_TO_REOPEN' : null;
  },
  refute: (ticket, actor, now) => {
    if (ticket.urgency === 'L1' || ticket.urgency === 'L2') return 'TOO_URGENT_TO_HOLD';
    return ticket.cycle < 2 ? 'NOT_REFUSED_YET' : alone(ticket, actor, now);
  },
  retract: ({ pending }, actor) => (isAtWork(actor, pending?.by) ? null : 'NOTHING_PENDING'),
  askConsent: (ticket, _, now) => {
    const at = consentDue(ticket);
    return at !== null && at <= now ? null : 'NOTHING_DUE';
  },
  urge: (ticket, _, now) => {
    if (ticket.urged === ticket.cycle) return 'URGED_BEFORE';
    return promisedAt(ticket) < now ? null : 'TOO_EARLY_TO_URGE';
  },
  rate: ({ beneficiary }) => (beneficiary ? 'PROXY_NEVER_RATES' : null),
  withdraw: ({ reporterLeft }) => (reporterLeft ? 'NOT_ALLOWED' : null),
  decline: alone,
  become: ({ urgency, against, joint, sealed }) => {
    if (sealed) return 'SEALED_STAYS';
    if (urgency === 'L1' || urgency === 'L2' || against) return 'TOO_URGENT_TO_TURN';
    return joint ? 'JOINT' : null;
  },
  shelve: ({ urgency }) => (urgency === 'L1' || urgency === 'L2' ? 'TOO_URGENT_TO_HOLD' : null),
  look: ({ sealed }) => (sealed ? null : 'NOTHING_SEALED'),
  convene: ({ joint }) => (joint ? 'JOINT_ALREADY' : null),
  meet: ({ joint }) => (joint ? null : 'NOT_JOINT'),
  measure: (ticket) => (openMeasures(ticket).length > 0 ? null : 'NO_MEASURE'),
  measureLate: (ticket, _, now) => (lateMeasure(ticket, now) ? null : 'NOTHING_DUE'),
  unmet: ({ joint }, _, now) =>
    joint && !joint.meeting && !joint.unmet && joint.meetBy <= now ? null : 'NOTHING_DUE',
  merge: ({ joint }) => (joint ? 'JOINT' : null),
  resolve: (ticket) => (openMeasures(ticket).length > 0 ? 'MEASURES_OPEN' : null),
  hold: (ticket, actor, now) =>
    ticket.urgency === 'L1' || ticket.urgency === 'L2' ? 'TOO_URGENT_TO_HOLD' : alone(ticket, actor, now),
  extend: (ticket, actor, now) => {
    if (ticket.urgency === 'L1' || ticket.urgency === 'L2') return 'TOO_URGENT_TO_EXTEND';
    if (ticket.extended) return 'EXTENDED_BEFORE';
    const { unit } = ticket.clocks;
    return unit && isLate(unit, now) ? 'TOO_LATE_TO_EXTEND' : alone(ticket, actor, now);
  },
  grant: consent,
  deny: consent,
  object: ({ hold, objected, closedAt }, _, now) => {
    if (hold ? hold.objected : objected) return 'OBJECTED_BEFORE';
    return isOver(closedAt, now) ? 'TOO_LATE_TO_REOPEN' : null;
  },
  nudge: ({ nudgeAt }) => (nudgeAt === null ? 'NOTHING_DUE' : null),
  slip: ({ slipAt }) => (slipAt === null ? 'NOTHING_DUE' : null),
  reply: (ticket) => (openSlip(ticket) ? null : 'NO_SLIP'),
  cancelSlip: (ticket) => (standingSlip(ticket) ? null : 'NO_SLIP'),
  call: ({ calls, callAt }, _, now) => {
    if (calls.length >= CALLS_MAX) return 'CALLED_ENOUGH';
    const today = calls.filter((call) => dayNumber(call.at) === dayNumber(now)).length;
    if (today >= CALLS_MAX - 1) return 'CALL_ANOTHER_DAY';
    // Once called, a person may ring back at any hour.
    return calls.length === 0 && callAt !== null && now < callAt ? 'CALL_TOO_EARLY' : null;
  },
};

const isOver = (closedAt: number | null, now: number): boolean =>
  closedAt !== null && now > closedAt + REOPEN_WITHIN;

function lackOfVerdict({ level, solved, reasons }: TicketCommand): RefusalCode | null {
  const known = level === undefined || LEVELS.includes(level);
  if (!known || (level === undefined && solved !== 'no')) return 'LEVEL_REQUIRED';
  if (!isUnhappy({ level: level ?? null, solved: solved ?? null })) return null;
  return reasons?.some((reason) => RATING_REASONS.includes(reason)) ? null : 'RATING_REASON_REQUIRED';
}
