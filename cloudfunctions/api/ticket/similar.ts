/** Has somebody nearby reported the same? Asked before sending, and by the desk. Shows where and how far, never whose words. */
import type { Similar } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { ticketFlow } from '@/domain/ticket/flow';
import { alike } from '@/domain/ticket/likeness';
import { sealedText } from '@/domain/ticket/shield';
import type { Ticket } from '@/domain/ticket/ticket';
import { STATE_WORDS } from '@/domain/ticket/words';
import { sayWhen } from '@/domain/time/words';
import { place } from '../../runtime/directory';
import { service } from '../../runtime/menu';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { openLike, ticketFor } from '../../runtime/tickets';
import { gistOf } from './view';

export const findSimilar = signed<'ticket.similar'>(async (input, { actor, now }) => {
  const where = await place(readScene(input.scene), now);
  const what = await service(input.service, where.orgPath);
  if (what.kind !== 'report') return [];
  const open = await openLike(where.orgPath, what.id);
  // What is about somebody, or whose reporter stays unknown, is nobody else's business.
  const others = open.filter(
    ({ reporter, against, sealed }) => reporter.id !== actor.id && !against && !sealed,
  );
  return alike({ orgPath: where.orgPath, text: input.text, at: now }, others).map((one) => rowOf(one, now));
});

export const findAlike = signed<'ticket.alike'>(async ({ id }, { actor, now }) => {
  const ticket = await ticketFor(id, actor);
  if (!ticketFlow.allowed(ticket, actor, now).includes('merge')) throw new Refusal('NOT_ALLOWED');
  const open = await openLike(ticket.orgPath, ticket.service.id);
  const others = open.filter((other) => other._id !== id && !other.against);
  const { orgPath, text, openedAt } = ticket;
  return alike({ orgPath, text, at: openedAt }, others).map((one) => ({
    ...rowOf(one, now),
    no: one.no,
    gist: sealedText(one, gistOf(one)),
  }));
});

function rowOf(ticket: Ticket, now: number): Similar {
  return {
    id: ticket._id,
    title: ticket.service.name,
    place: ticket.place.name,
    when: sayWhen(ticket.openedAt, now),
    // said to its reporter as “you”, who is not the one that reads it here
    stateWords: STATE_WORDS[ticket.state].replace('您', '居民'),
    people: ticket.followers.length + 1,
  };
}
