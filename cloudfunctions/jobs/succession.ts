/** Somebody has left the unit that has a ticket: it goes on with another of it, or back through dispatch. */
import { CLOCK } from '@/domain/flow/actor';
import { ticketFlow } from '@/domain/ticket/flow';
import { shieldedFrom } from '@/domain/ticket/shield';
import { isLeftBehind } from '@/domain/ticket/succession';
import type { Ticket } from '@/domain/ticket/ticket';
import { areaSince, calendarOf } from '../runtime/directory';
import { choose, successorOf } from '../runtime/dispatch';
import { calendarFor, tickets } from '../runtime/tickets';

/**
 * The ticket with whoever takes it up; one write. Any other ticket as it is. The same post's other holder first, then
 * whoever the table of responsibility names, else the desk's pool. Done twice, late or by two at once it is done once.
 */
export async function handOn(ticket: Ticket, now: number): Promise<Ticket> {
  const home = await areaSince(ticket.orgPath, ticket.recount ?? 0);
  if (!isLeftBehind(ticket, home)) return ticket;
  const { staff } = ticket.reporter;
  const except = [...shieldedFrom(ticket.against, home), ...(staff ? [staff] : [])];
  const colleague = await successorOf(home, ticket, now, except);
  const calendar = await calendarFor(ticket);
  if (colleague) {
    const command = { move: 'succeed', actor: CLOCK, calendar, now, assignment: colleague };
    return tickets.save(ticket, ticketFlow.decide(ticket, command).next);
  }
  const assignment = await choose(home, ticket.service, ticket.orgPath, now, except);
  const vacant = ticketFlow.decide(ticket, { move: 'vacate', actor: CLOCK, calendar, now, assignment }).next;
  if (!assignment) return tickets.save(ticket, vacant);
  const given = {
    move: 'dispatch',
    actor: CLOCK,
    calendar: await calendarOf(assignment.unit),
    now,
    assignment,
  };
  return tickets.save(ticket, ticketFlow.decide(vacant, given).next);
}
