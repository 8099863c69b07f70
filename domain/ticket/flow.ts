/**
 * What each move of the table does to a ticket: its clocks, who has it, who is told. Pure; time, calendar and the
 * chosen person arrive with the command.
 */
import type { Actor } from '../flow/actor';
import { type CommandBase, type Effect, flow, type Promised } from '../flow/flow';
import type { RefusalCode } from '../flow/refusal';
import type { Assignment } from '../org/dispatch';
import { isWithin, type Unit } from '../org/org';
import type { Calendar } from '../time/calendar';
import * as clock from '../time/clock';
import { LIFECYCLE, type TicketMove, type TicketNeed, type TicketRole } from './lifecycle';
import {
  NUDGE_AT,
  QUESTION_LAPSES,
  QUESTIONS_MAX,
  REOPEN_WITHIN,
  reworkLimit,
  VERDICT_LAPSES,
} from './limits';
import {
  CONTACTS,
  type Contact,
  type Handler,
  isUnhappy,
  LEVELS,
  type Level,
  RATING_REASONS,
  type Rating,
  type RatingReason,
  RESULT_KINDS,
  type ResultKind,
  type Slip,
  type Ticket,
} from './ticket';

/** What a move may bring along; which fields a move needs is the table's business. */
export interface Evidence {
  readonly text?: string;
  readonly photos?: readonly string[];
  readonly contact?: Contact;
  readonly result?: ResultKind;
  readonly level?: Level;
  readonly solved?: 'yes' | 'partly' | 'no';
  readonly reasons?: readonly RatingReason[];
}

export interface TicketCommand extends CommandBase<Actor>, Evidence {
  readonly calendar: Calendar;
  /** Chosen by `domain/org/dispatch`; present for dispatch and transfer only. */
  readonly assignment?: (Assignment & { readonly unit: Unit }) | null;
}

type Change = Partial<Ticket>;

const said = (text: string | undefined): string => text?.trim() ?? '';

export const ticketFlow = flow<Ticket, TicketMove, TicketRole, TicketNeed, Actor, TicketCommand>({
  name: 'ticket',
  table: LIFECYCLE,

  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),

  rolesOf(ticket, actor) {
    if (actor.clock) return ['clock'];
    const roles: TicketRole[] = [];
    if (actor.id && actor.id === ticket.reporter.id) roles.push('reporter');
    const { staff } = actor;
    if (!staff) return roles;
    const { handler } = ticket;
    if (handler?.person === staff.id) roles.push('handler');
    if (handler && staff.posts.some((post) => post.unit === handler.unit)) roles.push('member');
    if (handler && staff.leads.includes(handler.unit)) roles.push('lead');
    const covers = (kind: string) =>
      staff.posts.some((post) => post.kind === kind && isWithin(ticket.orgPath, post.path));
    if (covers('dispatcher')) roles.push('dispatcher');
    if (covers('leader')) roles.push('leader');
    return roles;
  },

  missing(need, command, ticket): RefusalCode | null {
    switch (need) {
      case 'assignee':
        return command.assignment ? null : 'ASSIGNEE_REQUIRED';
      case 'reason':
        return said(command.text) ? null : 'REASON_REQUIRED';
      case 'contact':
        return command.contact && CONTACTS.includes(command.contact) ? null : 'CONTACT_REQUIRED';
      case 'question':
        return said(command.text) ? null : 'QUESTION_REQUIRED';
      case 'answer':
        return said(command.text) || command.photos?.length ? null : 'ANSWER_REQUIRED';
      case 'note':
        return said(command.text) || command.photos?.length ? null : 'NOTE_REQUIRED';
      case 'result':
        return said(command.text) && command.result && RESULT_KINDS.includes(command.result)
          ? null
          : 'RESULT_REQUIRED';
      case 'photos':
        return ticket.evidence === 'required' && !command.photos?.length ? 'PHOTO_REQUIRED' : null;
      case 'verdict':
        return lackOfVerdict(command);
    }
  },

  barred(move, ticket, actor, now): RefusalCode | null {
    if (move === 'ask' && ticket.asked >= QUESTIONS_MAX) return 'ASKED_ENOUGH';
    if (move === 'return' && ticket.handler && ticket.returnedBy.includes(ticket.handler.unit))
      return 'RETURNED_BEFORE';
    if (move === 'reopen' && ticket.closedAt !== null && now > ticket.closedAt + REOPEN_WITHIN)
      return 'TOO_LATE_TO_REOPEN';
    // Who did the work never judges it, even when the same person also reported it.
    if (move === 'rate' && actor.staff && actor.staff.id === ticket.handler?.person) return 'NOT_ALLOWED';
    return null;
  },

  effect(move, ticket, command): Effect<Ticket> {
    return EFFECTS[move](ticket, command);
  },

  nextMoment(ticket) {
    const moments = [signDue(ticket), ticket.nudgeAt, slipDue(ticket), ticket.lapsesAt].filter(
      (at) => at !== null,
    );
    return moments.length > 0 ? Math.min(...moments) : null;
  },

  due(ticket, now) {
    const reached = (at: number | null) => at !== null && at <= now;
    if (reached(ticket.lapsesAt)) return ticket.state === 'need_info' ? 'expire' : 'close';
    if (reached(signDue(ticket))) return 'remind';
    if (reached(ticket.nudgeAt)) return 'nudge';
    if (reached(slipDue(ticket))) return 'slip';
    return null;
  },
});

