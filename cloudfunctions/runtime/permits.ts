/**
 * Permits: one row for each file that a phone was given a place for. It says for what the file may be used, once, and
 * when it is swept away if nothing uses it, so that storage never has to be listed.
 *
 * ```
 * prepare   a row: for a request that is yet to be sent                       one insert
 * check     within the hour; taken for one case where it belongs to one      one conditional write, none for a request
 * use       within a day: by the request that names it first                 one conditional write, none in a case
 * sweep     a day later: what no case names is removed, and the row          by the index
 * ```
 */
import { Refusal } from '@/domain/flow/refusal';
import { DAY, HOUR } from '@/domain/time/day';
import { command, db, only, readDocument } from './cloud';

/** What photos are taken for: a request that is yet to be sent, or the case with this id. */
export const FILING = 'filing';
/** From the permit to the look at what was sent (ms). */
export const LOOKED_AT_WITHIN = HOUR;
/** From the permit to its use (ms): a form may be left for a day. */
export const USED_WITHIN = DAY;
/** After the last use there can be, so that a sweep never meets one (ms). */
const SWEPT_AFTER = USED_WITHIN + HOUR;

export interface Permit {
  /** The name of the file, in which its moment stands. */
  readonly _id: string;
  /** Whose it is; '' for somebody who was forgotten. */
  readonly person: string;
  /** The file id of the place that the phone was given. */
  readonly put: string;
  readonly of: string;
  /** A request has used it. */
  readonly used: boolean;
  /** File ids of what was kept of it, where they do not follow from the rest. */
  readonly kept: readonly string[];
  /** When it is swept (ms). */
  readonly until: number;
}

const FILES = 'files';

/** Refuses PHOTO_STALE for a name that was given longer ago than this, or in another age. */
export function requireFresh(
  name: string,
  now: number,
  within: number,
  details: Readonly<Record<string, string | number>> = {},
): void {
  const age = now - momentIn(name);
  if (age > within || age < -HOUR) throw new Refusal('PHOTO_STALE', details);
}

/** Sixteen hexadecimal letters: the second in which it was given, and chance. */
export const nameAt = (now: number, chance: string): string =>
  Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0') + chance;

const momentIn = (name: string): number => Number.parseInt(name.slice(0, 8), 16) * 1000;

/** Writes down that a place was given; one call. */
export async function grant(name: string, person: string, put: string, now: number): Promise<void> {
  const row: Permit = {
    ...{ _id: name, person, put, of: FILING, used: false, kept: [], until: now + SWEPT_AFTER },
  };
  await db.collection(FILES).add(row);
}

/**
 * Takes a permit for `of`, once, with what will be kept of it; the same again is no second time. Refuses PHOTO_USED.
 * One call, two for a repeat.
 */
export async function take(
  name: string,
  person: string,
  of: string,
  kept: readonly string[] = [],
): Promise<void> {
  const { updated } = await db
    .collection(FILES)
    .where({ _id: name, person, of: FILING, used: false })
    .update({ of, ...(kept.length > 0 && { kept: command.push([...kept]) }) });
  if (updated === 1) return;
  const row = await readDocument<Permit>(FILES, name);
  const same = row?.person === person && row.of === of && !row.used;
  if (!same || !kept.every((id) => row.kept.includes(id))) throw new Refusal('PHOTO_USED');
}

/**
 * Uses permits for the request `ticket`, each once; the same request again is no second time. Refuses PHOTO_USED with the
 * place in the list. One call, two for a repeat, none for no files.
 */
export async function spendFor(ticket: string, person: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw new Refusal('PHOTO_USED', { field: 'photos', photo: twice });
  const { updated } = await db
    .collection(FILES)
    .where({ _id: command.in([...names]), person, of: FILING, used: false })
    .update({ of: ticket, used: true });
  if (updated === names.length) return;
  const { data } = await db
    .collection(FILES)
    .where({ _id: command.in([...names]) })
    .limit(names.length)
    .get();
  const theirs = (data as Permit[]).filter((row) => row.of === ticket && row.person === person);
  const known = new Set(theirs.map(({ _id }) => _id));
  const other = names.findIndex((name) => !known.has(name));
  if (other >= 0) throw new Refusal('PHOTO_USED', { field: 'photos', photo: other });
}

/** Permits that are due to be swept, oldest first; one indexed call. */
export async function permitsDue(now: number, limit: number): Promise<Permit[]> {
  const { data } = await db
    .collection(FILES)
    .where({ until: command.lte(now) })
    .orderBy('until', 'asc')
    .limit(limit)
    .get();
  return data as Permit[];
}

/** All permits of a person; one indexed call for each hundred. */
export async function permitsOf(person: string): Promise<Permit[]> {
  const all: Permit[] = [];
  for (;;) {
    const { data } = await db
      .collection(FILES)
      .where(only({ person }))
      .orderBy('until', 'asc')
      .skip(all.length)
      .limit(BATCH)
      .get();
    all.push(...(data as Permit[]));
    if (data.length < BATCH) return all;
  }
}
const BATCH = 100;

/** Removes rows; one call. */
export async function dropPermits(rows: readonly Permit[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .collection(FILES)
    .where({ _id: command.in(rows.map(({ _id }) => _id)) })
    .remove();
}

/** The rows of a person are nobody's; what may still be put in their place is swept with them. One call. */
export async function disownPermits(person: string): Promise<void> {
  await db.collection(FILES).where(only({ person })).update({ person: '', of: FILING, used: true });
}
