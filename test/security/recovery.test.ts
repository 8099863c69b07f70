/** Everything can be copied out and put back, equal to the last letter; and somebody notices when things stand still. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Health } from '@/cloudfunctions/jobs/health';
import { DAY, HOUR } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { backup, restore } from '@/scripts/backup';
import { TOWN } from '@/test/builders/town';
import { TestEmulator } from '@/test/support/emulator';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const scratch = mkdtempSync(path.join(tmpdir(), 'backup-'));
const other = new TestEmulator();
let first = '';
afterAll(async () => {
  await other.process?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const healthNow = (): Promise<Health> => yima.operate<Health>('health');

test('a backup goes into an empty database and is equal, counts, digests and audit', async () => {
  for (let index = 0; index < 30; index++) {
    const { id } = await yima.call(
      'lin',
      'ticket.file',
      yima.filing({ text: `第 ${index} 件：😀 "引号" \\ 换\n行` }),
    );
    if (index % 2) await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  }
  yima.later(2 * HOUR);
  await yima.tick();
  await yima.call('zhao', 'place.codes', { path: `${TOWN.path}v01/` });
  first = path.join(scratch, 'first');
  const made = await backup(yima.emulator.db, first);
  expect(made.collections.tickets?.rows).toBe(30);
  expect(made.collections.audit?.rows).toBeGreaterThanOrEqual(2);

  // the SDK of this process stays with the first emulator
  const env = { ...process.env };
  await other.start({});
  Object.assign(process.env, env);
  expect((await restore(other.db, first)).collections).toEqual(made.collections);
  const [before, after] = [await verifyAudit(yima.emulator.db), await verifyAudit(other.db)];
  expect(after).toEqual(before);
  expect(after.faults).toEqual([]);
  // and a backup of the copy is the same backup
  const again = await backup(other.db, path.join(scratch, 'second'));
  expect(again.collections).toEqual(made.collections);
}, 120_000);

test('a backup is never written over, nor put on top of something', async () => {
  await expect(backup(yima.emulator.db, first)).rejects.toThrow('holds a backup already');
  await expect(restore(yima.emulator.db, first)).rejects.toThrow('is not empty');
  await expect(restore(other.db, path.join(scratch, 'nowhere'))).rejects.toThrow('no whole backup');
});

test('one changed letter in a backup is noticed before anything is written', async () => {
  const file = path.join(first, 'tickets.jsonl');
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, kept.replace('件', '伴'));
  await expect(restore(other.db, first)).rejects.toThrow('tickets.jsonl is not what was backed up');
  writeFileSync(file, kept);
  appendFileSync(file, '{"_id":"x"}\n');
  await expect(restore(other.db, first)).rejects.toThrow('tickets.jsonl is not what was backed up');
});

test('health: well after a sweep, unwell when nobody sweeps, silent to people', async () => {
  await yima.tick();
  expect(await healthNow()).toMatchObject({ ok: true });
  await yima.call('lin', 'ticket.file', yima.filing());
  yima.later(5 * DAY);
  const { ok, checks } = await healthNow();
  expect(ok).toBe(false);
  const wrong = checks.filter((check) => !check.ok).map(({ what }) => what);
  expect(wrong).toEqual(
    expect.arrayContaining(['due tickets', 'outbox', 'last sweep', 'rates counted', 'witness']),
  );
  expect(JSON.stringify(checks)).not.toMatch(/u_|s_|林/);
  await yima.tick();
  expect(await healthNow()).toMatchObject({ ok: true });
});

test('health: calls that went wrong are counted by code, and forgotten two hours later', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const errors = async () => (await healthNow()).checks.find(({ what }) => what === 'errors');
  await yima.tick();
  expect(await errors()).toMatchObject({ ok: true, value: 'none' });
  const broken = {
    kind: 'error',
    door: 'admin',
    action: 'getDocument',
    code: 'SYS_ERR',
    message: 'x',
    count: 1,
  };
  await yima.emulator.faults([broken]);
  expect(await yima.outcome('lin', 'ticket.list', { box: 'mine' })).toBe('BUSY');
  await yima.emulator.faults([]);
  expect(await errors()).toMatchObject({ ok: false, value: expect.stringMatching(/^BUSY 1 of \d+$/) });
  yima.later(2 * HOUR);
  await yima.tick();
  expect(await errors()).toMatchObject({ ok: true, value: 'none' });
  quiet.mockRestore();
});

test('every kind of case can be asked what changed', async () => {
  const { KINDS } = await import('@/cloudfunctions/jobs/kinds');
  const { collections } = JSON.parse(readFileSync('database.json', 'utf8'));
  for (const { collection } of KINDS)
    if (collection)
      expect([collection, collections[collection].indexes]).toEqual([
        collection,
        expect.arrayContaining([{ name: 'witness', fields: [['updatedAt', 1]] }]),
      ]);
});
