/** What was done stays what was done: whoever changes, removes or moves an entry is found out, and where. */
import { readFileSync } from 'node:fs';
import type { Happened } from '@/domain/flow/flow';
import { HOUR } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { TOWN } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';
import { filesIn } from '@/test/weapp/built';

const yima = withYima();
const verify = () => verifyAudit(yima.emulator.db);
const tickets = () => yima.emulator.db.collection('tickets');
const audit = () => yima.emulator.db.collection('audit');
const historyOf = async (id: string): Promise<Happened[]> => (await tickets().doc(id).get()).data[0].history;
/** As somebody with the console of the database would. */
const rewrite = (id: string, history: readonly Happened[]) => tickets().doc(id).update({ history });

async function life(): Promise<string> {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'note', { text: '已买灯泡' }));
  return id;
}

/** Does something to a case, looks whether it is found, and puts it back. */
async function tampering(
  id: string,
  change: (history: Happened[]) => Happened[],
): Promise<readonly string[]> {
  const before = await historyOf(id);
  await rewrite(id, change(structuredClone(before)));
  const { faults } = await verify();
  await rewrite(id, before);
  expect((await verify()).faults).toEqual([]);
  return faults;
}

test('a life leaves a chain that holds', async () => {
  const id = await life();
  const verdict = await verify();
  expect(verdict).toMatchObject({ unmarked: 0, faults: [] });
  expect(verdict.entries).toBeGreaterThanOrEqual(5);
  for (const { mark } of await historyOf(id)) expect(mark).toMatch(/^[0-9a-f]{32}$/);
});

test('it costs no call: a filing is still one insert, a move one read and one write', async () => {
  await life();
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'session.open', {});
  const filed = await yima.counting(() => yima.call('lin', 'ticket.file', yima.filing()));
  expect(filed.database).toBe(1);
  const moved = await yima.counting(() =>
    yima.call('zhao', 'ticket.move', yima.move(filed.result.id, 'sign')),
  );
  expect(moved.database).toBe(2);
});

test.each<[string, (history: Happened[]) => Happened[]]>([
  ['another text', (history) => history.with(3, { ...(history[3] as Happened), text: '没有人来过' })],
  [
    'another person',
    (h) => h.with(2, { ...(h[2] as Happened), by: { id: 's_sun', name: '孙立', role: 'handler' } }),
  ],
  ['another time', (history) => history.with(2, { ...(history[2] as Happened), at: 1 })],
  ['another photo', (history) => history.with(4, { ...(history[4] as Happened), photos: ['cloud://x'] })],
  ['an entry removed', (history) => history.toSpliced(2, 1)],
  ['two entries swapped', (h) => h.with(2, h[3] as Happened).with(3, h[2] as Happened)],
  ['one entry twice', (history) => history.toSpliced(3, 0, history[2] as Happened)],
  [
    'an entry put in',
    (h) => h.toSpliced(3, 0, { at: 5, move: 'contact', by: { id: '', name: '', role: 'clock' } }),
  ],
  ['the first entry removed', (history) => history.slice(1)],
])('%s is found', async (_, change) => {
  const id = await life();
  const faults = await tampering(id, change);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`tickets ${id}: entry`);
});

test('a history of one case is none of another, and a state follows from its history', async () => {
  const [one, other] = [await life(), await life()];
  const foreign = await historyOf(other);
  expect(await tampering(one, () => foreign)).toHaveLength(1);
  await tickets().doc(one).update({ state: 'closed' });
  expect((await verify()).faults).toEqual([
    `tickets ${one}: its history ends in working, but it stands in closed`,
  ]);
  await tickets().doc(one).update({ state: 'working' });
});

test('without the key nobody makes marks that hold', async () => {
  const id = await life();
  const { AUDIT_KEY } = { AUDIT_KEY: process.env.YIMA_AUDIT_KEY };
  const { marked } = await import('@/cloudfunctions/runtime/audit');
  const ticket = (await tickets().doc(id).get()).data[0];
  const bare = ticket.history.map(({ mark: _, ...entry }: Happened) => ({ ...entry, text: '改过' }));
  process.env.YIMA_AUDIT_KEY = 'guessed';
  const forged = marked({ ...ticket, history: bare });
  process.env.YIMA_AUDIT_KEY = AUDIT_KEY;
  expect(await tampering(id, () => [...forged.history])).toHaveLength(1);
});

test('somebody may be forgotten, and the chain still holds', async () => {
  const id = await life();
  const { blanked } = await import('@/cloudfunctions/runtime/audit');
  const before = await historyOf(id);
  await rewrite(id, before.map(blanked));
  expect((await verify()).faults).toEqual([]);
  expect(JSON.stringify(await historyOf(id))).not.toMatch(/林桂芬|赵海平|u_|s_zhao|已买灯泡/);
  await rewrite(id, before);
});

