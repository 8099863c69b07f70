/**
 * Who may do what by the posts they hold today. This is the only place where posts and leads are asked for authority.
 *
 * A post gives authority over its path: the part of the tree that it answers for, and all below. Its kind alone gives
 * none, so that a village's leader changes nothing that reaches the whole area. A case may name somebody who once had
 * it; whether that person still has a part in it is asked here, of the posts of today.
 */
import { type Area, isWithin, type Post, type PostKind } from './org';

/** A work identity, as far as authority asks: which area's list it stands in, the posts held and the units led today. */
export interface Office {
  readonly id: string;
  readonly area: string;
  readonly posts: readonly Post[];
  readonly leads: readonly string[];
}

const DISPATCHER = ['dispatcher'] as const satisfies readonly PostKind[];
const LEADER = ['leader'] as const satisfies readonly PostKind[];
const DESK = ['dispatcher', 'leader'] as const satisfies readonly PostKind[];

/** What a post is needed for. Each deed names the kinds of post that give it, over the path that it reaches. */
export const POLICY = {
  /** The desk's own work in one case, and its lists. */
  dispatch: DISPATCHER,
  readPool: DISPATCHER,
  readChecks: DISPATCHER,
  readCalls: DISPATCHER,
  /** What somebody asked for and a second person must grant. */
  readConsents: DESK,
  reviewWishes: DISPATCHER,
  /** What a leader decides in one case. */
  direct: LEADER,
  /** Lists of what went wrong or stays open, and what is counted. */
  readRulings: DESK,
  readLate: DESK,
  readLong: DESK,
  readRates: DESK,
  readPrecedents: DESK,
  /** Duty: who is put on which post. Who dispatches and who leads is for leaders to say. */
  readRoster: DESK,
  keepRoster: DESK,
  keepDesk: LEADER,
  /** From where leave is entered, besides by whoever keeps the post. */
  enterLeave: DISPATCHER,
  /** The table of responsibility, the menu, calendars, texts, rules. */
  readTable: DESK,
  saveTable: LEADER,
  readMenu: DESK,
  saveMenu: LEADER,
  readCalendar: DESK,
  saveCalendar: LEADER,
  saveReplies: DESK,
  savePointRules: LEADER,
  /** What a community does together. */
  runActivities: DESK,
  readVolunteers: DESK,
  importEnrolments: DESK,
  announceHonour: DESK,
  organiseHonour: DISPATCHER,
  settleHonour: LEADER,
  /** The three bodies that answer for a record; a property manager is nobody’s judge. */
  actInField: ['grid-worker', 'office'],
  actAtDesk: DISPATCHER,
  actAsLeader: LEADER,
} as const satisfies Readonly<Record<string, readonly PostKind[]>>;
export type Deed = keyof typeof POLICY;

/** Holds a post of one of these kinds over the whole of `path`. */
export function covers({ posts }: Pick<Office, 'posts'>, kinds: readonly PostKind[], path: string): boolean {
  return posts.some((post) => kinds.includes(post.kind) && isWithin(path, post.path));
}

/** May this person do this with all that lies at or below `path`? */
export function may(staff: Pick<Office, 'posts'>, deed: Deed, path: string): boolean {
  return covers(staff, POLICY[deed], path);
}

/** How far up a change reaches that this person makes at `path`: the widest of their posts over it; null for none. */
export function reachOf({ posts }: Pick<Office, 'posts'>, deed: Deed, path: string): string | null {
  const kinds: readonly PostKind[] = POLICY[deed];
  const over = posts.filter((post) => kinds.includes(post.kind) && isWithin(path, post.path));
  return over.map((post) => post.path).sort((a, b) => a.length - b.length)[0] ?? null;
}

/**
 * The parts of `path` for which this person may do this: the whole of it, or the paths inside that their posts cover,
 * none of which lies in another; none for who may not at all.
 */
export function partsOf({ posts }: Pick<Office, 'posts'>, deed: Deed, path: string): string[] {
  const kinds: readonly PostKind[] = POLICY[deed];
  return outermost(
    posts.filter(({ kind }) => kinds.includes(kind)).map((post) => post.path),
    path,
  );
}

/** The parts of `path` for which this person works at all, by any post they hold and any unit they lead. */
export function workplaceOf(
  { posts, leads }: Pick<Office, 'posts' | 'leads'>,
  { units }: Pick<Area, 'units'>,
  path: string,
): string[] {
  const led = units.filter(({ id }) => leads.includes(id)).map((unit) => unit.path);
  return outermost([...posts.map((post) => post.path), ...led], path);
}

