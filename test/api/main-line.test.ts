/** One request through its whole life, by the real actions over the real SDK. */
import { HOUR, moment } from '@/domain/time/day';
import { withYima } from '@/test/support/yima';

const yima = withYima();

test('from a code on the wall to a rating, with a rework between', async () => {
  const place = await yima.call('lin', 'place.read', { scene: yima.filing().scene });
  expect(place).toMatchObject({ name: '3号楼2单元', worker: { name: '赵海平', households: 18 } });

  const filed = await yima.call('lin', 'ticket.file', yima.filing());
  expect(filed).toMatchObject({ state: 'dispatched', title: '楼道灯不亮', say: '已交给闫满村网格的赵海平' });
  expect(filed.promise).toEqual({ words: '承诺 3月18日 周三 17:30前办好', late: false });
  expect(filed.handler?.why).toContain('第12微网格网格员');
  expect(filed.allowed).toEqual(['withdraw', 'note']);

  yima.later(HOUR);
  const work = await yima.call('zhao', 'ticket.list', { box: 'work' });
  expect(work.rows).toHaveLength(1);
  expect(work.rows[0]).toMatchObject({ id: filed.id, group: 'later', allowed: ['sign', 'return', 'note'] });

  await yima.call('zhao', 'ticket.move', yima.move(filed.id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(filed.id, 'contact', { contact: 'phone' }));
  const resolved = await yima.call(
    'zhao',
    'ticket.move',
    yima.move(filed.id, 'resolve', { result: 'solved', text: '换了灯泡' }),
  );
  expect(resolved).toMatchObject({ state: 'resolved', result: { text: '换了灯泡', words: '已解决' } });

  const unhappy = yima.move(filed.id, 'rate', {
    solved: 'no',
    level: 2,
    reasons: ['unsolved'],
    text: '还是不亮',
  });
  const reworked = await yima.call('lin', 'ticket.move', unhappy);
  expect(reworked).toMatchObject({ state: 'working', cycle: 2, stateWords: '正在办' });

  yima.later(HOUR);
  await yima.call(
    'zhao',
    'ticket.move',
    yima.move(filed.id, 'resolve', { result: 'solved', text: '换了声控开关' }),
  );
  // A second result is looked at by somebody else first.
  await yima.call('sun', 'ticket.move', yima.move(filed.id, 'check', { passed: true }));
  const closed = await yima.call(
    'lin',
    'ticket.move',
    yima.move(filed.id, 'rate', { level: 5, solved: 'yes' }),
  );
  expect(closed).toMatchObject({ state: 'closed', rating: { level: 5 }, allowed: ['reopen'] });
  expect(closed.story.map((entry) => entry.move)).toEqual([
    'rate',
    'check',
    'resolve',
    'rate',
    'resolve',
    'contact',
    'sign',
    'dispatch',
    'file',
  ]);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('what was promised is told once, by the jobs', async () => {
  yima.later(HOUR);
  const filed = await yima.call('wang', 'ticket.file', yima.filing());
  await yima.tick();
  const [first] = (await yima.call('zhao', 'notice.list', {})).rows;
  expect(first).toMatchObject({ ticket: filed.id, words: '新任务：楼道灯不亮，请签收', forStaff: true });
  const before = (await yima.call('wang', 'notice.list', {})).rows;
  expect(before.map((row) => row.words)).toEqual(['“楼道灯不亮”已经派人']);
  await yima.tick();
  expect((await yima.call('wang', 'notice.list', {})).rows).toEqual(before);
});

test('silence: nudge, 提醒单 at the limit, and nothing twice', async () => {
  const filed = await yima.call('wang', 'ticket.file', yima.filing());
  yima.at(moment('2026-03-18 17:31'));
  const report = await yima.tick();
  expect(report).toMatchObject({ failed: 0, more: false });
  const seen = await yima.call('zhao', 'ticket.read', { id: filed.id });
  expect(seen.slips).toHaveLength(1);
  expect(seen.group).toBe('late');
  expect(seen.chip.tone).toBe('late');
  const late = await yima.call('shu', 'ticket.list', { box: 'late' });
  expect(late.rows.map((row) => row.id)).toContain(filed.id);
  expect(await yima.tick()).toMatchObject({ looked: 0, moved: 0, told: 0 });
});

test('the pool: nobody on duty means the desk, and the desk chooses', async () => {
  const scene = (await import('@/test/support/yima')).FAR_SCENE();
  const filed = await yima.call('lin', 'ticket.file', yima.filing({ scene }));
  expect(filed).toMatchObject({ state: 'submitted', say: '已经收到，正在为您找负责的人', handler: null });
  const pool = await yima.call('qian', 'ticket.list', { box: 'pool' });
  expect(pool.rows.map((row) => row.id)).toEqual([filed.id]);
  const choices = await yima.call('qian', 'ticket.assignees', { id: filed.id });
  const hou = choices.find((choice) => choice.name === '侯明');
  const sent = await yima.call(
    'qian',
    'ticket.move',
    yima.move(filed.id, 'dispatch', { post: hou?.post, person: hou?.person }),
  );
  expect(sent).toMatchObject({ state: 'dispatched', handler: { name: '侯明', unit: '城乡建设办' } });
  const away = yima.move(filed.id, 'transfer', { post: 'grid@m021', person: 's_away', text: '换人' });
  expect(await yima.outcome('qian', 'ticket.move', away)).toBe('ASSIGNEE_UNKNOWN');
});

test('lists page without losing rows that are due at the same minute', async () => {
  const sent: string[] = [];
  for (let index = 0; index < 45; index++) {
    yima.later(1);
    sent.push((await yima.call('guest1', 'ticket.file', yima.filing())).id);
  }
  const read = async (box: 'mine' | 'work', name: 'guest1' | 'zhao') => {
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await yima.call(name, 'ticket.list', { box, ...(after ? { after } : {}) });
      ids.push(...page.rows.map((row) => row.id));
      if (!page.next) return ids;
      after = page.next;
    }
  };
  expect(await read('mine', 'guest1')).toEqual([...sent].reverse());
  const work = await read('work', 'zhao');
  expect(new Set(work).size).toBe(work.length);
  expect(work).toEqual(expect.arrayContaining(sent));
});

test('an invitation binds one person, once', async () => {
  const { createHash } = await import('node:crypto');
  const digest = createHash('sha256').update('ABCD2345').digest('hex');
  await yima.emulator.db
    .collection('invitations')
    .add({ _id: digest, person: 's_hou', area: '370114/guanzhuang/yanman/', usedBy: null, usedAt: null });
  const tries = await Promise.all(
    ['guest2', 'guest3', 'guest4'].map((name) =>
      yima.outcome(name as 'guest2', 'staff.bind', { code: 'abcd-2345' }),
    ),
  );
  expect(tries.sort()).toEqual(['INVITE_INVALID', 'INVITE_INVALID', 'ok']);
  expect(await yima.outcome('lin', 'staff.bind', { code: 'WRONG123' })).toBe('INVITE_INVALID');
});

test('a photo belongs to the one who sent it', async () => {
  const fileId = await yima.photo('lin');
  expect(await yima.outcome('wang', 'ticket.file', yima.filing({ photos: [fileId] }))).toBe('PHOTO_FOREIGN');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [fileId] }))).toBe('ok');
  for (const foreign of [
    fileId.replace('cloud://local', 'cloud://other'),
    fileId.replace(/[0-9a-f]\.jpg/, 'x.jpg'),
    fileId.replace('/p/', '/p/../p/'),
  ]) {
    expect(['PHOTO_FOREIGN', 'BAD_INPUT']).toContain(
      await yima.outcome('lin', 'ticket.file', yima.filing({ photos: [foreign] })),
    );
  }
});

