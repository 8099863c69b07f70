/** `npm run replay`: every line of a file ends as a ticket or as a stated refusal. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('good lines are accepted and found again, bad ones refused with their reason', () => {
  const lines = [
    { id: 'lamp', subject: '路灯不亮', text: '闫满小区3号楼楼道灯坏了', askedAt: '2024/5/1 10:00:00' },
    { id: 'named', category: 'street-light', place: '村西大槐树底下', subject: '灯不亮', other: 1 },
    { id: 'long', text: '字'.repeat(8001) },
    { id: 'whole', text: '字'.repeat(8000) },
    { id: 'odd', text: 'a\u200bb\r\nc ' },
    { id: 'asks', category: 'gas-smell', subject: '漏气' },
    { id: 'call', category: 'gas-smell', subject: '漏气', answers: { state: '味很浓，人在屋里' } },
    { id: 'when', subject: '灯不亮', askedAt: '昨天' },
    { id: 'empty' },
    { id: 'shape', text: 5 },
  ].map((line) => JSON.stringify(line));
  const file = path.join(folder, 'lines.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n\n{no json\n`);
  const root = path.resolve(__dirname, '..');
  const { stdout, status } = spawnSync(
    path.join(root, 'node_modules/.bin/tsx'),
    ['scripts/replay.ts', file, '--weeks', '0'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stdout).toMatch(/受理 accepted\s+4\n/);
  expect(stdout).toMatch(/退回 refused\s+7\n/);
  expect(stdout).toMatch(/丢失 lost\s+0\n/);
  for (const reason of [
    /1 × BAD_INPUT .*8000.*：long/,
    /1 × ANSWER_MISSING .*：asks/,
    /1 × CALL_EMERGENCY .*：call/,
    /1 × 时间看不懂.*：when/,
    /1 × 没有内容.*：empty/,
    /1 × 不是约定的格式（text）/,
    /1 × 不是约定的格式（JSON）/,
  ])
    expect(stdout).toMatch(reason);
  expect(status).toBe(0);
}, 60_000);