const EFFECTS: Record<TicketMove, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>> = {
  dispatch: (ticket, command) => handOver(ticket, command),
  transfer: (ticket, command) => {
    const effect = handOver(ticket, command);
    return {
      ...effect,
      text: said(command.text),
      tell: [...(effect.tell ?? []), ...tell(ticket, 'taken', ticket.handler?.person)],
    };
  },

  sign: (ticket, { actor, calendar, now }) => ({
    to: 'signed',
    change: {
      handler: signedBy(ticket, actor),
      clocks: {
        ...ticket.clocks,
        sign: ticket.clocks.sign && clock.stop(ticket.clocks.sign, now),
        contact: clock.start(calendar, ticket.limits.contact, now),
      },
    },
    about: { late: ticket.clocks.sign !== null && clock.isLate(ticket.clocks.sign, now) },
    tell: tell(ticket, 'signed', ticket.reporter.id),
  }),

  return: (ticket, command) => {
    const unit = ticket.handler?.unit ?? '';
    return {
      to: 'submitted',
      change: {
        handler: null,
        returnedBy: [...ticket.returnedBy, unit],
        ...withClocks(inPool(ticket, command), command.calendar),
      },
      text: said(command.text),
      about: { unit: ticket.handler?.unitName ?? '' },
      tell: tellAll(ticket, 'returned', ticket.desk),
    };
  },

  contact: (ticket, { contact, text, photos, now }) => ({
    to: 'working',
    change: {
      clocks: { ...ticket.clocks, contact: ticket.clocks.contact && clock.stop(ticket.clocks.contact, now) },
    },
    text: said(text),
    photos,
    about: {
      contact: contact ?? '',
      late: ticket.clocks.contact !== null && clock.isLate(ticket.clocks.contact, now),
    },
    tell: tell(ticket, 'contacted', ticket.reporter.id),
  }),

  ask: (ticket, command) => ({
    to: 'need_info',
    change: {
      ...standStill(ticket, command, 'asked'),
      asked: ticket.asked + 1,
      lapsesAt: command.now + QUESTION_LAPSES,
    },
    text: said(command.text),
    tell: tell(ticket, 'asked', ticket.reporter.id),
  }),
  answer: (ticket, { text, photos, calendar, now }) => ({
    to: 'working',
    change: goOn(ticket, calendar, now),
    text: said(text),
    photos,
    tell: tell(ticket, 'answered', ticket.handler?.person),
  }),
  expire: (ticket, { calendar, now }) => ({
    to: 'working',
    change: goOn(ticket, calendar, now),
    tell: [
      ...tell(ticket, 'unanswered', ticket.handler?.person),
      ...tell(ticket, 'lapsed', ticket.reporter.id),
    ],
  }),

  resolve: (ticket, command) => {
    const { text, photos = [], result = 'solved', actor, now } = command;
    return {
      to: 'resolved',
      change: {
        ...standStill(ticket, command, 'verdict'),
        lapsesAt: now + VERDICT_LAPSES,
        result: { kind: result, text: said(text), photos, at: now, by: actor.name },
      },
      text: said(text),
      photos,
      about: { result, late: ticket.clocks.unit !== null && clock.isLate(ticket.clocks.unit, now) },
      tell: tell(ticket, 'resolved', ticket.reporter.id),
    };
  },

  rate: (ticket, command) => {
    const rating = verdictOf(ticket, command);
    const ratings = [...ticket.ratings, rating];
    const about = {
      level: rating.level ?? 0,
      solved: rating.solved ?? '',
      reasons: rating.reasons.join(','),
    };
    if (!isUnhappy(rating)) {
      return {
        to: 'closed',
        change: { ...finish(ticket, command), ratings },
        text: rating.text,
        about,
        tell: tell(ticket, 'rated', ticket.handler?.person),
      };
    }
    return {
      to: 'working',
      change: { ...again(ticket, command.calendar, command.now), ratings },
      text: rating.text,
      about,
      tell: tellAll(ticket, 'rework', [ticket.handler?.person, ticket.handler?.lead]),
    };
  },
  close: (ticket, command) => ({
    to: 'closed',
    change: finish(ticket, command),
    tell: tell(ticket, 'closed', ticket.reporter.id),
  }),
  reopen: (ticket, { text, photos, calendar, now }) => ({
    to: 'working',
    change: again(ticket, calendar, now),
    text: said(text),
    photos,
    tell: tellAll(ticket, 'reopened', [ticket.handler?.person, ticket.handler?.lead]),
  }),
  withdraw: (ticket, command) => ({
    to: 'withdrawn',
    change: finish(ticket, command),
    text: said(command.text),
    tell: tell(ticket, 'withdrawn', ticket.handler?.person),
  }),

  note: (ticket, { text, photos, actor }) => ({
    to: ticket.state,
    text: said(text),
    photos,
    tell:
      actor.id === ticket.reporter.id
        ? tell(ticket, 'noted', ticket.handler?.person)
        : tell(ticket, 'news', ticket.reporter.id),
  }),

  remind: (ticket, { now }) => ({
    to: ticket.state,
    change: {
      clocks: {
        ...ticket.clocks,
        sign: ticket.clocks.sign && clock.tell(ticket.clocks.sign, 'unsigned', now),
      },
    },
    tell: ticket.handler
      ? tellAll(ticket, 'unsigned', whoAnswers(ticket))
      : tellAll(ticket, 'undispatched', ticket.desk),
  }),
  nudge: (ticket, { now }) => ({
    to: ticket.state,
    change: { clocks: toldLeading(ticket, 'nudge', now), nudgeAt: null },
    tell: tell(ticket, 'nudge', ticket.handler?.person),
  }),
  slip: (ticket, { now }) => {
    const slip: Slip = {
      no: `${ticket.no}-TX${ticket.slips.length + 1}`,
      kind: 'reminder',
      cycle: ticket.cycle,
      at: now,
      to: whoAnswers(ticket),
      reason: 'limit',
    };
    return {
      to: ticket.state,
      change: { slips: [...ticket.slips, slip], clocks: toldLeading(ticket, 'slip', now) },
      about: { no: slip.no },
      tell: tellAll(ticket, 'slip', slip.to),
    };
  },

  recompute: (ticket, { calendar, now }) => {
    const renew = <C extends clock.Clock | null>(old: C) =>
      old && (clock.recompute(calendar, old, now)?.clock ?? old);
    const { resident, unit, sign, contact } = ticket.clocks;
    const clocks = {
      resident: renew(resident) ?? resident,
      unit: renew(unit),
      sign: renew(sign),
      contact: renew(contact),
    };
    return {
      to: ticket.state,
      change: withClocks(clocks, calendar),
      about: { from: ticket.dueAt, to: dueOf(clocks).dueAt },
    };
  },
};