test('a neighbour files for an elder without a phone: she is asked at the door and the neighbour never judges', async () => {
  const onBehalf = { name: '王奶奶', phone: '17000000088', callback: 'door', consent: true } as const;
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ onBehalf: { ...onBehalf, name: '' } }))).toBe(
    'BENEFICIARY_REQUIRED',
  );
  expect(
    await yima.outcome(
      'lin',
      'ticket.file',
      yima.filing({ onBehalf: { ...onBehalf, phone: '', callback: 'phone' } }),
    ),
  ).toBe('PHONE_REQUIRED');
  expect(
    await yima.outcome('lin', 'ticket.file', { ...yima.filing(), onBehalf: { ...onBehalf, consent: false } }),
  ).toBe('BAD_INPUT');

  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ onBehalf }));
  const name = async (who: 'zhao' | 'shu') => (await yima.call(who, 'ticket.read', { id })).beneficiary?.name;
  expect([await name('zhao'), await name('shu')]).toEqual(['王奶奶', '王*']);
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'visit' }));
  const done = await yima.call(
    'zhao',
    'ticket.move',
    yima.move(id, 'resolve', { result: 'solved', text: '换了灯泡' }),
  );
  expect(done.allowed).not.toContain('call');
  const reach = async (who: 'qian' | 'shu') =>
    (await yima.call(who, 'ticket.read', { id })).beneficiary?.phone;
  expect([await reach('qian'), await reach('shu')]).toEqual(['17000000088', '170****0088']);
  expect(await yima.outcome('lin', 'ticket.move', yima.move(id, 'rate', { level: 5 }))).toBe(
    'PROXY_NEVER_RATES',
  );
  const asked = await yima.call(
    'qian',
    'ticket.move',
    yima.move(id, 'call', { outcome: 'solved', text: '老人说亮堂了' }),
  );
  expect(asked).toMatchObject({
    state: 'closed',
    rating: null,
    beneficiary: { name: '王*', phone: '170****0088' },
  });
});

test('too late to be reopened, it is taken up by another one that names it; nobody else’s is', async () => {
  const old = await yima.call('lin', 'ticket.file', yima.filing());
  const other = await yima.call('wang', 'ticket.file', yima.filing());
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ after: old.id }))).toBe('NOT_FOUND');
  for (const { id } of [old, other]) {
    await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
    await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
    await yima.call('zhao', 'ticket.move', yima.move(id, 'resolve', { result: 'solved', text: '换了灯' }));
  }
  await yima.call('lin', 'ticket.move', yima.move(old.id, 'rate', { level: 5 }));
  await yima.call('wang', 'ticket.move', yima.move(other.id, 'rate', { level: 5 }));
  yima.later(16 * 24 * HOUR);
  expect(await yima.outcome('lin', 'ticket.move', yima.move(old.id, 'reopen', { text: '又坏了' }))).toBe(
    'TOO_LATE_TO_REOPEN',
  );
  const again = await yima.call('lin', 'ticket.file', yima.filing({ after: old.id, text: '又坏了' }));
  expect(again.thread).toMatchObject([{ id: old.id, words: expect.stringContaining(old.no) }]);
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ after: other.id }))).toBe('NOT_FOUND');
});

test('a name that was cleared is not filled in again from the profile', async () => {
  await yima.call('wang', 'profile.save', { name: '王有名', phone: '17000000002' });
  const nameless = yima.filing({ contact: { name: '', phone: '' } });
  const filed = await yima.call('wang', 'ticket.file', nameless);
  expect(filed.reporter).toMatchObject({ name: '居民', phone: '' });
});
