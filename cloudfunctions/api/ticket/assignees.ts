/** Whom a dispatcher may choose for a ticket now: the obvious person first, with why, and what each has in hand. */
import { Refusal } from '@/domain/flow/refusal';
import { offered } from '@/domain/org/dispatch';
import { STANDPOINT_WORDS } from '@/domain/org/words';
import { ticketFlow } from '@/domain/ticket/flow';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { mayHave, withJoined } from '@/domain/ticket/shield';
import { area } from '../../runtime/directory';
import { signed } from '../../runtime/serve';
import { inHandOf, ticketFor } from '../../runtime/tickets';

/** The moves that give a ticket, or a part of it, to somebody. */
const GIVES: readonly TicketMove[] = ['dispatch', 'transfer', 'rule', 'convene', 'meet'];

export const listAssignees = signed<'ticket.assignees'>(async ({ id }, { actor, now }) => {
  const found = await ticketFor(id, actor);
  const moves = ticketFlow.allowed(found, actor, now);
  if (!moves.some((move) => GIVES.includes(move))) throw new Refusal('NOT_ALLOWED');
  const home = await area(found.orgPath);
  const ticket = withJoined(found, home);
  // Who has it already is no choice, unless a part is being given out among those who share it.
  const present = ticket.joint ? null : ticket.handler?.person;
  const choices = offered(home, ticket.service, ticket.orgPath, now, ticket.returnedBy).filter(
    ({ post, person }) => person.id !== present && mayHave(ticket, { person, unit: { id: post.unit } }),
  );
  const loads = await inHandOf(
    choices.map(({ person }) => person.id),
    actor,
  );
  const unitName = (unit: string) => home.units.find((candidate) => candidate.id === unit)?.name ?? '';
  return choices.map(({ post, person, why, returned }) => ({
    post: post.id,
    postName: post.name,
    unitName: unitName(post.unit),
    person: person.id,
    name: person.name,
    load: loads[person.id] ?? 0,
    why: STANDPOINT_WORDS[why],
    returned,
  }));
});
