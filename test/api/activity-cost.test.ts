/** What activities cost, as counts: database calls per action, documents looked at per list, an idle sweep. */
import { DAY, HOUR } from '@/domain/time/day';
import { PLAN } from '@/test/builders/activity';
import { AREA } from '@/test/builders/town';
import { type Name, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const key = () => crypto.randomUUID();

async function published(): Promise<string> {
  const startsAt = yima.now + DAY;
  const plan = { ...PLAN, skills: [], startsAt, endsAt: startsAt + 2 * HOUR, capacity: 30 };
  const { id } = await yima.call('ma', 'activity.draft', { key: key(), scene: SCENE(), plan });
  await yima.call('qian', 'activity.move', { id, key: key(), move: 'publish' });
  return id;
}

const register = (name: Name) =>
  yima.call(name, 'volunteer.register', {
    name: '安然',
    phone: '17000000009',
    skills: [],
    places: [`${AREA}v01/`],
    times: [],
    teams: [],
    minor: false,
    guardian: null,
    consent: true,
  });

test('a sign-up: read, one conditional write on the list, one’s own part; a check: one read, who is here, one write', async () => {
  await register('guest1');
  await yima.call('guest1', 'session.open', {});
  const id = await published();
  const joined = await yima.counting(() =>
    yima.call('guest1', 'activity.move', { id, key: key(), move: 'join' }),
  );
  expect(joined.calls).toEqual({
    'database.getDocument': 2,
    'database.modifyDocument': 1,
    'database.insertDocument': 1,
  });
  const read = await yima.counting(() => yima.call('guest1', 'activity.read', { id }));
  expect(read.database).toBe(2);
  yima.later(DAY);
  const part = read.result.part?.id ?? '';
  await yima.call('guest1', 'session.open', {});
  const checked = await yima.counting(() =>
    yima.call('guest1', 'record.move', { id: part, key: key(), move: 'checkIn', scene: SCENE() }),
  );
  expect(checked.calls).toEqual({ 'database.getDocument': 2, 'database.modifyDocument': 1 });
  expect(await yima.emulator.scans()).toEqual([]);
});

test('lists look at what they return; the sum of a record is one call however long it is', async () => {
  await register('guest2');
  for (let index = 0; index < 25; index++) {
    const id = await published();
    if (index < 22) await yima.call('guest2', 'activity.move', { id, key: key(), move: 'join' });
  }
  await yima.call('qian', 'session.open', {});
  for (const [name, box] of [
    ['guest2', 'open'],
    ['qian', 'desk'],
    ['qian', 'past'],
  ] as const) {
    const list = await yima.counting(() => yima.call(name, 'activity.list', { box, scene: SCENE() }));
    expect([box, list.database]).toEqual([box, 1]);
    // Several states are merged: one more row may be looked at for each.
    expect(list.examined).toBeLessThanOrEqual(list.result.rows.length + (box === 'desk' ? 0 : 2));
  }
  const mine = await yima.counting(() => yima.call('guest2', 'record.list', { box: 'mine' }));
  expect(mine.database).toBe(1);
  expect(mine.result.rows).toHaveLength(20);
  expect(mine.examined).toBeLessThanOrEqual(21);
  const record = await yima.counting(() => yima.call('guest2', 'record.list', { box: 'record' }));
  // the lines, their sum, and honours to their number
  expect(record.database).toBe(3);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('a sweep asks each kind once while nothing is due, however many activities are to come', async () => {
  await yima.tick();
  await yima.tick();
  const idle = await yima.counting(() => yima.tick());
  expect(idle.result).toMatchObject({ looked: 0, moved: 0, told: 0 });
  expect(idle.examined).toBe(0);
});
