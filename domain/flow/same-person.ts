/**
 * Who is the same human being. Somebody is written down under the id of their phone as a resident, under their work
 * identity when they act at work, and under other phones or work identities that they had before. A right to one's own
 * case asks for exactly the id it was given to (`isOwn`, `isAtWork`): an invitation opens nobody's private matters. What
 * nobody may do in their own case asks for the human being (`isSame`, `hasPart`), who stays one with a second phone and
 * a second post. Nothing else in the house compares an actor's ids; `test/security/source` looks for it.
 */
import type { Actor } from './actor';

type Id = string | null | undefined;

/** Every id that stands for this human being: as a resident, at work, and those of before. The clock has none. */
export const idsOf = ({ id, staff, selves = [] }: Actor): string[] =>
  [...new Set([id, staff?.id ?? '', ...selves])].filter((each) => each !== '');

/** Is one of these ids this human being, under whichever of their ids it was written down. */
export function isSame(actor: Actor, ...who: readonly Id[]): boolean {
  const ids = idsOf(actor);
  return who.some((id) => id !== null && id !== undefined && ids.includes(id));
}

/** Is it this very person as a resident: what opens their own cases to them. */
export const isOwn = ({ id }: Pick<Actor, 'id'>, who: Id): boolean => id !== '' && id === who;

/** Does this person hold this work identity today: what opens the cases of their work to them. */
export const isAtWork = ({ staff }: Pick<Actor, 'staff'>, who: Id): boolean =>
  staff !== null && staff.id !== '' && staff.id === who;

/**
 * Has this human being a part in it: then they do not approve, confirm, count, certify or judge it, whatever post they
 * hold. `parts` are the ids of everybody whose matter it is, as they stand in the case.
 */
export const hasPart = (actor: Actor, parts: readonly Id[]): boolean =>
  actor.clock !== true && isSame(actor, ...parts);

/**
 * The one id under which a human being counts once, where there is one of something for each: a ballot, a set of claims.
 * The work identity where there is or was one, else the person.
 */
export function onceOf({ id, staff, selves = [] }: Actor): string {
  const work = [...(staff ? [staff.id] : []), ...selves.filter((each) => !each.startsWith('u_'))];
  return [...work].sort()[0] ?? id;
}
