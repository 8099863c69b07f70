/** Working calendars on the desk: a closed day moves the limits of the unit's open tickets, and of nobody else's. */
import type { Ticket } from '@/domain/ticket/ticket';
import { moment } from '@/domain/time/day';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const stored = async (id: string) =>
  (await yima.emulator.db.collection('tickets').doc(id).get()).data[0] as Ticket;
const rev = async () => (await yima.call('shu', 'desk.calendar', {})).rev;
const recomputed = ({ history }: Ticket) => history.filter(({ move }) => move === 'recompute').length;

test('the nation’s days, the end of what is published, and each unit’s hours', async () => {
  const view = await yima.call('qian', 'desk.calendar', { unit: 'office-urban' });
  expect(view).toMatchObject({
    maySave: false,
    coverage: '已公布到 2026年12月28日',
    hoursWords: '08:30–12:00，13:30–17:30',
    ownHours: false,
    closures: [],
  });
  expect(view.holidays.at(-1)).toEqual({
    name: '国庆节',
    off: '10月1日至10月7日',
    on: '9月20日 周日上班、10月10日 周六上班',
  });
  expect(await yima.outcome('qian', 'desk.calendar', { unit: 'nowhere' })).toBe('NOT_FOUND');
});

test('a day closed: the jobs work the unit’s running limits out anew, each with its entry, others stay', async () => {
  const [grid, office] = [
    await yima.call('lin', 'ticket.file', yima.filing()),
    await yima.call('lin', 'ticket.file', yima.filing({ service: 'policy' })),
  ];
  await yima.tick();
  const before = [await stored(grid.id), await stored(office.id)] as const;
  // five working days from Wednesday the 11th
  expect(before[0].dueAt).toBe(moment('2026-03-18 17:30'));

  const saved = await yima.call('shu', 'desk.closures', {
    unit: 'grid-v01',
    rev: await rev(),
    close: { day: '2026-03-13', why: '大雪封路' },
  });
  expect(saved).toMatchObject({
    recounting: 1,
    closures: [{ day: '2026-03-13', words: '3月13日 周五：大雪封路' }],
  });
  yima.later(60_000);
  await yima.tick();
  const after = [await stored(grid.id), await stored(office.id)] as const;
  expect(after[0].dueAt).toBe(moment('2026-03-19 17:30'));
  expect(after[0].clocks.resident.dueAt).toBe(moment('2026-03-19 17:30'));
  expect(after[0].history.at(-1)).toMatchObject({
    move: 'recompute',
    about: { from: before[0].dueAt, to: after[0].dueAt },
  });
  expect(after[1]).toEqual(before[1]);
  const { story, promise } = await yima.call('lin', 'ticket.read', { id: grid.id });
  expect(story[0]?.title).toBe('工作日历有变动，期限按新日历重新计算');
  expect(promise?.words).toContain('3月19日');

  yima.later(60_000);
  await yima.tick();
  expect(recomputed(await stored(grid.id))).toBe(1);
});

test('taken back, the limits are as before; a closure after the limit is no entry', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  expect((await stored(id)).dueAt).toBe(moment('2026-03-19 17:30'));
  await yima.call('shu', 'desk.closures', { unit: 'grid-v01', rev: await rev(), open: '2026-03-13' });
  yima.later(60_000);
  await yima.tick();
  expect((await stored(id)).dueAt).toBe(moment('2026-03-18 17:30'));
  expect(recomputed(await stored(id))).toBe(1);
  const far = { unit: '*', rev: await rev(), close: { day: '2026-04-09', why: '全体培训' } };
  expect((await yima.call('shu', 'desk.closures', far)).recounting).toBeGreaterThan(0);
  yima.later(60_000);
  await yima.tick();
  const last = await stored(id);
  expect(recomputed(last)).toBe(1);
  expect(last.recount).toBeNull();
});

