/** Once an hour what was sent and no case uses is removed; in between it costs nothing. */
import { hourOf } from '../runtime/rates';
import { sweepFiles } from '../runtime/unused';

/** Times fifty files in one sweep; what is left is the next one's. */
const BATCHES = 40;

let swept: number | null = null;

/** A failure is logged and tried again a minute later: sweeps go on. */
export async function keepUnused(now: number): Promise<void> {
  if (swept === hourOf(now)) return;
  try {
    if (!(await sweepFiles(now, BATCHES))) swept = hourOf(now);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'unused', name, code }));
  }
}
