/** Once an hour: hours that became certain earn points, and hours that were changed are put right. */
import { db, readDocument } from '../runtime/cloud';
import { creditPart, partsRipe } from '../runtime/earning';
import { hourOf } from '../runtime/rates';

/** Where the last run stood; beside the rates' own marker. */
const MARKERS = 'rates';
const MARKER = 'points';
/** A first run goes back this far. */
const FIRST = 62 * 24 * 3_600_000;

let done: number | null = null;

/** A failure is logged and tried again a minute later from where the last run ended: sweeps go on. */
export async function keepPoints(now: number): Promise<void> {
  if (done === hourOf(now)) return;
  try {
    const last = await readDocument<{ at: number }>(MARKERS, MARKER);
    if (!last || hourOf(last.at) !== hourOf(now)) {
      for await (const part of partsRipe(last?.at ?? now - FIRST, now)) await creditPart(part, now);
      await db.collection(MARKERS).doc(MARKER).set({ at: now });
    }
    done = hourOf(now);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'points', name, code }));
  }
}
