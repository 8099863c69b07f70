/** The desk's view of volunteers, and the lists of those who report to two organisations. */
import type { EnrolmentRow, ImportedRow, VolunteerRow } from '@/contract/volunteer';
import { Refusal } from '@/domain/flow/refusal';
import { hasPart, isSame } from '@/domain/flow/same-person';
import { type Area, areaPathOf } from '@/domain/org/org';
import { maskName, maskPhone } from '@/domain/person/mask';
import { isProven } from '@/domain/person/proof';
import { sayDate, sayWhen } from '@/domain/time/words';
import {
  claimants,
  type Enrolment,
  type ReadRow,
  readRow,
  withoutDoubles,
} from '@/domain/volunteer/enrolment';
import { SKILLS, SLOTS, skillName } from '@/domain/volunteer/skills';
import { linesOf } from '../../runtime/activities';
import { digest } from '../../runtime/digest';
import { area, place } from '../../runtime/directory';
import {
  addEnrolments,
  claim,
  countEnrolments,
  decide,
  enrolmentAt,
  enrolmentIdOf,
  enrolmentPage,
  enrolmentsAt,
  updateEnrolment,
} from '../../runtime/enrolments';
import { guessed } from '../../runtime/flood';
import { putNotices } from '../../runtime/notices';
import { requireMay } from '../../runtime/office';
import {
  namesOf,
  type PersonRecord,
  patchPerson,
  personOf,
  personRecord,
  provePhone,
  volunteersIn,
} from '../../runtime/people';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';

export const listVolunteers = signed<'volunteer.list'>(async ({ skill, after }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readVolunteers');
  const home = await area(staff.area);
  const { rows, next } = await volunteersIn(home.path, skill, after);
  return { rows: rows.map((person) => rowOf(person, home, now)), next };
});

function rowOf(person: PersonRecord, home: Area, now: number): VolunteerRow {
  const { _id, name, phone, volunteer } = person;
  const named = new Map(home.nodes.map((node) => [node.path, node.name]));
  const teams = new Map((home.teams ?? []).map((team) => [team.id, team.name]));
  const words = (ids: readonly string[] = [], names: ReadonlyMap<string, string>) =>
    ids
      .map((id) => names.get(id) ?? '')
      .filter(Boolean)
      .join('、');
  return {
    id: _id,
    name: volunteer?.name ?? name,
    phone: maskPhone(phone),
    proven: isProven(person),
    no: volunteer?.no ?? '',
    since: sayDate(volunteer?.since ?? now, now),
    skills: (volunteer?.skills ?? []).map(skillName).filter(Boolean).join('、'),
    places: words(volunteer?.places, named),
    teams: words(volunteer?.teams, teams),
    times: words(volunteer?.times, new Map(SLOTS.map(({ id, name: slot }) => [id, slot]))),
    minor: volunteer?.minor ?? false,
  };
}

/**
 * The desk has seen a volunteer with identity card and phone: the name is the one for their record from now on, names under
 * which they are written down already are theirs, too, and the number is proven. Nobody does it for themselves.
 */
export const vouchVolunteer = signed<'volunteer.vouch'>(async ({ id, name, phone }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readVolunteers');
  if (!name) throw new Refusal('BAD_INPUT', { field: 'name' });
  if (!phone) throw new Refusal('BAD_INPUT', { field: 'phone' });
  const person = await personRecord(id);
  if (!person?.volunteer || person.volunteer.area !== staff.area) throw new Refusal('NOT_FOUND');
  if (hasPart(actor, [id])) throw new Refusal('NEEDS_ANOTHER');
  const written = (await linesOf(id)).map((part) => part.name);
  const known = [person.volunteer.name, ...written, ...(person.volunteer.names ?? [])];
  const names = [...new Set(known)].filter((each): each is string => Boolean(each) && each !== name);
  const volunteer = { ...person.volunteer, name, names };
  await patchPerson(person, { volunteer });
  await provePhone(person, { phone, by: 'desk', at: now });
  return rowOf(
    { ...person, volunteer, phone, proven: { phone, by: 'desk', at: now } },
    await area(staff.area),
    now,
  );
});

