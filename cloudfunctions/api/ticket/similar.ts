/** Before sending: has somebody nearby just reported the same? Shows where and how far it is, never whose words. */
import { alike } from '@/domain/ticket/likeness';
import { STATE_WORDS } from '@/domain/ticket/words';
import { sayWhen } from '@/domain/time/words';
import { place, service } from '../../runtime/directory';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { openLike } from '../../runtime/tickets';

export const findSimilar = signed<'ticket.similar'>(async (input, { actor, now }) => {
  const where = await place(readScene(input.scene), now);
  const what = await service(input.service);
  if (what.kind !== 'report') return [];
  const open = await openLike(where.orgPath, what.id);
  const others = open.filter((ticket) => ticket.reporter.id !== actor.id);
  return alike({ orgPath: where.orgPath, text: input.text, at: now }, others).map((ticket) => ({
    id: ticket._id,
    title: ticket.service.name,
    place: ticket.place.name,
    when: sayWhen(ticket.openedAt, now),
    // said to its reporter as “you”, who is not the one that reads it here
    stateWords: STATE_WORDS[ticket.state].replace('您', '居民'),
    people: ticket.followers.length + 1,
  }));
});
