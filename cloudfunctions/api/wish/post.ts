/** Somebody posts a wish: for themselves, for a neighbour who agrees, for a child or a sick person whose guardian does. */
import { Refusal } from '@/domain/flow/refusal';
import { placeWords, postAt } from '@/domain/org/org';
import { isOfHere, whoMay } from '@/domain/org/policy';
import { kindOf } from '@/domain/wish/kinds';
import { postWish, requireNoNumbers, type WhoseGiven, wisherOf } from '@/domain/wish/open';
import { area, place } from '../../runtime/directory';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { requireSame } from '../../runtime/submit';
import { wishes, wishIdOf, wishNo } from '../../runtime/wishes';
import { viewOf } from './view';

export const post = signed<'wish.post'>(async (input, { actor, now, sent }) => {
  const kind = kindOf(input.kind);
  if (!kind) throw new Refusal('WISH_KIND_UNKNOWN', { field: 'kind' });
  if (!input.text) throw new Refusal('WORDS_REQUIRED', { field: 'text' });
  requireNoNumbers(input.text);
  const where = await place(readScene(input.scene), now);
  const home = await area(where.orgPath);
  const poster = {
    id: actor.id,
    name: input.contact.name || actor.name || '居民',
    phone: input.contact.phone || actor.phone || actor.staff?.phone || '',
    staff: actor.staff !== null && isOfHere(actor.staff, where.orgPath),
  };
  const id = wishIdOf(actor.id, input.key);
  const fresh = postWish(
    {
      _id: id,
      no: wishNo(id, now),
      kind,
      text: input.text,
      orgPath: where.orgPath,
      place: { id: where._id, name: placeWords(home, where.orgPath) },
      address: input.address || where.name,
      poster,
      wisher: wisherOf({ name: '', phone: '', ...input.whose } as WhoseGiven, poster),
      unit: postAt(home, 'grid-worker', where.orgPath)?.unit ?? '',
      desk: whoMay(home, 'reviewWishes', where.orgPath),
      key: input.key,
      sent,
    },
    now,
  );
  const wish = await wishes.insert(fresh);
  requireSame(wish, sent);
  return viewOf(wish, { actor, now, here: where.orgPath });
});