/** One of the list is to be called. A stranger, and a volunteer of another area, are the same answer. */
export const readVolunteerPhone = signed<'volunteer.phone'>(async ({ id }, { actor }) => {
  const staff = requireMay(actor.staff, 'readVolunteers');
  const person = await personRecord(id);
  if (!person?.volunteer || person.volunteer.area !== staff.area) throw new Refusal('NOT_FOUND');
  return { phone: person.phone };
});

const SKILL_IDS: ReadonlyMap<string, string> = new Map(SKILLS.map(({ id, name }) => [name, id]));

/** One read for each hundred rows, one insert; rows that changed are written one by one. The same list again changes nothing. */
export const importEnrolments = signed<'enrolment.import'>(async ({ dry, rows }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'importEnrolments');
  const home = await area(staff.area);
  const read = withoutDoubles(rows.map((row) => readRow(row, home, SKILL_IDS)));
  const good = read.filter((row): row is Extract<ReadRow, { ok: true }> => row.ok);
  const stored = await enrolmentsAt(good.map(({ entry }) => enrolmentIdOf(home.path, entry.phone)));
  const outcomeOf = (row: ReadRow): ImportedRow => {
    if (!row.ok) return { line: row.line, outcome: 'wrong', words: row.words };
    const known = stored.get(enrolmentIdOf(home.path, row.entry.phone));
    // Who has reported is not turned into somebody else by a list.
    if (known?.person && known.name !== row.entry.name)
      return { line: row.line, outcome: 'wrong', words: `这个电话已由${known.name}报到，请核对` };
    const outcome = !known ? 'new' : isUnchanged(known, row.entry) ? 'same' : 'changed';
    return { line: row.line, outcome, words: '' };
  };
  const outcomes = read.map(outcomeOf);
  const of = (outcome: ImportedRow['outcome']) => {
    const lines = new Set(outcomes.filter((row) => row.outcome === outcome).map(({ line }) => line));
    return good.filter(({ line }) => lines.has(line)).map(({ entry }) => entry);
  };
  if (!dry) {
    await addEnrolments(home.path, of('new'), now);
    for (const entry of of('changed')) await updateEnrolment(home.path, entry, now);
  }
  return {
    dry,
    fresh: of('new').length,
    changed: of('changed').length,
    same: of('same').length,
    wrong: outcomes.filter(({ outcome }) => outcome === 'wrong').length,
    rows: outcomes,
  };
});

const isUnchanged = (
  known: Enrolment,
  { name, work, home, skills }: Pick<Enrolment, 'name' | 'work' | 'home' | 'skills'>,
) =>
  known.name === name && known.work === work && known.home === home && known.skills.join() === skills.join();

export const listEnrolments = signed<'enrolment.list'>(async ({ box, after }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'importEnrolments');
  const { rows, next } = await enrolmentPage(staff.area, box, after);
  const count = async (state: Enrolment['state']) => (after ? 0 : countEnrolments(staff.area, state));
  const [waiting, reported, contested] = [
    await count('waiting'),
    await count('reported'),
    await count('contested'),
  ];
  const names = await namesOf(box === 'contested' ? rows.flatMap(claimants) : []);
  return {
    rows: rows.map((row) => enrolmentOf(row, names, now)),
    next,
    listed: waiting + reported + contested,
    reported,
    contested,
  };
});

