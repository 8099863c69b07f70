/**
 * Whose skill fits what is needed: pure, and explained in words that people may read. What is needed may be a wish or an
 * activity. It offers, it never assigns: nobody is ranked.
 */
import type { Volunteering } from '../flow/actor';
import { isWithin } from '../org/org';
import { type SlotId, skillName, slotsOf } from './skills';

/** What somebody or something needs. */
export interface Need {
  /** Any of these skills will do; none = anybody can. */
  readonly skills: readonly string[];
  /** Teams whose work it is: being one of them will do, too. */
  readonly teams?: readonly string[];
  /** Where, as a path of the tree. */
  readonly path: string;
  /** When, if it has a time (ms). */
  readonly from?: number;
  readonly until?: number;
}

/** As much of a volunteer as matching looks at. No places or times means everywhere and always. */
export type Offer = Pick<Volunteering, 'skills' | 'places'> & Partial<Pick<Volunteering, 'times' | 'teams'>>;

export interface Fit {
  /** Nothing speaks against offering it. */
  readonly fits: boolean;
  /** The first skill of theirs that is asked for; null when none is asked for or none is there. */
  readonly skill: string | null;
  /** It is the work of a team of theirs. */
  readonly team: boolean;
  /** How near: 2 inside a part of the tree that they named, 1 they named none, 0 elsewhere. */
  readonly near: 0 | 1 | 2;
  /** Why it is offered, to them: 您会电工, 就在您登记的地方. */
  readonly why: readonly string[];
}

/** Does this suit this volunteer, and why. */
export function match(offer: Offer, need: Need): Fit {
  const skill = need.skills.find((id) => offer.skills.includes(id)) ?? null;
  const team = need.teams?.some((id) => offer.teams?.includes(id)) ?? false;
  const near = nearness(offer.places, need.path);
  const free = isFree(offer.times ?? [], need);
  const fits = (need.skills.length === 0 || skill !== null || team) && near > 0 && free;
  const timed = need.from !== undefined && (offer.times ?? []).length > 0;
  const why = [
    ...(skill ? [`您会${skillName(skill)}`] : []),
    ...(team ? ['您的志愿队办这类事'] : []),
    ...(near === 2 ? ['在您登记的地方'] : []),
    ...(timed && free ? ['您这时有空'] : []),
  ];
  return { fits, skill, team, near, why };
}

function nearness(places: readonly string[], path: string): Fit['near'] {
  if (places.length === 0) return 1;
  // A need of the whole work area lies in every village of it.
  return places.some((place) => isWithin(path, place) || isWithin(place, path)) ? 2 : 0;
}

/** A span they can be there for at least in part; a need without a time suits everybody. */
function isFree(times: readonly string[], { from, until }: Need): boolean {
  if (from === undefined || times.length === 0) return true;
  return slotsOf(from, until ?? from + 1).some((slot: SlotId) => times.includes(slot));
}
