/**
 * 回避 and the sealed informer: a report about a unit or a person never reaches them, and who sent it is shown to
 * nobody unless they give a reason that its reporter can read (济南条例 §32; domain practice G8).
 *
 * Everything that leaves a ticket asks here: `isShielded` before somebody sees it (rows, views, counts), `tellable`
 * before somebody is told, `mayHave` before somebody gets it, `sealedText` before words of a sealed report are shown.
 */
import type { Staff } from '../flow/actor';
import { type Area, isWithin } from '../org/org';
import { worksIn } from '../org/policy';
import type { Against, Ticket } from './ticket';

type Complaint = Pick<Ticket, 'against'>;

/** Is it about this person of the staff, as far as the report itself knows? */
function isAbout({ against }: Complaint, id: string): boolean {
  return against !== null && (against.person === id || (against.people ?? []).includes(id));
}

/** Is this the person, or of the unit, that the report is about? Also whoever leads that unit, or belonged to it since. */
export function isShielded(
  complaint: Complaint & Partial<Pick<Ticket, 'orgPath'>>,
  staff: Pick<Staff, 'id' | 'posts' | 'leads'> & Partial<Pick<Staff, 'area'>>,
): boolean {
  const unit = complaint.against?.unit ?? null;
  // A unit's id is a name of its own area's list: another area's unit may bear the same.
  const { orgPath } = complaint;
  const elsewhere = orgPath !== undefined && staff.area !== undefined && !isWithin(orgPath, staff.area);
  return isAbout(complaint, staff.id) || (unit !== null && !elsewhere && worksIn(staff, unit));
}

/** May it be given to this person? The one rule for every way in which a ticket, or a part of it, changes hands. */
export function mayHave(
  complaint: Complaint,
  { person, unit }: { readonly person: { readonly id: string }; readonly unit: { readonly id: string } },
): boolean {
  return !isAbout(complaint, person.id) && unit.id !== (complaint.against?.unit ?? null);
}

/** Of these persons those who may hear of the ticket, each once; nobody whom it is about. */
export function tellable(complaint: Complaint, ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => Boolean(id) && !isAbout(complaint, String(id))))];
}

/** Everybody of an area whom a report is about: who belongs to the unit today, and who did when it was sent. By staff id. */
export function shieldedFrom(
  against: Against | null,
  { posts, units }: Pick<Area, 'posts' | 'units'>,
): string[] {
  if (!against) return [];
  const { person, unit, people = [] } = against;
  const members = posts
    .filter((post) => unit !== null && post.unit === unit)
    .flatMap(({ holders }) => holders.map((holder) => holder.person));
  const leads = units.filter(({ id }) => id === unit).map(({ lead }) => lead);
  return [...new Set([person, ...people, ...members, ...leads].filter((id) => id !== null))];
}

/** The same ticket, which also knows who has joined the unit that it is about. */
export function withJoined<T extends Complaint>(ticket: T, home: Pick<Area, 'posts' | 'units'>): T {
  const { against } = ticket;
  if (!against) return ticket;
  const people = shieldedFrom(against, home);
  return people.length === (against.people ?? []).length
    ? ticket
    : { ...ticket, against: { ...against, people } };
}

/** Seven or more digits in a row, blanks and dashes between them or not: a phone or an identity number. */
const NUMBERS = /\d(?:[\s-]?\d){6,}/g;

/**
 * Words of a sealed report for somebody who has given no reason to see whose it is: without the names and numbers that its
 * reporter left, and without any other number by which they could be called. Any other report's words as they are.
 */
export function sealedText(
  { sealed, reporter, beneficiary }: Pick<Ticket, 'sealed' | 'reporter' | 'beneficiary'>,
  text: string,
): string {
  if (!sealed) return text;
  const given = [reporter, beneficiary].flatMap((one) => (one ? [one.name, one.phone] : []));
  const said = given.filter((word) => word.length > 1 && word !== UNNAMED);
  return said.reduce((left, word) => left.replaceAll(word, '***'), text).replace(NUMBERS, '***');
}

/** How somebody is called who left no name: no secret, and it stands in many sentences. */
export const UNNAMED = '居民';