function enrolmentOf(entry: Enrolment, names: ReadonlyMap<string, string>, now: number): EnrolmentRow {
  const { _id, name, phone, work, homeWords, state, at, person, claims = [] } = entry;
  const contested = state === 'contested';
  const holder = contested && person !== null ? [{ person, at, proven: false, holds: true }] : [];
  return {
    id: _id,
    name,
    phone: maskPhone(phone),
    work,
    home: homeWords,
    reported: person !== null ? sayWhen(at, now) : '',
    claims: [...holder, ...claims.map((claim) => ({ ...claim, holds: false }))].map((claim) => ({
      person: claim.person,
      name: maskName(names.get(claim.person) ?? ''),
      when: sayWhen(claim.at, now),
      proven: claim.proven,
      holds: claim.holds,
    })),
  };
}

/**
 * The desk has seen who a contested entry belongs to, or that it is none of those who claim it. Whoever it is has their
 * number proven by that; whoever it is not is told. Nobody decides where they claim something themselves.
 */
export const decideEnrolment = signed<'enrolment.decide'>(async ({ id, person }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'importEnrolments');
  const entry = await enrolmentAt(id);
  if (!entry || entry.area !== staff.area) throw new Refusal('NOT_FOUND');
  if (entry.state !== 'contested') throw new Refusal('MOVED_ON');
  const all = claimants(entry);
  if (hasPart(actor, all)) throw new Refusal('NEEDS_ANOTHER');
  if (person !== undefined && !all.includes(person)) throw new Refusal('NOT_FOUND');
  const chosen = person === undefined ? null : await personRecord(person);
  if (chosen) {
    await provePhone(chosen, { phone: entry.phone, by: 'desk', at: now });
    await patchPerson(chosen, { organisations: organisationsOf(entry) });
  }
  const next = await decide(entry, chosen?._id ?? null, now);
  const others = all.filter((each) => each !== next.person);
  const before =
    entry.person !== null && entry.person !== next.person ? await personRecord(entry.person) : null;
  if (before) await patchPerson(before, { organisations: [] });
  const about = { id: '', no: '', service: entry.work };
  const tell = (to: string, kind: string) => ({
    _id: `n${digest('enrolled', id, to, String(next.turn))}`,
    to,
    at: now,
    kind,
    about,
  });
  await putNotices([
    ...(next.person ? [tell(next.person, 'person-enrolled')] : []),
    ...others.map((each) => tell(each, 'person-enrolled-not')),
  ]);
  return enrolmentOf(next, new Map(), now);
});

/**
 * Reports somebody by name and by a number that is proven to be theirs. Whoever typed the number learns nothing about the
 * list, and what they say is kept for the desk where it fits an entry; wrong guesses are counted, for each person and entry.
 */
export const reportHome = signed<'enrolment.report'>(
  async ({ scene, name, phone }, { actor, openid, now }) => {
    const path = areaPathOf((await place(readScene(scene), now)).orgPath);
    const person = await personRecord(actor.id);
    const proven = person !== null && isProven(person, phone);
    if (!proven) await guessed(`enrolment ${path} ${phone}`, now);
    const made = { person: actor.id, at: now, proven };
    const entry = await claim({ area: path, name, phone }, made, (one) => isSame(actor, one));
    // on their own record, too, where whoever forgets them finds it
    if (entry?.claims?.some((one) => one.person === actor.id) && !person?.claims?.includes(entry._id))
      await patchPerson(await personOf(openid), { claims: [...(person?.claims ?? []), entry._id] });
    if (!proven && !(entry?.person && isSame(actor, entry.person))) throw new Refusal('PHONE_UNPROVEN');
    if (!entry) throw new Refusal('ENROL_UNKNOWN');
    if (!isSame(actor, entry.person)) throw new Refusal('ENROL_TAKEN');
    await patchPerson(await personOf(openid), { organisations: organisationsOf(entry) });
    return { name: entry.name, work: entry.work, home: entry.homeWords, when: sayWhen(entry.at, now) };
  },
);

const organisationsOf = ({ work, homeWords }: Enrolment) => [
  { kind: 'work' as const, name: work },
  { kind: 'home' as const, name: homeWords },
];
