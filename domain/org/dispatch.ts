/**
 * Who gets it: service × place × day → post → person, as pure functions over an area's own data.
 *
 * The most specific rule wins: first the deeper place, then the narrower service. Two rules of equal rank that are in
 * force on one day are a mistake in the table; `faults.ts` reports them before they go live. A rule names a post; when
 * nobody can be reached there, the rule's fallbacks are asked in their order, then the same kind of post further up
 * the tree. Every post that was passed over is kept with the ticket.
 */
import { type Service, subjectsOf } from '../catalogue/catalogue';
import { DAY, type DayName, dayName, weekday } from '../time/day';
import {
  type Area,
  ancestorsOf,
  depthOf,
  isWithin,
  type Person,
  POST_KINDS,
  type Post,
  type PostKind,
  type Responsibility,
} from './org';

/** What dispatch needs to know of a service; a ticket keeps as much. */
export type Subject = Pick<Service, 'id' | 'office'>;

/** Why a post did not answer: there is none here · nobody fit holds it · nobody fit is on duty. */
export type Lack = 'missing' | 'vacant' | 'off';

/** A post that should have answered earlier; `post` is its name, or its kind where there is none. */
export interface Passed {
  readonly post: string;
  readonly lack: Lack;
}

export interface Answerable {
  readonly post: Post;
  readonly rule: Responsibility;
  /** The place that was asked about. */
  readonly path: string;
  /** Named by the rule itself, by its fallbacks, or found further up the tree. */
  readonly by: 'rule' | 'otherwise' | 'above';
  readonly passed: readonly Passed[];
}

/** Points of a person; their sum decides, the roster's order on a tie. */
export interface Score {
  readonly load: number;
  readonly distance: number;
  readonly continuity: number;
  readonly fairness: number;
}

/** The most points that each part can give. */
export const SCORE_MAX: Score = { load: 40, distance: 25, continuity: 20, fairness: 15 };

/** What is known of a person's work when somebody must be chosen. All optional: nothing known is nothing in hand. */
export interface Standing {
  /** Open tickets in hand. */
  readonly open?: number;
  /** When the last of them was handed over (ms). */
  readonly lastAt?: number | null;
  /** Has handled this reporter or this place before. */
  readonly known?: boolean;
}

/** Why this person: kept with the ticket and shown to everyone concerned. */
export interface Why {
  readonly rule: string;
  readonly clause: string;
  readonly post: string;
  /** Open tickets in hand when chosen. */
  readonly load: number;
  /** How many on duty could have been chosen. */
  readonly among: number;
  /** Absent when a person chose by hand. */
  readonly score?: Score;
  /** Who should have answered before this post. */
  readonly passed?: readonly Passed[];
}

export interface Assignment {
  readonly post: Post;
  readonly person: Person;
  readonly why: Why;
}

/** Is a rule in force on this day of China? */
export function inForce(rule: Pick<Responsibility, 'from' | 'until'>, day: DayName): boolean {
  return (rule.from ?? day) <= day && day <= (rule.until ?? day);
}

/** Every rule of the highest rank for this service at this place at `now` (ms); more than one means a tie. */
export function bestRules(area: Area, service: Subject, path: string, now: number): Responsibility[] {
  return bestOn(linesAbout(area, service), ancestorsOf(path), dayName(now));
}

/** The lines of one subject, by place. */
export type Lines = ReadonlyMap<string, readonly Responsibility[]>;

/** The lines about a service, the narrowest subject first. */
export function linesAbout(area: Area, service: Subject): Lines[] {
  const { rules } = indexOf(area);
  return subjectsOf(service)
    .reverse()
    .map((subject) => rules.get(subject))
    .filter((lines) => lines !== undefined);
}

/** The same as `bestRules`, where a service's lines and a place's ancestors (deepest first) are at hand. */
export function bestOn(
  lines: readonly Lines[],
  ancestors: readonly string[],
  day: DayName,
): Responsibility[] {
  for (const place of ancestors) {
    for (const table of lines) {
      const found = table.get(place)?.filter((rule) => inForce(rule, day));
      if (found && found.length > 0) return found;
    }
  }
  return [];
}

/** One post that a rule leads to; `post` is null where the tree has no such post. */
export interface Link {
  readonly named: string;
  readonly by: Answerable['by'];
  readonly post: Post | null;
}

/**
 * The posts that a rule leads to at a place, in the order in which they are asked: its own, its fallbacks, then for
 * each of them the posts of that kind further up the tree (of an office: those of the same unit).
 */
export function* chainOf(area: Area, rule: Responsibility, path: string): Generator<Link> {
  const index = indexOf(area);
  const ancestors = ancestorsOf(path);
  const links: Link[] = [];
  for (const named of [rule.post, ...(rule.otherwise ?? [])]) {
    const post = isKind(named) ? nearest(index, named, ancestors) : (index.posts.get(named) ?? null);
    const link: Link = { named, by: links.length === 0 ? 'rule' : 'otherwise', post };
    links.push(link);
    yield link;
  }
  const seen = new Set(links.map(({ post }) => post));
  for (const { named, post } of links) {
    for (const higher of post ? aboveOf(index, post) : []) {
      if (!seen.has(higher)) yield { named, by: 'above', post: higher };
      seen.add(higher);
    }
  }
}

