/** That the timer rings, written down every few minutes: `directory/sweep`. In between it costs nothing. */
import { agrees } from '../runtime/clock';
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

/** A timer that rang last so long ago (ms) is believed no more by its own clock alone. */
const SILENT = 3 * 24 * 3_600_000;
/** It may be as much behind the beat of an instance that is right. */
const BEHIND = 3_600_000;

/**
 * May an instance that believes it is `now` end the clocks of real cases? What a sweep closes, cleans and tells cannot be
 * taken back, so a clock that is hours wrong must do nothing. The platform says in the timer's event when it rang; where
 * it does not, the last beat of any instance is asked, and after a long silence the operator has to ring by hand.
 */
export async function isBelievable(event: unknown, now: number): Promise<boolean> {
  const told = agrees((event as { Time?: unknown } | null)?.Time, now);
  if (told !== null) return told;
  const last = await lastBeat();
  return last === null || (now <= last.at + SILENT && now >= last.at - BEHIND);
}
