/** What somebody fills on purpose stays small enough to be read, and can still be worked, judged and closed. */
import { FULL, mostBytes } from '@/domain/flow/growth';
import { GROWTH } from '@/domain/ticket/lifecycle';
import { DAY, HOUR } from '@/domain/time/day';
import { PLAN } from '@/test/builders/activity';
import { SCENE, withYima, type Yima } from '@/test/support/yima';

const yima = withYima();
const MOST = mostBytes(GROWTH);

const stored = async (id: string) => (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Notes until one is refused; gives how many got in and the code of the refusal. */
async function filled(id: string, text: string): Promise<{ notes: number; code: string }> {
  for (let notes = 0; notes < 1031; notes++) {
    const code = await yima.outcome('lin', 'ticket.move', yima.move(id, 'note', { text }));
    if (code !== 'ok') return { notes, code };
  }
  return { notes: 1031, code: 'ok' };
}

test.each([
  ['of the longest words', '好'.repeat(2000)],
  ['of a word', '好'],
])(
  '1,031 notes %s: refused from the limit on, and worked, judged and closed as any other',
  async (_, text) => {
    const { id } = await yima.call('lin', 'ticket.file', yima.filing());
    const { notes, code } = await filled(id, text);
    expect(code).toBe('CASE_FULL');
    expect(notes).toBeGreaterThan(20);
    expect(notes).toBeLessThanOrEqual(FULL.entries);
    expect(bytesOf(await stored(id))).toBeLessThan(FULL.bytes + 20_000);

    const work = (name: 'zhao' | 'sun' | 'lin', move: 'sign', more: object = {}) =>
      yima.outcome(name, 'ticket.move', yima.move(id, move, more));
    expect(await work('zhao', 'note' as never, { text })).toBe('CASE_FULL');
    expect(bytesOf(await yima.ask('zhao', 'ticket.read', { id }))).toBeLessThan(MOST);
    expect(await work('zhao', 'sign')).toBe('ok');
    expect(await work('zhao', 'contact' as never, { contact: 'phone' })).toBe('ok');
    expect(await work('zhao', 'resolve' as never, { result: 'solved', text: '修好了' })).toBe('ok');
    if ((await stored(id)).state === 'checking')
      expect(await work('sun', 'check' as never, { passed: true })).toBe('ok');
    expect(await work('lin', 'rate' as never, { level: 5, solved: 'yes' })).toBe('ok');
    expect(await stored(id)).toMatchObject({ state: 'closed' });
    expect(bytesOf(await stored(id))).toBeLessThan(MOST);
  },
  120_000,
);

test('ten full cases due at once: a sweep asks for their heads, and a list for their skeletons', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await filled(id, '好'.repeat(2000));
  const whole = await stored(id);
  const copies = Array.from({ length: 10 }, (_, nth) => ({
    ...whole,
    _id: `t${String(nth).padStart(24, '0')}`,
    wakeAt: yima.now - 1,
  }));
  await yima.emulator.db.collection('tickets').add(copies);
  const { tickets } = await import('@/cloudfunctions/runtime/tickets');
  const due = await tickets.due(yima.now, 50);
  expect(due.length).toBeGreaterThanOrEqual(10);
  expect(bytesOf(due) / due.length).toBeLessThan(1000);
  const { result, calls } = await yima.counting(() => yima.tick());
  expect(result).toMatchObject({ failed: 0, more: false });
  // one for each kind and one for each case, and what each of them has to tell
  expect(calls['database.getDocument']).toBeLessThan(60);
  const page = await tickets.list({
    is: { 'reporter.id': whole.reporter.id },
    sort: 'openedAt',
    direction: 'desc',
    bare: true,
  });
  expect(page.rows.length).toBeGreaterThan(10);
  expect(bytesOf(page.rows) / page.rows.length).toBeLessThan(bytesOf(whole) / 10);
}, 120_000);

test('somebody who comes and goes is told so, and may still leave', async () => {
  await yima.volunteers(['guest1']);
  const plan = { ...PLAN, skills: [], startsAt: yima.now + 3 * DAY, endsAt: yima.now + 3 * DAY + HOUR };
  const { id } = await yima.call('ma', 'activity.draft', { key: crypto.randomUUID(), scene: SCENE(), plan });
  const move = (name: Parameters<Yima['outcome']>[0], what: string) =>
    yima.outcome(name, 'activity.move', { id, key: crypto.randomUUID(), move: what });
  await move('qian', 'publish');
  const codes: string[] = [];
  for (let times = 0; times < 30; times++)
    codes.push(`${await move('guest1', 'join')} ${await move('guest1', 'leave')}`);
  expect(codes.filter((each) => each === 'ok ok')).toHaveLength(10);
  expect(codes.at(-1)).toBe('JOINED_OFTEN NOT_ALLOWED');
  await yima.tick();
  const { data } = await yima.emulator.db.collection('participations').where({ 'source.id': id }).get();
  expect(data[0].history.length).toBeLessThan(45);
});
