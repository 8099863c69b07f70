/** One thing reported by many: shown before sending, followed, finished once, judged by each. */

import type { Ticket } from '@/domain/ticket/ticket';
import { HOUR } from '@/domain/time/day';
import { FAR_SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const like = (over: object = {}) => ({
  service: 'street-lamp',
  scene: yima.filing().scene,
  text: '二楼楼道的灯坏了',
  ...over,
});
const stored = async (id: string): Promise<Ticket> =>
  (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];

async function firstAndFollowers(count: number): Promise<{ first: string; followers: string[] }> {
  // Away from the reports of other tests, with which these would be a burst.
  yima.later(3 * HOUR);
  const { id: first } = await yima.call('lin', 'ticket.file', yima.filing());
  const followers: string[] = [];
  for (let index = 0; index < count; index++) {
    const filing = yima.filing({ sameAs: first, contact: { name: '邻居', phone: '' } });
    followers.push((await yima.call(`guest${200 + index}`, 'ticket.file', filing)).id);
  }
  await yima.tick();
  return { first, followers };
}

async function work(id: string, ...moves: ('sign' | 'contact' | 'resolve')[]): Promise<void> {
  for (const move of moves) {
    await yima.call(
      'zhao',
      'ticket.move',
      yima.move(id, move, { contact: 'phone', result: 'solved', text: '换了灯泡' }),
    );
  }
}

test('the same report nearby is shown before sending, without a word of its reporter', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const seen = await yima.call('wang', 'ticket.similar', like());
  expect(seen).toEqual([
    {
      id,
      title: '楼道灯不亮',
      place: '闫满村第1网格第12微网格',
      when: '今天 09:00',
      stateWords: '已派单',
      people: 1,
    },
  ]);
  expect(JSON.stringify(seen)).not.toContain('林桂芬');
  expect(await yima.call('lin', 'ticket.similar', like())).toEqual([]);
  expect(await yima.call('wang', 'ticket.similar', like({ scene: FAR_SCENE() }))).toEqual([]);
  expect(await yima.call('wang', 'ticket.similar', like({ service: 'sewer' }))).toEqual([]);
  expect(await yima.emulator.scans()).toEqual([]);
});

test('followers leave all clocks, nobody is sent twice, and each judges for itself', async () => {
  const { first, followers } = await firstAndFollowers(3);
  // whichever of them came first
  expect([...(await stored(first)).followers].sort()).toEqual([...followers].sort());
  for (const id of followers) {
    expect(await stored(id)).toMatchObject({
      state: 'merged',
      handler: null,
      slipAt: null,
      runsOut: null,
      wakeAt: null,
      slips: [],
    });
  }
  await work(first, 'sign', 'contact', 'resolve');
  await yima.tick();
  const mine = await yima.call('guest200', 'ticket.read', { id: followers[0] ?? '' });
  expect(mine).toMatchObject({
    state: 'resolved',
    result: { text: '换了灯泡' },
    handler: { name: '赵海平' },
  });
  expect(mine.allowed).toContain('rate');

  await yima.call('guest200', 'ticket.move', yima.move(followers[0] ?? '', 'rate', { level: 5 }));
  await yima.call(
    'guest201',
    'ticket.move',
    yima.move(followers[1] ?? '', 'rate', { level: 1, reasons: ['unsolved'] }),
  );
  expect((await stored(followers[0] ?? '')).state).toBe('closed');
  expect(await stored(followers[1] ?? '')).toMatchObject({
    state: 'working',
    cycle: 2,
    handler: { person: 's_zhao' },
  });
  expect((await stored(first)).state).toBe('resolved');
});

test('when the first is withdrawn, the others are worked on by themselves', async () => {
  const { first, followers } = await firstAndFollowers(2);
  await yima.call('lin', 'ticket.move', yima.move(first, 'withdraw'));
  await yima.tick();
  await yima.tick();
  for (const id of followers) expect(await stored(id)).toMatchObject({ state: 'submitted', parent: null });
});

test('a late “me too” finds the result already there', async () => {
  const { id: first } = await yima.call('lin', 'ticket.file', yima.filing());
  await work(first, 'sign', 'contact', 'resolve');
  const { id } = await yima.call('wang', 'ticket.file', yima.filing({ sameAs: first }));
  await yima.tick();
  expect(await stored(id)).toMatchObject({ state: 'resolved', result: { text: '换了灯泡' } });
});

