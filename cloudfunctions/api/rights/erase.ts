/** Taking a consent back, and asking to be forgotten. */
import { LEAVES_AFTER } from '@/domain/rights/holdings';
import { SAID } from '@/domain/rights/words';
import { forgetBudget } from '../../runtime/budget';
import { beginLeaving } from '../../runtime/forget';
import { actorOf, patchPerson, personOf } from '../../runtime/people';
import { type Signed, signed } from '../../runtime/serve';
import { giveBackPlaces } from '../volunteer/register';
import { rightsOf } from './read';

export const withdrawRights = signed<'rights.withdraw'>(async ({ what }, call) => {
  await WITHDRAW[what](call);
  return rightsOf({ ...call, actor: await actorOf(call.openid) });
});

const WITHDRAW = {
  contact: async ({ openid }: Signed) => patchPerson(await personOf(openid), { name: '', phone: '' }),
  messages: ({ actor }: Signed) => forgetBudget(actor.id),
  async volunteer({ actor, openid, now }: Signed) {
    if (!actor.volunteer) return;
    await giveBackPlaces(actor, now);
    await patchPerson(await personOf(openid), { volunteer: null });
  },
} as const;

export const eraseRights = signed<'rights.erase'>(async (_, { openid, now }) => {
  await beginLeaving(await personOf(openid), now);
  return { at: now + LEAVES_AFTER, words: SAID.leaving };
});