/** The post that answers on paper: held by somebody fit, whoever is on duty. Null at a gap, a tie, or with all vacant. */
export function answerable(area: Area, service: Subject, path: string, now: number): Answerable | null {
  const [rule, ...others] = bestRules(area, service, path, now);
  return rule && others.length === 0 ? firstOf(area, rule, path, onPaper(area, rule)) : null;
}

/** The post that answers at this moment: somebody fit is on duty there. Null when nobody is: then it waits in the pool. */
export function answerableNow(
  area: Area,
  service: Subject,
  path: string,
  now: number,
  except: readonly string[] = [],
): Answerable | null {
  const [rule, ...others] = bestRules(area, service, path, now);
  if (!rule || others.length > 0) return null;
  const onPaperToo = onPaper(area, rule);
  return firstOf(area, rule, path, (post) => {
    const lack = onPaperToo(post);
    return lack ?? (candidatesOf(area, { post, rule }, now, except).length > 0 ? null : 'off');
  });
}

/** Walks a rule's chain to the first post that lacks nothing. */
export function firstOf(
  area: Area,
  rule: Responsibility,
  path: string,
  lackOf: (post: Post) => Lack | null,
): Answerable | null {
  const passed: Passed[] = [];
  for (const { named, by, post } of chainOf(area, rule, path)) {
    const lack = post ? lackOf(post) : 'missing';
    if (lack) passed.push({ post: post?.name ?? named, lack });
    else if (post) return { post, rule, path, by, passed };
  }
  return null;
}

/** Judges a post by its holders alone. */
export function onPaper(area: Area, rule: Responsibility): (post: Post) => Lack | null {
  const { persons } = indexOf(area);
  return (post) =>
    post.holders.some(({ person }) => isFit(persons.get(person), rule.skill)) ? null : 'vacant';
}

/** The holders of a post who are on duty at `now` (ms): rostered for the weekday, not on leave, not `except`. */
export function onDuty(area: Area, post: Post, now: number, except: readonly string[] = []): Person[] {
  const { persons } = indexOf(area);
  const today = weekday(now) || 7;
  return post.holders
    .filter((holder) => !except.includes(holder.person) && (holder.days?.includes(today) ?? true))
    .map((holder) => persons.get(holder.person))
    .filter((person) => person !== undefined)
    .filter((person) => !person.leave.some((away) => away.from <= now && now < away.until));
}

/** Those on duty at a post who have the skill that the rule asks for. */
export function candidatesOf(
  area: Area,
  { post, rule }: Pick<Answerable, 'post' | 'rule'>,
  now: number,
  except: readonly string[] = [],
): Person[] {
  return onDuty(area, post, now, except).filter((person) => isFit(person, rule.skill));
}

/**
 * Chooses the person: fit, on duty, most points, the roster's order on a tie. Null when nobody is eligible, and then
 * the ticket goes to the pool and the desk is told; never to someone off duty.
 */
export function assign(
  area: Area,
  target: Answerable,
  now: number,
  standings: Readonly<Record<string, Standing>>,
  except: readonly string[] = [],
): Assignment | null {
  const candidates = candidatesOf(area, target, now, except);
  const least = Math.min(...candidates.map(({ id }) => standings[id]?.open ?? 0));
  const rated = candidates.map((person) => {
    const standing = standings[person.id] ?? {};
    return {
      person,
      standing,
      score: scoreOf(standing, placeOf(area, person), { path: target.path, least, now }),
    };
  });
  const [first, ...others] = rated;
  if (!first) return null;
  const best = others.reduce(
    (high, next) => (totalOf(next.score) > totalOf(high.score) ? next : high),
    first,
  );
  const { post, rule, passed } = target;
  return {
    post,
    person: best.person,
    why: {
      rule: rule.id,
      clause: rule.clause ?? '',
      post: post.name,
      load: best.standing.open ?? 0,
      among: candidates.length,
      score: best.score,
      ...(passed.length > 0 ? { passed } : {}),
    },
  };
}

/**
 * The points of one person, whole numbers. Load: all of it for the least in hand (`least`) and less in proportion.
 * Distance: the deepest level of the tree that a post of theirs shares with the place, from micro-grid to area.
 * Continuity: knows this reporter or place. Fairness: grows over the day since something was last handed to them.
 */
