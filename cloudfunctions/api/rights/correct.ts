/** What is wrong about a person is put right where it still matters: with themselves, and in everything that is open. */
import { Refusal } from '@/domain/flow/refusal';
import { changeOpen } from '../../runtime/held';
import { personOf, writeContact } from '../../runtime/people';
import { signed } from '../../runtime/serve';
import { rightsOf } from './read';

export const correctRights = signed<'rights.correct'>(async ({ name, phone, id, address }, call) => {
  const { actor, openid } = call;
  if (id !== undefined && address !== undefined) {
    const mine = id.startsWith('t')
      ? (['tickets', 'reporter.id'] as const)
      : (['wishes', 'poster.id'] as const);
    await changeOpen(mine[0], { _id: id, [mine[1]]: actor.id }, { address });
    return rightsOf(call);
  }
  if (name === undefined || phone === undefined) throw new Refusal('BAD_INPUT', { field: 'name' });
  await writeContact(await personOf(openid), { name, phone });
  const named = { name, phone };
  const under = (field: string) =>
    Object.fromEntries(Object.entries(named).map(([k, v]) => [`${field}.${k}`, v]));
  await changeOpen('tickets', { 'reporter.id': actor.id }, under('reporter'));
  await changeOpen('wishes', { 'poster.id': actor.id }, { ...under('poster'), contactGone: false });
  await changeOpen('wishes', { 'poster.id': actor.id, 'wisher.sort': 'self' }, under('wisher'));
  return rightsOf({ ...call, actor: { ...actor, name: actor.staff ? actor.name : name, phone } });
});
