/**
 * 回避 and the sealed informer: a report about a unit or a person never reaches them, and who sent it is shown to
 * nobody unless they give a reason that its reporter can read (济南条例 §32; domain practice G8).
 */
import type { Staff } from '../flow/actor';
import type { Assignment } from '../org/dispatch';
import type { Area } from '../org/org';
import type { Ticket } from './ticket';

type Complaint = Pick<Ticket, 'against'>;

/** Is this the person, or of the unit, that the report is about? Also whoever leads that unit. */
export function isShielded({ against }: Complaint, staff: Pick<Staff, 'id' | 'posts' | 'leads'>): boolean {
  if (!against) return false;
  const { person, unit } = against;
  return (
    (person !== null && person === staff.id) ||
    (unit !== null && (staff.leads.includes(unit) || staff.posts.some((post) => post.unit === unit)))
  );
}

/** May it be given to this person? The one rule for every way in which a ticket changes hands. */
export function mayHave(
  { against }: Complaint,
  { person, unit }: Pick<Assignment, 'person'> & { unit: { id: string } },
) {
  return !against || (person.id !== against.person && unit.id !== against.unit);
}

/** Everybody of an area who must not learn of a report against this unit or person, by staff id. */
export function shieldedFrom(against: Ticket['against'], { posts, units }: Area): string[] {
  if (!against) return [];
  const { person, unit } = against;
  const members = posts
    .filter((post) => unit !== null && post.unit === unit)
    .flatMap(({ holders }) => holders.map((holder) => holder.person));
  const leads = units.filter(({ id }) => id === unit).map(({ lead }) => lead);
  return [...new Set([person, ...members, ...leads].filter((id) => id !== null))];
}