test('“me too” with somebody hurt, in the one or in the other, is worked on by itself', async () => {
  yima.later(3 * HOUR);
  const { id: lamp } = await yima.call('lin', 'ticket.file', yima.filing());
  const hurt = await yima.call('wang', 'ticket.file', yima.filing({ sameAs: lamp, text: '孩子被电了一下' }));
  expect(hurt.state).toBe('dispatched');
  const after = await yima.call('guest210', 'ticket.file', yima.filing({ sameAs: hurt.id }));
  expect(after.state).toBe('dispatched');
  const sewer = { service: 'sewer', text: '化粪池满了' };
  const { id: urgent } = await yima.call('lin', 'ticket.file', yima.filing(sewer));
  const too = await yima.call('wang', 'ticket.file', yima.filing({ ...sewer, sameAs: urgent }));
  expect(too.state).toBe('dispatched');
  // the desk has read both, and lets one follow the other
  expect(await yima.outcome('qian', 'ticket.move', yima.move(hurt.id, 'merge', { parent: lamp }))).toBe('ok');
  await work(lamp, 'sign', 'contact', 'resolve');
  await yima.tick();
  expect(await stored(hurt.id)).toMatchObject({ state: 'resolved' });
});

test('five neighbours with a broken lamp do not swallow somebody hurt', async () => {
  yima.later(3 * HOUR);
  const ids: string[] = [];
  for (let nth = 0; nth < 5; nth++)
    ids.push((await yima.call(`guest${220 + nth}`, 'ticket.file', yima.filing())).id);
  const hurt = await yima.call('guest230', 'ticket.file', yima.filing({ text: '孩子被电了一下' }));
  await yima.tick();
  await yima.tick();
  expect(await stored(hurt.id)).toMatchObject({ state: 'dispatched', parent: null, followers: [] });
  // the same hour of the next day, away from these reports
  yima.later(18 * HOUR);
});

test('“me too” on something else is simply worked on', async () => {
  const { id: lamp } = await yima.call('lin', 'ticket.file', yima.filing());
  const other = await yima.call(
    'wang',
    'ticket.file',
    yima.filing({ service: 'policy', sameAs: lamp, text: '问一问' }),
  );
  expect(other.state).toBe('dispatched');
});

test('a dispatcher merges by hand, and never escalates what is merged', async () => {
  const { id: first } = await yima.call('lin', 'ticket.file', yima.filing());
  const { id } = await yima.call('wang', 'ticket.file', yima.filing());
  await yima.call('qian', 'ticket.move', yima.move(id, 'merge', { parent: first }));
  expect(await yima.outcome('qian', 'ticket.move', yima.move(first, 'merge', { parent: first }))).toBe(
    'PARENT_UNFIT',
  );
  expect(await yima.outcome('qian', 'ticket.move', yima.move(first, 'merge', { parent: id }))).toBe(
    'PARENT_UNFIT',
  );
  yima.later(40 * 24 * HOUR);
  await yima.tick();
  expect(await stored(id)).toMatchObject({ slips: [], state: 'merged' });
  expect((await stored(first)).slips).toHaveLength(4);
});

test('five timers at once tie a follower once', async () => {
  const { id: first } = await yima.call('lin', 'ticket.file', yima.filing());
  const { id } = await yima.call('wang', 'ticket.file', yima.filing({ sameAs: first }));
  await Promise.all([1, 2, 3, 4, 5].map(() => yima.tick()));
  await yima.tick();
  const parent = await stored(first);
  expect(parent.followers).toEqual([id]);
  expect(parent.history.filter((entry) => entry.move === 'joined')).toHaveLength(1);
});

test('what is shown before sending does not change with what is tried, and never shows what is sealed', async () => {
  yima.later(20 * 24 * HOUR);
  const text = '对门老张家的儿子把灯拧走了，他电话13812345678，住501';
  await yima.call('lin', 'ticket.file', yima.filing({ text }));
  await yima.call('guest240', 'ticket.file', yima.filing());
  const probes = ['', '老张', '13812345678', '138', '501', '对门老张家的', '拧走了灯', '王五'];
  const seen = await Promise.all(
    probes.map((probe) => yima.call('wang', 'ticket.similar', like({ text: probe }))),
  );
  for (const rows of seen) expect(rows).toEqual(seen[0]);
  expect(seen[0]).toHaveLength(2);
  const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text, sealed: true }));
  const shown = await yima.call('wang', 'ticket.similar', like({ text }));
  expect(shown.map((row) => row.id)).not.toContain(id);
});
