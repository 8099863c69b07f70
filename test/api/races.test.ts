/** Many at once: one effect, one winner. */
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { Ticket } from '@/domain/ticket/ticket';
import { moment } from '@/domain/time/day';
import { openidOf, withYima } from '@/test/support/yima';

const yima = withYima();
/** Gate sizes; the full ones with `RACERS=50 RACES=40`. */
const RACERS = Number(process.env.RACERS ?? 20);
const RACES = Number(process.env.RACES ?? 10);
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

async function stored(id: string): Promise<Ticket> {
  return (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
}

test('fifty sends of one form are one ticket and fifty equal answers', async () => {
  const filing = yima.filing();
  const answers = await many(50, () => yima.call('lin', 'ticket.file', filing));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { total } = await yima.emulator.db.collection('tickets').count();
  expect(total).toBe(1);
});

test('the same key with other words is refused, not mixed up', async () => {
  const filing = yima.filing();
  await yima.call('lin', 'ticket.file', filing);
  expect(await yima.outcome('lin', 'ticket.file', { ...filing, text: '另一件事' })).toBe('KEY_REUSED');
  expect(await yima.outcome('wang', 'ticket.file', filing)).toBe('ok');
});

test('the key of one move is no key to another', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const sign = yima.move(id, 'sign', {});
  expect(await many(2, () => yima.outcome('zhao', 'ticket.move', sign))).toEqual(['ok', 'ok']);
  const contact = yima.move(id, 'contact', { contact: 'phone' });
  expect(await yima.outcome('zhao', 'ticket.move', { ...contact, key: sign.key })).toBe('KEY_REUSED');
  expect(await yima.outcome('zhao', 'ticket.move', contact)).toBe('ok');
});

test(`${RACES} × ${RACERS} of a unit sign at once: one has it`, async () => {
  const { db } = yima.emulator;
  const names = Array.from({ length: RACERS }, (_, index) => `guest${100 + index}` as const);
  await db.collection('people').add(
    names.map((name) => ({
      _id: personIdOf(openidOf(name)),
      openid: openidOf(name),
      name: '',
      phone: '',
      staff: { id: 's_sun', area: '370114/guanzhuang/yanman/' },
    })),
  );
  for (let race = 0; race < RACES; race++) {
    const { id } = await yima.call('lin', 'ticket.file', yima.filing());
    const outcomes = await Promise.all(
      names.map((name) => yima.outcome(name, 'ticket.move', yima.move(id, 'sign'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'MOVED_ON')).toHaveLength(RACERS - 1);
    expect((await stored(id)).history.filter((entry) => entry.move === 'sign')).toHaveLength(1);
  }
}, 240_000);

test(`${RACES} × ${RACERS} ratings of one end at once: one counts`, async () => {
  for (let race = 0; race < RACES; race++) {
    const { id } = await yima.call('lin', 'ticket.file', yima.filing());
    await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
    await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
    await yima.call('zhao', 'ticket.move', yima.move(id, 'resolve', { result: 'solved', text: '换了灯泡' }));
    const outcomes = await many(RACERS, (index) =>
      yima.outcome('lin', 'ticket.move', yima.move(id, 'rate', { level: index % 2 ? 5 : 4 })),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect((await stored(id)).ratings).toHaveLength(1);
  }
}, 240_000);

test(`${RACERS} repeats of one move are one move and as many answers`, async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const move = yima.move(id, 'note', { text: '楼上也不亮' });
  const outcomes = await many(RACERS, () => yima.outcome('lin', 'ticket.move', move));
  expect(outcomes).toEqual(Array.from({ length: RACERS }, () => 'ok'));
  expect((await stored(id)).history.filter((entry) => entry.move === 'note')).toHaveLength(1);
});

test('five timers at once: every ticket gets one slip, every person one notice', async () => {
  const ids = await many(10, async () => (await yima.call('lin', 'ticket.file', yima.filing())).id);
  yima.at(moment('2026-03-18 17:31'));
  await many(5, () => yima.tick());
  await yima.tick();
  for (const id of ids) {
    const ticket = await stored(id);
    expect(ticket.slips).toHaveLength(1);
    expect(ticket.outbox).toEqual([]);
    expect(ticket.history.map((entry) => entry.move)).toEqual([
      'file',
      'dispatch',
      'remind',
      'nudge',
      'slip',
    ]);
  }
  const { data } = await yima.emulator.db
    .collection('notices')
    .where({ kind: 'slip-reminder' })
    .limit(1000)
    .get();
  const told = (data as { to: string; about: { id: string } }[]).filter((notice) =>
    ids.includes(notice.about.id),
  );
  expect(told).toHaveLength(ids.length * 2);
}, 120_000);
