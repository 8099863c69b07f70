/**
 * `npm run verify:full`: the full sizes, one after another, each with its seed; then the table of docs/proof.md. Ends with
 * 1 when anything failed. What passed is kept in `.data/verify.json`, so a run that was broken off goes on where it was.
 *
 *   npm run verify:full -- --list            what there is, and how each stands
 *   npm run verify:full -- --only kill,bugs  these only, also when they have passed
 *   npm run verify:full -- --fresh           forgets what has passed
 *   npm run verify:full -- --seed 7          another seed
 *   npm run verify:full -- --note WORDS      kept beside each result: what else the machine was doing
 *
 * A suite that passed is passed over until `--fresh`, also when the tree has changed: each row names the commit it is of.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './local';
import { SEED, SUITES, type Suite } from './verify/suites';

interface Result {
  readonly ok: boolean;
  readonly seed: number;
  /** UTC, ISO. */
  readonly at: string;
  readonly seconds: number;
  readonly commit: string;
  readonly figures: string;
  readonly note?: string;
}
type Results = Record<string, Result>;

const KEPT = path.join(ROOT, '.data/verify.json');
const PAGE = path.join(ROOT, 'docs/proof.md');
const [BEGIN, END] = ['<!-- verify:begin -->', '<!-- verify:end -->'];
/** Lines of a failure that are shown and kept. */
const TAIL = 60;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean' },
      fresh: { type: 'boolean' },
      only: { type: 'string' },
      seed: { type: 'string', default: String(SEED) },
      note: { type: 'string' },
    },
  });
  const results: Results = values.fresh || !existsSync(KEPT) ? {} : JSON.parse(readFileSync(KEPT, 'utf8'));
  if (values.list) return list(results);
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !SUITES.some((suite) => suite.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`no such suite: ${unknown.join(', ')} (--list names them)`);
  const wanted = SUITES.filter(({ name }) => (only ? only.includes(name) : !results[name]?.ok));
  for (const suite of wanted) {
    process.stdout.write(`${suite.name}: ${suite.what} …\n`);
    const result = { ...(await run(suite, Number(values.seed))), ...(values.note && { note: values.note }) };
    results[suite.name] = result;
    mkdirSync(path.dirname(KEPT), { recursive: true });
    writeFileSync(KEPT, JSON.stringify(results, null, 2));
    writeTable(results);
    console.log(`  ${result.ok ? 'ok' : 'FAILED'}, ${spent(result.seconds)}: ${result.figures}`);
    if (!result.ok) console.log(`  again: ${replay(suite, result.seed)}`);
  }
  const failed = SUITES.filter(({ name }) => results[name] && !results[name].ok);
  const missing = SUITES.filter(({ name }) => !results[name]);
  console.log(`${SUITES.length - failed.length - missing.length} of ${SUITES.length} passed`);
  if (failed.length > 0) process.exitCode = 1;
}

function list(results: Results): void {
  for (const { name, what } of SUITES) {
    const result = results[name];
    const state = !result ? '–' : `${result.ok ? 'ok' : 'FAILED'} ${result.at.slice(0, 10)} ${result.commit}`;
    console.log(`${name.padEnd(14)} ${state.padEnd(24)} ${what}`);
  }
}

/** The variables of a suite at its full size. */
function sizes({ env = {} }: Suite, seed: number): Record<string, string> {
  const filled = Object.entries(env).map(([name, value]) => [name, value.replace('{seed}', String(seed))]);
  return { ...(seed !== SEED && { FC_SEED: String(seed) }), ...Object.fromEntries(filled) };
}

function command({ jest, script }: Suite, seed: number): string[] {
  if (jest) return ['npx', 'jest', '--runInBand', ...jest];
  const [name = '', ...rest] = script ?? [];
  return ['npm', 'run', name, '--', ...rest.map((word) => word.replace('{seed}', String(seed)))];
}

/** What somebody types to see the same again. */
function replay(suite: Suite, seed: number): string {
  const variables = Object.entries(sizes(suite, seed)).map(([name, value]) => `${name}=${value}`);
  return [...variables, ...command(suite, seed)].join(' ');
}

async function run(suite: Suite, seed: number): Promise<Result> {
  const [program = '', ...rest] = command(suite, seed);
  const started = performance.now();
  const env = { ...process.env, ...sizes(suite, seed), FORCE_COLOR: '0' };
  const child = spawn(program, rest, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2_000_000);
    });
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  if (code !== 0) console.log(said.split('\n').slice(-TAIL).join('\n'));
  const [passed = ''] = /^Tests: .* failed.*$/m.exec(said) ?? [];
  const figures = suite.figures
    ? (said.match(suite.figures) ?? []).join('; ')
    : passed.replace('Tests: ', '');
  return {
    ok: code === 0 && figures !== '',
    seed,
    at: new Date().toISOString(),
    seconds: (performance.now() - started) / 1000,
    // a plus: the tree held more than that commit
    commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') ? '+' : ''),
    figures: figures || `ended with ${code}`,
  };
}

const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
const spent = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** The table of the page, between its two marks; what people wrote around it stays. */
function writeTable(results: Results): void {
  const rows = SUITES.map((suite) => {
    const result = results[suite.name];
    const cells = result
      ? [
          `${result.ok ? '✓' : '**failed**'} ${result.figures}${result.note ? ` (${result.note})` : ''}`,
          spent(result.seconds),
          `${result.at.slice(0, 10)}, ${result.commit}`,
        ]
      : ['not run', '', ''];
    const again = `\`${replay(suite, result?.seed ?? SEED)}\``;
    return `| ${[suite.name, suite.of, suite.what, ...cells, again].map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
  });
  const table = [
    '| suite | of | what | result | took | on, of | again |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  const page = readFileSync(PAGE, 'utf8');
  const [from, until] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || until < from) throw new Error(`docs/proof.md has lost its marks ${BEGIN} … ${END}`);
  writeFileSync(PAGE, `${page.slice(0, from + BEGIN.length)}\n\n${table}\n\n${page.slice(until)}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
