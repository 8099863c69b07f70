/** Giving a ticket to somebody: their limits begin, they and the resident are told. */
import type { Effect } from '../flow/flow';
import type { Calendar } from '../time/calendar';
import * as clock from '../time/clock';
import { dueAt, type Limit } from '../time/limit';
import { transferLimit, withClocks } from './clocks';
import type { Chosen, TicketCommand } from './command';
import { RETURN_WITHIN, reworkLimit } from './limits';
import { tellable } from './shield';
import { tell } from './telling';
import type { Handler, Ticket } from './ticket';

/** The ticket is with the person who was chosen; throws without one. */
export function handOver(ticket: Ticket, { assignment, calendar, now }: TicketCommand): Effect<Ticket> {
  if (!assignment) throw new Error('dispatch without an assignment');
  const { person, post, unit } = assignment;
  const clocks = {
    ...ticket.clocks,
    sign: clock.start(calendar, ticket.limits.sign, now),
    contact: null,
    unit: clock.start(calendar, limitFor(ticket, calendar, now), now),
  };
  const handler: Handler = {
    ...handlerOf(ticket, assignment),
    returnBy: dueAt(calendar, now, RETURN_WITHIN[ticket.urgency]).at,
  };
  return {
    to: 'dispatched',
    change: { handler, pending: null, ...withClocks(clocks, { calendar, now }, ticket.urgency) },
    about: { name: person.name, post: post.name, unit: unit.name, unitId: unit.id },
    tell: [...tell(ticket, 'assigned', person.id), ...tell(ticket, 'dispatched', ticket.reporter.id)],
  };
}

/** Who has it, as it is kept with the ticket. */
export function handlerOf(ticket: Ticket, { person, post, unit, why }: Chosen): Omit<Handler, 'returnBy'> {
  return {
    person: person.id,
    name: person.name,
    phone: person.phone,
    post: post.id,
    postName: post.name,
    unit: unit.id,
    unitName: unit.name,
    // Whom the report is about does not hear of it as the lead of another unit either.
    lead: tellable(ticket, [unit.lead])[0] ?? null,
    why,
  };
}

/** A first dispatch has the full limit; a transfer what is left, or its fair share of the full one. */
function limitFor(ticket: Ticket, calendar: Calendar, now: number): Limit {
  const full = ticket.cycle > 1 ? reworkLimit(ticket.urgency) : ticket.limits.resolve;
  const { unit } = ticket.clocks;
  return unit ? transferLimit(calendar, unit, full, now) : full;
}
