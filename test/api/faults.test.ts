/**
 * A bad line between function and database: answers lost before and after the commit, calls that arrive twice. The
 * phone sends again under the same key. Nothing acknowledged is lost, nothing happens twice.
 */
import type { Input } from '@/contract';
import type { Ticket } from '@/domain/ticket/ticket';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const LIVES = Number(process.env.FAULT_LIVES ?? 40);
const RATE = Number(process.env.FAULT_RATE ?? 0.05);

/** Sends until an answer comes that is no “try again”; gives the code. */
async function insist(name: Name, action: 'ticket.file' | 'ticket.move', input: unknown): Promise<string> {
  for (let tries = 0; tries < 30; tries++) {
    const outcome = await yima.outcome(name, action, input);
    if (outcome !== 'BUSY') return outcome;
  }
  throw new Error(`${action} never got through`);
}

beforeAll(() => {
  // Every lost answer is logged, as it must be; here it is the point.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

test('whole lives over a bad line', async () => {
  for (const name of ['lin', 'zhao', 'qian'] as const) await yima.call(name, 'session.open', {});
  const faults = (['dropBefore', 'dropAfter', 'duplicate'] as const).map((kind) => ({
    kind,
    door: 'admin',
    rate: RATE,
  }));
  await yima.emulator.faults(faults, 20261122);

  const acknowledged: { filing: Input<'ticket.file'>; moves: { key: string; move: string }[] }[] = [];
  for (let life = 0; life < LIVES; life++) {
    const filing = yima.filing();
    expect(await insist('lin', 'ticket.file', filing)).toBe('ok');
    const record = { filing, moves: [] as { key: string; move: string }[] };
    acknowledged.push(record);
    const id = await idOf(filing);
    const act = async (
      name: Name,
      move: Input<'ticket.move'>['move'],
      given: Partial<Input<'ticket.move'>> = {},
    ) => {
      const input = yima.move(id, move, given);
      const outcome = await insist(name, 'ticket.move', input);
      expect(`${move} ${outcome}`).toBe(`${move} ok`);
      record.moves.push({ key: input.key, move });
    };
    await act('zhao', 'sign');
    await act('zhao', 'contact', { contact: 'phone' });
    if (life % 3 === 0) {
      await act('zhao', 'ask', { text: '哪一层？' });
      await act('lin', 'answer', { text: '二层' });
    }
    await act('zhao', 'resolve', { result: 'solved', text: '换了灯泡' });
    await act('lin', 'rate', life % 4 === 0 ? { level: 1, reasons: ['unsolved'] } : { level: 5 });
    // The platform rings again a minute later when a sweep broke off.
    if (life % 5 === 0) await yima.tick().catch(() => undefined);
  }
  await yima.emulator.faults([]);
  for (let sweeps = 0; sweeps < 3; sweeps++) await yima.tick();

  const { total } = await yima.emulator.db.collection('tickets').count();
  expect(total).toBe(LIVES);
  for (const { filing, moves } of acknowledged) {
    const ticket = await stored(await idOf(filing));
    const keyed = ticket.history.filter((entry) => entry.key !== undefined);
    expect(keyed.map(({ key, move }) => ({ key, move }))).toEqual([
      { key: filing.key, move: 'file' },
      ...moves,
    ]);
    expect(ticket.outbox).toEqual([]);
    const notices = await yima.emulator.db
      .collection('notices')
      .where({ 'about.id': ticket._id })
      .limit(1000)
      .get();
    const ids = (notices.data as { kind: string; to: string; at: number }[]).map(
      ({ kind, to, at }) => `${kind} ${to} ${at}`,
    );
    expect(new Set(ids).size).toBe(ids.length);
  }
}, 240_000);

async function idOf(filing: Input<'ticket.file'>): Promise<string> {
  const { ticketIdOf, personIdOf } = await import('@/cloudfunctions/runtime/digest');
  const { openidOf } = await import('@/test/support/yima');
  return ticketIdOf(personIdOf(openidOf('lin')), filing.key);
}

async function stored(id: string): Promise<Ticket> {
  return (await yima.emulator.db.collection('tickets').doc(id).get()).data[0];
}
