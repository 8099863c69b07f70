/** A wish that comes onto the wall is told to those whom it suits: a few, in turn, once a day, and who wants to hear. */

import { DAY } from '@/domain/time/day';
import { TOLD_MAX } from '@/domain/volunteer/offers';
import { AREA } from '@/test/builders/town';
import type { Database } from '@/test/support/emulator';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const db = (): Database => yima.emulator.db;
const guests = (from: number, count: number): Name[] =>
  Array.from({ length: count }, (_, index) => `guest${from + index}` as const);
const open = async (over: Parameters<typeof yima.wish>[0] = {}): Promise<string> => {
  const { id } = await yima.call('lin', 'wish.post', yima.wish(over));
  await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
  return id;
};
const heard = async (name: Name) =>
  (await yima.call(name, 'notice.list', {})).rows.filter(({ words }) => words.includes('适合您'));

/** Everybody is somebody else in each test: an instance remembers people for a minute. */
beforeEach(async () => {
  for (const name of ['wishes', 'people', 'notices'] as const) {
    const rest = name === 'people' ? { staff: null } : {};
    await db().collection(name).where(rest).remove();
  }
  yima.later(DAY);
});

test('who can do it hears of it, and who wants no news, is elsewhere or cannot does not', async () => {
  await yima.volunteers(['guest1001'], ['electric'], { area: AREA });
  await yima.volunteers(['guest1002'], ['barber'], { area: AREA });
  await yima.volunteers(['guest1003'], ['electric'], { area: AREA, quiet: true });
  await yima.volunteers(['guest1004'], ['electric'], { area: AREA, places: [`${AREA}v02/`] });
  await yima.volunteers(['guest1005'], ['electric'], { area: AREA, under16: true, minor: true });
  const id = await open();
  await yima.tick();
  await yima.tick();
  expect(await heard('guest1001')).toMatchObject([
    { words: '有一个适合您的新心愿“小修小补”，有空就去看看', page: `pages/volunteer/wish/index?id=${id}` },
  ]);
  for (const name of guests(1002, 4)) expect([name, await heard(name)]).toEqual([name, []]);
});

test('one notice a day: the second wish makes it say how many, and leads to the wall', async () => {
  await yima.volunteers(['guest2001'], ['electric'], { area: AREA });
  for (let wish = 0; wish < 3; wish++) {
    await open();
    await yima.tick();
  }
  expect(await heard('guest2001')).toMatchObject([
    { words: '今天有 3 个适合您的新心愿，有空去心愿墙看看', page: 'pages/volunteer/wall/index' },
  ]);
  yima.later(DAY);
  await open();
  await yima.tick();
  expect((await heard('guest2001')).map(({ words }) => words)).toEqual([
    '有一个适合您的新心愿“小修小补”，有空就去看看',
    '今天有 3 个适合您的新心愿，有空去心愿墙看看',
  ]);
});

test(`of many at most ${TOLD_MAX} hear of one wish, the next wish goes to others; a handful of calls`, async () => {
  const names = guests(3100, 3 * TOLD_MAX);
  await yima.volunteers(names, ['electric'], { area: AREA });
  const told = async () => {
    const lists = await Promise.all(names.map(heard));
    return names.filter((_, index) => lists[index]?.length);
  };
  await open({ kind: 'legal' });
  await yima.tick();
  await open({ kind: 'legal' });
  const toNobody = (await yima.counting(() => yima.tick())).database;
  await open();
  const toSome = (await yima.counting(() => yima.tick())).database;
  // Their notices, and that they were asked; whom to ask was asked for nobody, too.
  expect(toSome - toNobody).toBe(2);
  const first = await told();
  expect(first).toHaveLength(TOLD_MAX);
  await open();
  yima.later(60_000);
  await yima.tick();
  const second = (await told()).filter((name) => !first.includes(name));
  expect(second).toHaveLength(TOLD_MAX);
  // The scan is this file's own, which clears away the people of the test before.
  expect((await yima.emulator.scans()).filter(({ fields }) => !fields.includes('staff'))).toEqual([]);
});

test('five timers at once tell nobody twice', async () => {
  const names = guests(4001, 4);
  await yima.volunteers(names, ['electric'], { area: AREA });
  await open();
  await Promise.all([1, 2, 3, 4, 5].map(() => yima.tick()));
  for (const name of names) expect([name, (await heard(name)).length]).toEqual([name, 1]);
});

test('what comes back to the wall goes around again, but not to who gave it back', async () => {
  await yima.volunteers(['guest5001', 'guest5002'], ['electric'], { area: AREA });
  const id = await open();
  await yima.tick();
  await yima.call('guest5001', 'wish.move', yima.wishMove(id, 'claim'));
  yima.later(DAY);
  await yima.call('guest5001', 'wish.move', yima.wishMove(id, 'giveBack', { text: '出差' }));
  await yima.tick();
  expect(await heard('guest5001')).toHaveLength(1);
  expect(await heard('guest5002')).toHaveLength(2);
});

test('a request that a volunteer team serves goes on as a wish, and the team is asked first', async () => {
  const { forgetDirectory } = await import('@/cloudfunctions/runtime/directory');
  const handy = {
    id: 'handy',
    name: '能工巧匠队',
    line: '修灯修水管',
    skills: ['electric'],
    services: ['street-lamp'],
  };
  await db()
    .collection('directory')
    .where({ _id: `area:${AREA}` })
    .update({ teams: [handy, { ...handy, id: 'red-boat', name: '红船先锋队', services: [] }] });
  forgetDirectory();
  await yima.volunteers(['guest6001'], ['electric'], { area: AREA });
  await yima.volunteers(['guest6002'], [], { area: AREA, teams: ['handy'] });
  await yima.volunteers(['guest6003'], [], { area: AREA, teams: ['red-boat'] });
  expect((await yima.call('qian', 'volunteer.choices', {})).teams[0]).toMatchObject({
    services: ['street-lamp'],
  });

  const { id: ticket } = await yima.call('lin', 'ticket.file', yima.filing());
  const become = yima.move(ticket, 'become', { text: '志愿队能办', kind: 'repair' });
  const [thread] = (await yima.call('qian', 'ticket.move', become)).thread;
  const id = thread?.id ?? '';
  await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
  await yima.tick();
  expect(await yima.call('guest6002', 'wish.read', { id })).toMatchObject({
    team: '能工巧匠队',
    fit: '您的志愿队办这类事',
    allowed: expect.arrayContaining(['claim']),
  });
  const heardBy = await Promise.all(
    ['guest6001', 'guest6002', 'guest6003'].map((name) => heard(name as Name)),
  );
  expect(heardBy.map(({ length }) => length)).toEqual([1, 1, 0]);
  // The same thing from the wish's side: a wish of nobody's team names none.
  expect((await yima.call('guest6002', 'wish.read', { id: await open() })).team).toBe('');
});
