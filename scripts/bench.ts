/**
 * `npm run bench`: what one action costs, and whether that grows with the town. Counts first (they are the same on every
 * machine), then bytes, then times, which are this machine's. Writes docs/bench.md and docs/bench/*.svg, and ends with 1
 * when a count is over its budget (DESIGN §10).
 *
 *   npm run bench                      1,000, 10,000 and 100,000 tickets; some minutes
 *   npm run bench -- --quick           1,000 and 10,000, the actions of tickets and wishes only; a minute, writes nothing
 *   npm run bench -- --size 1000000    up to a million: 1,000, 10,000 … 1,000,000
 *   npm run bench -- --sizes 1000,100000
 *   npm run bench -- --sizes 1000000 --more   these sizes beside those of the last run (`.data/bench.json`), and the page of all
 *   npm run bench -- --dry             writes nothing
 *   npm run bench -- --note WORDS      kept on the page: what else the machine was doing
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ActionName } from '@/contract';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { ACTORS, readMatrix } from '@/test/api/matrix';
import { TestEmulator } from '@/test/support/emulator';
import { aPhoto, type Name, Yima } from '@/test/support/yima';
import { fill } from './bench/fill';
import { bareHttp, coldStarts, durableCommits, percentiles, usageOf } from './bench/parts';
import { type Cost, overBudget, pictures, type Report, report, type Throughput } from './bench/report';
import { ROOT } from './local';

const KEPT = path.join(ROOT, '.data/bench.json');
/** How often each action is timed. */
const TIMES = Number(process.env.BENCH_TIMES ?? 30);

/** One thing that is measured: `ready` is done before the clock starts and gives the input. */
interface Row {
  readonly name: string;
  /** May be another person each time. */
  readonly who: Name;
  readonly action: ActionName | 'tick';
  readonly ready: () => Promise<unknown>;
  readonly budget?: Cost['budget'];
}

async function main(): Promise<void> {
  process.env.YIMA_LOG ??= 'off';
  const { values } = parseArgs({
    options: {
      more: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      size: { type: 'string', default: '100000' },
      note: { type: 'string', default: '' },
      dry: { type: 'boolean' },
      // of the processes it starts
      alone: { type: 'string' },
      lives: { type: 'boolean', default: false },
      to: { type: 'string', default: '' },
    },
  });
  if (values.alone !== undefined) {
    writeFileSync(values.to, JSON.stringify(await alone(Number(values.alone), values)));
    return;
  }
  const sizes =
    values.sizes !== undefined
      ? values.sizes.split(',').filter(Boolean).map(Number)
      : [1_000, 10_000, 100_000, 1_000_000].filter(
          (size) => size <= (values.quick ? 10_000 : Number(values.size)),
        );
  const baseline = { commits: durableCommits(), http: await bareHttp() };
  const starts = await coldStarts(values.quick ? 3 : 7);
  const steps: Report['steps'][number][] = values.more ? JSON.parse(readFileSync(KEPT, 'utf8')) : [];
  let lives: Pick<Measured, 'nullCalls' | 'throughput'> = { nullCalls: 0, throughput: [] };
  for (const tickets of sizes) {
    say(`${tickets.toLocaleString('en')} tickets …`);
    const { step, ...rest } = inAWorldOfItsOwn(tickets, tickets === sizes.at(-1), values.quick);
    lives = rest;
    steps.push(step);
    steps.sort((one, other) => one.tickets - other.tickets);
    // a run that is broken off is not lost
    if (!values.quick) {
      mkdirSync(path.dirname(KEPT), { recursive: true });
      writeFileSync(KEPT, JSON.stringify(steps));
    }
  }
  const made: Report = {
    steps,
    baseline: { ...baseline, nullCalls: lives.nullCalls },
    starts,
    throughput: lives.throughput,
    note: values.note,
  };
  const text = report(made);
  const page = path.join(ROOT, 'docs/bench.md');
  if (values.dry || values.quick) say(text);
  else {
    writeFileSync(page, `${text}\n${kept(page)}`);
    mkdirSync(path.join(ROOT, 'docs/bench'), { recursive: true });
    for (const [name, picture] of Object.entries(pictures(made)))
      writeFileSync(path.join(ROOT, 'docs/bench', `${name}.svg`), picture);
    say('docs/bench.md');
  }
  const over = overBudget(made);
  for (const line of over) console.error(`over budget: ${line}`);
  if (over.length > 0) process.exitCode = 1;
}

/** What is measured with so many tickets; lives only with the most of them. */
interface Measured {
  readonly step: Report['steps'][number];
  readonly nullCalls: number;
  readonly throughput: readonly Throughput[];
}