/** The moment the sign limit passes, while nobody has signed (or, in the pool, dispatched) and nobody was told. */
function signDue(ticket: Ticket): number | null {
  const { sign } = ticket.clocks;
  const waits = ticket.state === 'dispatched' || ticket.state === 'submitted';
  return waits && sign && !('unsigned' in sign.told) ? sign.dueAt : null;
}

/** The clock that leads: the unit's, or the resident's while nobody has it. */
const leadingOf = ({ unit, resident }: Ticket['clocks']): clock.Clock => unit ?? resident;

/** The moment a 提醒单 is due: the leading clock's limit, once for each clock, while it runs. */
function slipDue(ticket: Ticket): number | null {
  const leading = leadingOf(ticket.clocks);
  return clock.isRunning(leading) && !('slip' in leading.told) ? leading.dueAt : null;
}

function toldLeading(ticket: Ticket, what: string, now: number): Ticket['clocks'] {
  const told = clock.tell(leadingOf(ticket.clocks), what, now);
  return ticket.clocks.unit ? { ...ticket.clocks, unit: told } : { ...ticket.clocks, resident: told };
}

/** Who hears of lateness: the handler and the unit's lead, or the desk while nobody has it. */
function whoAnswers({ handler, desk }: Ticket): string[] {
  return handler ? present([handler.person, handler.lead]) : [...desk];
}

