/** Who acts: from the platform's identity to a person with posts. The payload has no say in it. */
import { createHash } from 'node:crypto';
import type { Actor, Staff, Volunteering } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { officeOf } from '@/domain/org/policy';
import type { Proof } from '@/domain/person/proof';
import { Cache } from './cache';
import { PAGE } from './cases';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { personIdOf } from './digest';
import { area } from './directory';

/** As stored. `openid` is only for messages; `staff` says which person of which area this identity is bound to. */
export interface PersonRecord {
  readonly _id: string;
  readonly openid: string;
  readonly name: string;
  readonly phone: string;
  readonly staff: { readonly id: string; readonly area: string } | null;
  readonly volunteer?: Volunteering | null;
  /** Other ids of the same human being, made when a work identity is bound anew. */
  readonly selves?: readonly string[];
  /** Entries of party lists that they say are theirs, and another has or nobody has seen. */
  readonly claims?: readonly string[];
  /** Who gave the number, and when; absent or null for a number that was typed. */
  readonly proven?: Proof | null;
  /** The last binding of each work identity that a later one has ended on this phone. */
  readonly ended?: Readonly<Record<string, number>>;
  /** When they were last told of a wish that fits (ms), so that it goes around. */
  readonly offeredAt?: number;
  /** Has asked to be forgotten, which is done from then on (ms): nobody acts as this person any more. */
  readonly leavesAt?: number;
  /** 双报到: where they work and where they live, by the desk's list. */
  readonly organisations?: readonly { readonly kind: 'work' | 'home'; readonly name: string }[];
}

const people = new Cache<PersonRecord>(60_000, 2000);

/** The stored record of an identity, or a blank one for somebody who left no name yet. */
export async function personOf(openid: string): Promise<PersonRecord> {
  if (!openid) throw new Refusal('WHO_ARE_YOU');
  const _id = personIdOf(openid);
  const found = await people.get(_id, () => readDocument<PersonRecord>('people', _id));
  return found ?? { _id, openid, name: '', phone: '', staff: null };
}

/** The person who acts in this call; refuses an empty identity. */
export async function actorOf(openid: string): Promise<Actor & { phone: string }> {
  const person = await personOf(openid);
  if (person.leavesAt !== undefined) throw new Refusal('LEAVING');
  const staff = person.staff && (await staffOf(person.staff));
  return {
    id: person._id,
    name: staff?.name || person.name,
    phone: person.phone,
    staff: staff?.staff ?? null,
    volunteer: person.volunteer ?? null,
    ...(person.selves && { selves: person.selves }),
  };
}

async function staffOf(bound: { id: string; area: string }): Promise<{ name: string; staff: Staff } | null> {
  const office = officeOf(await area(bound.area), bound.id);
  if (!office) return null;
  const { name, ...staff } = office;
  return { name, staff };
}

