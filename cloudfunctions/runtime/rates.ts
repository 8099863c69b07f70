/**
 * The counts behind the rates, one document for each work area and day. A day is always counted whole, from the
 * tickets' own histories, and never incremented. Histories only grow, so a day that is over is counted for the last
 * time soon after its end; a recount of it gives the same.
 */
import { countsOf, type Row } from '@/domain/rates/counts';
import { EDITION } from '@/domain/rates/rates';
import type { Counted } from '@/domain/rates/steps';
import type { Ticket } from '@/domain/ticket/ticket';
import { dayName, dayNumber, dayStart } from '@/domain/time/day';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { inLanes } from './lanes';

export interface DayCounts {
  readonly _id: string;
  readonly area: string;
  /** `2026-11-25` */
  readonly day: string;
  /** Counted at this moment (ms). */
  readonly asOf: number;
  readonly rows: readonly Row[];
}

const COUNTS = 'rates';
const MARKER = 'marker';
/** Tickets read at once; only what is counted of them travels. */
const BATCH = 200;
/** A county's areas are counted side by side: an hour's count waits for the database, not for itself. */
const AREAS_AT_ONCE = 8;
/** Instances' clocks differ: a change near midnight may be stamped a little early. */
const SKEW = 600_000;
/** A first count goes back this many days: this month and the one before it are what is asked for first. */
const FIRST = 62;

/** Days stored of an area, `from` and `to` inclusive; one call. At most 100 days. */
export async function storedDays(area: string, from: string, to: string): Promise<DayCounts[]> {
  const { data } = await db
    .collection(COUNTS)
    .where(only({ area, day: command.and(command.gte(from), command.lte(to)) }))
    .orderBy('day', 'asc')
    .limit(100)
    .get();
  return data as DayCounts[];
}

/** Counts the days `from`–`to` (day numbers, inclusive) of an area and stores them. Says how many tickets it read. */
export async function countDays(area: string, from: number, to: number, now: number): Promise<number> {
  const tickets = await changedSince(area, dayStart(from) - SKEW);
  for (let day = from; day <= to; day++) {
    const rows = countsOf(tickets, { from: dayStart(day), until: dayStart(day + 1) });
    const name = dayName(dayStart(day));
    await keep({ _id: `${area}${name}`, area, day: name, asOf: now, rows });
  }
  return tickets.length;
}

/**
 * Brings every area up to date: the days since the last count, and today. Costs what changed in those days. After a
 * change of the definitions the last weeks are counted anew.
 */
export async function countAll(now: number): Promise<void> {
  const marker = await readDocument<{ at: number; edition?: number }>(COUNTS, MARKER);
  const last = marker?.edition === EDITION ? marker : null;
  if (last && hourOf(last.at) === hourOf(now)) return;
  const today = dayNumber(now);
  const from = last ? Math.min(dayNumber(last.at - SKEW), today) : today - FIRST;
  const { data } = await db
    .collection('directory')
    .where({ _id: command.gte('area:').and(command.lt('area;')) })
    .field({ path: true })
    .limit(1000)
    .get();
  await inLanes(data as { path: string }[], AREAS_AT_ONCE, async ({ path }) => {
    await countDays(path, from, today, now);
  });
  await db.collection(COUNTS).doc(MARKER).set({ at: now, edition: EDITION });
}

/** When all areas were last counted (ms), or null; one call. */
export async function countedAt(): Promise<number | null> {
  return (await readDocument<{ at: number }>(COUNTS, MARKER))?.at ?? null;
}

/** Rates are counted once an hour. */
export const hourOf = (now: number): number => Math.floor(now / 3_600_000);

/**
 * What is counted of every ticket of the area that changed since a moment (ms). A ticket that changes while the pages
 * are read comes again further on, and counts as it is then.
 */
async function changedSince(area: string, since: number): Promise<Counted[]> {
  const found = new Map<string, Counted>();
  for (let from = since, seen = 0; ; ) {
    const { data } = await db
      .collection('tickets')
      .where(only({ area, updatedAt: command.gte(from) }))
      .orderBy('updatedAt', 'asc')
      .field({ 'service.id': true, beneficiary: true, history: true, updatedAt: true })
      .skip(seen)
      .limit(BATCH)
      .get();
    const rows = data as Pick<Ticket, '_id' | 'service' | 'beneficiary' | 'history' | 'updatedAt'>[];
    for (const row of rows) found.set(row._id, row);
    if (rows.length < BATCH) return [...found.values()];
    const last = (rows.at(-1) as { updatedAt: number }).updatedAt;
    const ties = rows.filter((row) => row.updatedAt === last).length;
    seen = ties + (last === from ? seen : 0);
    from = last;
  }
}

/** Stores a day unless a later count is there already. */
async function keep({ _id, ...counts }: DayCounts): Promise<void> {
  const { updated } = await db
    .collection(COUNTS)
    .where({ _id, asOf: command.lte(counts.asOf) })
    .update(counts);
  if (updated > 0) return;
  try {
    await db.collection(COUNTS).add({ _id, ...counts });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
