/**
 * How often one person may do what costs others work. The first of an hour are free in each instance, so that ordinary
 * people pay no call; from then on every instance asks one counter in the database, by a conditional write. So nobody gets
 * through more than the limit, and two more for each further instance. `YIMA_LIMITS=off` for tests and demonstrations.
 */
import type { ActionName } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { command, db, isDuplicate } from './cloud';
import { digest } from './digest';
import { personOf } from './people';

/** Per person and hour. A grid worker on rounds, or a volunteer's desk, files for many: ten times as much. */
const PER_HOUR: Readonly<Partial<Record<ActionName, number>>> = {
  'ticket.file': 10,
  'wish.post': 5,
  'photo.prepare': 60,
  'voice.prepare': 20,
  'staff.bind': 10,
  'rights.erase': 3,
};
const STAFF_TIMES = 10;
const FREE = 2;
const HOUR = 3_600_000;
const FLOODS = 'floods';

let hour = 0;
const counts = new Map<string, number>();
const full = new Set<string>();

/** Counts this call; refuses TOO_MANY with the minutes to wait. One or two calls of the database, or none. */
export async function within(action: ActionName, person: string, openid: string, now: number): Promise<void> {
  const usual = PER_HOUR[action];
  if (usual === undefined || process.env.YIMA_LIMITS === 'off') return;
  if (hour !== Math.floor(now / HOUR)) {
    hour = Math.floor(now / HOUR);
    counts.clear();
    full.clear();
  }
  const key = digest('flood', action, person, String(hour));
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  if (count <= FREE) return;
  const limit = usual * ((await personOf(openid)).staff ? STAFF_TIMES : 1) - FREE;
  if (!full.has(key) && (await counted(key, limit, (hour + 1) * HOUR))) return;
  full.add(key);
  throw new Refusal('TOO_MANY', { minutes: Math.ceil(((hour + 1) * HOUR - now) / 60_000) });
}

/** One more, if there is room below the limit. */
async function counted(_id: string, limit: number, until: number): Promise<boolean> {
  const room = { _id, n: command.lt(limit) };
  const { updated } = await db
    .collection(FLOODS)
    .where(room)
    .update({ n: command.inc(1) });
  if (updated === 1) return true;
  try {
    await db.collection(FLOODS).add({ _id, n: 1, until });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // Another made the counter meanwhile, or it is full.
  return (
    (
      await db
        .collection(FLOODS)
        .where(room)
        .update({ n: command.inc(1) })
    ).updated === 1
  );
}

/** Removes counters of hours that are over; one call. */
export async function forgetFloods(now: number): Promise<void> {
  await db
    .collection(FLOODS)
    .where({ until: command.lt(now) })
    .remove();
}

/** As a fresh instance. For tests. */
export function forgetCounts(): void {
  counts.clear();
  full.clear();
}
