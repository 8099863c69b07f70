/** Once an hour the timer brings the rates up to date; in between it costs nothing, as the hour is remembered. */
import { countAll, hourOf } from '../runtime/rates';

let counted: number | null = null;

/** Counts if this hour has not been counted. A failure is logged and tried again a minute later: sweeps go on. */
export async function keepRates(now: number): Promise<void> {
  if (counted === hourOf(now)) return;
  try {
    await countAll(now);
    counted = hourOf(now);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'rates', name, code }));
  }
}
