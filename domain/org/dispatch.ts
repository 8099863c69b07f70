/**
 * Who gets it: service × place → post → person, as pure functions over an area's own data.
 *
 * The most specific rule wins: first the deeper place, then the narrower service. Two rules of equal rank that
 * disagree are a mistake in the table; `findFaults` reports them before they go live.
 */
import { type Service, subjectsOf } from '../catalogue/catalogue';
import {
  type Area,
  depthOf,
  isWithin,
  type Person,
  type Post,
  type PostKind,
  postAt,
  type Responsibility,
} from './org';

const DAY = 86_400_000;
const CHINA = 8 * 3_600_000;
const KINDS: readonly string[] = ['grid-worker', 'office', 'dispatcher', 'leader'] satisfies PostKind[];

export interface Answerable {
  readonly post: Post;
  readonly rule: Responsibility;
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
}

export interface Assignment {
  readonly post: Post;
  readonly person: Person;
  readonly why: Why;
}

/** Every rule of the highest rank for this service at this place; more than one means a tie. */
export function bestRules(area: Area, service: Service, path: string): Responsibility[] {
  const subjects = subjectsOf(service);
  let best: Responsibility[] = [];
  let bestRank = -1;
  for (const rule of area.responsibility) {
    const narrow = subjects.indexOf(rule.service);
    if (narrow < 0 || !isWithin(path, rule.place)) continue;
    const rank = depthOf(rule.place) * 10 + narrow;
    if (rank > bestRank) {
      best = [rule];
      bestRank = rank;
    } else if (rank === bestRank) best.push(rule);
  }
  return best;
}

/** The post that answers for a service at a place, or null when the table has a gap or a tie there. */
export function answerable(area: Area, service: Service, path: string): Answerable | null {
  const rules = bestRules(area, service, path);
  const rule = rules[0];
  if (!rule || rules.length > 1) return null;
  const post = KINDS.includes(rule.post)
    ? postAt(area, rule.post as PostKind, path)
    : (area.posts.find((candidate) => candidate.id === rule.post) ?? null);
  return post ? { post, rule } : null;
}

/** The holders of a post who are on duty at `now` (ms): rostered for the weekday, not on leave, not `except`. */
export function onDuty(area: Area, post: Post, now: number, except: readonly string[] = []): Person[] {
  const weekday = ((Math.floor((now + CHINA) / DAY) + 3) % 7) + 1;
  return post.holders
    .filter((holder) => !except.includes(holder.person) && (holder.days?.includes(weekday) ?? true))
    .map((holder) => area.persons.find((person) => person.id === holder.person))
    .filter((person) => person !== undefined)
    .filter((person) => !person.leave.some((away) => away.from <= now && now < away.until));
}

/**
 * Chooses the person: on duty, lightest load, the roster's order on a tie. Null when nobody is eligible, and then
 * the ticket goes to the pool and the lead is told; never to someone off duty.
 */
export function assign(
  area: Area,
  target: Answerable,
  now: number,
  loads: Readonly<Record<string, number>>,
  except: readonly string[] = [],
): Assignment | null {
  const candidates = onDuty(area, target.post, now, except);
  const load = (person: Person) => loads[person.id] ?? 0;
  const person = candidates.reduce<Person | null>(
    (lightest, candidate) => (lightest === null || load(candidate) < load(lightest) ? candidate : lightest),
    null,
  );
  if (!person) return null;
  const { post, rule } = target;
  return {
    post,
    person,
    why: {
      rule: rule.id,
      clause: rule.clause ?? '',
      post: post.name,
      load: load(person),
      among: candidates.length,
    },
  };
}

/** Everybody on duty whom a dispatcher may choose for a ticket at this place: the nearest grid workers first, then the offices. */
export function assignable(area: Area, path: string, now: number): { post: Post; person: Person }[] {
  return area.posts
    .filter((post) => post.kind === 'office' || (post.kind === 'grid-worker' && isWithin(path, post.path)))
    .sort((a, b) => depthOf(b.path) - depthOf(a.path))
    .flatMap((post) => onDuty(area, post, now).map((person) => ({ post, person })));
}

export interface Fault {
  readonly service: string;
  readonly place: string;
  readonly fault: 'gap' | 'tie' | 'vacant';
}

/** Gaps and ties of the table: every service × every micro-grid must resolve to exactly one post. */
export function findFaults(area: Area, services: readonly Service[]): Fault[] {
  const micro = area.nodes.filter((node) => node.kind === 'micro');
  const faultAt = (service: Service, path: string): Fault['fault'] | null => {
    const found = answerable(area, service, path);
    if (found) return found.post.holders.length > 0 ? null : 'vacant';
    return bestRules(area, service, path).length > 1 ? 'tie' : 'gap';
  };
  return services.flatMap((service) =>
    micro.flatMap(({ path }) => {
      const fault = faultAt(service, path);
      return fault ? [{ service: service.id, place: path, fault }] : [];
    }),
  );
}
