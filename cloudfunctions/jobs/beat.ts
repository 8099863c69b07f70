/** That the timer rings, written down every few minutes: `directory/sweep`. In between it costs nothing. */
import { db, readDocument } from '../runtime/cloud';

const EVERY = 5 * 60_000;
const ROW = 'sweep';
let kept: number | null = null;

/** A failure is nobody's loss: the next sweep writes it. */
export async function keepBeat(now: number, failed: number): Promise<void> {
  if (kept !== null && Math.abs(now - kept) < EVERY) return;
  try {
    await db.collection('directory').doc(ROW).set({ at: now, failed });
    kept = now;
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'beat', name, code }));
  }
}

/** When a sweep last ended (ms, up to five minutes old) and how many cases failed in it; null before the first. */
export const lastBeat = (): Promise<{ readonly at: number; readonly failed: number } | null> =>
  readDocument('directory', ROW);
