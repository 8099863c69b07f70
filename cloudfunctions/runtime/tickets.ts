/** The tickets of the database, and how one is opened to a person: the same answer for "absent" and "not yours". */
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { Unit } from '@/domain/org/org';
import { ticketFlow } from '@/domain/ticket/flow';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Calendar } from '@/domain/time/calendar';
import { Cases } from './cases';
import { command, db } from './cloud';
import { area, calendarOf } from './directory';

export const tickets = new Cases<Ticket>('tickets');

/** The ticket, if this person has any part in it; refuses NOT_FOUND otherwise. */
export async function ticketFor(id: string, actor: Actor): Promise<Ticket> {
  const ticket = await tickets.read(id);
  if (!ticket || ticketFlow.rolesOf(ticket, actor).length === 0) throw new Refusal('NOT_FOUND');
  return ticket;
}

/** The calendar by which a ticket's unit works; the usual one while nobody has it. */
export async function calendarFor(ticket: Pick<Ticket, 'orgPath' | 'handler'>): Promise<Calendar> {
  const { units } = await area(ticket.orgPath);
  return calendarOf(units.find((unit: Unit) => unit.id === ticket.handler?.unit));
}

/** How many open tickets each of these persons has in hand: one call, and none when there is nothing to choose. */
export async function loadsOf(persons: readonly string[]): Promise<Record<string, number>> {
  if (persons.length < 2) return {};
  const { data } = await db
    .collection('tickets')
    .aggregate()
    .match({ 'handler.person': command.in([...persons]), closedAt: null })
    .group({ _id: '$handler.person', open: { $sum: 1 } })
    .end();
  return Object.fromEntries((data as { _id: string; open: number }[]).map((row) => [row._id, row.open]));
}
