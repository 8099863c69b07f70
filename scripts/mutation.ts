/**
 * `npm run mutation`: small wrong changes in the rules, one at a time, and which of them no test notices. First the tests
 * beside the rules are asked (`scripts/mutation/beside.ts`, a second or two), then, in a copy of the tree, all tests that reach
 * the file. Prints every survivor with its line, and the score; ends with 1 below `--want`.
 *
 *   npm run mutation -- --files domain/ticket,domain/time --sample 200 --seed 7
 *   npm run mutation -- --near            only the tests beside the rules: fast, and a lower bound
 *   npm run mutation -- --survivors       those that survived last time, again (`.data/mutation.json`)
 *   npm run mutation -- --committed       of the tree as it was committed last
 *   npm run mutation -- --skip 60         the first of the sample were tried before
 *   npm run mutation -- --list            what would be tried
 *
 * A mutant whose tests do not end in time is not counted as noticed.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyTree, testsIn, type Verdict } from './copy-tree';
import { ROOT } from './local';
import { reached, testsBeside } from './mutation/beside';
import { type Mutant, mutantsOf } from './mutation/mutants';

/** The rules, and what decides who may. Words and data are judged by reading, not by mutants. */
const FILES = ['domain', 'cloudfunctions/runtime/people.ts', 'cloudfunctions/runtime/tickets.ts'];
const NOT = /\.test\.ts$|words\.ts$|kinds\.ts$|themes\.ts$|skills\.ts$|lifecycle\.ts$/;
/** Fewer lives than usual: most mutants die in the first. */
const FEWER = { LIVES: '200', FAULT_LIVES: '12', CHAOS_SEEDS: '25', SWEEP_SEEDS: '3', WISHES: '20' };
const NOT_FAR = ['journeys', 'weapp', 'world', 'week', 'replay', 'screens', 'bugs'];
/** Beside: seconds of the processor, of which all of them together take some ten. Far: ms. */
const [NEAR_S, FAR_MS] = [60, 600_000];
const KEPT = path.join(ROOT, '.data/mutation.json');

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: FILES.join(',') },
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    want: { type: 'string', default: '80' },
    near: { type: 'boolean', default: false },
    survivors: { type: 'boolean', default: false },
    committed: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

function filesOf(place: string): string[] {
  if (fs.statSync(path.join(ROOT, place)).isFile()) return [place];
  return fs
    .readdirSync(path.join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(place, file))
    .filter((file) => file.endsWith('.ts') && !NOT.test(file))
    .sort();
}

/** `count` of these, the same for the same seed. */
function sampled(all: readonly Mutant[], count: number, seed: number): Mutant[] {
  const ranked = all.map((mutant) => {
    let hash = seed >>> 0;
    for (const char of `${mutant.file}:${mutant.from}:${mutant.put}`)
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 2654435761) >>> 0;
    return { mutant, hash: (hash ^ (hash >>> 15)) >>> 0 };
  });
  return ranked
    .sort((one, other) => one.hash - other.hash)
    .slice(Number(values.skip), count)
    .map(({ mutant }) => mutant);
}

/** The file's text in the tree that is tried. */
const textOf = (file: string): string =>
  values.committed
    ? execFileSync('git', ['show', `HEAD:${file}`], { cwd: ROOT, encoding: 'utf8' })
    : fs.readFileSync(path.join(ROOT, file), 'utf8');

const say = ({ file, line, was, put }: Mutant): string =>
  `${file}:${line}  ${was}  →  ${put.replace(/\s+/g, ' ')}`;

/** Tests that are red without any mutant notice nothing. */
const sound = new Map<string, boolean>();
async function notices(tree: string, files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (!sound.has(file)) sound.set(file, (await testsIn(tree, [file], FEWER, FAR_MS)).is === 'green');
    if (sound.get(file)) return true;
    console.log(`     red without any mutant: ${file}`);
  }
  return false;
}

/** All tests that reach the file, but for the phone's and those of whole worlds; in the copy. */
async function far(tree: string, { file }: Mutant, mutated: string): Promise<Verdict['is']> {
  const at = path.join(tree, file);
  const source = fs.readFileSync(at, 'utf8');
  fs.writeFileSync(at, mutated);
  const verdict = await testsIn(
    tree,
    ['--findRelatedTests', file, '--testPathIgnorePatterns', ...NOT_FAR],
    FEWER,
    FAR_MS,
  );
  fs.writeFileSync(at, source);
  if (verdict.is !== 'red') return verdict.is;
  return (await notices(tree, verdict.files)) ? 'red' : 'green';
}

async function main(): Promise<void> {
  const all = values.files
    .split(',')
    .flatMap(filesOf)
    .flatMap((file) => mutantsOf(file, textOf(file)));
  const last: string[] = values.survivors ? JSON.parse(fs.readFileSync(KEPT, 'utf8')) : [];
  const wanted = values.survivors
    ? all.filter((mutant) => last.includes(say(mutant)))
    : sampled(all, Number(values.sample), Number(values.seed));
  if (values.list) return wanted.forEach((mutant) => void console.log(say(mutant)));
  const near = await reached(['domain', 'contract', 'cloudfunctions']);
  const every = [...new Set(wanted.flatMap(({ file }) => near(file)))];
  const asItIs = await testsBeside(every, '', null, FEWER, NEAR_S);
  if (asItIs.is !== 'green') throw new Error(`without any mutant: ${JSON.stringify(asItIs)}`);
  const tree = values.near ? '' : copyTree(values.committed);
  const survivors: string[] = [];
  let [killed, slow, tried] = [0, 0, 0];
  // what was tried so far is as fair a sample as the whole
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  try {
    for (const [index, mutant] of wanted.entries()) {
      if (stopped) break;
      const source = textOf(mutant.file);
      const mutated = source.slice(0, mutant.from) + mutant.put + source.slice(mutant.until);
      const beside = await testsBeside(near(mutant.file), mutant.file, mutated, FEWER, NEAR_S);
      const verdict = beside.is !== 'green' || values.near ? beside.is : await far(tree, mutant, mutated);
      const noticed = verdict === 'red';
      tried += 1;
      if (noticed) killed += 1;
      else if (verdict === 'slow') slow += 1;
      if (!noticed) survivors.push(say(mutant));
      const line = noticed ? 'killed  ' : verdict === 'slow' ? 'TOO SLOW' : 'SURVIVED';
      console.log(`${String(index + 1).padStart(4)} ${line} ${say(mutant)}`);
    }
  } finally {
    if (tree) fs.rmSync(tree, { recursive: true, force: true });
  }
  fs.mkdirSync(path.dirname(KEPT), { recursive: true });
  fs.writeFileSync(KEPT, JSON.stringify(survivors, null, 1));
  const score = tried === 0 ? 100 : (killed * 100) / tried;
  console.log(
    `score ${score.toFixed(1)} %: ${killed} of ${tried} noticed, ${slow} without end (sample of ${all.length}, seed ${values.seed})`,
  );
  if (score < Number(values.want)) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
