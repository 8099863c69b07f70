/**
 * The tests beside the rules, for one mutant, without jest: bundled with the mutant in place of its file, and run in one short
 * process until the first is red. Some ten times less work for each mutant than a start of jest, and the tree stays as it is.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ROOT } from '../local';

export type Beside = { readonly is: 'green' | 'slow' } | { readonly is: 'red'; readonly by: string };

/** Whole lives come last: most mutants are noticed by a table. */
const LONG = /lives\.test\.ts$/;
const OPTIONS = {
  bundle: true,
  write: true,
  platform: 'node',
  target: 'node20',
  absWorkingDir: ROOT,
  packages: 'external',
  logLevel: 'silent',
} as const;

/** Which tests reach which file: those of these rooms, each with what it imports. */
export async function reached(rooms: readonly string[]): Promise<(file: string) => string[]> {
  const tests = rooms
    .flatMap((room) =>
      fs
        .readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(room, file)),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .sort((one, other) => Number(LONG.test(one)) - Number(LONG.test(other)) || (one < other ? -1 : 1));
  const inputs = new Map<string, ReadonlySet<string>>();
  for (const test of tests) {
    const made = await build({ ...OPTIONS, entryPoints: [test], write: false, metafile: true });
    inputs.set(test, new Set(Object.keys(made.metafile.inputs)));
  }
  return (file) => tests.filter((test) => inputs.get(test)?.has(file));
}

/**
 * Runs these tests with `source` in place of `file` (null: as it is). `slow` when they took more than `seconds` of the
 * processor, however busy the machine is: it is not counted as noticed. A mutant that cannot even be loaded is red.
 */
export async function testsBeside(
  tests: readonly string[],
  ...given: [file: string, source: string | null, env: Readonly<Record<string, string>>, seconds: number]
): Promise<Beside> {
  // what talks to an emulator of its own needs modules of its own
  const alone = tests.filter((test) => test.startsWith('cloudfunctions/'));
  const together = tests.filter((test) => !alone.includes(test));
  for (const some of [together, ...alone.map((test) => [test])]) {
    const said = some.length > 0 ? await inOneProcess(some, ...given) : null;
    if (said && said.is !== 'green') return said;
  }
  return { is: 'green' };
}

async function inOneProcess(
  tests: readonly string[],
  file: string,
  source: string | null,
  env: Readonly<Record<string, string>>,
  seconds: number,
): Promise<Beside> {
  // packages are found from there
  const cache = path.join(ROOT, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const scratch = fs.mkdtempSync(path.join(cache, 'mutant-'));
  const outfile = path.join(scratch, 'tests.cjs');
  const contents = [
    "require('./scripts/mutation/stage');",
    "require('./test/support/seed');",
    ...tests.map((test) => `stage.begin(); require('./${test}');`),
    'stage.runAll();',
  ].join('\n');
  const mutant: Plugin = {
    name: 'mutant',
    setup: (bundler) => {
      bundler.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        const mine = source !== null && path.relative(ROOT, loaded) === file;
        const text = mine ? source : fs.readFileSync(loaded, 'utf8');
        // in the bundle it would be the bundle's folder
        const contents = text.replaceAll('__dirname', JSON.stringify(path.dirname(loaded)));
        return { contents, loader: 'ts' };
      });
    },
  };
  try {
    await build({ ...OPTIONS, stdin: { contents, resolveDir: ROOT }, outfile, plugins: [mutant] });
    const limited = ['-c', 'ulimit -t "$0"; exec "$@"', String(seconds), process.execPath, outfile];
    const child = spawn('sh', limited, { cwd: ROOT, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stderr.on('data', (part) => {
      said += part;
    });
    const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    if (status === null) return { is: 'slow' };
    return status === 0 ? { is: 'green' } : { is: 'red', by: said.trim().split('\n')[0] ?? '' };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
