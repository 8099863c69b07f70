/** Somebody does the next thing with a ticket: read, decide, one conditional write. Holds no rule of its own. */

import { Refusal } from '@/domain/flow/refusal';
import type { Area } from '@/domain/org/org';
import type { Chosen } from '@/domain/ticket/command';
import { type TicketCommand, ticketFlow } from '@/domain/ticket/flow';
import { shieldedFrom } from '@/domain/ticket/shield';
import type { Ticket } from '@/domain/ticket/ticket';
import { needsSuccessor, solversOf } from '@/domain/ticket/verdict';
import { area } from '../../runtime/directory';
import { choose, named } from '../../runtime/dispatch';
import { requireOwnPhotos } from '../../runtime/files';
import { signed } from '../../runtime/serve';
import { calendarFor, ticketFor, tickets } from '../../runtime/tickets';
import { viewOf } from './view';

export const moveTicket = signed<'ticket.move'>(
  async ({ id, post, person, parent: parentId, helpers, measures, ...evidence }, { actor, now }) => {
    const ticket = await ticketFor(id, actor);
    const calendar = await calendarFor(ticket);
    if (isRepeat(ticket, evidence.key, actor.id, actor.staff?.id))
      return viewOf(ticket, { actor, now, calendar });

    const photos = requireOwnPhotos(actor.id, evidence.photos);
    const home = await area(ticket.orgPath);
    const chosen = (wanted: { post: string; person: string }) => named(home, ticket.orgPath, wanted, now);
    const parent = parentId ? ((await tickets.read(parentId)) ?? undefined) : undefined;
    const command: TicketCommand = {
      ...evidence,
      ...(parent && { parent }),
      photos,
      assignment:
        post && person ? chosen({ post, person }) : await successor(ticket, evidence.move, home, now),
      assignments: helpers?.map(chosen) ?? [],
      measures: measures?.map(({ text, until, ...to }) => ({ assignment: chosen(to), text, until })) ?? [],
      actor,
      calendar,
      now,
    };
    const { next } = ticketFlow.decide(ticket, command);
    const saved = await saveOrFind(ticket, next, command);
    return viewOf(saved, { actor, now, calendar, unsealed: evidence.move === 'look' });
  },
);

/** The same submit once more: the answer is what it has already become. */
function isRepeat(ticket: Ticket, key: string, ...ids: (string | undefined)[]): boolean {
  return ticket.history.some((entry) => entry.key === key && ids.includes(entry.by.id));
}

/** When someone was faster, that someone may have been this very submit, sent twice. */
async function saveOrFind(ticket: Ticket, next: Ticket, { key = '', actor }: TicketCommand): Promise<Ticket> {
  try {
    return await tickets.save(ticket, next);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
    const current = await tickets.read(ticket._id);
    if (current && isRepeat(current, key, actor.id, actor.staff?.id)) return current;
    throw error;
  }
}

/** Who takes up a result that may be refused: somebody who has not given one for this ticket. */
async function successor(ticket: Ticket, move: string, home: Area, now: number): Promise<Chosen | null> {
  if (!needsSuccessor(ticket, move)) return null;
  const except = [...solversOf(ticket), ...shieldedFrom(ticket.against, home)];
  return choose(home, ticket.service, ticket.orgPath, now, except);
}
