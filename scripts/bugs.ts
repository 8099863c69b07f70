/**
 * Puts each seeded bug of `test/bugs/bugs.ts` into a copy of the tree and asks the tests that must notice:
 * `npm run bugs`. Prints a line for each; ends with 1 when one goes unnoticed, or when the tests are red without any.
 *
 * `--only words` bugs whose name contains them · `--part 1/2` every second one · `--lives 150` lives told by `test/lives`
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUGS, type Bug } from '@/test/bugs/bugs';
import { copyTree, testsIn } from './copy-tree';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
    lives: { type: 'string', default: '150' },
  },
});

const tree = copyTree();
/** A bug that makes everything fail at once is told apart by the run without any. */
const LESS = { LIVES: values.lives, FAULT_LIVES: values.lives, CHAOS_SEEDS: '120' };

/** The names of the tests that fail; null when all pass. A run that does not end in this time (ms) shows nothing. */
async function failing(tests: readonly string[], ms = 1_800_000): Promise<readonly string[] | null> {
  const verdict = await testsIn(tree, tests, LESS, ms);
  return verdict.is === 'red' ? verdict.by : null;
}

async function noticed({ file, find, replace, tests }: Bug): Promise<readonly string[] | null> {
  const at = path.join(tree, file);
  const source = fs.readFileSync(at, 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file}: the place of the bug is not found once`);
  fs.writeFileSync(
    at,
    source.replace(find, () => replace),
  );
  try {
    return await failing(tests);
  } finally {
    fs.writeFileSync(at, source);
  }
}

async function main(): Promise<void> {
  try {
    const [part = 1, parts = 1] = values.part.split('/').map(Number);
    const wanted = BUGS.filter(({ name }) => name.includes(values.only)).filter(
      (_, index) => index % parts === part - 1,
    );
    const clean = await failing([...new Set(wanted.flatMap(({ tests }) => tests))]);
    if (clean) throw new Error(`red without any bug: ${clean.join('; ')}`);
    let caught = 0;
    for (const bug of wanted) {
      const red = await noticed(bug);
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
}

void main();
