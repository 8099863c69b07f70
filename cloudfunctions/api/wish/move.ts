/**
 * Somebody does the next thing with a wish: read, decide, one conditional write. Holds no rule of its own.
 *
 * The cap on claims is exact without a ledger: a claim takes one of the person's slots, and slots are unique among all
 * wishes, so the write that would be one too many is refused by the index. Which slot is tried first follows from the
 * wish, so that the usual claim finds a free one at once; at most `CLAIMS_MAX` tries.
 */
import { Refusal } from '@/domain/flow/refusal';
import { takesPhotos, type WishCommand, wishFlow } from '@/domain/wish/flow';
import { CLAIMS_MAX } from '@/domain/wish/kinds';
import { isGuarded, type Wish } from '@/domain/wish/wish';
import { isDuplicate } from '../../runtime/cloud';
import { requireOwnPhotos } from '../../runtime/files';
import { service as menuEntry } from '../../runtime/menu';
import { signed } from '../../runtime/serve';
import { isRepeat, once } from '../../runtime/submit';
import { keepWishThread, ticketThread } from '../../runtime/wish-thread';
import { wishes, wishFor } from '../../runtime/wishes';
import { viewOf } from './view';

export const moveWish = signed<'wish.move'>(async ({ id, service, ...said }, { actor, now, sent }) => {
  const evidence = { ...said, sent };
  const wish = await wishFor(id, actor);
  const viewer = { actor, now, here: null };
  if (isRepeat(wish, { ...evidence, actor })) return viewOf(wish, viewer);
  if (evidence.photos?.length && !takesPhotos(wish, evidence.move))
    throw new Refusal(isGuarded(wish.wisher) ? 'WISH_NO_PHOTO' : 'BAD_INPUT', { field: 'photos' });
  const photos = requireOwnPhotos({ person: actor.id, of: id, now }, evidence.photos);
  const what = evidence.move === 'turn' && service ? await menuEntry(service, wish.orgPath) : null;
  const command: WishCommand = {
    ...evidence,
    ...(what && { service: what.id, thread: ticketThread(wish, now) }),
    photos,
    phone: actor.phone || actor.staff?.phone || '',
    actor,
    now,
  };
  const saved = evidence.move === 'claim' ? await claim(wish, command) : await save(wish, command);
  return viewOf(await keepWishThread(saved), viewer);
});

const save = (wish: Wish, command: WishCommand): Promise<Wish> =>
  once(wishes, wish, command, (current) => wishFlow.decide(current, command).next);

/** Takes a free slot with the wish in one write. Refuses CLAIMS_FULL with none free, WISH_TAKEN when someone was faster. */
async function claim(wish: Wish, command: WishCommand): Promise<Wish> {
  const first = Number.parseInt(wish._id.slice(-6), 16) % CLAIMS_MAX;
  for (let tried = 0; tried < CLAIMS_MAX; tried++) {
    try {
      return await save(wish, { ...command, slot: (first + tried) % CLAIMS_MAX });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'MOVED_ON') throw new Refusal('WISH_TAKEN');
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new Refusal('CLAIMS_FULL', { most: CLAIMS_MAX });
}
