/** Duty and leave: read, entered, respected by dispatch; who may, what is kept, who was faster. */
import { DAY, moment } from '@/domain/time/day';
import { AREA } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const stored = async () =>
  (await yima.emulator.db.collection('directory').doc(`area:${AREA}`).get()).data[0] as {
    rev?: number;
    persons: { id: string; leave: unknown[] }[];
    posts: { id: string; holders: unknown[] }[];
    history?: { what: string }[];
  };
const leaveOf = async (id: string) => (await stored()).persons.find((person) => person.id === id)?.leave;
const FRIDAY = moment('2026-03-13 00:00');

test('a worker sees the roster of the own unit, the desk every unit', async () => {
  const own = await yima.call('zhao', 'desk.roster', {});
  expect(own).toMatchObject({ me: 's_zhao', unit: 'grid-v01', units: [{ name: '闫满村网格' }] });
  expect(own.posts[0]).toMatchObject({
    name: '第12微网格网格员',
    holders: [{ name: '赵海平', words: '每天', away: false }],
    today: '赵海平',
    mayChange: false,
  });
  expect(own.people.map(({ name, mayLeave }) => [name, mayLeave])).toEqual([
    ['赵海平', true],
    ['孙立', false],
  ]);
  const desk = await yima.call('qian', 'desk.roster', { unit: 'office-urban' });
  expect(desk.units).toHaveLength(4);
  expect(desk.posts[0]?.mayChange).toBe(true);
  expect(await yima.outcome('zhao', 'desk.roster', { unit: 'office-urban' })).toBe('NOT_FOUND');
});

test('before a leave is entered it says which posts would stand open and what is in hand', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const leave = { person: 's_zhao', from: FRIDAY, until: FRIDAY + 3 * DAY };
  expect(await yima.call('zhao', 'desk.absence', leave)).toEqual({
    words: '3月13日 周五起，到3月15日 周日止',
    inHand: 1,
    open: [
      {
        title: '第12微网格网格员：3月13日至3月15日没人值班',
        line: '事情由闫满村网格员接',
        lost: false,
      },
    ],
  });
  expect(await leaveOf('s_zhao')).toEqual([]);
  await yima.call('lin', 'ticket.move', yima.move(id, 'withdraw'));
});

test('a leave entered: the next request goes to the stand-in and says why; taken back, it is as before', async () => {
  const today = { person: 's_zhao', from: yima.now, until: moment('2026-03-12 00:00') };
  const before = await yima.call('lin', 'ticket.file', yima.filing());
  expect(before.handler?.name).toBe('赵海平');
  await yima.call('zhao', 'desk.leave', today);
  const during = await yima.call('lin', 'ticket.file', yima.filing());
  expect(during.handler?.name).toBe('孙立');
  expect(during.handler?.why).toContain('先找第12微网格网格员（没人当班）');

  const seen = await yima.call('qian', 'desk.roster', {});
  expect(seen.away.filter(({ name }) => name === '赵海平')).toEqual([
    expect.objectContaining({ words: '今天', begun: true, inHand: 1, mayChange: true }),
  ]);
  const { rows } = await yima.call('qian', 'desk.inhand', { person: 's_zhao' });
  expect(rows.map(({ id, allowed }) => [id, allowed.includes('transfer')])).toEqual([[before.id, true]]);
  await yima.call(
    'qian',
    'ticket.move',
    yima.move(before.id, 'transfer', { text: '赵海平请假', post: 'grid@v01', person: 's_sun' }),
  );
  expect((await yima.call('qian', 'desk.inhand', { person: 's_zhao' })).rows).toEqual([]);

  await yima.call('zhao', 'desk.leave', { ...today, gone: true });
  expect(await leaveOf('s_zhao')).toEqual([]);
  const after = await yima.call('lin', 'ticket.file', yima.filing());
  expect(after.handler?.name).toBe('赵海平');
});

