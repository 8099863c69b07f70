/** Being a volunteer and no longer being one: nobody waits for somebody who has left, and the young do not go alone. */

import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Input } from '@/contract';
import { DAY } from '@/domain/time/day';
import type { Wish } from '@/domain/wish/wish';
import { AREA } from '@/test/builders/town';
import { type Name, openidOf, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const idOf = (name: Name) => personIdOf(openidOf(name));
const stored = async (id: string): Promise<Wish> =>
  (await yima.emulator.db.collection('wishes').doc(id).get()).data[0];
const move = (name: Name, id: string, what: Input<'wish.move'>['move'], text = '写一句') =>
  yima.call(name, 'wish.move', yima.wishMove(id, what, { text }));
const outcome = (name: Name, id: string, what: Input<'wish.move'>['move']) =>
  yima.outcome(name, 'wish.move', yima.wishMove(id, what, { text: '写一句' }));

async function onTheWall(): Promise<string> {
  const { id } = await yima.call('lin', 'wish.post', yima.wish());
  await move('qian', id, 'approve');
  return id;
}

const registration = (over: Partial<Input<'volunteer.register'>> = {}): Input<'volunteer.register'> => ({
  name: '方敏',
  phone: '13900000001',
  skills: ['electric'],
  places: [AREA],
  times: [],
  teams: [],
  minor: false,
  guardian: null,
  consent: true,
  ...over,
});
const guardian = { name: '方建国', phone: '13900000009' };

test('who leaves gives back what is in hand, passes what is offered, leaves the line; what is delivered stays', async () => {
  const [FANG, GENG] = ['guest1', 'guest2'] as const;
  await yima.volunteers([FANG, GENG]);
  const [wanted, free, offered, inLine, delivered] = [
    await onTheWall(),
    await onTheWall(),
    await onTheWall(),
    await onTheWall(),
    await onTheWall(),
  ] as const;
  await move(GENG, offered, 'claim');
  await move(FANG, offered, 'queue');
  await move(GENG, offered, 'giveBack');
  await move(GENG, inLine, 'claim');
  await move(FANG, inLine, 'queue');
  await move(FANG, delivered, 'claim');
  await move(FANG, delivered, 'deliver');
  await move(FANG, wanted, 'claim');
  await move(GENG, wanted, 'queue');
  await move(FANG, free, 'claim');

  const leaving = await Promise.all([1, 2, 3].map(() => yima.call(FANG, 'volunteer.leave', {})));
  expect(leaving.map(({ volunteer }) => volunteer)).toEqual([null, null, null]);
  expect(await stored(wanted)).toMatchObject({ state: 'offered', offer: { id: idOf(GENG) }, queue: [] });
  expect(await stored(free)).toMatchObject({ state: 'open', claimer: null, holder: null, slot: free });
  expect(await stored(offered)).toMatchObject({ state: 'open', offer: null });
  expect(await stored(inLine)).toMatchObject({ state: 'claimed', queue: [] });
  expect(await stored(delivered)).toMatchObject({ state: 'delivered', claimer: { id: idOf(FANG) } });
  for (const id of [wanted, free]) {
    const given = (await stored(id)).history.filter((entry) => entry.move === 'giveBack');
    expect(given).toHaveLength(1);
  }
  expect(await outcome(FANG, free, 'claim')).toBe('NOT_ALLOWED');
  await yima.tick();
  const told = (await yima.call(GENG, 'notice.list', {})).rows.map(({ words }) => words);
  expect(told).toContain('您排队的心愿“小修小补”轮到您了，请在一天内答复');
  await move('lin', delivered, 'confirm');
});

test('twenty leave at once with a line of twenty behind them: each wish goes to one, nothing is stuck', async () => {
  const leaving = Array.from({ length: 20 }, (_, index): Name => `guest${100 + index}`);
  const waiting = Array.from({ length: 20 }, (_, index): Name => `guest${200 + index}`);
  await yima.volunteers([...leaving, ...waiting]);
  const ids: string[] = [];
  for (const name of leaving) {
    const id = await onTheWall();
    ids.push(id);
    await move(name, id, 'claim');
  }
  for (const [index, id] of ids.entries())
    for (const at of [index, index + 1]) await move(waiting[at % 20] as Name, id, 'queue');
  await Promise.all([
    ...leaving.map((name) => yima.call(name, 'volunteer.leave', {})),
    ...waiting.map((name, index) => outcome(name, ids[index] as string, 'leave')),
    yima.tick(),
    yima.tick(),
  ]);
  await yima.tick();
  for (const [index, id] of ids.entries()) {
    const wish = await stored(id);
    const ahead = [waiting[index], waiting[(index + 1) % 20]].map((name) => idOf(name as Name));
    expect(wish.claimer).toBeNull();
    expect(wish.state).toBe('offered');
    expect(ahead).toContain(wish.offer?.id);
    expect(wish.outbox).toEqual([]);
    expect(wish.wakeAt).toBeGreaterThan(yima.now);
  }
}, 60_000);

test('the wishes I wait for: my place in each line, and one tap to leave it', async () => {
  const [FIRST, SECOND, THIRD] = ['guest301', 'guest302', 'guest303'] as const;
  await yima.volunteers([FIRST, SECOND, THIRD]);
  const [one, two] = [await onTheWall(), await onTheWall()];
  for (const id of [one, two]) await move(FIRST, id, 'claim');
  await move(SECOND, one, 'queue');
  for (const id of [one, two]) await move(THIRD, id, 'queue');
  const rows = async () => (await yima.call(THIRD, 'wish.list', { box: 'waiting' })).rows;
  expect((await rows()).map(({ id, inLine, queue }) => [id, inLine, queue])).toEqual([
    [one, 2, 2],
    [two, 1, 1],
  ]);
  expect((await rows())[0]?.allowed).toContain('leave');
  await move(THIRD, one, 'leave');
  expect((await rows()).map(({ id }) => id)).toEqual([two]);
  // Once it is offered it is in hand and no longer waited for.
  await move(FIRST, two, 'giveBack');
  expect(await rows()).toEqual([]);
  expect((await yima.call(THIRD, 'wish.list', { box: 'held' })).rows.map(({ id }) => id)).toEqual([two]);
  expect((await yima.call('lin', 'wish.list', { box: 'waiting' })).rows).toEqual([]);
});

test('under 16: registered with a guardian, takes part, and claims nothing alone; at 16 and 17 one may, not alone', async () => {
  const bare = registration({ minor: true });
  expect(await yima.outcome('guest401', 'volunteer.register', bare)).toBe('GUARDIAN_MISSING');
  const sly = registration({ under16: true });
  expect(await yima.outcome('guest401', 'volunteer.register', sly)).toBe('GUARDIAN_MISSING');
  const child = await yima.call('guest401', 'volunteer.register', registration({ under16: true, guardian }));
  expect(child.volunteer).toMatchObject({ minor: true, under16: true, guardian });
  const youth = registration({ minor: true, guardian, quiet: true });
  expect((await yima.call('guest402', 'volunteer.register', youth)).volunteer).toMatchObject({ quiet: true });

  const id = await onTheWall();
  const seen = await yima.call('guest401', 'wish.read', { id });
  expect(seen.allowed).not.toContain('claim');
  expect(seen.advice).toBe('未满 16 岁，请监护人登记后认领，你们一起去。');
  expect(await outcome('guest401', id, 'claim')).toBe('CLAIM_UNDER_16');
  expect((await move('guest402', id, 'claim')).advice).toBe(
    '未满 18 岁，上门时请和监护人或另一位志愿者一起去。',
  );
  expect(await outcome('guest401', id, 'queue')).toBe('CLAIM_UNDER_16');
  expect((await yima.call('lin', 'wish.read', { id })).advice).toBe('');
  const choices = await yima.call('guest401', 'volunteer.choices', { scene: SCENE() });
  expect(choices.mine).toMatchObject({ under16: true });
  expect(await yima.outcome('guest403', 'volunteer.register', { ...registration(), under16: 'yes' })).toBe(
    'BAD_INPUT',
  );
});

test('the desk’s list comes page by page, and a skill is looked for among all, not on one page', async () => {
  const names = Array.from({ length: 30 }, (_, index): Name => `guest${500 + index}`);
  await yima.volunteers(names.slice(0, 25), ['barber'], { area: AREA, since: 2 });
  await yima.volunteers(names.slice(25), ['photo'], { area: AREA, since: 1 });
  await yima.call('qian', 'session.open', {});
  const list = await yima.counting(() => yima.call('qian', 'volunteer.list', {}));
  expect([list.result.rows.length, list.result.next !== null]).toEqual([20, true]);
  expect(list.calls['database.getDocument']).toBe(1);
  const photo = await yima.call('qian', 'volunteer.list', { skill: 'photo' });
  expect(photo.rows.map(({ skills }) => skills)).toEqual(Array(5).fill('摄影写作'));
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { rows, next } = await yima.call('qian', 'volunteer.list', { ...(after && { after }) });
    for (const { id } of rows) seen.add(id);
    if (next === null) break;
    after = next;
  }
  for (const name of names) expect(seen.has(idOf(name))).toBe(true);
});

