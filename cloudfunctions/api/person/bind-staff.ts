/** A worker binds this WeChat identity to a post with a one-time code: exactly one of many tries gets it. */
import { Refusal } from '@/domain/flow/refusal';
import { actorOf, patchPerson, personOf, redeemInvitation } from '../../runtime/people';
import { signed } from '../../runtime/serve';
import { meOf } from './open-session';

export const bindStaff = signed<'staff.bind'>(async ({ code }, { actor, now, openid }) => {
  if (actor.staff) throw new Refusal('ALREADY_STAFF');
  const { person, area } = await redeemInvitation(code, actor.id, now);
  await patchPerson(await personOf(openid), { staff: { id: person, area } });
  return meOf(await actorOf(openid));
});