function handOver(ticket: Ticket, { assignment, calendar, now }: TicketCommand): Effect<Ticket> {
  if (!assignment) throw new Error('dispatch without an assignment');
  const { person, post, unit, why } = assignment;
  const clocks = {
    ...ticket.clocks,
    sign: clock.start(calendar, ticket.limits.sign, now),
    contact: null,
    unit: clock.start(calendar, ticket.cycle > 1 ? reworkLimit(ticket.urgency) : ticket.limits.resolve, now),
  };
  const handler: Handler = {
    person: person.id,
    name: person.name,
    phone: person.phone,
    post: post.id,
    postName: post.name,
    unit: unit.id,
    unitName: unit.name,
    lead: unit.lead,
    why,
  };
  return {
    to: 'dispatched',
    change: { handler, ...withClocks(clocks, calendar) },
    about: { name: person.name, post: post.name, unit: unit.name, unitId: unit.id },
    tell: [...tell(ticket, 'assigned', person.id), ...tell(ticket, 'dispatched', ticket.reporter.id)],
  };
}

/** Nobody has it: the resident's clock runs on, and the desk has as long to dispatch as a unit has to sign. */
function inPool({ clocks, limits }: Ticket, { calendar, now }: TicketCommand): Ticket['clocks'] {
  return {
    resident: clocks.resident,
    unit: null,
    sign: clock.start(calendar, limits.sign, now),
    contact: null,
  };
}

/** Whoever of the unit signs first has it from then on. */
function signedBy(ticket: Ticket, actor: Actor): Handler | null {
  if (!ticket.handler || !actor.staff || actor.staff.id === ticket.handler.person) return ticket.handler;
  return { ...ticket.handler, person: actor.staff.id, name: actor.name, phone: actor.staff.phone };
}