export function scoreOf(
  { open = 0, lastAt = null, known = false }: Standing,
  posts: readonly string[],
  { path, least, now }: { path: string; least: number; now: number },
): Score {
  const shared = Math.max(0, ...posts.map((post) => sharedDepth(post, path) - AREA_DEPTH));
  const rested = lastAt === null ? 1 : Math.min(1, Math.max(0, now - lastAt) / DAY);
  return {
    load: Math.round((SCORE_MAX.load * (1 + least)) / (1 + open)),
    distance: Math.round((SCORE_MAX.distance * Math.min(shared, LEVELS)) / LEVELS),
    continuity: known ? SCORE_MAX.continuity : 0,
    fairness: Math.round(SCORE_MAX.fairness * rested),
  };
}

/** All points together, 0–100. */
export function totalOf({ load, distance, continuity, fairness }: Score): number {
  return load + distance + continuity + fairness;
}

const LOCAL: readonly PostKind[] = ['grid-worker', 'property'];

/** Everybody on duty whom a dispatcher may choose for a ticket at this place: the nearest of the place first, then the offices. */
export function assignable(area: Area, path: string, now: number): { post: Post; person: Person }[] {
  return area.posts
    .filter((post) => post.kind === 'office' || (LOCAL.includes(post.kind) && isWithin(path, post.path)))
    .sort((a, b) => depthOf(b.path) - depthOf(a.path))
    .flatMap((post) => onDuty(area, post, now).map((person) => ({ post, person })));
}

/** Why somebody is offered, the most obvious first: the table names their post; they answer for the place; neither. */
export type Standpoint = 'named' | 'local' | 'office';

/**
 * The same people for one subject, with why each is offered: whom the table names first, then the place's own, then the
 * offices; whose unit gave it back already comes last.
 */
export function offered(
  area: Area,
  subject: Subject,
  path: string,
  now: number,
  returnedBy: readonly string[] = [],
): { post: Post; person: Person; why: Standpoint; returned: boolean }[] {
  const named = answerable(area, subject, path, now)?.post.id;
  const order: readonly Standpoint[] = ['named', 'local', 'office'];
  return assignable(area, path, now)
    .map(({ post, person }) => {
      const why: Standpoint = post.id === named ? 'named' : LOCAL.includes(post.kind) ? 'local' : 'office';
      return { post, person, why, returned: returnedBy.includes(post.unit) };
    })
    .sort((a, b) => Number(a.returned) - Number(b.returned) || order.indexOf(a.why) - order.indexOf(b.why));
}

/** county/town/area/ is 3 deep; village, grid and micro-grid come below. */
const AREA_DEPTH = 3;
const LEVELS = 3;

function sharedDepth(one: string, other: string): number {
  const parts = other.split('/');
  const differs = one.split('/').findIndex((part, nth) => part === '' || part !== parts[nth]);
  return Math.max(0, differs);
}

/** Where a person works: the paths of the posts they hold. */
function placeOf(area: Area, { id }: Person): string[] {
  return area.posts
    .filter(({ holders }) => holders.some(({ person }) => person === id))
    .map(({ path }) => path);
}

function isFit(person: Person | undefined, skill: string | undefined): boolean {
  return person !== undefined && (skill === undefined || person.skills.includes(skill));
}

export function isKind(name: string): name is PostKind {
  return (POST_KINDS as readonly string[]).includes(name);
}

/** An area by what is asked of it. Areas never change, so each is looked through once. */
interface Index {
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, readonly Responsibility[]>>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly kinds: ReadonlyMap<PostKind, ReadonlyMap<string, readonly Post[]>>;
  readonly persons: ReadonlyMap<string, Person>;
}
const indexes = new WeakMap<Area, Index>();

function indexOf(area: Area): Index {
  const kept = indexes.get(area);
  if (kept) return kept;
  const made: Index = {
    rules: grouped(
      area.responsibility,
      ({ service }) => service,
      ({ place }) => place,
    ),
    posts: new Map(area.posts.map((post) => [post.id, post])),
    kinds: grouped(
      area.posts,
      ({ kind }) => kind,
      ({ path }) => path,
    ),
    persons: new Map(area.persons.map((person) => [person.id, person])),
  };
  indexes.set(area, made);
  return made;
}

function grouped<T, K>(all: readonly T[], outer: (one: T) => K, inner: (one: T) => string) {
  const groups = new Map<K, Map<string, T[]>>();
  for (const one of all) {
    const group = groups.get(outer(one)) ?? new Map<string, T[]>();
    groups.set(outer(one), group.set(inner(one), [...(group.get(inner(one)) ?? []), one]));
  }
  return groups;
}

function nearest({ kinds }: Index, kind: PostKind, ancestors: readonly string[]): Post | null {
  const paths = kinds.get(kind);
  for (const path of ancestors) {
    const found = paths?.get(path)?.[0];
    if (found) return found;
  }
  return null;
}

function aboveOf({ kinds }: Index, post: Post): Post[] {
  const higher = ancestorsOf(post.path).slice(1);
  const found = higher.flatMap((path) => kinds.get(post.kind)?.get(path) ?? []);
  return post.kind === 'office' ? found.filter(({ unit }) => unit === post.unit) : found;
}
