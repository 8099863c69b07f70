/**
 * How calls ended, counted by code and hour for whoever runs it. Counted in memory, which costs nothing; written down only
 * when something went wrong (SOMETHING_WRONG, BUSY), with all that was counted since, at most once in ten seconds of each
 * instance. So an hour without a row is an hour without an error, and the totals beside an error are at least these.
 */
import { command, db, isDuplicate, readDocument } from './cloud';

/** What the people in front of the phone could not help. */
export const WRONG: readonly string[] = ['SOMETHING_WRONG', 'BUSY'];

/** Counters that expire lie with those of floods and are removed with them. */
const COUNTERS = 'floods';
const HOUR = 3_600_000;
const KEPT = 24 * HOUR;
const PAUSE = 10_000;

const counts = new Map<string, number>();
let wrote = 0;
let owed = false;

const idOf = (now: number): string => `codes-${Math.floor(now / HOUR)}`;

/** Counts one call; writes what was counted when it is time. A failure to write is no failure of the call. */
export async function countCode(code: string, now: number): Promise<void> {
  counts.set(code, (counts.get(code) ?? 0) + 1);
  owed ||= WRONG.includes(code);
  if (!owed || Math.abs(now - wrote) < PAUSE) return;
  wrote = now;
  const add = Object.fromEntries([...counts].map(([name, count]) => [`n.${name}`, command.inc(count)]));
  const _id = idOf(now);
  try {
    const { updated } = await db.collection(COUNTERS).where({ _id }).update(add);
    if (updated !== 1)
      await db.collection(COUNTERS).add({ _id, n: Object.fromEntries(counts), until: now + KEPT });
    counts.clear();
    owed = false;
  } catch (error) {
    // Another instance began the hour; ours is added with the next write.
    if (!isDuplicate(error)) return;
  }
}

/** Counts by code in the hour of this moment; empty when nothing went wrong. One call. */
export async function codesAt(now: number): Promise<Readonly<Record<string, number>>> {
  return (await readDocument<{ n: Record<string, number> }>(COUNTERS, idOf(now)))?.n ?? {};
}

/** As a fresh instance. For tests. */
export function forgetCodes(): void {
  counts.clear();
  wrote = 0;
  owed = false;
}
