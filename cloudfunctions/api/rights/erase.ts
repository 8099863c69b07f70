/** Taking a consent back, and asking to be forgotten. */
import { type ConsentId, LEAVES_AFTER } from '@/domain/rights/holdings';
import { SAID } from '@/domain/rights/words';
import { withdrawBudget } from '../../runtime/budget';
import { takeBackContact } from '../../runtime/contact';
import { beginLeaving } from '../../runtime/forget';
import { actorOf, personOf } from '../../runtime/people';
import { type Signed, signed } from '../../runtime/serve';
import { stopVolunteering } from '../volunteer/register';
import { rightsOf } from './read';

export const withdrawRights = signed<'rights.withdraw'>(async ({ what }, call) => {
  await WITHDRAW[what](call);
  return rightsOf({ ...call, actor: await actorOf(call.openid) });
});

/** A new consent does not compile before it says here what is taken back with it; what it gave: `test/security/consents`. */
const WITHDRAW: Readonly<Record<ConsentId, (call: Signed) => Promise<void>>> = {
  contact: async ({ openid }) => takeBackContact(await personOf(openid)),
  messages: ({ actor }) => withdrawBudget(actor.id),
  volunteer: stopVolunteering,
};

export const eraseRights = signed<'rights.erase'>(async (_, { openid, now }) => {
  await beginLeaving(await personOf(openid), now);
  return { at: now + LEAVES_AFTER, words: SAID.leaving };
});