test('the lead enters it for a worker, another worker does not; nonsense is refused', async () => {
  const leave = { person: 's_zhao', from: FRIDAY, until: FRIDAY + DAY };
  expect(await yima.outcome('hou', 'desk.leave', leave)).toBe('NOT_ALLOWED');
  expect(await yima.outcome('tao', 'desk.leave', leave)).toBe('NOT_ALLOWED');
  expect(await yima.outcome('zhao', 'desk.leave', { ...leave, person: 's_nobody' })).toBe('NOT_ALLOWED');
  expect(await yima.outcome('sun', 'desk.leave', { ...leave, until: FRIDAY })).toBe('LEAVE_INVALID');
  expect(await yima.outcome('sun', 'desk.leave', { ...leave, gone: true })).toBe('LEAVE_GONE');
  expect(await yima.outcome('sun', 'desk.leave', leave)).toBe('ok');
  expect(await leaveOf('s_zhao')).toEqual([{ from: FRIDAY, until: FRIDAY + DAY }]);
  expect((await stored()).history?.at(-1)).toMatchObject({
    what: 'leave',
    by: 's_sun',
    person: 's_zhao',
    before: [],
  });
});

test('a dispatcher sends nobody on leave unseen, and never the last of a post', async () => {
  const days = { from: FRIDAY + 60 * DAY, until: FRIDAY + 62 * DAY };
  const told = async (name: 'zhao' | 'sun' | 'shu' | 'qian' | 'hou') =>
    (await yima.call(name, 'notice.list', {})).rows
      .map(({ words }) => words)
      .filter((words) => /^(钱调|周书记|舒记).*请假/.test(words));
  expect(await yima.outcome('qian', 'desk.leave', { person: 's_zhao', ...days })).toBe('ok');
  for (const name of ['zhao', 'sun', 'shu'] as const)
    expect([name, await told(name)]).toEqual([
      name,
      [expect.stringMatching(/^钱调给赵海平登记了请假：5月12日.*；登记得不对，请马上找/)],
    ]);
  expect([await told('qian'), await told('hou')]).toEqual([[], []]);
  const outcomes: string[] = [];
  for (const person of ['s_sun', 's_ma', 's_hou'])
    outcomes.push(await yima.outcome('qian', 'desk.leave', { person, ...days }));
  expect(outcomes).toContain('LEAVE_EMPTIES');
  const last = ['s_sun', 's_ma', 's_hou'][outcomes.indexOf('LEAVE_EMPTIES')] ?? '';
  expect(await leaveOf(last)).not.toContainEqual(days);
  // a longer one does not hide what stands open after the first month
  const long = { from: FRIDAY + 10 * DAY, until: FRIDAY + 70 * DAY };
  expect(await yima.outcome('qian', 'desk.leave', { person: last, ...long })).toBe('LEAVE_EMPTIES');
  // whoever leads the place may, and it is told
  expect(await yima.outcome('shu', 'desk.leave', { person: last, ...days })).toBe('ok');
  for (const person of ['s_zhao', 's_sun', 's_ma', 's_hou'])
    await yima.outcome('shu', 'desk.leave', { person, ...days, gone: true });
  expect((await told('zhao')).join()).toContain('取消了赵海平的请假');
});

test('two leaves at the same moment are both kept', async () => {
  const leave = (person: string) => ({ person, from: FRIDAY + 7 * DAY, until: FRIDAY + 8 * DAY });
  const { rev = 0 } = await stored();
  await Promise.all([
    yima.call('zhao', 'desk.leave', leave('s_zhao')),
    yima.call('hou', 'desk.leave', leave('s_hou')),
    yima.call('ma', 'desk.leave', leave('s_ma')),
  ]);
  expect((await stored()).rev).toBe(rev + 3);
  expect(await leaveOf('s_hou')).toHaveLength(1);
  expect(await leaveOf('s_ma')).toHaveLength(1);
  expect(await leaveOf('s_zhao')).toHaveLength(2);
});

test('a roster changed: dispatch follows it; of two who change it one wins; it is kept who and what', async () => {
  const { rev } = await yima.call('sun', 'desk.roster', {});
  const share = [
    { person: 's_sun', days: [3] },
    { person: 's_zhao', days: [1, 2, 4, 5] },
  ];
  const both = await Promise.all([
    yima.outcome('sun', 'desk.holders', {
      post: 'grid@m012',
      holders: [{ person: 's_zhao', days: [1, 2] }],
      rev,
    }),
    yima.outcome('qian', 'desk.holders', { post: 'grid@m012', holders: [{ person: 's_zhao' }], rev }),
  ]);
  expect(both.sort()).toEqual(['MOVED_ON', 'ok']);
  const { rev: next } = await yima.call('sun', 'desk.roster', {});
  await yima.call('qian', 'desk.holders', { post: 'grid@m012', holders: share, rev: next });
  const seen = await yima.call('sun', 'desk.roster', {});
  expect(seen.posts[0]).toMatchObject({ today: '孙立', gap: '周六、周日没有排班' });
  // a Wednesday
  const { handler } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(handler?.name).toBe('孙立');
  expect((await stored()).history?.at(-1)).toMatchObject({ what: 'roster', post: 'grid@m012', by: 's_qian' });
});