/** Each size in a process and a world of its own: what was done with fewer tickets would be in people's hands otherwise. */
function inAWorldOfItsOwn(tickets: number, last: boolean, quick: boolean): Measured {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const to = path.join(scratch, 'measured.json');
    const flags = [...(last ? ['--lives'] : []), ...(quick ? ['--quick'] : [])];
    const given = ['--alone', String(tickets), '--to', to, ...flags];
    execFileSync(process.execPath, ['--import', 'tsx', __filename, ...given], { stdio: 'inherit' });
    return JSON.parse(readFileSync(to, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function alone(
  tickets: number,
  { quick, lives }: { quick: boolean; lives: boolean },
): Promise<Measured> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const emulator = new TestEmulator();
  await emulator.start({ sync: 'FULL', dataDir });
  const yima = new Yima(emulator);
  try {
    await yima.start();
    // one call for each kind of case, however many there are
    const kinds = (await import('@/cloudfunctions/jobs/kinds')).KINDS.length;
    // what the jobs do once in an installation is done: all the county's data would be looked through for it
    await yima.tick();
    await emulator.process.stop();
    fill(dataDir, 0, tickets, yima.now);
    await emulator.start({ sync: 'FULL', dataDir });
    await warm(yima);
    const costs: Cost[] = [];
    for (const row of rowsOf(yima, kinds).filter(
      ({ action }) => !quick || /^(ticket|tick|wish)/.test(action),
    ))
      try {
        costs.push(await measure(yima, row));
      } catch (error) {
        console.error(`not measured: ${row.name}: ${(error as Error).message}`);
      }
    const { rss } = usageOf(emulator.process.pid);
    const scans = (await emulator.scans()).map(
      ({ collection, fields }) => `${collection}: ${fields.join(', ')}`,
    );
    const throughput: Throughput[] = [];
    const nullCalls = lives ? await nullCallRate(yima) : 0;
    for (const callers of lives ? [1, 8, 32] : [])
      throughput.push(await lifecycles(yima, callers, quick ? 2000 : 6000));
    return { step: { tickets, rss, costs, scans }, nullCalls, throughput };
  } finally {
    await emulator.process.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What people wrote at the end of the page: what was slow and what was done. */
function kept(page: string): string {
  const [, written] = existsSync(page) ? readFileSync(page, 'utf8').split(/^(?=## What was slow)/m) : [];
  return written ?? '';
}

/** Brings directory, places and people into the instance's memory, as in any warm instance. */
async function warm(yima: Yima): Promise<void> {
  for (const name of ['lin', 'wang'] as const)
    await yima.call(name, 'profile.save', { name: '林桂芬', phone: '17000000001' });
  for (const name of ACTORS) await yima.ask(name, 'session.open', {});
  await yima.ask('tao', 'desk.faults', {});
}

/** Every row of the matrix that somebody may do, as the person who does it most; then what has no row there. */
function rowsOf(yima: Yima, kinds: number): Row[] {
  const order: readonly Name[] = ['lin', 'zhao', 'qian', 'shu', 'sun', 'hou', 'tao', 'wang'];
  const rows: Row[] = [];
  for (const [entry, answers] of readMatrix()) {
    const [action = '', variant = ''] = entry.split(':');
    const who = order.find((name) => answers[name as keyof typeof answers] === 'ok');
    // who is forgotten cannot be measured again; it costs what they left behind
    if (!who || action === 'ticket.move' || action === 'rights.erase') continue;
    const list = action?.endsWith('.list') === true && variant !== '';
    rows.push({
      name: entry,
      who: action === 'ticket.list' && variant !== 'mine' && answers.zhao === 'ok' ? 'zhao' : who,
      action: action as ActionName,
      ready: () => ready(yima, entry),
      ...(list && /^(ticket|wish)/.test(action) && { budget: { database: 1, beyond: 1 } }),
      ...(action === 'ticket.file' && { budget: { database: 2 } }),
    });
  }
  const at = async (...moves: ['zhao' | 'lin', Parameters<Yima['move']>[1], object?][]) => {
    const ticket = await yima.call('lin', 'ticket.file', yima.filing());
    for (const [who, move, given] of moves)
      await yima.call(who, 'ticket.move', yima.move(ticket.id, move, given ?? {}));
    return ticket.id;
  };
  const call = { contact: 'phone' as const };
  const done = { result: 'solved' as const, text: '换了灯泡' };
  const move = (
    who: 'zhao' | 'lin',
    name: Parameters<Yima['move']>[1],
    given: object,
    ...before: Parameters<typeof at>
  ): Row => ({
    name: `ticket.move:${name}`,
    who,
    action: 'ticket.move',
    ready: async () => yima.move(await at(...before), name, given),
    budget: { database: 2 },
  });
  return [
    ...rows,
    {
      name: 'ticket.file, chosen by load',
      who: 'lin',
      action: 'ticket.file',
      ready: async () => yima.filing({ service: 'policy' }),
      budget: { database: 2 },
    },
    move('zhao', 'sign', {}),
    move('zhao', 'contact', call, ['zhao', 'sign']),
    move('lin', 'note', { text: '楼上也不亮' }),
    move('zhao', 'resolve', done, ['zhao', 'sign'], ['zhao', 'contact', call]),
    move('lin', 'rate', { level: 5 }, ['zhao', 'sign'], ['zhao', 'contact', call], ['zhao', 'resolve', done]),
    claim(yima),
    {
      name: 'photo.check',
      who: 'lin',
      action: 'photo.check',
      ready: async () => ({ fileId: await yima.upload('lin', aPhoto()) }),
      budget: { database: 0 },
    },
    {
      name: 'the timer, what is due since the last',
      who: 'nobody',
      action: 'tick',
      ready: async () => yima.tick(),
    },
    {
      name: 'the timer, nothing due',
      who: 'nobody',
      action: 'tick',
      ready: async () => {
        while ((await yima.tick()).looked > 0);
      },
      budget: { database: kinds, beyond: kinds },
    },
    {
      name: 'the timer, an hour later (rates)',
      who: 'nobody',
      action: 'tick',
      ready: async () => {
        await yima.tick();
        yima.later(3_600_000);
        await yima.tick();
        yima.later(3_600_000);
      },
    },
  ];
}

/** Somebody new each time, as nobody may have more than a few. */
function claim(yima: Yima): Row {
  let volunteers = 0;
  return {
    name: 'wish.move:claim',
    get who(): Name {
      return `guest${volunteers}`;
    },
    action: 'wish.move',
    ready: async () => {
      const name: Name = `guest${++volunteers}`;
      await yima.volunteers([name]);
      await yima.call(name, 'session.open', {});
      const { id } = await yima.call('lin', 'wish.post', yima.wish());
      await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
      return yima.wishMove(id, 'claim');
    },
    budget: { database: 2 },
  };
}

async function ready(yima: Yima, entry: string): Promise<unknown> {
  const [action, variant = ''] = entry.split(':') as [ActionName, string?];
  // the first page of a list, not a far one
  if (action === 'notice.list') return {};
  return inputOf(yima, action, variant, await subjectOf(yima, action, variant));
}

/** Counts one run, then takes the time of further ones, each with an input of its own. */
async function measure(yima: Yima, row: Row): Promise<Cost> {
  const { name, action, budget } = row;
  const run = async (input: unknown): Promise<{ answer: unknown; code: string }> => {
    if (action === 'tick') return { answer: await yima.tick(), code: 'ok' };
    const answer = await yima.ask(row.who, action, input);
    return { answer, code: answer.ok ? 'ok' : answer.code };
  };
  const hourly = name.includes('an hour later');
  // once unseen, so that caches hold what they hold in any warm instance
  if (!hourly) await run(await row.ready());
  const input = await row.ready();
  const counted = await yima.counting(() => run(input));
  const times: number[] = [];
  const { pid } = yima.emulator.process;
  let cpu = 0;
  for (let index = 0; index < (hourly ? 3 : TIMES); index++) {
    const fresh = await row.ready();
    const before = usageOf(pid).cpu;
    const started = performance.now();
    const { code } = await run(fresh);
    times.push(performance.now() - started);
    cpu += usageOf(pid).cpu - before;
    if (code !== 'ok') break;
  }
  const rows = (counted.result.answer as { data?: { rows?: unknown[] } }).data?.rows?.length ?? null;
  return {
    name,
    who: row.who,
    code: counted.result.code,
    database: counted.database,
    other: Object.values(counted.calls).reduce((sum, count) => sum + count, 0) - counted.database,
    examined: counted.examined,
    returned: counted.returned,
    entries: counted.entries,
    rows,
    bytes: Buffer.byteLength(JSON.stringify(counted.result.answer)),
    cpu: (cpu / times.length) * 1000,
    best: Math.min(...times),
    ...percentiles(times),
    ...(budget && { budget }),
  };
}

/** Calls of the SDK per second that do nothing: one caller. */
async function nullCallRate(yima: Yima, count = 300): Promise<number> {
  const nobody = yima.emulator.db.collection('invitations').doc('nobody');
  const started = performance.now();
  for (let index = 0; index < count; index++) await nobody.get();
  return count / ((performance.now() - started) / 1000);
}

/** Whole lives (filed, signed, contacted, resolved, rated) for `ms`, by so many callers at once. */
async function lifecycles(yima: Yima, callers: number, ms: number): Promise<Throughput> {
  const until = performance.now() + ms;
  const times: number[] = [];
  let lives = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    times.push(performance.now() - started);
    return result;
  };
  const live = async () => {
    while (performance.now() < until) {
      const { id } = await timed(() => yima.call('lin', 'ticket.file', yima.filing()));
      const act = (who: Name, move: Parameters<Yima['move']>[1], given = {}) =>
        timed(() => yima.call(who, 'ticket.move', yima.move(id, move, given)));
      await act('zhao', 'sign');
      await act('zhao', 'contact', { contact: 'phone' });
      await act('zhao', 'resolve', { result: 'solved', text: '换了灯泡' });
      await act('lin', 'rate', { level: 5 });
      lives += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: callers }, live));
  const seconds = (performance.now() - started) / 1000;
  return { callers, perSecond: lives / seconds, actions: times.length / seconds, ...percentiles(times) };
}

const say = (line: string) => console.log(line);

main().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
