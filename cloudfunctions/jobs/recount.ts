/** A unit's calendar changed: the limits of its open tickets are worked out anew, before the clock acts on the old ones. */
import { CLOCK } from '@/domain/flow/actor';
import { ticketFlow } from '@/domain/ticket/flow';
import { LIFECYCLE } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { mayBeStale } from '@/domain/time/closures';
import { areaSince } from '../runtime/directory';
import { calendarFor, tickets } from '../runtime/tickets';

/**
 * The ticket by its unit's newest calendar. One write if it was marked, or was handed over around the change by an
 * instance that had not heard of it; an entry in its story if a limit moved. Any other ticket as it is.
 */
export async function recount(ticket: Ticket, now: number): Promise<Ticket> {
  const { recount: since, handler, clocks } = ticket;
  if (!handler) return ticket;
  const { units } = await areaSince(ticket.orgPath, since ?? 0);
  const own = units.find(({ id }) => id === handler.unit)?.calendar ?? {};
  if (!since && !(clocks.unit && mayBeStale(own, clocks.unit.startedAt))) return ticket;
  const renewed = renew(ticket, now, await calendarFor(ticket));
  if (renewed === ticket && !since) return ticket;
  const quiet = { ...renewed, recount: null };
  return tickets.save(ticket, { ...quiet, wakeAt: ticketFlow.wakeAt(quiet) });
}

function renew(ticket: Ticket, now: number, calendar: Awaited<ReturnType<typeof calendarFor>>): Ticket {
  const counted: readonly string[] = LIFECYCLE.recompute.from;
  if (!counted.includes(ticket.state)) return ticket;
  const { next } = ticketFlow.decide(ticket, { move: 'recompute', actor: CLOCK, calendar, now });
  return JSON.stringify(next.clocks) === JSON.stringify(ticket.clocks) ? ticket : next;
}
