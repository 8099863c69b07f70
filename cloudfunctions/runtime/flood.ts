/**
 * How often one person may do what costs others work, or shows them somebody's number. The first of an hour are free in each
 * instance, so that ordinary people pay no call; from then on every instance asks one counter in the database, by a
 * conditional write. So nobody gets through more than the limit, and two more for each further instance. Beside it each
 * instance keeps in mind how many calls of any kind a person makes in a minute, which costs nothing.
 * `YIMA_LIMITS=off` for tests and demonstrations.
 */
import type { ActionName } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { command, db, isDuplicate } from './cloud';
import { isDeed } from './deeds';
import { digest } from './digest';
import { personOf } from './people';

/**
 * Per person and hour. A grid worker on rounds, or a volunteer's desk, files for many: ten times as much. A claim shows where
 * somebody lives and their number, so it is counted too, however often it is given back.
 */
const PER_HOUR: Readonly<Record<string, number>> = {
  'ticket.file': 10,
  'wish.post': 5,
  'wish.move:claim': 10,
  // One number at a time, to call somebody: sixty in an hour for the staff, who alone may.
  'volunteer.phone': 6,
  'activity.phone': 6,
  'photo.prepare': 60,
  'voice.prepare': 20,
  'staff.bind': 10,
  'rights.erase': 3,
  'profile.phone': 10,
  // what leaves a document or a row behind however often it is asked for
  'certificate.issue': 5,
  'wish.move:queue': 20,
  'activity.move:join': 20,
  'points.redeem': 10,
  'points.appeal': 10,
  'notice.consent': 60,
  'volunteer.register': 10,
  'profile.save': 20,
  'rights.correct': 10,
  'enrolment.report': 10,
  'honour.move:nominate': 5,
  'honour.move:object': 10,
  // of staff, who may ten times as much
  'activity.draft': 3,
  'conduct.raise': 3,
  'desk.dryrun': 6,
  'volunteer.list': 30,
  'enrolment.import': 30,
};
/** What writes a row of the audit log, where nothing else is said. */
const DEEDS_PER_HOUR = 6;
/** Ids that are not there, or not theirs, asked for in an hour: beyond it somebody is guessing. */
const MISSES = 20;
/** Wrong guesses at one thing in an hour, by everybody together. */
const GUESSES = 10;
/** Calls of any kind in a minute, by one person in one instance. */
const PER_MINUTE = 240;
const STAFF_TIMES = 10;
const FREE = 2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FLOODS = 'floods';

let hour = 0;
const counts = new Map<string, number>();
const full = new Set<string>();
let minute = 0;
const calls = new Map<string, number>();

const off = (): boolean => process.env.YIMA_LIMITS === 'off';

/** Counts this call; refuses TOO_MANY with the minutes to wait. One or two calls of the database, or none. */
export async function within(
  action: ActionName,
  input: unknown,
  person: string,
  openid: string,
  now: number,
): Promise<void> {
  if (off()) return;
  hurry(person, now);
  const { move } = (input ?? {}) as { move?: unknown };
  const what = PER_HOUR[action] === undefined ? `${action}:${String(move)}` : action;
  const usual = PER_HOUR[what] ?? (isDeed(action) ? DEEDS_PER_HOUR : undefined);
  if (usual !== undefined) await count(what, usual, person, openid, now);
}

/** Counts an id that was not there; refuses TOO_MANY instead once it is no mistake any more. */
export async function missed(person: string, openid: string, now: number): Promise<void> {
  if (!off() && person) await count('missed', MISSES, person, openid, now);
}

/** Counts a guess at something that many may guess at, whoever guesses; refuses TOO_MANY beyond what mistakes explain. */
export async function guessed(thing: string, now: number): Promise<void> {
  if (!off()) await count('guess', GUESSES, thing, '', now);
}

/** Nobody taps four times a second for a minute. */
function hurry(person: string, now: number): void {
  if (minute !== Math.floor(now / MINUTE)) {
    minute = Math.floor(now / MINUTE);
    calls.clear();
  }
  const made = (calls.get(person) ?? 0) + 1;
  calls.set(person, made);
  if (made > PER_MINUTE) throw new Refusal('TOO_MANY', { minutes: 1 });
}

async function count(
  what: string,
  usual: number,
  person: string,
  openid: string,
  now: number,
): Promise<void> {
  if (hour !== Math.floor(now / HOUR)) {
    hour = Math.floor(now / HOUR);
    counts.clear();
    full.clear();
  }
  const key = digest('flood', what, person, String(hour));
  const made = (counts.get(key) ?? 0) + 1;
  counts.set(key, made);
  if (made <= FREE) return;
  const atWork = openid !== '' && (await personOf(openid)).staff !== null;
  const limit = usual * (atWork ? STAFF_TIMES : 1) - FREE;
  if (!full.has(key) && (await counted(key, limit, (hour + 1) * HOUR))) return;
  full.add(key);
  throw new Refusal('TOO_MANY', { minutes: Math.ceil(((hour + 1) * HOUR - now) / MINUTE) });
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
  calls.clear();
  counts.clear();
  full.clear();
}