test('a move on its way meanwhile loses nothing: it is refused and made again', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const at = await rev();
  const [closed, signed] = await Promise.all([
    yima.outcome('shu', 'desk.closures', {
      unit: 'grid-v01',
      rev: at,
      close: { day: '2026-03-16', why: '停电' },
    }),
    yima.outcome('zhao', 'ticket.move', yima.move(id, 'sign')),
  ]);
  expect(closed).toBe('ok');
  if (signed !== 'ok') await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  yima.later(120_000);
  await yima.tick();
  const now = await stored(id);
  expect([now.state, now.dueAt, recomputed(now)]).toEqual(['signed', moment('2026-03-19 17:30'), 1]);
});

test('counted by an instance that had not heard of the change: the jobs see it and mend it', async () => {
  const at = await rev();
  await yima.call('shu', 'desk.closures', {
    unit: 'grid-v01',
    rev: at,
    close: { day: '2026-03-17', why: '停电' },
  });
  yima.later(30_000);
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const right = await stored(id);
  // as it would stand without the two closures
  const old = moment('2026-03-18 17:30');
  const unit = { ...right.clocks.unit, dueAt: old };
  await yima.emulator.db
    .collection('tickets')
    .doc(id)
    .update({ 'clocks.unit': yima.emulator.db.command.set(unit), dueAt: old, runsOut: old });
  yima.later(60_000);
  await yima.tick();
  expect((await stored(id)).dueAt).toBe(right.dueAt);
  expect(recomputed(await stored(id))).toBe(1);
  await yima.call('shu', 'desk.closures', { unit: 'grid-v01', rev: await rev(), open: '2026-03-17' });
});

test('other hours: due at their closing time, and back again', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const late = { unit: 'grid-v01', rev: await rev(), hours: [['10:00', '20:00']] as [string, string][] };
  expect((await yima.call('shu', 'desk.closures', late)).ownHours).toBe(true);
  yima.later(60_000);
  await yima.tick();
  expect((await stored(id)).dueAt).toBe(moment('2026-03-19 20:00'));
  await yima.call('shu', 'desk.closures', { unit: 'grid-v01', rev: await rev(), hours: null });
  yima.later(60_000);
  await yima.tick();
  expect((await stored(id)).dueAt).toBe(moment('2026-03-19 17:30'));
});

test.each([
  ['a day that is over', { close: { day: '2026-03-10', why: '停电' } }, 'CLOSURE_INVALID'],
  ['a Saturday', { close: { day: '2026-03-14', why: '停电' } }, 'CLOSURE_INVALID'],
  ['no reason', { close: { day: '2026-03-17', why: ' ' } }, 'CLOSURE_INVALID'],
  ['a day that is none', { close: { day: '2026-04-31', why: '停电' } }, 'BAD_INPUT'],
  ['no day at all', { open: '2026-13-01' }, 'BAD_INPUT'],
  [
    'an hour that is none',
    { close: { day: '2026-03-17', why: '停电', hours: ['24:00', '24:30'] } },
    'CLOSURE_INVALID',
  ],
  ['a closure that is not there', { open: '2026-03-17' }, 'CLOSURE_GONE'],
  [
    'hours that overlap',
    {
      hours: [
        ['08:00', '12:00'],
        ['11:00', '17:00'],
      ],
    },
    'HOURS_INVALID',
  ],
  ['two things at once', { open: '2026-03-17', hours: null }, 'BAD_INPUT'],
  ['nothing', {}, 'BAD_INPUT'],
])('%s is refused', async (_, change, code) => {
  expect(await yima.outcome('shu', 'desk.closures', { unit: 'grid-v01', rev: await rev(), ...change })).toBe(
    code,
  );
});

test('only leaders, only with the newest state, one write and one more for the tickets', async () => {
  const close = { day: '2026-03-24', why: '停电' };
  expect(await yima.outcome('qian', 'desk.closures', { unit: 'desk', rev: await rev(), close })).toBe(
    'NOT_ALLOWED',
  );
  expect(await yima.outcome('shu', 'desk.closures', { unit: 'desk', rev: 0, close })).toBe('MOVED_ON');
  const at = await rev();
  const saved = await yima.counting(() =>
    yima.call('shu', 'desk.closures', { unit: 'desk', rev: at, close }),
  );
  expect(saved.calls).toMatchObject({ 'database.modifyDocument': 2 });
  expect(saved.calls).not.toHaveProperty(['database.getDocument']);
  expect(await yima.emulator.scans()).toEqual([]);
});