/** The clocks with everything that is derived from them. A nudge given in this cycle is not given again. */
function withClocks(clocks: Ticket['clocks'], calendar: Calendar): Change {
  const { unit } = clocks;
  const nudge = unit && clock.isRunning(unit) && !('nudge' in unit.told);
  return {
    clocks,
    nudgeAt: nudge ? clock.pointAt(calendar, unit, NUDGE_AT) : null,
    ...dueOf(clocks),
  };
}

/** Both clocks stand while the resident is asked something. */
function standStill(ticket: Ticket, { calendar, now }: TicketCommand, why: string): Change {
  const { resident, unit } = ticket.clocks;
  const clocks = {
    ...ticket.clocks,
    resident: clock.pause(resident, now, why),
    unit: unit && clock.pause(unit, now, why),
  };
  return withClocks(clocks, calendar);
}

function goOn(ticket: Ticket, calendar: Calendar, now: number): Change {
  const { resident, unit } = ticket.clocks;
  const clocks = {
    ...ticket.clocks,
    resident: clock.resume(calendar, resident, now),
    unit: unit && clock.resume(calendar, unit, now),
  };
  return { ...withClocks(clocks, calendar), lapsesAt: null };
}

/** A new cycle of the same work: the resident's clock goes on, the unit gets a new limit. */
function again(ticket: Ticket, calendar: Calendar, now: number): Change {
  const clocks = {
    ...ticket.clocks,
    resident: clock.resume(calendar, ticket.clocks.resident, now),
    unit: clock.start(calendar, reworkLimit(ticket.urgency), now),
  };
  return {
    ...withClocks(clocks, calendar),
    cycle: ticket.cycle + 1,
    asked: 0,
    lapsesAt: null,
    closedAt: null,
  };
}

/** The resident's clock only stands, so that a reopening lets it run on; the unit's work is over. */
function finish(ticket: Ticket, { calendar, now }: TicketCommand): Change {
  const stop = (running: clock.Clock | null) => running && clock.stop(running, now);
  const { resident, unit, sign, contact } = ticket.clocks;
  const clocks = {
    resident: clock.pause(resident, now, 'closed'),
    unit: stop(unit),
    sign: stop(sign),
    contact: stop(contact),
  };
  return { ...withClocks(clocks, calendar), lapsesAt: null, closedAt: now };
}

function verdictOf(ticket: Ticket, command: TicketCommand): Rating {
  return {
    cycle: ticket.cycle,
    level: command.level ?? null,
    solved: command.solved ?? null,
    reasons: command.reasons ?? [],
    text: said(command.text),
    at: command.now,
  };
}

function lackOfVerdict({ level, solved, reasons }: TicketCommand): RefusalCode | null {
  const known = level === undefined || LEVELS.includes(level);
  if (!known || (level === undefined && solved !== 'no')) return 'LEVEL_REQUIRED';
  if (!isUnhappy({ level: level ?? null, solved: solved ?? null })) return null;
  return reasons?.some((reason) => RATING_REASONS.includes(reason)) ? null : 'RATING_REASON_REQUIRED';
}

/** What lists and jobs look for, derived from the clocks and stored beside them. */
export function dueOf(clocks: Ticket['clocks']): Pick<Ticket, 'dueAt' | 'runsOut' | 'beyondCoverage'> {
  const leading = leadingOf(clocks);
  return {
    dueAt: leading.dueAt,
    runsOut: clock.isRunning(leading) ? leading.dueAt : null,
    beyondCoverage: Object.values(clocks).some((one: clock.Clock | null) => one?.beyondCoverage === true),
  };
}

function tell(ticket: Ticket, kind: string, to: string | null | undefined): Omit<Promised, 'at'>[] {
  return tellAll(ticket, kind, [to]);
}

function tellAll(
  ticket: Ticket,
  kind: string,
  to: readonly (string | null | undefined)[],
): Omit<Promised, 'at'>[] {
  return present(to).map((person) => ({
    to: person,
    kind,
    about: { id: ticket._id, no: ticket.no, service: ticket.service.name },
  }));
}

function present(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}
