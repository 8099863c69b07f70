/** A property manager has a worklist: what the table gives them they sign, contact and resolve as anybody who handles. */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Area } from '@/domain/org/org';
import { AREA, STAIRWELL, TOWN } from '@/test/builders/town';
import { openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
const POST = {
  id: 'property@m012',
  kind: 'property',
  name: '闫满小区物业',
  unit: 'property',
  path: STAIRWELL,
  holders: [{ person: 's_wu' }],
} as const;
const WITH_PROPERTY: Area = {
  ...TOWN,
  units: [...TOWN.units, { id: 'property', name: '闫满小区物业', path: STAIRWELL, lead: 's_sun' }],
  posts: [...TOWN.posts, POST],
  persons: [...TOWN.persons, { id: 's_wu', name: '吴管家', phone: '17000001234', skills: [], leave: [] }],
  responsibility: TOWN.responsibility.map((rule) =>
    rule.id === 'lamp' ? { ...rule, post: 'property', otherwise: ['grid-worker'] } : rule,
  ),
};

beforeAll(async () => {
  const { db } = yima.emulator;
  const { path, ...area } = WITH_PROPERTY;
  await db
    .collection('directory')
    .doc(`area:${AREA}`)
    .set({ path, ...area });
  const openid = openidOf('guest1');
  await db
    .collection('people')
    .add({ _id: personIdOf(openid), openid, name: '', phone: '', staff: { id: 's_wu', area: AREA } });
});

test('who they are: a worker with a tab bar of their own', async () => {
  const { staff } = await yima.call('guest1', 'session.open', {});
  expect(staff).toMatchObject({ name: '吴管家', desk: ['worker'], posts: ['闫满小区物业'] });
});

test('a lamp goes to them; they sign, contact, resolve; the resident is content', async () => {
  const { id, handler } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(handler).toMatchObject({ name: '吴管家', unit: '闫满小区物业' });
  for (const box of ['unit', 'work'] as const) {
    const { rows } = await yima.call('guest1', 'ticket.list', { box });
    expect(rows.map((row) => row.id)).toEqual([id]);
  }
  await yima.call('guest1', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('guest1', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
  await yima.call('guest1', 'ticket.move', yima.move(id, 'resolve', { result: 'solved', text: '换了灯泡' }));
  const { state } = await yima.call('lin', 'ticket.read', { id });
  expect(['resolved', 'checking', 'checked']).toContain(state);
});

test('their unit is theirs alone: the grid worker does not see what they have', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(await yima.outcome('zhao', 'ticket.read', { id })).toBe('NOT_FOUND');
  expect(await yima.outcome('sun', 'ticket.read', { id })).toBe('ok');
});

test('posts are named in natural order: the ninth micro-grid before the tenth', async () => {
  const held = (number: number) => ({
    ...POST,
    id: `property@${number}`,
    name: `闫满村第${number}微网格物业`,
  });
  const posts = [...TOWN.posts, held(10), held(9)];
  await yima.emulator.db.collection('directory').doc(`area:${AREA}`).update({ posts });
  yima.later(61_000);
  const { staff } = await yima.call('guest1', 'session.open', {});
  expect(staff?.posts).toEqual(['闫满村第9微网格物业', '闫满村第10微网格物业']);
});
