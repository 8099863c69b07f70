/** Who acts: what a bound identity may do comes from the table of today, and what one phone changes nobody else loses. */
import { createHash } from 'node:crypto';
import { AREA, STAIRWELL } from '@/test/builders/town';
import { withEmulator } from '@/test/support/emulator';
import { KEYS, openidOf, seedTown } from '@/test/support/yima';
import { personIdOf } from './digest';

type People = typeof import('./people');
const emulator = withEmulator();
let people: People;

beforeAll(async () => {
  Object.assign(process.env, KEYS);
  // Imported only now: the SDK reads its environment when it is loaded.
  people = await import('./people');
  await seedTown(emulator.db);
}, 30_000);

const idOf = (name: Parameters<typeof openidOf>[0]) => personIdOf(openidOf(name));
const store = (name: string, over: object) =>
  emulator.db
    .collection('people')
    .add({ _id: `u_${name}`, openid: name, name, phone: '', staff: null, ...over });
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('without an identity nobody acts; with an unknown one a resident without a name', async () => {
  expect(await code(people.personOf(''))).toBe('WHO_ARE_YOU');
  expect(await code(people.actorOf(''))).toBe('WHO_ARE_YOU');
  const id = personIdOf('new');
  expect(await people.personOf('new')).toEqual({ _id: id, openid: 'new', name: '', phone: '', staff: null });
  expect(await people.actorOf('new')).toEqual({ id, name: '', phone: '', staff: null, volunteer: null });
});

test('staff have the posts they hold and the units they lead today, and their name of the table', async () => {
  const zhao = await people.actorOf(openidOf('zhao'));
  expect(zhao).toEqual({
    id: idOf('zhao'),
    name: '赵海平',
    phone: '',
    volunteer: null,
    staff: { id: 's_zhao', area: AREA, phone: expect.any(String), posts: [expect.anything()], leads: [] },
  });
  expect(zhao.staff?.posts).toMatchObject([{ id: 'grid@m012', path: STAIRWELL }]);
  const posts = async (name: 'ma' | 'sun' | 'hou') =>
    (await people.actorOf(openidOf(name))).staff?.posts.map(({ id }) => id);
  expect([await posts('ma'), await posts('hou'), await posts('sun')]).toEqual([
    ['urban'],
    ['urban'],
    ['grid@v01'],
  ]);
  const leads = async (name: 'ma' | 'sun') => (await people.actorOf(openidOf(name))).staff?.leads;
  expect([await leads('ma'), await leads('sun')]).toEqual([['office-urban'], ['grid-v01', 'grid-v02']]);
});

test('who is no longer in the table is a resident; who asked to be forgotten is nobody', async () => {
  const volunteer = { since: 1, skills: [], places: [AREA], teams: [] };
  await emulator.db.collection('people').add([
    {
      _id: personIdOf('old'),
      openid: 'old',
      name: '老何',
      phone: '17000000009',
      staff: { id: 's_gone', area: AREA },
      volunteer,
    },
    { _id: personIdOf('leaver'), openid: 'leaver', name: '', phone: '', staff: null, leavesAt: 0 },
  ]);
  expect(await people.actorOf('old')).toEqual({
    id: personIdOf('old'),
    name: '老何',
    phone: '17000000009',
    staff: null,
    volunteer,
  });
  expect(await code(people.actorOf('leaver'))).toBe('LEAVING');
});

test('a change of one field leaves the others as they are stored, and is seen at once', async () => {
  const blank = await people.personOf('patched');
  // somebody who is not stored yet is, first
  await people.writeContact(blank, { name: '林', phone: '17000000001' });
  expect(await people.personOf('patched')).toMatchObject({
    name: '林',
    phone: '17000000001',
    openid: 'patched',
  });
  // `blank` knows of no name: it is kept all the same
  await people.patchPerson(blank, {
    volunteer: { since: 1, skills: ['electric'], places: [], teams: [], no: 'V1' } as never,
  });
  await people.patchPerson(blank, { volunteer: { since: 2, skills: [], places: [], teams: [] } });
  expect(await people.personOf('patched')).toEqual({
    ...blank,
    name: '林',
    phone: '17000000001',
    volunteer: { since: 2, skills: [], places: [], teams: [] },
  });
  await people.patchPerson(blank, { volunteer: null });
  expect((await people.actorOf('patched')).volunteer).toBeNull();
});

test('two first changes at once are both kept', async () => {
  const blank = await people.personOf('twice');
  await Promise.all([
    people.patchPerson(blank, { volunteer: { since: 3, skills: [], places: [], teams: [] } }),
    people.writeContact(blank, { name: '林', phone: '17000000002' }),
  ]);
  expect(await people.personOf('twice')).toMatchObject({ name: '林', phone: '17000000002' });
});