/** Stores the record of somebody who has none yet; who is stored stays as they are. */
export async function keepPerson(person: PersonRecord): Promise<void> {
  try {
    await db.collection('people').add(person);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Saves a person's own record. */
export async function savePerson({ _id, ...record }: PersonRecord): Promise<void> {
  await db.collection('people').doc(_id).set(record);
  people.forget(_id);
}

/**
 * Changes some fields of a person's record and leaves the others as they are stored, whatever this instance remembers of
 * them. Somebody who is not stored yet is, first.
 */
export async function patchPerson(
  person: PersonRecord,
  patch: Partial<Pick<PersonRecord, 'volunteer' | 'organisations' | 'claims'>>,
): Promise<void> {
  await change(person, patch);
}

/**
 * Writes a name and a number that somebody typed; with it their volunteering, where they register. The only door for typed
 * numbers: a proof is lost with the number it was for.
 */
export async function writeContact(
  person: PersonRecord,
  written: Pick<PersonRecord, 'name' | 'phone'> & Partial<Pick<PersonRecord, 'volunteer'>>,
): Promise<void> {
  await change(person, written);
  // by what is stored: an instance may not have heard of the proof yet, nor of its number
  await db
    .collection('people')
    .where({ _id: person._id, proven: command.neq(null), 'proven.phone': command.neq(written.phone) })
    .update({ proven: null });
  people.forget(person._id);
}

/** Writes a number that WeChat has given or the desk has seen. */
export async function provePhone(person: PersonRecord, { phone, by, at }: Proof): Promise<void> {
  await change(person, { phone, proven: { phone, by, at } });
}

async function change(
  person: PersonRecord,
  patch: Partial<Pick<PersonRecord, 'name' | 'phone' | 'proven' | 'volunteer' | 'organisations' | 'claims'>>,
): Promise<void> {
  const values = Object.entries(patch).map(([field, value]) => [
    field,
    typeof value === 'object' && value !== null ? command.set(value) : value,
  ]);
  const update = () => db.collection('people').where({ _id: person._id }).update(Object.fromEntries(values));
  const { updated } = await update();
  if (updated === 0) {
    await keepPerson(person);
    await update();
  }
  people.forget(person._id);
}

/** Stored under the code's digest: who reads the database cannot read the codes. */
interface Invitation {
  readonly _id: string;
  readonly person: string;
  readonly area: string;
  readonly usedBy: string | null;
  readonly usedAt: number | null;
}

/**
 * Uses an invitation up and says whose work identity it gives; one conditional write, so one of many wins. The winner
 * may repeat (an answer that was lost); everybody else is refused INVITE_INVALID.
 */
export async function redeemInvitation(code: string, by: string, now: number): Promise<Invitation> {
  const _id = createHash('sha256').update(code.replace('-', '').toUpperCase()).digest('hex');
  const { updated } = await db
    .collection('invitations')
    .where({ _id, usedBy: null })
    .update({ usedBy: by, usedAt: now });
  const invitation = await readDocument<Invitation>('invitations', _id);
  if (!invitation || (updated !== 1 && invitation.usedBy !== by)) throw new Refusal('INVITE_INVALID');
  return invitation;
}

/** The WeChat identity behind a person id, for messages; null for someone unknown here. */
export async function openidOf(personId: string): Promise<string | null> {
  return (await readDocument<PersonRecord>('people', personId))?.openid ?? null;
}

export function forgetPeople(): void {
  people.clear();
}

/** The stored record behind a person id; null for someone unknown here. */
export const personRecord = (personId: string): Promise<PersonRecord | null> =>
  readDocument<PersonRecord>('people', personId);

/** What these persons call themselves, by id; one call, or none for nobody. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { data } = await db
    .collection('people')
    .where({ _id: command.in([...new Set(ids)]) })
    .limit(200)
    .get();
  return new Map((data as PersonRecord[]).map(({ _id, name, volunteer }) => [_id, volunteer?.name ?? name]));
}

/** Whose number this is proven to be, the last of several; one indexed call. Who typed it is not found. */
export async function personWithPhone(phone: string): Promise<PersonRecord | null> {
  const { data } = await db
    .collection('people')
    .where(only({ 'proven.phone': phone, phone }))
    .orderBy('proven.at', 'desc')
    .limit(1)
    .get();
  return (data[0] as PersonRecord | undefined) ?? null;
}

/** Volunteers of an area, or those of them with a skill, the last to register first; one indexed page. The cursor is how many were seen. */
export async function volunteersIn(
  area: string,
  skill: string | undefined,
  after: string | undefined,
): Promise<{ rows: PersonRecord[]; next: string | null }> {
  const skip = after === undefined ? 0 : Number(after.split('.')[1]);
  const { data } = await db
    .collection('people')
    .where(only({ 'volunteer.area': area, ...(skill && { 'volunteer.skills': skill }) }))
    .orderBy('volunteer.since', 'desc')
    .skip(skip)
    .limit(PAGE)
    .get();
  const rows = data as PersonRecord[];
  return { rows, next: rows.length < PAGE ? null : `1.${skip + PAGE}` };
}

/** Volunteers looked at for one wish. */
const ASKED = 100;

/**
 * Volunteers of an area who have one of these skills (none = any) or are in one of these teams, those first who were
 * offered something longest ago; one indexed call.
 */
export async function volunteersInTurn(
  area: string,
  { skills = [], teams = [] }: { readonly skills?: readonly string[]; readonly teams?: readonly string[] },
): Promise<PersonRecord[]> {
  const able = {
    ...(skills.length > 0 && { 'volunteer.skills': command.in([...skills]) }),
    ...(teams.length > 0 && { 'volunteer.teams': command.in([...teams]) }),
  };
  const { data } = await db
    .collection('people')
    .where(only({ 'volunteer.area': area, ...able }))
    .orderBy('offeredAt', 'asc')
    .limit(ASKED)
    .get();
  return data as PersonRecord[];
}

/** Remembers when these people were last offered something (ms); one call. */
export async function rememberOffered(ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await db
    .collection('people')
    .where({ _id: command.in([...ids]) })
    .update({ offeredAt: now });
}
