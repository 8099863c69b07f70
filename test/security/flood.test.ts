/** T7: one person cannot bury a town; everybody else notices nothing, and ordinary people pay nothing for it. */
import { forgetCounts } from '@/cloudfunctions/runtime/flood';
import { HOUR } from '@/domain/time/day';
import { withYima } from '@/test/support/yima';

const yima = withYima();
beforeAll(() => {
  process.env.YIMA_LIMITS = 'on';
});
afterAll(() => {
  process.env.YIMA_LIMITS = 'off';
});
const flood = async (name: 'lin' | 'zhao', count: number): Promise<Record<string, number>> => {
  const outcomes = await Promise.all(
    Array.from({ length: count }, () => yima.outcome(name, 'ticket.file', yima.filing())),
  );
  const sum: Record<string, number> = {};
  for (const outcome of outcomes) sum[outcome] = (sum[outcome] ?? 0) + 1;
  return sum;
};

test('200 parallel submits by one person: exactly the limit is accepted, a neighbour is served, the next hour is free', async () => {
  expect(await flood('lin', 200)).toEqual({ ok: 10, TOO_MANY: 190 });
  const answer = await yima.ask('lin', 'ticket.file', yima.filing());
  expect(answer).toMatchObject({ ok: false, code: 'TOO_MANY', details: { minutes: 60 } });
  expect(await yima.outcome('wang', 'ticket.file', yima.filing())).toBe('ok');
  // reading goes on
  expect(await yima.outcome('lin', 'ticket.list', { box: 'mine' })).toBe('ok');
  // who is full costs the database nothing more
  const more = await yima.counting(() => flood('lin', 50));
  expect(more.result).toEqual({ TOO_MANY: 50 });
  expect(more.database).toBeLessThanOrEqual(50);
  // another instance has two free ones of its own, then it meets the same counter
  forgetCounts();
  expect(await flood('lin', 20)).toEqual({ ok: 2, TOO_MANY: 18 });
  yima.later(HOUR);
  expect(await yima.outcome('lin', 'ticket.file', yima.filing())).toBe('ok');
}, 120_000);

test('who works here files for many', async () => {
  yima.later(HOUR);
  expect(await flood('zhao', 40)).toEqual({ ok: 40 });
}, 120_000);

test('the first two of an hour cost no call more, the next ones one', async () => {
  yima.later(HOUR);
  await yima.call('wang', 'profile.save', { name: '王', phone: '' });
  await yima.call('wang', 'session.open', {});
  await yima.call('guest1', 'ticket.file', yima.filing());
  const calls: number[] = [];
  for (let index = 0; index < 4; index++)
    calls.push((await yima.counting(() => yima.call('wang', 'ticket.file', yima.filing()))).database);
  // the third makes the counter: it looks for it, then adds it
  expect(calls).toEqual([1, 1, 3, 2]);
});

test('an invitation is not to be guessed by trying', async () => {
  yima.later(HOUR);
  const tries: string[] = [];
  for (let index = 0; index < 14; index++)
    tries.push(await yima.outcome('lin', 'staff.bind', { code: `GUESS2${10 + index}` }));
  expect(tries.filter((outcome) => outcome === 'INVITE_INVALID')).toHaveLength(10);
  expect(tries.slice(10)).toEqual(['TOO_MANY', 'TOO_MANY', 'TOO_MANY', 'TOO_MANY']);
});

test('T14 ids are not to be guessed by trying: content never, and after twenty tries no answer', async () => {
  yima.later(HOUR);
  const tries: string[] = [];
  for (let index = 0; index < 200; index++)
    tries.push(
      await yima.outcome('guest2', 'ticket.read', { id: `t${index.toString(16).padStart(24, '0')}` }),
    );
  expect(tries.filter((outcome) => outcome === 'NOT_FOUND')).toHaveLength(20);
  expect(new Set(tries.slice(20))).toEqual(new Set(['TOO_MANY']));
  // one's own is read as before
  const { id } = await yima.call('guest2', 'ticket.file', yima.filing());
  expect(await yima.outcome('guest2', 'ticket.read', { id })).toBe('ok');
});

test('T6 numbers are not collected by claiming and giving back', async () => {
  yima.later(HOUR);
  await yima.volunteers(['guest3']);
  const tries: string[] = [];
  for (let index = 0; index < 14; index++)
    tries.push(await yima.outcome('guest3', 'wish.move', yima.wishMove(`w${'0'.repeat(24)}`, 'claim')));
  expect(tries.filter((outcome) => outcome === 'NOT_FOUND')).toHaveLength(10);
  expect(tries.slice(10)).toEqual(['TOO_MANY', 'TOO_MANY', 'TOO_MANY', 'TOO_MANY']);
});

test('T7 nobody reads without end, and the next minute is free', async () => {
  yima.later(HOUR);
  const outcomes: string[] = [];
  for (let index = 0; index < 300; index++)
    outcomes.push(await yima.outcome('wang', 'ticket.list', { box: 'mine' }));
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(240);
  expect(await yima.outcome('lin', 'ticket.list', { box: 'mine' })).toBe('ok');
  yima.later(60_000);
  expect(await yima.outcome('wang', 'ticket.list', { box: 'mine' })).toBe('ok');
});

test('counters of hours that are over are forgotten', async () => {
  yima.later(2 * HOUR);
  await yima.tick();
  expect((await yima.emulator.db.collection('floods').count()).total).toBe(0);
  expect(await yima.emulator.scans()).toEqual([]);
});