test('a record put in place is what is read next', async () => {
  const before = await people.personOf(openidOf('shu'));
  await people.savePerson({ ...before, phone: '17000000003' });
  expect(await people.personOf(openidOf('shu'))).toEqual({ ...before, phone: '17000000003' });
});

test('an invitation serves one identity, which may repeat; written with or without its stroke', async () => {
  const _id = createHash('sha256').update('ABCDEFGH').digest('hex');
  await emulator.db
    .collection('invitations')
    .add({ _id, person: 's_hou', area: AREA, usedBy: null, usedAt: null });
  const outcomes = await Promise.all(
    ['u_one', 'u_two'].map((by) => code(people.redeemInvitation('abcd-efgh', by, 5))),
  );
  expect(outcomes.sort()).toEqual(['INVITE_INVALID', 'ok']);
  const { data } = await emulator.db.collection('invitations').doc(_id).get();
  const winner = data[0].usedBy;
  expect(data[0]).toMatchObject({ usedAt: 5 });
  expect(await people.redeemInvitation('ABCDEFGH', winner, 6)).toMatchObject({
    person: 's_hou',
    usedBy: winner,
    usedAt: 5,
  });
  expect(await code(people.redeemInvitation('ABCDEFGH', 'u_three', 7))).toBe('INVITE_INVALID');
  expect(await code(people.redeemInvitation('nothing', winner, 7))).toBe('INVITE_INVALID');
});

test('somebody is found by id and by the number that is proven to be theirs, and only there', async () => {
  const phone = '17000000077';
  await store('a-typed', { phone });
  await store('found', { phone, proven: { phone, by: 'wechat', at: 2 } });
  await store('b-earlier', { phone, proven: { phone, by: 'wechat', at: 1 } });
  await store('c-changed', { phone: '17000000078', proven: { phone, by: 'desk', at: 3 } });
  expect(await people.openidOf('u_found')).toBe('found');
  expect(await people.openidOf('u_nowhere')).toBeNull();
  expect(await people.personRecord('u_found')).toMatchObject({ name: 'found' });
  expect(await people.personRecord('u_nowhere')).toBeNull();
  expect((await people.personWithPhone('17000000077'))?._id).toBe('u_found');
  expect(await people.personWithPhone('17000000078')).toBeNull();
  // an empty number is not everybody's who left none
  await expect(people.personWithPhone('')).rejects.toThrow('phone');
});

describe('volunteers', () => {
  const where = '370114/volunteers/here/';
  beforeAll(async () => {
    for (let index = 0; index < 25; index++)
      await store(`v${String(index).padStart(2, '0')}`, {
        offeredAt: 100 - index,
        volunteer: {
          since: index,
          area: where,
          skills: index % 5 === 0 ? 'electric' : 'read',
          teams: index % 10 === 0 ? 'a' : 'b',
        },
      });
    await store('elsewhere', { volunteer: { since: 99, area: 'other', skills: 'electric', teams: 'a' } });
  });
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

  test('the last to register first, twenty at a time', async () => {
    const first = await people.volunteersIn(where, undefined, undefined);
    expect([first.rows.length, first.rows[0]?.name, first.next]).toEqual([20, 'v24', '1.20']);
    const second = await people.volunteersIn(where, undefined, first.next ?? '');
    expect([names(second.rows), second.next]).toEqual([['v04', 'v03', 'v02', 'v01', 'v00'], null]);
    expect(names((await people.volunteersIn(where, 'electric', undefined)).rows)).toEqual([
      'v20',
      'v15',
      'v10',
      'v05',
      'v00',
    ]);
  });

  test('in turn: who was offered something longest ago; who can do one thing, or is in one team', async () => {
    expect(names(await people.volunteersInTurn(where, {})).slice(0, 2)).toEqual(['v24', 'v23']);
    expect(await people.volunteersInTurn(where, {})).toHaveLength(25);
    expect(names(await people.volunteersInTurn(where, { skills: ['electric'] }))).toEqual([
      'v20',
      'v15',
      'v10',
      'v05',
      'v00',
    ]);
    expect(names(await people.volunteersInTurn(where, { teams: ['a'] }))).toEqual(['v20', 'v10', 'v00']);
    await people.rememberOffered(['u_v20', 'u_v10'], 1000);
    expect(names(await people.volunteersInTurn(where, { teams: ['a'] }))).toEqual(['v00', 'v10', 'v20']);
    await people.rememberOffered([], 2000);
    expect((await people.personRecord('u_v00'))?.offeredAt).toBe(100);
  });
});