test('the table changed and codes printed are written down, tries included; words are not', async () => {
  const { responsibility } = TOWN;
  const { rev } = await yima.call('shu', 'desk.faults', {});
  await yima.call('shu', 'desk.save', { responsibility, rev });
  await yima.ask('zhao', 'desk.save', { responsibility, rev });
  await yima.ask('lin', 'desk.save', { responsibility, rev });
  await yima.call('zhao', 'place.codes', { path: `${TOWN.path}v01/` });
  const { data } = await audit().where({ kind: 'deed' }).orderBy('at', 'asc').limit(100).get();
  expect(data.map(({ what, result }: { what: string; result: string }) => `${what} ${result}`)).toEqual([
    'desk.save ok',
    'desk.save NOT_ALLOWED',
    'place.codes ok',
  ]);
  expect(data[0]).toMatchObject({ about: { responsibility: responsibility.length, rev } });
  expect((await verify()).faults).toEqual([]);
});

test('what is not written down is not answered', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.emulator.faults([{ kind: 'dropBefore', door: 'admin', collection: 'audit' }]);
  expect(await yima.outcome('zhao', 'place.codes', { path: `${TOWN.path}v01/` })).toBe('BUSY');
  // arrived, but the answer was lost: a new chain is begun, without a hole in either
  await yima.emulator.faults([{ kind: 'dropAfter', door: 'admin', collection: 'audit' }]);
  expect(await yima.outcome('zhao', 'place.codes', { path: `${TOWN.path}v01/` })).toBe('BUSY');
  await yima.emulator.faults([]);
  quiet.mockRestore();
  expect(await yima.outcome('zhao', 'place.codes', { path: `${TOWN.path}v01/` })).toBe('ok');
  expect((await verify()).faults).toEqual([]);
});

test('the hourly witness finds out who removes an end, a case, or the last rows; once an hour, whoever runs it', async () => {
  const id = await life();
  yima.later(HOUR);
  await Promise.all([yima.tick(), yima.tick(), yima.tick()]);
  const { head, witnesses } = await verify();
  expect(witnesses).toBe(1);
  expect(head).toMatch(/^[0-9a-f]{32}$/);

  expect(await tampering(id, (history) => history.slice(0, -1))).toEqual([
    `tickets ${id}: its end was removed after witness-00000000 saw it`,
  ]);
  const ticket = (await tickets().doc(id).get()).data[0];
  await tickets().doc(id).remove();
  expect((await verify()).faults).toEqual([`tickets ${id}: removed after witness-00000000 saw it`]);
  await tickets().add(ticket);

  const rows = (await audit().where({ kind: 'deed' }).orderBy('at', 'asc').limit(100).get()).data;
  for (const row of rows) {
    await audit().doc(row._id).remove();
    const { faults } = await verify();
    expect(faults.length).toBeGreaterThan(0);
    await audit().add(row);
  }
  await audit().doc(rows[0]._id).update({ by: 's_somebody' });
  expect((await verify()).faults).toEqual([`audit ${rows[0]._id}: ${rows[0].what} was changed`]);
  await audit().doc(rows[0]._id).update({ by: rows[0].by });

  await life();
  yima.later(HOUR);
  await yima.tick();
  expect(await verify()).toMatchObject({ witnesses: 2, faults: [] });
  const first = (await audit().doc('witness-00000000').get()).data[0];
  await audit().doc('witness-00000000').remove();
  expect((await verify()).faults).toEqual(['witness 0 is missing']);
  await audit().add(first);
  expect((await verify()).faults).toEqual([]);
  expect(await yima.emulator.scans()).toEqual([]);
}, 120_000);

test('no action reaches the audit log but to add to it', () => {
  const touching = filesIn('cloudfunctions').filter((file) =>
    /\bAUDIT\b|'audit'/.test(readFileSync(`cloudfunctions/${file}`, 'utf8')),
  );
  expect(touching).toEqual(['runtime/audit.ts']);
  const source = readFileSync('cloudfunctions/runtime/audit.ts', 'utf8');
  const uses = [...source.matchAll(/collection\(AUDIT\)\s*\.(\w+)\(/g)].map(([, verb]) => verb);
  expect(new Set(uses)).toEqual(new Set(['add', 'where']));
  // the one change there is: a forgotten person's id, for which the digest in the mark stands
  const changes = [...source.matchAll(/\.update\((\{[^}]*\})\)/g)].map(([, what]) => what);
  expect(changes).toEqual(['{ by: staff, erased: keyed(person) }']);
  expect(source).not.toMatch(/\.(?:doc|remove|delete)\(|\.get\(\)[^;]*\.update\(/);
});