test('one’s own post is somebody else’s to give, to change and to take', async () => {
  const { rev } = await yima.call('sun', 'desk.roster', {});
  const set = (name: 'sun' | 'qian', ...holders: { person: string; days?: number[] }[]) =>
    yima.outcome(name, 'desk.holders', { post: 'grid@m012', holders, rev });
  const zhao = { person: 's_zhao', days: [1, 2, 4, 5] };
  // sun holds Wednesdays
  expect(await set('sun', zhao)).toBe('ROSTER_OWN');
  expect(await set('sun', zhao, { person: 's_sun' })).toBe('ROSTER_OWN');
  expect(await set('sun', zhao, { person: 's_sun', days: [3, 6] })).toBe('ROSTER_OWN');
  expect(await set('sun', { person: 's_zhao' }, { person: 's_sun', days: [3] })).toBe('ok');
  const { rev: next } = await yima.call('qian', 'desk.roster', {});
  const taken = { post: 'grid@m012', holders: [zhao], rev: next };
  expect(await yima.outcome('qian', 'desk.holders', taken)).toBe('ok');
  const own = { post: 'grid@m012', holders: [zhao, { person: 's_sun' }], rev: next + 1 };
  expect(await yima.outcome('sun', 'desk.holders', own)).toBe('ROSTER_OWN');
});

test('nobody makes a leader of themselves, the last leader stays, strangers are refused', async () => {
  const { rev } = await yima.call('shu', 'desk.roster', {});
  const set = (name: 'qian' | 'shu' | 'sun', post: string, ...persons: string[]) =>
    yima.outcome(name, 'desk.holders', { post, holders: persons.map((person) => ({ person })), rev });
  expect(await set('qian', 'leader', 's_shu', 's_qian')).toBe('NOT_ALLOWED');
  expect(await set('qian', 'dispatcher', 's_qian')).toBe('NOT_ALLOWED');
  expect(await set('sun', 'urban', 's_sun')).toBe('NOT_ALLOWED');
  expect(await set('shu', 'leader')).toBe('ROSTER_NEEDS_LEADER');
  expect(await set('shu', 'urban', 's_zhao')).toBe('ROSTER_INVALID');
  expect(await set('shu', 'nowhere', 's_zhao')).toBe('NOT_FOUND');
  expect(await set('shu', 'leader', 's_shu', 's_qian')).toBe('ok');
});

/** All tickets of this file: what people have in hand is no more. */
const IN_HAND = 10;

test('what it costs: a reading at most one call, a leave one write, what is in hand one query', async () => {
  await yima.call('qian', 'desk.roster', {});
  const read = await yima.counting(() => yima.call('qian', 'desk.roster', {}));
  expect(read.calls).toEqual({ 'database.aggregateDocuments': 1 });
  const leave = { person: 's_qian', from: yima.now + 30 * DAY, until: yima.now + 31 * DAY };
  const tried = await yima.counting(() => yima.call('qian', 'desk.absence', leave));
  expect(tried.calls).toMatchObject({ 'database.aggregateDocuments': 1 });
  expect(tried.calls).not.toHaveProperty(['database.getDocument']);
  // of what somebody has in hand the reader must not count what is about them: so much is looked at, and no more
  expect([read.examined, tried.examined].map((count) => count <= IN_HAND)).toEqual([true, true]);
  const saved = await yima.counting(() => yima.call('qian', 'desk.leave', leave));
  expect(saved.calls['database.modifyDocument']).toBe(1);
  const list = await yima.counting(() => yima.call('qian', 'desk.inhand', { person: 's_sun' }));
  expect(list.database).toBeLessThanOrEqual(2);
  expect(await yima.emulator.scans()).toEqual([]);
});