function outermost(paths: readonly string[], path: string): string[] {
  if (paths.some((one) => isWithin(path, one))) return [path];
  const inside = [...new Set(paths.filter((one) => isWithin(one, path)))];
  return inside.filter((one) => !inside.some((other) => other !== one && isWithin(one, other))).sort();
}

/** Does this person work for this place: is it in the area, town or county in whose list they stand? */
export const isOfHere = ({ area }: Pick<Office, 'area'>, path: string): boolean => isWithin(path, area);

/** Holds a post of this unit today. */
export const isMember = ({ posts }: Pick<Office, 'posts'>, unit: string): boolean =>
  posts.some((post) => post.unit === unit);

/** Leads this unit today. */
export const leadsUnit = ({ leads }: Pick<Office, 'leads'>, unit: string): boolean => leads.includes(unit);

/** Leads any unit today. */
export const isLead = ({ leads }: Pick<Office, 'leads'>): boolean => leads.length > 0;

/** Holds a post of this unit today, or leads it. */
export const worksIn = (staff: Pick<Office, 'posts' | 'leads'>, unit: string): boolean =>
  isMember(staff, unit) || leadsUnit(staff, unit);

/** The units in which this person works today, each once. */
export const unitsOf = ({ posts, leads }: Pick<Office, 'posts' | 'leads'>): string[] => [
  ...new Set([...leads, ...posts.map(({ unit }) => unit)]),
];

/** The units this person leads today. */
export const ledUnits = ({ leads }: Pick<Office, 'leads'>): readonly string[] => leads;

/** Posts whose units are given tickets. */
const HANDLES: readonly PostKind[] = ['office', 'grid-worker', 'property'];

/** The unit whose new tickets this person sees: the first of theirs that is given any. */
export const handlingUnit = ({ posts }: Pick<Office, 'posts'>): string | undefined =>
  posts.find(({ kind }) => HANDLES.includes(kind))?.unit;

/** The desks that a phone shows to this person. What each answers is for the deeds above to say. */
export function desksOf({ posts }: Pick<Office, 'posts'>): ('worker' | 'dispatcher' | 'leader')[] {
  const holds = (kinds: readonly PostKind[]) => posts.some(({ kind }) => kinds.includes(kind));
  return [
    ...(holds(HANDLES) ? (['worker'] as const) : []),
    ...(holds(DISPATCHER) ? (['dispatcher'] as const) : []),
    ...(holds(LEADER) ? (['leader'] as const) : []),
  ];
}

/** A post of the desk: who sits there is for leaders to say. */
export const isDeskPost = ({ kind }: Pick<Post, 'kind'>): boolean => DESK.some((desk) => desk === kind);

/** A post from which a place is led: without anybody on it, nobody could be put on it from a screen. */
export const isLeading = ({ kind }: Pick<Post, 'kind'>): boolean => LEADER.some((leader) => leader === kind);

/**
 * The area in which one works for something smaller too: a post of these kinds over the area, or over a part of it. A
 * grid of the area is field enough to speak for it, and hands out its returns.
 */
export function actsFor({ posts }: Pick<Office, 'posts'>, kinds: readonly PostKind[], path: string): boolean {
  return posts.some(
    (post) => kinds.includes(post.kind) && (isWithin(path, post.path) || isWithin(post.path, path)),
  );
}

/**
 * The work identity of a person of this list, as it is today; null for who is not on it, and for who holds no post and
 * leads no unit: their name on the list gives them nothing.
 */
export function officeOf(home: Area, person: string): (Office & { phone: string; name: string }) | null {
  const found = home.persons.find(({ id }) => id === person);
  const posts = home.posts.filter(({ holders }) => holders.some((holder) => holder.person === person));
  const leads = home.units.filter(({ lead }) => lead === person).map(({ id }) => id);
  if (!found || (posts.length === 0 && leads.length === 0)) return null;
  return { id: found.id, name: found.name, phone: found.phone, area: home.path, posts, leads };
}

/** Of those who held this post before, who works in its unit no more. */
export function leaversOf(home: Area, before: Pick<Post, 'holders' | 'unit'>): string[] {
  return before.holders
    .map(({ person }) => person)
    .filter((person) => {
      const office = officeOf(home, person);
      return office === null || !worksIn(office, before.unit);
    });
}

/** Persons who may do this at `path` today, by the posts of this list, in its order. */
export function whoMay({ posts }: Pick<Area, 'posts'>, deed: Deed, path: string): string[] {
  const kinds: readonly PostKind[] = POLICY[deed];
  const held = posts
    .filter((post) => kinds.includes(post.kind) && isWithin(path, post.path))
    .flatMap(({ holders }) => holders.map(({ person }) => person));
  return [...new Set(held)];
}
