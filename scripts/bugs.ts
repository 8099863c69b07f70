/**
 * Puts each seeded bug of `test/bugs/bugs.ts` into a copy of the tree and asks the tests that must notice:
 * `npm run bugs`. Prints a line for each; ends with 1 when one goes unnoticed, or when the tests are red without any.
 *
 * `--only words` bugs whose name contains them · `--part 1/2` every second one · `--lives 150` lives told by `test/lives`
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUGS, type Bug } from '@/test/bugs/bugs';

const ROOT = path.resolve(__dirname, '..');
const LEFT_OUT = ['node_modules', 'dist', '.git', 'docs', 'src'];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
    lives: { type: 'string', default: '150' },
  },
});

const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'bugs-'));

function copy(): void {
  for (const entry of fs.readdirSync(ROOT)) {
    if (!LEFT_OUT.includes(entry))
      fs.cpSync(path.join(ROOT, entry), path.join(tree, entry), { recursive: true });
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
  // jest looks for tests there too.
  fs.mkdirSync(path.join(tree, 'src'));
}

/** The names of the tests that fail; null when all pass. */
function failing(tests: readonly string[]): string[] | null {
  const report = path.join(tree, 'report.json');
  fs.rmSync(report, { force: true });
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(
    process.execPath,
    [jest, '--runInBand', '--bail=1', '--json', `--outputFile=${report}`, ...tests],
    {
      cwd: tree,
      encoding: 'utf8',
      // A bug that makes everything fail at once is told apart by the run without any.
      env: { ...process.env, LIVES: values.lives, FAULT_LIVES: values.lives, CHAOS_SEEDS: '120' },
      maxBuffer: 1 << 28,
    },
  );
  if (status === 0) return null;
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { status: string; title: string; failureMessages: string[] }[] }[];
  };
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status: outcome }) => outcome === 'failed')
    .map(({ title, failureMessages }) => `${title}: ${firstLine(failureMessages[0] ?? '')}`);
}

const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/^Error: /, '').slice(0, 120);

function noticed({ file, find, replace, tests }: Bug): string[] | null {
  const at = path.join(tree, file);
  const source = fs.readFileSync(at, 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file}: the place of the bug is not found once`);
  fs.writeFileSync(
    at,
    source.replace(find, () => replace),
  );
  try {
    return failing(tests);
  } finally {
    fs.writeFileSync(at, source);
  }
}

try {
  copy();
  const [part = 1, parts = 1] = values.part.split('/').map(Number);
  const wanted = BUGS.filter(({ name }) => name.includes(values.only)).filter(
    (_, index) => index % parts === part - 1,
  );
  const clean = failing([...new Set(wanted.flatMap(({ tests }) => tests))]);
  if (clean) throw new Error(`red without any bug: ${clean.join('; ')}`);
  let caught = 0;
  for (const bug of wanted) {
    const red = noticed(bug);
    if (red && red.length > 0) caught += 1;
    console.log(
      `${red && red.length > 0 ? 'caught' : 'MISSED'}  ${bug.name}${red?.[0] ? `\n        ${red[0]}` : ''}`,
    );
  }
  console.log(`${caught} of ${wanted.length} caught`);
  if (caught < wanted.length) process.exitCode = 1;
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  fs.rmSync(tree, { recursive: true, force: true });
}
