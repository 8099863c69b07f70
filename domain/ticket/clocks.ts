/**
 * The clocks of a ticket and what is derived from them: who waits, who answers, what lists and jobs look for.
 * The resident's clock stands only while the resident is asked something; the unit's also on an agreed hold.
 */
import type { Urgency } from '../catalogue/catalogue';
import { type Calendar, workingMs } from '../time/calendar';
import * as clock from '../time/clock';
import { HOUR } from '../time/day';
import { isWorking, type Limit } from '../time/limit';
import type { TicketCommand } from './command';
import { NUDGE_AT, reworkLimit, TRANSFER_SHARE } from './limits';
import { beginsToLead, nextRung } from './supervision';
import type { Ticket } from './ticket';

export type Change = Partial<Ticket>;
type Derived = Pick<Ticket, 'clocks' | 'nudgeAt' | 'slipAt' | 'dueAt' | 'runsOut' | 'beyondCoverage'>;
/** The clock that leads: the unit's, or the resident's while nobody has it. */
export const leadingOf = ({ unit, resident }: Ticket['clocks']): clock.Clock => unit ?? resident;

/** The clocks with everything that is derived from them. What a clock has caused once it does not cause again. */
export function withClocks(
  clocks: Ticket['clocks'],
  { calendar, now }: Pick<TicketCommand, 'calendar' | 'now'>,
  urgency: Urgency,
): Derived {
  const { unit } = clocks;
  const nudge = unit && clock.isRunning(unit) && !('nudge' in unit.told);
  return {
    clocks,
    nudgeAt: nudge ? clock.pointAt(calendar, unit, NUDGE_AT) : null,
    slipAt: nextRung(leadingOf(clocks), { calendar, now }, urgency)?.at ?? null,
    ...dueOf(clocks),
  };
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

/** Both clocks stand while the resident is asked something. */
export function standStill(ticket: Ticket, { calendar, now }: TicketCommand, why: string): Change {
  const { resident, unit } = ticket.clocks;
  const clocks = {
    ...ticket.clocks,
    resident: clock.pause(resident, now, why),
    unit: unit && clock.pause(unit, now, why),
  };
  return withClocks(clocks, { calendar, now }, ticket.urgency);
}

/** What stood runs on, with what was left of it. */
export function goOn(ticket: Ticket, calendar: Calendar, now: number): Change {
  const { resident, unit } = ticket.clocks;
  const clocks = {
    ...ticket.clocks,
    resident: clock.resume(calendar, resident, now),
    unit: unit && clock.resume(calendar, unit, now),
  };
  return { ...withClocks(clocks, { calendar, now }, ticket.urgency), lapsesAt: null, newsAt: null };
}

/** A new cycle of the same work: the resident's clock goes on, the unit gets a new limit. */
export function again(ticket: Ticket, calendar: Calendar, now: number): Change {
  const clocks = {
    ...ticket.clocks,
    resident: clock.resume(calendar, ticket.clocks.resident, now),
    unit: clock.start(calendar, reworkLimit(ticket.urgency), now),
  };
  return {
    ...withClocks(clocks, { calendar, now }, ticket.urgency),
    cycle: ticket.cycle + 1,
    asked: 0,
    calls: [],
    callAt: null,
    lapsesAt: null,
    closedAt: null,
  };
}

/** The resident's clock only stands, so that a reopening lets it run on; the unit's work is over. */
export function finish(ticket: Ticket, { calendar, now }: TicketCommand): Change {
  const stop = (running: clock.Clock | null) => running && clock.stop(running, now);
  const { resident, unit, sign, contact } = ticket.clocks;
  const clocks = {
    resident: clock.pause(resident, now, 'closed'),
    unit: stop(unit),
    sign: stop(sign),
    contact: stop(contact),
  };
  return {
    ...withClocks(clocks, { calendar, now }, ticket.urgency),
    lapsesAt: null,
    newsAt: null,
    callAt: null,
    together: null,
    closedAt: now,
  };
}

/**
 * Nobody has it: the resident's clock runs on, and the desk has as long to dispatch as a unit has to sign, or the time
 * of a ruling where one is asked for.
 */
export function inPool(
  { clocks, limits }: Pick<Ticket, 'clocks' | 'limits'>,
  { calendar, now }: TicketCommand,
  limit: Limit = limits.sign,
): Ticket['clocks'] {
  return {
    resident: beginsToLead(clocks.resident, { calendar, now }),
    unit: null,
    sign: clock.start(calendar, limit, now),
    contact: null,
  };
}

/** The moment the sign limit passes, while nobody has signed (or, in the pool, dispatched) and nobody was told. */
export function signDue(ticket: Ticket): number | null {
  const { sign } = ticket.clocks;
  const waits = ['submitted', 'adjudicating', 'dispatched'].includes(ticket.state);
  return waits && sign && !('unsigned' in sign.told) ? sign.dueAt : null;
}

/** Notes on the leading clock what it has caused. */
export function toldLeading(ticket: Ticket, what: string, now: number): Ticket['clocks'] {
  return calledLeading(ticket.clocks, what, now);
}

/** The same on clocks that are not yet the ticket's. */
export function calledLeading(clocks: Ticket['clocks'], what: string, now: number): Ticket['clocks'] {
  const told = clock.tell(leadingOf(clocks), what, now);
  return clocks.unit ? { ...clocks, unit: told } : { ...clocks, resident: told };
}

/** An agreed hold: the unit's clock stands, the resident's runs on. */
export function unitStands(
  { clocks, urgency }: Ticket,
  { calendar, now }: TicketCommand,
  why: string,
): Change {
  return withClocks(
    { ...clocks, unit: clocks.unit && clock.pause(clocks.unit, now, why) },
    { calendar, now },
    urgency,
  );
}

/** More time for the unit, and with it a later promise; the resident's waiting is counted as ever. */
export function extended(
  { clocks, urgency }: Ticket,
  { calendar, now }: TicketCommand,
  extension: Limit,
): Change {
  const { resident, unit } = clocks;
  return withClocks(
    {
      ...clocks,
      resident: clock.extend(calendar, resident, extension, now),
      unit: unit && clock.extend(calendar, unit, extension, now),
    },
    { calendar, now },
    urgency,
  );
}

/**
 * What a unit gets that receives a ticket from another: what is left, to the millisecond, so that it ends when it was
 * promised; but a fair share of the full limit at least.
 */
export function transferLimit(calendar: Calendar, from: clock.Clock, full: Limit, now: number): Limit {
  const fresh = clock.start(calendar, full, now);
  const working = isWorking(full);
  const whole = working ? workingMs(calendar, now, fresh.dueAt) : fresh.dueAt - now;
  const left = clock.left(calendar, from, now);
  const ms = Math.max(left.late ? 0 : left.ms, whole * TRANSFER_SHARE);
  return { unit: working ? 'working-hours' : 'hours', amount: Math.round(ms) / HOUR };
}

/** Another limit from the same start, with the same pauses; never due earlier than one working hour from now. */
export function relimited(
  { clocks }: Ticket,
  { calendar, now }: TicketCommand,
  urgency: Urgency,
  limit: Limit,
): Change {
  const soonest = clock.start(calendar, { unit: 'working-hours', amount: 1 }, now);
  // More time, and not another start: how long the resident has waited is counted on.
  const between = (from: clock.Clock, to: clock.Clock): Limit =>
    isWorking(limit)
      ? { unit: 'working-hours', amount: workingMs(calendar, from.dueAt, to.dueAt) / HOUR }
      : { unit: 'hours', amount: (to.dueAt - from.dueAt) / HOUR };
  const renew = (old: clock.Clock): clock.Clock => {
    const changed = { ...old, limit, extensions: [], told: {} };
    const fresh = clock.recompute(calendar, changed, now)?.clock ?? changed;
    return fresh.dueAt < soonest.dueAt ? clock.extend(calendar, fresh, between(fresh, soonest), now) : fresh;
  };
  return withClocks(
    { ...clocks, resident: renew(clocks.resident), unit: clocks.unit && renew(clocks.unit) },
    { calendar, now },
    urgency,
  );
}
