/** The desk's view of volunteers, and the lists of those who report to two organisations. */
import type { ImportedRow } from '@/contract/volunteer';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf } from '@/domain/org/org';
import { maskPhone } from '@/domain/person/mask';
import { sayDate, sayWhen } from '@/domain/time/words';
import { type Enrolment, type ReadRow, readRow, withoutDoubles } from '@/domain/volunteer/enrolment';
import { SKILLS, SLOTS, skillName } from '@/domain/volunteer/skills';
import { area, place } from '../../runtime/directory';
import {
  addEnrolments,
  countEnrolments,
  enrolmentIdOf,
  enrolmentPage,
  enrolmentsAt,
  report,
  updateEnrolment,
} from '../../runtime/enrolments';
import { requireMay } from '../../runtime/office';
import { patchPerson, personOf, personRecord, volunteersIn } from '../../runtime/people';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';

export const listVolunteers = signed<'volunteer.list'>(async ({ skill, after }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readVolunteers');
  const home = await area(staff.area);
  const { rows, next } = await volunteersIn(home.path, skill, after);
  const named = new Map(home.nodes.map(({ path, name }) => [path, name]));
  const teams = new Map((home.teams ?? []).map(({ id, name }) => [id, name]));
  const words = (ids: readonly string[] = [], names: ReadonlyMap<string, string>) =>
    ids
      .map((id) => names.get(id) ?? '')
      .filter(Boolean)
      .join('、');
  return {
    rows: rows.map(({ _id, name, phone, volunteer }) => ({
      id: _id,
      name,
      phone: maskPhone(phone),
      no: volunteer?.no ?? '',
      since: sayDate(volunteer?.since ?? now, now),
      skills: (volunteer?.skills ?? []).map(skillName).filter(Boolean).join('、'),
      places: words(volunteer?.places, named),
      teams: words(volunteer?.teams, teams),
      times: words(volunteer?.times, new Map(SLOTS.map(({ id, name: slot }) => [id, slot]))),
      minor: volunteer?.minor ?? false,
    })),
    next,
  };
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
    const outcome = !known ? 'new' : isSame(known, row.entry) ? 'same' : 'changed';
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

const isSame = (
  known: Enrolment,
  { name, work, home, skills }: Pick<Enrolment, 'name' | 'work' | 'home' | 'skills'>,
) =>
  known.name === name && known.work === work && known.home === home && known.skills.join() === skills.join();

export const listEnrolments = signed<'enrolment.list'>(async ({ box, after }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'importEnrolments');
  const { rows, next } = await enrolmentPage(staff.area, box, after);
  const [waiting, reported] = after
    ? [0, 0]
    : [await countEnrolments(staff.area, 'waiting'), await countEnrolments(staff.area, 'reported')];
  return {
    rows: rows.map(({ _id, name, phone, work, homeWords, state, at }) => ({
      id: _id,
      name,
      phone: maskPhone(phone),
      work,
      home: homeWords,
      reported: state === 'reported' ? sayWhen(at, now) : '',
    })),
    next,
    listed: waiting + reported,
    reported,
  };
});

export const reportHome = signed<'enrolment.report'>(
  async ({ scene, name, phone }, { actor, openid, now }) => {
    const path = areaPathOf((await place(readScene(scene), now)).orgPath);
    const entry = await report({ area: path, name, phone }, actor.id, now);
    if (!entry) throw new Refusal('ENROL_UNKNOWN');
    if (entry.person !== actor.id) throw new Refusal('ENROL_TAKEN');
    const organisations = [
      { kind: 'work' as const, name: entry.work },
      { kind: 'home' as const, name: entry.homeWords },
    ];
    await patchPerson(await personOf(openid), { organisations });
    return { name: entry.name, work: entry.work, home: entry.homeWords, when: sayWhen(entry.at, now) };
  },
);
