/** The table of responsibility: read, tried on past tickets, saved; and what a filed ticket says of it. */
import type { Responsibility } from '@/domain/org/org';
import { AREA, TOWN } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const [all, urban, lamp] = TOWN.responsibility as [Responsibility, Responsibility, Responsibility];
const lampsToOffice = [all, urban, { ...lamp, post: 'urban', clause: '灯归建设办' }];
const stored = async () =>
  (await yima.emulator.db.collection('directory').doc(`area:${AREA}`).get()).data[0] as {
    rev?: number;
    responsibility: Responsibility[];
    history?: unknown[];
  };

beforeAll(async () => {
  for (let nth = 0; nth < 3; nth++) await yima.call('lin', 'ticket.file', yima.filing());
  await yima.call('lin', 'ticket.file', yima.filing({ service: 'policy' }));
}, 30_000);

test('the desk reads the table with who answers, and what is wrong with it', async () => {
  const table = await yima.call('qian', 'desk.faults', {});
  expect(table).toMatchObject({ rev: 0, maySave: false, findings: [] });
  expect(table.rules.find(({ rule }) => rule.id === 'urban')).toMatchObject({
    words: '城乡建设的其他事项',
    who: '城乡建设办经办人',
    now: '马建、侯明',
    valid: '长期有效',
  });
  expect((await yima.call('shu', 'desk.faults', {})).maySave).toBe(true);
});

test('a changed table is tried on the latest tickets, and nothing is written', async () => {
  const tried = await yima.call('qian', 'desk.dryrun', { responsibility: lampsToOffice });
  expect(tried).toMatchObject({ tried: 4, moved: 3, lost: 0, findings: [] });
  expect(tried.rows[0]).toMatchObject({
    title: '楼道灯不亮',
    from: '第12微网格网格员',
    to: '城乡建设办经办人',
  });
  const without = await yima.call('qian', 'desk.dryrun', { responsibility: [lamp] });
  expect(without).toMatchObject({ moved: 1, lost: 1 });
  expect(without.findings[0]).toMatchObject({ fault: 'gap', blocking: true });
  expect((await stored()).rev).toBeUndefined();
});

test('a change that begins later is tried by the day on which it begins', async () => {
  const later = [...TOWN.responsibility.slice(0, 2), { ...lamp, post: 'urban', from: '2026-04-01' }];
  const tried = await yima.call('qian', 'desk.dryrun', {
    responsibility: [...later, { ...lamp, id: 'until-then', until: '2026-03-31' }],
  });
  expect(tried).toMatchObject({ day: '2026-04-01', moved: 3 });
});

test('a table with a gap or a tie is not saved; only a leader saves', async () => {
  const outcome = (name: 'shu' | 'qian', responsibility: Responsibility[]) =>
    yima.outcome(name, 'desk.save', { responsibility, rev: 0 });
  expect(await outcome('shu', [urban, { ...lamp, place: `${AREA}v02/` }])).toBe('ok');
  // every service of this small menu is of that office
  expect(await yima.outcome('shu', 'desk.save', { responsibility: [lamp], rev: 1 })).toBe('TABLE_FAULTY');
  const tied = [...TOWN.responsibility, { ...urban, id: 'again' }];
  expect(await yima.outcome('shu', 'desk.save', { responsibility: tied, rev: 1 })).toBe('TABLE_FAULTY');
  const ending = [{ ...urban, until: '2026-12-31' }, lamp];
  expect(await yima.outcome('shu', 'desk.save', { responsibility: ending, rev: 1 })).toBe('TABLE_FAULTY');
  expect(await outcome('qian', lampsToOffice)).toBe('NOT_ALLOWED');
  expect((await stored()).rev).toBe(1);
});

test('of two who changed the same table one wins; the history keeps the lines that differ', async () => {
  const [first, second] = await Promise.all([
    yima.outcome('shu', 'desk.save', { responsibility: lampsToOffice, rev: 1 }),
    yima.outcome('shu', 'desk.save', { responsibility: [...TOWN.responsibility], rev: 1 }),
  ]);
  expect([first, second].sort()).toEqual(['MOVED_ON', 'ok']);
  const { rev, history } = await stored();
  expect(rev).toBe(2);
  expect(history).toHaveLength(2);
  expect(history?.[0]).toMatchObject({ by: 's_shu', rev: 1, removed: [all, lamp] });
});

test('what is saved dispatches the next ticket, with its clause and the parts of the score in the reason', async () => {
  const { rev } = await yima.call('shu', 'desk.faults', {});
  await yima.call('shu', 'desk.save', { responsibility: lampsToOffice, rev });
  const { handler } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(handler?.unit).toBe('城乡建设办');
  expect(handler?.why).toMatch(
    /依据：灯归建设办；当班的 2 人里他最合适，共 \d+ 分：手上 \d 件 \d+，离得近 0/,
  );
});

test('with the first post vacant the next in the chain gets it, and the ticket says so', async () => {
  const { rev } = await yima.call('shu', 'desk.faults', {});
  const chain = [all, urban, { ...lamp, post: 'property', otherwise: ['grid-worker'] }];
  const saved = await yima.call('shu', 'desk.save', { responsibility: chain, rev });
  expect(saved.findings).toEqual([
    {
      fault: 'fallback',
      title: '楼道灯不亮：由备用的岗位接，本该找物业',
      where: '闫满工作区 2 个微网格',
      count: 2,
      blocking: false,
    },
  ]);
  const { handler } = await yima.call('lin', 'ticket.file', yima.filing());
  expect(handler?.why).toContain('先找物业（这里没有），最后由第12微网格网格员接办');
});
