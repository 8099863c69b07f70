/** A resident leaves a name and a phone, so that the next form is shorter. Both may stay empty. */
import { personOf, writeContact } from '../../runtime/people';
import { signed } from '../../runtime/serve';
import { meOf } from './open-session';

export const saveProfile = signed<'profile.save'>(async ({ name, phone }, { actor, openid }) => {
  await writeContact(await personOf(openid), { name, phone });
  return meOf({ ...actor, name: actor.staff ? actor.name : name, phone });
});
