/**
 * `npm run audit:verify`: finds what was changed, removed or moved in the histories of cases and in the audit log.
 *
 *   npm run audit:verify                         the emulator that `npm start` runs
 *   npm run audit:verify -- --at URL
 *   npm run audit:verify -- --env ENV_ID         a real environment, with its keys as for `npm run seed`
 *   npm run audit:verify -- --head MARK          and that the witness of this mark, kept outside, is still there
 *
 * Needs `YIMA_AUDIT_KEY` as the functions have it. Ends with 1 and names each fault; else prints the last witness's mark:
 * keep it outside the database (on paper, in the weekly bulletin), and nobody can shorten the log behind it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  AUDIT,
  type DeedRow,
  deedMark,
  markOf,
  startOf,
  type WitnessRow,
  witnessMark,
} from '@/cloudfunctions/runtime/audit';
import type { Case } from '@/domain/flow/flow';
import { openDatabase } from './database';
import { ROOT } from './local';
import type { Database } from './worlds/load';

export interface Verdict {
  readonly cases: number;
  readonly entries: number;
  /** Stored before marks were made; they stand before the first marked entry of their case. */
  readonly unmarked: number;
  readonly deeds: number;
  readonly witnesses: number;
  /** One line each, naming the place. */
  readonly faults: readonly string[];
  /** The last witness's mark, or null before the first hour. */
  readonly head: string | null;
}

/** Collections of cases: those that the witness goes over. */
export function caseCollections(): string[] {
  const { collections } = JSON.parse(readFileSync(path.join(ROOT, 'database.json'), 'utf8')) as {
    collections: Record<string, { indexes: { name: string }[] }>;
  };
  return Object.keys(collections).filter((name) =>
    collections[name]?.indexes.some((index) => index.name === 'witness'),
  );
}

/** Walks all chains. Memory: a mark per entry. */
export async function verifyAudit(db: Database, names = caseCollections()): Promise<Verdict> {
  const faults: string[] = [];
  const marks = new Map<string, Set<string>>();
  const count = { cases: 0, entries: 0, unmarked: 0, deeds: 0 };
  for (const name of names)
    for await (const subject of everyRow<Case>(db, name)) {
      count.cases += 1;
      count.entries += subject.history.length;
      const { unmarked, fault } = walkCase(subject);
      count.unmarked += unmarked;
      if (fault) faults.push(`${name} ${subject._id}: ${fault}`);
      marks.set(`${name} ${subject._id}`, new Set(subject.history.map(({ mark = '' }) => mark)));
    }
  const deeds = new Map<string, DeedRow[]>();
  const witnesses: WitnessRow[] = [];
  for await (const row of everyRow<DeedRow | WitnessRow>(db, AUDIT)) {
    if (row.kind === 'witness') witnesses.push(row);
    else deeds.set(row.chain, [...(deeds.get(row.chain) ?? []), row]);
  }
  for (const [chain, rows] of deeds) {
    count.deeds += rows.length;
    faults.push(...walkDeeds(chain, rows));
    marks.set(`${AUDIT} ${chain}`, new Set(rows.map(({ mark }) => mark)));
  }
  faults.push(...walkWitnesses(witnesses, marks));
  return { ...count, witnesses: witnesses.length, faults, head: witnesses.at(-1)?.mark ?? null };
}

function walkCase(subject: Case): { unmarked: number; fault: string | null } {
  const { history, state } = subject;
  const first = history.findIndex(({ mark }) => mark !== undefined);
  const from = first === -1 ? history.length : first;
  let last = startOf(subject);
  for (let index = from; index < history.length; index++) {
    const entry = history[index] as Case['history'][number];
    if (markOf(last, entry) !== entry.mark)
      return {
        unmarked: from,
        fault: `entry ${index + 1} (${entry.move}) or what stood before it was changed`,
      };
    last = entry.mark ?? '';
  }
  const stands = history.findLast(({ to }) => to !== undefined)?.to;
  const moved = stands !== undefined && stands !== state;
  return { unmarked: from, fault: moved ? `its history ends in ${stands}, but it stands in ${state}` : null };
}

function walkDeeds(chain: string, rows: readonly DeedRow[]): string[] {
  let last = chain;
  for (const [index, row] of rows.entries()) {
    if (row.n !== index) return [`${AUDIT} ${chain}: row ${index + 1} is missing`];
    if (deedMark(last, row) !== row.mark) return [`${AUDIT} ${row._id}: ${row.what} was changed`];
    last = row.mark;
  }
  return [];
}

function walkWitnesses(
  rows: readonly WitnessRow[],
  marks: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const faults: string[] = [];
  let last = '';
  for (const [index, row] of rows.entries()) {
    if (row.n !== index) return [...faults, `witness ${index} is missing`];
    if (witnessMark(last, row) !== row.mark) return [...faults, `${row._id} was changed`];
    last = row.mark;
    for (const [collection, id, mark] of row.heads) {
      const there = marks.get(`${collection} ${id}`);
      if (!there) faults.push(`${collection} ${id}: removed after ${row._id} saw it`);
      else if (!there.has(mark))
        faults.push(`${collection} ${id}: its end was removed after ${row._id} saw it`);
    }
  }
  return [...new Set(faults)];
}

/** Every row of a collection by id, in pages. */
async function* everyRow<T extends { _id: string }>(db: Database, name: string): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const { data } = await db
      .collection(name)
      .where(last ? { _id: db.command.gt(last) } : {})
      .orderBy('_id', 'asc')
      .limit(500)
      .get();
    yield* data as T[];
    if (data.length < 500) return;
    last = (data.at(-1) as T)._id;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { at: { type: 'string' }, env: { type: 'string' }, head: { type: 'string' } },
  });
  if (values.at || !values.env) process.env.YIMA_AUDIT_KEY ??= 'local-audit-key';
  if (process.env.YIMA_AUDIT_KEY === undefined)
    throw new Error('set YIMA_AUDIT_KEY as the functions have it');
  const verdict = await verifyAudit(openDatabase(values));
  const { cases, entries, unmarked, deeds, witnesses, faults, head } = verdict;
  console.log(
    `${cases} 件事 ${entries} 条记录（${unmarked} 条早于链印），${deeds} 次操作，${witnesses} 次见证。${faults.length === 0 ? '全部相符。' : ''}`,
  );
  if (values.head && !(await hasWitness(openDatabase(values), values.head))) {
    console.error(`没有找到外面留存的见证 ${values.head}：日志被截短或换过`);
    process.exitCode = 1;
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else if (head) console.log(`最新见证 ${head}，请抄存在数据库之外。`);
}

async function hasWitness(db: Database, mark: string): Promise<boolean> {
  for await (const row of everyRow<WitnessRow>(db, AUDIT)) if (row.mark === mark) return true;
  return false;
}

if (require.main === module)
  main().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
