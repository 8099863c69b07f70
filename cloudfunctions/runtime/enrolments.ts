/** Lists of those who belong to two organisations (双报到), and who of them has reported. */
import { Refusal } from '@/domain/flow/refusal';
import { type Claim, claimed, decided, type Enrolment } from '@/domain/volunteer/enrolment';
import { PAGE } from './cases';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { digest } from './digest';

/** One entry for each phone in an area: the same list sent again meets what is there. */
export const enrolmentIdOf = (area: string, phone: string): string => `e${digest('enrolment', area, phone)}`;

export type Fresh = Pick<Enrolment, 'name' | 'phone' | 'work' | 'home' | 'homeWords' | 'skills'>;

/** What is stored under these ids; one call for each hundred. */
export async function enrolmentsAt(ids: readonly string[]): Promise<Map<string, Enrolment>> {
  const found = new Map<string, Enrolment>();
  for (let from = 0; from < ids.length; from += 100) {
    const { data } = await db
      .collection('enrolments')
      .where({ _id: command.in(ids.slice(from, from + 100)) })
      .limit(100)
      .get();
    for (const row of data as Enrolment[]) found.set(row._id, row);
  }
  return found;
}

/** Adds entries in one call; those that somebody else has added meanwhile stay as they are. */
export async function addEnrolments(area: string, fresh: readonly Fresh[], now: number): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map((entry) => enrolment(area, entry, now));
  try {
    await db.collection('enrolments').add(rows);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const row of rows) await addOnce(row);
  }
}

/** Brings an entry up to the list: where they work, where they live, what they can do. Who has reported stays so. */
export async function updateEnrolment(area: string, { phone, ...entry }: Fresh, now: number): Promise<void> {
  const { skills, ...plain } = entry;
  await db
    .collection('enrolments')
    .where({ _id: enrolmentIdOf(area, phone) })
    .update({ ...plain, skills, importedAt: now });
}

/** Tries of one conditional write while others are faster. */
const TRIES = 30;

/**
 * Somebody says that the entry with this name and phone is theirs. Null when there is none; the entry as it is then
 * otherwise, whoever has it. A read and a conditional write, so one of many gets it.
 */
export async function claim(
  { area, phone, name }: { readonly area: string; readonly phone: string; readonly name: string },
  made: Claim,
  isSame: (person: string) => boolean,
): Promise<Enrolment | null> {
  const _id = enrolmentIdOf(area, phone);
  for (let tries = 0; tries < TRIES; tries++) {
    const entry = await enrolmentAt(_id);
    if (entry?.name !== name) return null;
    const change = claimed(entry, made, isSame);
    if (!change) return entry;
    const next = await saved(entry, change);
    if (next) return next;
  }
  throw new Refusal('BUSY');
}

export const enrolmentAt = (_id: string): Promise<Enrolment | null> =>
  readDocument<Enrolment>('enrolments', _id);

/** Gives a contested entry to one of those who claim it, or to nobody; refuses MOVED_ON when it has changed meanwhile. */
export async function decide(entry: Enrolment, person: string | null, now: number): Promise<Enrolment> {
  const next = await saved(entry, decided(person, now));
  if (!next) throw new Refusal('MOVED_ON');
  return next;
}

async function saved(entry: Enrolment, change: Partial<Enrolment>): Promise<Enrolment | null> {
  const turn = (entry.turn ?? 0) + 1;
  const { updated } = await db
    .collection('enrolments')
    .where({ _id: entry._id, turn: entry.turn ?? null, person: entry.person })
    .update({ ...change, turn });
  return updated === 1 ? { ...entry, ...change, turn } : null;
}

/** Takes the claims of somebody who asked to be forgotten off these entries; two calls for each. */
export async function forgetClaims(person: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (let tries = 0; tries < TRIES; tries++) {
      const entry = await enrolmentAt(id);
      if (!entry?.claims?.some((one) => one.person === person)) break;
      const claims = entry.claims.filter((one) => one.person !== person);
      const state =
        claims.length > 0 ? 'contested' : entry.person === null ? 'waiting' : ('reported' as const);
      if (await saved(entry, { claims, state })) break;
    }
  }
}

/** One page of a desk's list, the latest first. */
export async function enrolmentPage(
  area: string,
  state: Enrolment['state'],
  after: string | undefined,
): Promise<{ rows: Enrolment[]; next: string | null }> {
  const skip = after === undefined ? 0 : Number(after.split('.')[1]);
  const { data } = await db
    .collection('enrolments')
    .where(only({ area, state }))
    .orderBy('at', 'desc')
    .skip(skip)
    .limit(PAGE)
    .get();
  const rows = data as Enrolment[];
  return { rows, next: rows.length < PAGE ? null : `1.${skip + PAGE}` };
}

export async function countEnrolments(area: string, state: Enrolment['state']): Promise<number> {
  return (await db.collection('enrolments').where(only({ area, state })).count()).total ?? 0;
}

const enrolment = (area: string, entry: Fresh, now: number): Enrolment => ({
  ...entry,
  _id: enrolmentIdOf(area, entry.phone),
  area,
  state: 'waiting',
  person: null,
  at: now,
  importedAt: now,
});

async function addOnce(row: Enrolment): Promise<void> {
  try {
    await db.collection('enrolments').add(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
