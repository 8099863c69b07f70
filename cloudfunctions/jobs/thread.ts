/**
 * Reports of one thing: the first is worked on, the others follow. Two documents never change together, so each step
 * is made by the jobs, one at a time, and may be made again: a follower is known to its parent, and learns its end.
 */
import { CLOCK } from '@/domain/flow/actor';
import { type TicketCommand, ticketFlow } from '@/domain/ticket/flow';
import { isOpen, LIFECYCLE, type TicketMove, type TicketState } from '@/domain/ticket/lifecycle';
import type { Ticket } from '@/domain/ticket/ticket';
import { calendarFor, tickets } from '../runtime/tickets';
import { keepTicketThread } from '../runtime/wish-thread';
import { incidentFor } from './burst';

/** Ties a ticket to the one it follows, and tells those that follow it how it ended. Gives the ticket as it is then. */
export async function keepThread(ticket: Ticket, now: number): Promise<Ticket> {
  await keepTicketThread(ticket);
  for (const id of ticket.followers) await tellFollower(ticket, id, now);
  const incident = await incidentFor(ticket);
  if (incident) return keepThread(await step(ticket, 'merge', now, { parent: incident }), now);
  return ticket.state === 'merged' && ticket.parent ? join(ticket, ticket.parent.id, now) : ticket;
}

async function tellFollower(parent: Ticket, id: string, now: number): Promise<void> {
  if (parent.state !== 'resolved' && isOpen(parent.state)) return;
  const follower = await tickets.read(id);
  if (follower?.state !== 'merged') return;
  const done = parent.state === 'resolved' || parent.state === 'closed';
  await step(follower, done ? 'settle' : 'part', now, { parent });
}

async function join(follower: Ticket, parentId: string, now: number): Promise<Ticket> {
  const parent = await tickets.read(parentId);
  const open: readonly TicketState[] = LIFECYCLE.joined.from;
  if (parent && open.includes(parent.state)) {
    if (!parent.followers.includes(follower._id))
      await step(parent, 'joined', now, { follower: follower._id });
    return follower;
  }
  return parent?.state === 'resolved'
    ? step(follower, 'settle', now, { parent })
    : step(follower, 'part', now, {});
}

async function step(
  ticket: Ticket,
  move: TicketMove,
  now: number,
  evidence: Pick<TicketCommand, 'parent' | 'follower'>,
): Promise<Ticket> {
  const calendar = await calendarFor(ticket);
  const { next } = ticketFlow.decide(ticket, { ...evidence, move, actor: CLOCK, calendar, now });
  return tickets.save(ticket, next);
}
