/** One work identity is one person: whatever phones it is bound to, one after the other or at once. */
import { createHash } from 'node:crypto';
import type { PersonRecord } from '@/cloudfunctions/runtime/people';
import { DAY, HOUR } from '@/domain/time/day';
import { idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

jest.setTimeout(120_000);
const yima = withYima();
const key = () => crypto.randomUUID();
let codes = 0;

/** A fresh invitation for somebody of the roster. */
async function invitation(person: string): Promise<string> {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
  const n = codes++;
  const code = `QRSTVW${letters[n % 30]}${letters[Math.floor(n / 30)]}`;
  await yima.emulator.db.collection('invitations').add({
    _id: createHash('sha256').update(code).digest('hex'),
    ...{ person, area: AREA, usedBy: null, usedAt: null },
  });
  return code;
}

async function bind(name: Name, person: string): Promise<string> {
  return yima.outcome(name, 'staff.bind', { code: await invitation(person) });
}

const stored = async (name: Name): Promise<PersonRecord | undefined> =>
  (await yima.emulator.db.collection('people').doc(idOf(name)).get()).data[0];

async function holdersOf(person: string): Promise<string[]> {
  const { data } = await yima.emulator.db.collection('people').where({ 'staff.id': person }).limit(100).get();
  return (data as PersonRecord[]).map(({ _id }) => _id);
}

test('binding anew ends the old binding: the old phone is told, and it is written down', async () => {
  expect(await bind('guest1', 's_zhao')).toBe('ok');
  expect(await holdersOf('s_zhao')).toEqual([idOf('guest1')]);
  expect((await yima.call('zhao', 'session.open', {})).staff).toBeNull();
  expect((await yima.call('guest1', 'session.open', {})).staff?.id).toBe('s_zhao');
  const { rows } = await yima.call('zhao', 'notice.list', {});
  expect(rows[0]).toMatchObject({ words: expect.stringContaining('已绑定到另一台手机') });
  expect(await yima.outcome('zhao', 'ticket.list', { box: 'work' })).toBe('STAFF_ONLY');
  const { data } = await yima.emulator.db.collection('audit').where({ what: 'staff.unbound' }).get();
  expect(data).toMatchObject([{ by: idOf('zhao'), about: { person: 's_zhao', area: AREA } }]);
});

test('a third phone knows of both others, and they of it', async () => {
  expect(await bind('guest2', 's_zhao')).toBe('ok');
  expect((await stored('guest2'))?.selves?.toSorted()).toEqual([idOf('zhao'), idOf('guest1')].toSorted());
  for (const name of ['zhao', 'guest1'] as const) {
    const selves = (await stored(name))?.selves ?? [];
    expect(selves).toContain('s_zhao');
    expect(selves).toContain(idOf('guest2'));
    expect(selves).not.toContain(idOf(name));
  }
  // and back to the first, with an invitation of its own
  expect(await bind('zhao', 's_zhao')).toBe('ok');
  expect(await holdersOf('s_zhao')).toEqual([idOf('zhao')]);
});

test.each([2, 3, 8])('of %i bindings at once exactly one stays', async (many) => {
  for (let round = 0; round < 5; round++) {
    const names = Array.from({ length: many }, (_, index) => `guest${100 + round * 10 + index}` as const);
    const codesOf = await Promise.all(names.map(() => invitation('s_hou')));
    const outcomes = await Promise.all(
      names.map((name, index) => yima.outcome(name, 'staff.bind', { code: codesOf[index] })),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBeGreaterThan(0);
    const holders = await holdersOf('s_hou');
    expect(holders).toHaveLength(1);
    const people = await Promise.all(names.map((name) => yima.call(name, 'session.open', {})));
    expect(people.filter(({ staff }) => staff !== null).map(({ id }) => id)).toEqual(holders);
  }
});

test('three phones bound to one juror cast one ballot, and a resident who is bound later votes once', async () => {
  yima.at(yima.now + HOUR);
  const { id } = await yima.call('qian', 'honour.announce', {
    ...{
      key: key(),
      title: '最美志愿者',
      text: '',
      way: 'jury',
      jury: ['s_sun', 's_ma', 's_hou'],
      places: 1,
    },
    ...{ nominateDays: 1, voteDays: 3, noticeDays: 3 },
  });
  const nominee = { key: key(), move: 'nominate', name: '张三', text: '帮过很多人', agreed: true } as const;
  await yima.call('qian', 'honour.move', { id, ...nominee });
  yima.later(DAY + HOUR);
  await yima.tick();
  const vote = (name: Name) => yima.outcome(name, 'honour.vote', { id, choices: ['n1'] });
  expect(await vote('ma')).toBe('ok');
  for (const phone of ['guest11', 'guest12'] as const) {
    expect(await bind(phone, 's_ma')).toBe('ok');
    expect(await vote(phone)).toBe('ok');
  }
  const box = async () =>
    (await yima.emulator.db.collection('ballots').where({ honour: id }).get()).data.length;
  expect(await box()).toBe(1);
  expect((await yima.call('guest12', 'honour.read', { id })).voted).toBe(true);

  const all = await yima.call('qian', 'honour.announce', {
    ...{ key: key(), title: '好邻居', text: '', way: 'vote', jury: [], places: 1 },
    ...{ nominateDays: 1, voteDays: 3, noticeDays: 3 },
  });
  for (const [name, who] of [
    ['张三', 'qian'],
    ['李四', 'shu'],
  ] as const)
    await yima.call(who, 'honour.move', { id: all.id, ...nominee, key: key(), name });
  await yima.volunteers(['guest13']);
  yima.later(DAY + HOUR);
  await yima.tick();
  const choose = (name: Name, choice: string) =>
    yima.outcome(name, 'honour.vote', { id: all.id, choices: [choice] });
  expect(await choose('guest13', 'n1')).toBe('ok');
  expect(await bind('guest13', 's_sun')).toBe('ok');
  expect(await choose('guest13', 'n2')).toBe('VOTED');
  // the phone that was sun's is the same human being now
  expect(await choose('sun', 'n2')).toMatch(/VOTED|VOTE_ELSEWHERE/);
});

test('nobody approves, with a second phone, the wish that the first one posted', async () => {
  const { id } = await yima.call('qian', 'wish.post', yima.wish());
  expect(await yima.outcome('qian', 'wish.move', yima.wishMove(id, 'approve'))).toBe('NEEDS_ANOTHER');
  expect(await bind('guest20', 's_qian')).toBe('ok');
  expect(await yima.outcome('guest20', 'wish.move', yima.wishMove(id, 'approve'))).toBe('NEEDS_ANOTHER');
  // whose it is stays with the phone that posted it
  expect(await yima.outcome('guest20', 'wish.move', yima.wishMove(id, 'withdraw'))).toBe('NOT_ALLOWED');
  expect(await yima.outcome('qian', 'wish.move', yima.wishMove(id, 'withdraw'))).toBe('ok');
});

test('who is forgotten is nobody’s other self any more', async () => {
  await yima.call('guest2', 'rights.erase', { sure: '全部删除' });
  yima.later(DAY);
  await yima.tick();
  for (const collection of ['people', 'bindings']) {
    const { data } = await yima.emulator.db.collection(collection).limit(1000).get();
    expect(JSON.stringify(data)).not.toContain(idOf('guest2'));
  }
});
