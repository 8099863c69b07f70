/** A worker binds this WeChat identity to a post with a one-time code: exactly one of many tries gets it, and what it was bound to before ends. */
import { Refusal } from '@/domain/flow/refusal';
import { bindWork } from '../../runtime/bindings';
import { actorOf, personOf, redeemInvitation } from '../../runtime/people';
import { signed } from '../../runtime/serve';
import { meOf } from './open-session';

export const bindStaff = signed<'staff.bind'>(async ({ code }, { actor, now, openid }) => {
  if (actor.staff) throw new Refusal('ALREADY_STAFF');
  const { person, area } = await redeemInvitation(code, actor.id, now);
  await bindWork(await personOf(openid), { id: person, area }, now);
  return meOf(await actorOf(openid));
});
