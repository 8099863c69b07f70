/** Once an hour the timer writes down where all chains of the audit stand; in between it costs nothing. */
import { witness } from '../runtime/audit';
import { forgetFloods } from '../runtime/flood';
import { hourOf } from '../runtime/rates';
import { KINDS } from './kinds';

let seen: number | null = null;

/** A failure is logged and tried again a minute later: sweeps go on. */
export async function keepWitness(now: number): Promise<void> {
  if (seen === hourOf(now)) return;
  try {
    await witness(
      KINDS.flatMap(({ collection }) => collection ?? []),
      now,
    );
    await forgetFloods(now);
    seen = hourOf(now);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    console.error(JSON.stringify({ level: 'error', job: 'witness', name, code }));
  }
}
