/** The page that says how it is: the emulator's own lines, and those of the function that was named. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningEmulator, startEmulator } from '../index';
import type { HealthReport } from './health';

const folder = mkdtempSync(path.join(tmpdir(), 'health-'));
mkdirSync(path.join(folder, 'watch'));
const says = (checks: object[]) =>
  writeFileSync(
    path.join(folder, 'watch/index.js'),
    `exports.main = async (event) => ({ checks: event.ask === 'health' ? ${JSON.stringify(checks)} : [] });`,
  );
let cloud: RunningEmulator;
beforeAll(async () => {
  says([
    { what: 'due', say: '到点未处理 <b>', ok: true, value: 180_000 },
    { what: 'key', say: '密钥', ok: false, value: 'missing' },
  ]);
  cloud = await startEmulator({
    port: 0,
    dataDir: null,
    schema: { collections: { notes: {} } },
    functionsDir: folder,
    health: { name: 'watch', event: { ask: 'health' } },
    quiet: true,
  });
});
afterAll(async () => {
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const json = async (): Promise<HealthReport> => (await fetch(`${cloud.url}/emulator/health?json`)).json();

test('programs are told both, and that one line is wrong', async () => {
  const report = await json();
  expect(report.ok).toBe(false);
  expect(report.product.map(({ what, ok }) => [what, ok])).toEqual([
    ['due', true],
    ['key', false],
  ]);
  expect(report.emulator.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['up', 'memory', 'scans', 'calls']),
  );
});

test('people read it in Chinese at /health; what the function says stays text', async () => {
  const page = await (await fetch(`${cloud.url}/health`)).text();
  expect(page).toContain('有异常');
  expect(page).toContain('3 分钟');
  expect(page).toContain('密钥');
  expect(page).not.toContain('<b>');
});

test('a function that breaks is a line that is wrong, not a page that breaks', async () => {
  writeFileSync(path.join(folder, 'watch/index.js'), 'exports.main = () => { throw new Error("x"); };');
  expect((await json()).product).toEqual([expect.objectContaining({ what: 'watch', ok: false })]);
});