test('a wish that was confirmed stands in the record once, with the time that was named; silence writes nothing down', async () => {
  const NAME = 'guest601';
  await yima.volunteers([NAME]);
  const record = () => yima.call(NAME, 'record.list', { box: 'record' });
  const deliver = async (minutes?: number) => {
    const id = await onTheWall();
    await move(NAME, id, 'claim');
    const input = yima.wishMove(id, 'deliver', { text: '装好了', ...(minutes && { minutes }) });
    await yima.call(NAME, 'wish.move', input);
    return id;
  };
  const id = await deliver(60);
  const silent = await deliver();
  await deliver(120);
  expect((await yima.call('lin', 'wish.read', { id })).story[0]?.title).toMatch(/办到了，用了 1 小时$/);
  await move('lin', id, 'confirm');
  await move('lin', silent, 'confirm');
  await Promise.all([yima.tick(), yima.tick(), yima.tick()]);
  await move('lin', id, 'thank');
  await yima.tick();
  expect(await record()).toMatchObject({
    minutes: 60,
    times: 1,
    rows: [{ title: '微心愿：小修小补', place: '闫满村', hours: '1 小时', state: 'done', activity: '' }],
  });
  expect(JSON.stringify(await record())).not.toMatch(/林桂芬|501/);
  for (const minutes of [0, 14, 481, 1.5, '60'])
    expect(
      await yima.outcome(NAME, 'wish.move', { ...yima.wishMove(silent, 'deliver', { text: '好' }), minutes }),
    ).toBe('BAD_INPUT');
  yima.later(8 * DAY);
  await yima.tick();
  expect((await record()).rows[0]?.standing).toBe('可以开证明');
  expect(await yima.outcome(NAME, 'certificate.issue', { key: crypto.randomUUID() })).toBe('ok');
});
