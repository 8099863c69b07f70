/** The world of `npm start` comes to life through the real functions, and what a stranger opens is not empty. */
import type { TicketRow } from '@/contract';
import { Phone, startLocal } from '@/scripts/local';
import { databaseOf, loadWorld, playWeek } from '@/scripts/worlds/build';
import { identityOf, type Played } from '@/scripts/worlds/play';
import { WEEK } from '@/scripts/worlds/week';
import { PEOPLE, yanman } from '@/scripts/worlds/yanman';

type Cloud = Awaited<ReturnType<typeof startLocal>>;
/** Thursday, 19 November 2026, 14:00 in China: the same week whenever this runs. */
const NOW = Date.UTC(2026, 10, 19, 6);
let cloud: Cloud;
let played: Played;

beforeAll(async () => {
  cloud = await startLocal({ dataDir: null, sync: 'OFF' });
  const world = yanman(NOW);
  await loadWorld(databaseOf(cloud), world);
  played = await playWeek(cloud, world, NOW);
  await new Phone(cloud.url).clockTo(NOW, false);
}, 300_000);
afterAll(() => cloud?.stop());

const box = async (
  user: string,
  name: 'mine' | 'work' | 'pool' | 'late' | 'done',
): Promise<readonly TicketRow[]> =>
  (await new Phone(cloud.url).call(user, 'ticket.list', { box: name })).rows;

test('every story was told as it is written: no step was refused', () => {
  expect(played.refused).toEqual([]);
  expect(played.filed).toBe(WEEK.length);
});

test('requests stand in every state', () => {
  expect(Object.keys(played.states).sort()).toEqual([
    'checking',
    'closed',
    'dispatched',
    'long_term',
    'need_info',
    'on_hold',
    'resolved',
    'signed',
    'submitted',
    'withdrawn',
    'working',
  ]);
});

test('林阿姨 is asked something, is asked for a verdict, and has one under way', async () => {
  const states = (await box(PEOPLE.lin, 'mine')).map((row) => row.state);
  expect(states).toEqual(expect.arrayContaining(['need_info', 'resolved', 'working', 'closed']));
});

test('赵海平 has work, some of it late; the pool and the lists of the late are not empty', async () => {
  const work = await box(identityOf(PEOPLE.zhao), 'work');
  expect(work.map((row) => row.group)).toEqual(expect.arrayContaining(['late', 'later', 'waiting']));
  expect((await box(identityOf(PEOPLE.desk), 'pool')).length).toBeGreaterThanOrEqual(2);
  expect((await box(identityOf(PEOPLE.secretary), 'late')).length).toBeGreaterThanOrEqual(2);
  for (const person of ['s_social2', 's_urban2'])
    expect((await box(identityOf(person), 'work')).length).toBeGreaterThan(0);
});

test('a late one carries its 提醒单, and a reworked one its second cycle', async () => {
  const phone = new Phone(cloud.url);
  const [late] = await box(identityOf(PEOPLE.secretary), 'late');
  const read = await phone.call(identityOf(PEOPLE.secretary), 'ticket.read', { id: late?.id ?? '' });
  expect(read.slips.length).toBeGreaterThan(0);
  const lamp = (await box(PEOPLE.lin, 'mine')).find((row) => row.title === '路灯楼道灯');
  const twice = await phone.call(PEOPLE.lin, 'ticket.read', { id: lamp?.id ?? '' });
  expect(twice.cycle).toBe(2);
  expect(twice.story.some((entry) => entry.photos.length > 0)).toBe(true);
});

test('somebody new sees nothing of anybody', async () => {
  expect(await box('wx-new-neighbour', 'mine')).toEqual([]);
});
