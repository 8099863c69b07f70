/** Somebody does the next thing with a ticket: read, decide, one conditional write. Holds no rule of its own. */

import type { Input } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { assignable } from '@/domain/org/dispatch';
import { type TicketCommand, ticketFlow } from '@/domain/ticket/flow';
import type { Ticket } from '@/domain/ticket/ticket';
import { area } from '../../runtime/directory';
import { requireOwnPhotos } from '../../runtime/files';
import { signed } from '../../runtime/serve';
import { calendarFor, ticketFor, tickets } from '../../runtime/tickets';
import { viewOf } from './view';

export const moveTicket = signed<'ticket.move'>(
  async ({ id, post, person, parent: parentId, ...evidence }, { actor, now }) => {
    const ticket = await ticketFor(id, actor);
    const calendar = await calendarFor(ticket);
    if (isRepeat(ticket, evidence.key, actor.id, actor.staff?.id))
      return viewOf(ticket, { actor, now, calendar });

    const photos = requireOwnPhotos(actor.id, evidence.photos, id);
    const assignment = post && person ? await assignmentOf(ticket, { post, person }, now) : null;
    const parent = parentId ? ((await tickets.read(parentId)) ?? undefined) : undefined;
    const command: TicketCommand = {
      ...evidence,
      ...(parent && { parent }),
      photos,
      assignment,
      actor,
      calendar,
      now,
    };
    const { next } = ticketFlow.decide(ticket, command);
    const saved = await saveOrFind(ticket, next, command);
    return viewOf(saved, { actor, now, calendar });
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

async function assignmentOf(
  ticket: Ticket,
  wanted: Required<Pick<Input<'ticket.move'>, 'post' | 'person'>>,
  now: number,
): Promise<TicketCommand['assignment']> {
  const home = await area(ticket.orgPath);
  const found = assignable(home, ticket.orgPath, now).find(
    ({ post, person }) => post.id === wanted.post && person.id === wanted.person,
  );
  const unit = found && home.units.find((candidate) => candidate.id === found.post.unit);
  if (!found || !unit) throw new Refusal('ASSIGNEE_UNKNOWN');
  return { ...found, unit, why: { rule: 'by-hand', clause: '', post: found.post.name, load: 0, among: 1 } };
}
