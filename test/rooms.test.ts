/** The linter holds the arrows between the rooms, and it is awake: each forbidden import is seeded and must be caught. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FORBIDDEN: [room: string, imported: string][] = [
  ['domain/ticket', '@/contract'],
  ['domain/ticket', '../../contract/text'],
  ['domain/ticket', '@/cloudfunctions/runtime/cloud'],
  ['domain/ticket', 'zod/mini'],
  ['domain/ticket', 'node:crypto'],
  ['domain/ticket', '@/emulator'],
  ['domain/time', 'dayjs'],
  ['domain/ticket', 'dayjs/plugin/utc'],
  ['contract', 'dayjs'],
  ['cloudfunctions/runtime', 'dayjs'],
  ['cloudfunctions/api/ticket', 'dayjs/esm'],
  ['cloudfunctions/jobs', 'dayjs'],
  ['src/platform/spreadsheet', 'dayjs'],
  ['src/ui', 'dayjs'],
  ['src/features/ticket', 'dayjs/locale/zh-cn'],
  ['src/pages/resident', 'dayjs'],
  ['emulator', 'dayjs'],
  ['test', 'dayjs'],
  ['scripts', 'dayjs/plugin/timezone'],
  ['domain/time/china', 'dayjs/plugin/timezone'],
  ['domain/time/china', 'dayjs/locale/zh-cn'],
  ['domain/time/china', '../org/org'],
  ['contract', '@/cloudfunctions/runtime/cloud'],
  ['contract', '@/src/ui'],
  ['contract', '@cloudbase/node-sdk'],
  ['cloudfunctions/runtime', '../api/index'],
  ['cloudfunctions/runtime', '@/emulator'],
  ['cloudfunctions/api/ticket', '@cloudbase/node-sdk'],
  ['cloudfunctions/api/ticket', '@/src/platform/call'],
  ['cloudfunctions/jobs', '../api/ticket/file'],
  ['src/platform', '@/src/features/ticket'],
  ['src/ui', '../features/ticket'],
  ['src/features/ticket', '@tarojs/taro'],
  ['src/features/ticket', '@/src/pages/resident/home'],
  ['src/pages/resident', '@tarojs/components'],
  ['src/pages/resident', '@/cloudfunctions/runtime/cloud'],
  ['src/pages/staff', 'papaparse'],
  ['src/features/volunteer', 'read-excel-file/universal'],
  ['src/features/rights', 'write-excel-file/universal'],
  ['src/pages/volunteer', 'fflate'],
  ['emulator/store', '@/domain/ticket/flow'],
  ['emulator', '../contract'],
  ['emulator', '@/cloudfunctions/api'],
];

const ALLOWED: [room: string, imported: string][] = [
  ['domain/ticket', '../flow/flow'],
  ['domain/time/china', 'dayjs'],
  ['domain/time/china', 'dayjs/plugin/utc'],
  ['domain/time/china', 'dayjs/plugin/customParseFormat'],
  ['domain/time/china', './day'],
  ['src/platform/spreadsheet', 'papaparse'],
  ['src/platform/spreadsheet', '@/domain/time/china'],
  ['contract', '@/domain/ticket/ticket'],
  ['contract', 'zod/mini'],
  ['cloudfunctions/runtime', '@cloudbase/node-sdk'],
  ['cloudfunctions/api/ticket', '@/domain/ticket/flow'],
  ['cloudfunctions/jobs', '../runtime/cases'],
  ['src/ui', '@tarojs/components'],
  ['src/features/ticket', '@/contract'],
  ['src/pages/resident', '@/src/features/ticket'],
  ['emulator/store', 'libsql'],
  ['test', '@/emulator'],
];

/** Rooms of one file: a seed for them is that file, in a folder of its own. */
const ONE_FILE = ['domain/time/china'];

/** Seeds one file for each import in a tree of rooms and gives back the places that the linter refuses. */
function refusedAmong(cases: [room: string, imported: string][]): string[] {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'));
  fs.copyFileSync('biome.json', path.join(tree, 'biome.json'));
  const names = cases.map(([room, imported], index) => {
    const file = ONE_FILE.includes(room) ? `seed${index}/${room}.ts` : path.join(room, `seed${index}.tsx`);
    fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    fs.writeFileSync(
      path.join(tree, file),
      `import { thing } from '${imported}';\n\nexport const use = thing;\n`,
    );
    return { file, label: label([room, imported]) };
  });
  const biome = path.resolve('node_modules/.bin/biome');
  const flags = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off', '.'];
  const { stdout, stderr } = spawnSync(biome, flags, { cwd: tree, encoding: 'utf8' });
  fs.rmSync(tree, { recursive: true });
  const report = `${stdout}${stderr}`;
  return names
    .filter(({ file }) => new RegExp(`${file}:\\S+ lint/style/noRestrictedImports`).test(report))
    .map(({ label }) => label);
}

const label = ([room, imported]: [string, string]) => `${room} imports ${imported}`;

test('every forbidden arrow is refused', () => {
  expect(refusedAmong(FORBIDDEN)).toEqual(FORBIDDEN.map(label));
});

test('no lawful arrow is refused', () => {
  expect(refusedAmong(ALLOWED)).toEqual([]);
});
