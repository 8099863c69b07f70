/** Once an hour: hours that became certain earn points, and hours that were changed are put right. */
import { db, readDocument } from '../runtime/cloud';
import { creditPart, partsRipe } from '../runtime/earning';
import { hourOf } from '../runtime/rates';

/** Where the last run stood; beside the rates' own marker. */
const MARKERS = 'rates';
const MARKER = 'points';
/** A first run goes back this far. */
const FIRST = 62 * 24 * 3_600_000;

/** So often the hour is gone through when something of it fails; then the next hour goes on without. */
const TRIES = 3;

let done: number | null = null;
let failures = 0;

/**
 * What fails is logged and stepped over, so that it holds up nobody else, and the hour is gone through again a minute
 * later; sweeps go on.
 */
export async function keepPoints(now: number): Promise<void> {
  if (done === hourOf(now)) return;
  try {
    const last = await readDocument<{ at: number }>(MARKERS, MARKER);
    if (!last || hourOf(last.at) !== hourOf(now)) {
      const failed = await creditSince(last?.at ?? now - FIRST, now);
      if (failed > 0 && ++failures < TRIES) return;
      await db.collection(MARKERS).doc(MARKER).set({ at: now });
    }
    failures = 0;
    done = hourOf(now);
  } catch (error) {
    complain(error);
  }
}

async function creditSince(from: number, now: number): Promise<number> {
  let failed = 0;
  for await (const part of partsRipe(from, now)) {
    try {
      await creditPart(part, now);
    } catch (error) {
      failed += 1;
      complain(error);
    }
  }
  return failed;
}

function complain(error: unknown): void {
  const { name, code } = error as { name?: string; code?: string };
  console.error(JSON.stringify({ level: 'error', job: 'points', name, code }));
}
