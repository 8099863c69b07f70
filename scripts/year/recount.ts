/** Everything counted again from the stories alone, page by page, so that a year of any size fits. */
import type { DayCounts } from '@/cloudfunctions/runtime/rates';
import { countsOf, merged, type Row, total } from '@/domain/rates/counts';
import { contributionsOf, RATES } from '@/domain/rates/rates';
import type { Ticket } from '@/domain/ticket/ticket';
import { dayName, dayStart, parseDay } from '@/domain/time/day';
import { mustHold } from '@/test/lives/invariants';
import type { Database } from '@/test/support/emulator';

const PAGE = 1000;

export interface Recount {
  /** What does not hold, one line each. */
  readonly faults: readonly string[];
  readonly tickets: number;
  readonly open: number;
  /** Slips by kind. */
  readonly slips: Readonly<Record<string, number>>;
  /** Days of rates stored, and of them those that are what the stories say. */
  readonly days: number;
  readonly equal: number;
  /** Each rate of the whole year, in words. */
  readonly rates: readonly string[];
}

/** Goes through all tickets, days of rates and notices of slips. `filed`: the ids of all that were accepted. */
export async function recount(db: Database, filed: readonly string[]): Promise<Recount> {
  const faults: string[] = [];
  const missing = new Set(filed);
  const days = new Map<string, readonly Row[]>();
  const owed = new Map<string, number>();
  const numbers = new Set<string>();
  const slips: Record<string, number> = {};
  let [tickets, open] = [0, 0];
  for await (const ticket of all<Ticket>(db, 'tickets')) {
    tickets += 1;
    if (!missing.delete(ticket._id)) faults.push(`${ticket.no}: nobody filed it`);
    if (ticket.closedAt === null) open += 1;
    faults.push(...wrongWith(ticket));
    countIn(days, ticket);
    for (const { no, kind, at, to } of ticket.slips) {
      slips[kind] = (slips[kind] ?? 0) + 1;
      if (numbers.has(no)) faults.push(`two slips have the number ${no}`);
      numbers.add(no);
      for (const person of to) add(owed, `${ticket._id} slip-${kind} ${at} ${person}`, 1);
    }
  }
  for (const id of missing) faults.push(`lost: ${id}`);
  const stored = await storedDays(db);
  const unequal = [...new Set([...days.keys(), ...stored.keys()])].filter(
    (key) => JSON.stringify(days.get(key) ?? []) !== JSON.stringify(stored.get(key) ?? []),
  );
  faults.push(...unequal.map((key) => `rates of ${key} are not what the stories say`));
  faults.push(...(await slipsTold(db, owed)));
  const sums = total(merged([...stored.values()].flat()));
  const rates = RATES.map((rate) => {
    const { numerator, denominator } = sums[rate];
    return `${rate} ${denominator === 0 ? '–' : `${((numerator * 100) / denominator).toFixed(1)} %`}`;
  });
  return { faults, tickets, open, slips, days: stored.size, equal: stored.size - unequal.length, rates };
}

function wrongWith(ticket: Ticket): string[] {
  const faults: string[] = [];
  try {
    mustHold(ticket, Number.NEGATIVE_INFINITY, false);
  } catch (error) {
    faults.push(`${ticket.no}: ${(error as Error).message}`);
  }
  if (ticket.outbox.length > 0) faults.push(`${ticket.no}: something was promised and not told`);
  return faults;
}

/** Adds what a ticket settles to its area's days. */
function countIn(days: Map<string, readonly Row[]>, ticket: Ticket): void {
  for (const day of new Set(contributionsOf(ticket).map(({ at }) => dayName(at)))) {
    const from = dayStart(parseDay(day));
    const rows = countsOf([ticket], { from, until: dayStart(parseDay(day) + 1) });
    const key = `${ticket.area} ${day}`;
    days.set(key, merged([...(days.get(key) ?? []), ...rows]));
  }
}

/** The days that the jobs counted, but for those on which nothing was settled. */
async function storedDays(db: Database): Promise<Map<string, readonly Row[]>> {
  const stored = new Map<string, readonly Row[]>();
  for await (const { area, day, rows } of all<Partial<DayCounts> & { _id: string }>(db, 'rates'))
    if (rows && rows.length > 0) stored.set(`${area} ${day}`, rows);
  return stored;
}

/** Every slip stands in the story once, and each of its addressees was told once. */
async function slipsTold(db: Database, owed: Map<string, number>): Promise<string[]> {
  interface Told {
    readonly _id: string;
    readonly kind: string;
    readonly to: string;
    readonly at: number;
    readonly about: { readonly id: string };
  }
  for await (const { kind, to, at, about } of all<Told>(db, 'notices'))
    if (kind.startsWith('slip-')) add(owed, `${about.id} ${kind} ${at} ${to}`, -1);
  return [...owed]
    .filter(([, left]) => left !== 0)
    .map(([line, left]) => `slips: ${line} was told ${left > 0 ? 'too seldom' : 'too often'}`);
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

async function* all<T extends { _id: string }>(db: Database, collection: string): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const { data } = await db
      .collection(collection)
      .where(last ? { _id: db.command.gt(last) } : {})
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get();
    const rows = data as T[];
    yield* rows;
    if (rows.length < PAGE) return;
    last = (rows.at(-1) as T)._id;
  }
}
