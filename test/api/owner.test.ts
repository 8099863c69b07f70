/** An owner always: a complaint goes around whom it is about, and up the tree where nobody of its area is left. */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Input } from '@/contract';
import type { Area, Post } from '@/domain/org/org';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY } from '@/domain/time/day';
import { AREA, OTHER_TOWN, TOWN } from '@/test/builders/town';
import { FAR_SCENE, type Name, openidOf, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const TOWN_PATH = '370114/guanzhuang/';
/** Its only unit has every post, its desk and its leaders; two of its people lead other areas' places, too. */
const ONLY: Area = {
  ...TOWN,
  units: [{ id: 'only', name: '综合办', path: AREA, lead: 's_ma' }],
  posts: TOWN.posts.map((post) => ({ ...post, unit: 'only' })),
};
const post = (id: string, kind: Post['kind'], path: string): Post => ({
  ...{ id, kind, name: id, unit: 'only', path },
  holders: [{ person: `s_${id}` }],
});
/** Lists of other areas in which people of the town, of the county and of another town stand. */
const listOf = (path: string, ...posts: Post[]): Area => ({
  ...{ path, name: path, nodes: [], responsibility: [] },
  units: [{ id: 'only', name: '综合办', path, lead: null }],
  posts,
  persons: posts.map(({ id }) => ({ id: `s_${id}`, name: id, phone: '', skills: [], leave: [] })),
});
const NAMES: Readonly<Record<string, Name>> = {
  townhead: 'guest721',
  county: 'guest722',
  neighbour: 'guest723',
};
const LISTS = {
  town: listOf(
    `${TOWN_PATH}other/`,
    post('townhead', 'leader', TOWN_PATH),
    post('neighbour', 'leader', `${TOWN_PATH}other/`),
  ),
  county: listOf('370114/diaozhen/seat/', post('county', 'leader', '370114/')),
};

async function directory(home: Area, ...others: Area[]): Promise<void> {
  const stored = yima.emulator.db.collection('directory');
  for (const each of Object.values(LISTS)) await stored.where({ _id: `area:${each.path}` }).remove();
  for (const each of [home, ...others]) await stored.doc(`area:${each.path}`).set(each);
  (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
}
beforeAll(async () => {
  await yima.emulator.db.collection('people').add(
    Object.values(LISTS).flatMap(({ path, persons }) =>
      persons.map(({ id }) => ({
        _id: personIdOf(openidOf(NAMES[id.slice(2)] ?? 'wang')),
        openid: openidOf(NAMES[id.slice(2)] ?? 'wang'),
        ...{ name: '', phone: '', staff: { id, area: path } },
      })),
    ),
  );
});

const complain = async (about: Input<'ticket.file'>['against'], scene = SCENE()) => {
  const { id } = await yima.call(
    'lin',
    'ticket.file',
    yima.filing({ service: 'policy', text: '推诿', answers: [], scene, against: about }),
  );
  const { data } = await yima.emulator.db.collection('tickets').doc(id).get();
  return data[0] as Ticket;
};
const toldOf = async ({ _id }: Ticket) => {
  await yima.tick();
  const { data } = await yima.emulator.db.collection('notices').where({ 'about.id': _id }).limit(100).get();
  return [...new Set((data as { to: string }[]).map(({ to }) => to))]
    .filter((to) => !to.startsWith('u_'))
    .sort();
};
const ONLY_UNIT = { unit: 'only', person: null };

test('about the dispatchers: the leaders; about both: who leads another unit', async () => {
  await directory(TOWN);
  expect((await complain({ unit: null, person: 's_qian' })).desk).toEqual(['s_shu']);
  expect((await complain({ unit: 'desk', person: null }, FAR_SCENE())).desk).toEqual(['s_sun', 's_ma']);
});

test('about a town’s only unit: the town’s leader, wherever they stand, is its owner and hears of it', async () => {
  await directory(ONLY, LISTS.town, LISTS.county);
  const ticket = await complain(ONLY_UNIT);
  expect(ticket).toMatchObject({
    state: 'submitted',
    handler: null,
    desk: expect.arrayContaining(['s_townhead']),
  });
  expect(await toldOf(ticket)).toEqual(expect.arrayContaining(['s_townhead']));
  expect(await toldOf(ticket)).not.toContain('s_neighbour');
  const seen = await yima.call('guest721', 'ticket.read', { id: ticket._id });
  expect(seen.allowed).toEqual(expect.arrayContaining(['decline']));
  for (const name of ['shu', 'qian', 'ma', 'guest723', 'tao'] as const)
    expect([name, await yima.outcome(name, 'ticket.read', { id: ticket._id })]).toEqual([name, 'NOT_FOUND']);
});

test('without one in the town: the county’s', async () => {
  await directory(ONLY, LISTS.county);
  const ticket = await complain(ONLY_UNIT);
  expect(ticket.desk).toEqual(['s_county']);
  expect(await yima.outcome('guest722', 'ticket.read', { id: ticket._id })).toBe('ok');
});

test('a post over the town in its own list is asked as any other of the place', async () => {
  await directory({
    ...ONLY,
    ...{ posts: [...ONLY.posts, { ...post('head', 'leader', TOWN_PATH), unit: 'town-hall' }] },
    persons: [...ONLY.persons, { id: 's_head', name: '镇长', phone: '', skills: [], leave: [] }],
  });
  expect((await complain(ONLY_UNIT)).desk).toEqual(['s_head']);
});

test('with nobody up to the county the reporter is told, health says so, and whoever comes into office has it', async () => {
  await directory(ONLY);
  const ticket = await complain(ONLY_UNIT);
  expect(ticket.desk).toEqual([]);
  expect((await yima.call('lin', 'ticket.read', { id: ticket._id })).say).toContain('12345');
  const unowned = async () => {
    const { health } = await import('@/cloudfunctions/jobs/health');
    return (await health(yima.now)).checks.find(({ what }) => what === 'unowned');
  };
  expect(await unowned()).toMatchObject({ ok: false, value: expect.stringContaining(ticket.no) });
  await directory(ONLY, LISTS.county);
  for (let day = 0; day < 10; day++) {
    yima.later(DAY);
    await yima.tick();
  }
  expect(await toldOf(ticket)).toEqual(['s_county']);
  expect((await unowned())?.ok).toBe(true);
});

test('another area’s people are not asked for what has an owner: no call more', async () => {
  await directory(TOWN, OTHER_TOWN);
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'ticket.file', yima.filing());
  const one = await yima.counting(() => yima.call('lin', 'ticket.file', yima.filing()));
  expect(one.calls).toEqual({ 'database.insertDocument': 1 });
});
