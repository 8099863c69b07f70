/**
 * Who is there: the duty roster of posts and the leave of persons. Who may change what, and what a leave would leave
 * open, found with the same table that dispatch uses. All moments in ms.
 */
import type { Service } from '../catalogue/catalogue';
import { DAY, type DayName, dayName, dayNumber, dayStart } from '../time/day';
import { bestOn, firstOf, linesAbout, onDuty, onPaper } from './dispatch';
import {
  type Area,
  ancestorsOf,
  type Holder,
  isWithin,
  type Person,
  type Post,
  type Responsibility,
} from './org';
import { isDeskPost, isLeading, leadsUnit, may, type Office } from './policy';

/** Away from … until (half open). Why is nobody's business and never asked. */
export type Leave = Person['leave'][number];

/** The longest leave, and how far ahead one may begin. */
export const LEAVE_MAX = 366 * DAY;
/** What a leave leaves open is looked at for so many days. */
export const LOOKED_DAYS = 31;
export const HOLDERS_MAX = 20;

/** May this be entered now? It begins today or later, ends after it begins, and is no longer than a year. */
export function isLeave({ from, until }: Leave, now: number): boolean {
  return (
    from >= dayStart(dayNumber(now)) &&
    from <= now + LEAVE_MAX &&
    until > Math.max(from, now) &&
    until - from <= LEAVE_MAX
  );
}

/** With one more stretch, in order; stretches that touch become one. */
export function withLeave(leave: readonly Leave[], more: Leave): Leave[] {
  const kept: Leave[] = [];
  for (const next of [...leave, more].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last && next.from <= last.until)
      kept[kept.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
    else kept.push({ from: next.from, until: next.until });
  }
  return kept;
}

/** Without a stretch: it goes when it lies ahead, and ends at `now` when it has begun. Null when there is no such stretch. */
export function withoutLeave(leave: readonly Leave[], gone: Leave, now: number): Leave[] | null {
  const found = leave.find(({ from, until }) => from === gone.from && until === gone.until);
  if (!found || found.until <= now) return null;
  return leave.flatMap((one) => {
    if (one !== found) return [one];
    return found.from < now ? [{ from: found.from, until: now }] : [];
  });
}

/** A person of the staff, as far as the roster asks. */
export type Keeper = Pick<Office, 'id' | 'posts' | 'leads'>;

/**
 * May this person say who holds a post? Who leads its unit, and the dispatchers and leaders of the place. Who dispatches
 * and who leads is only for leaders to say, so that nobody makes a leader of themselves.
 */
export function keepsPost(keeper: Keeper, post: Post): boolean {
  if (isDeskPost(post)) return may(keeper, 'keepDesk', post.path);
  return may(keeper, 'keepRoster', post.path) || leadsUnit(keeper, post.unit);
}

/**
 * Would this change what `person` holds of the post: in, out, or on other days? Nobody does that for themselves: somebody
 * else who keeps the post does.
 */
export function touchesOwn({ holders }: Post, next: readonly Holder[], person: string): boolean {
  const line = (all: readonly Holder[]) => {
    const own = all.find((holder) => holder.person === person);
    return own ? JSON.stringify(own.days ?? WEEK) : '';
  };
  return line(holders) !== line(next);
}

/** May this person enter this leave? Their own; and of those who hold a post that they keep, or dispatch from. */
export function keepsLeave(area: Area, keeper: Keeper, person: string): boolean {
  return (
    person === keeper.id ||
    postsOf(area, person).some((post) => may(keeper, 'enterLeave', post.path) || keepsPost(keeper, post))
  );
}

/**
 * Would this leave, entered for somebody else, leave a post without anybody who takes its work, where `keeper` does not
 * lead? A dispatcher enters leave; that nobody is left is for whoever leads the unit or the place to say, or for the
 * person. All days of the leave are looked at, so that none hides behind the first month.
 */
export function emptiesUnasked(
  area: Area,
  services: readonly Service[],
  keeper: Keeper,
  { person, ...leave }: Leave & { readonly person: string },
): boolean {
  if (person === keeper.id) return false;
  for (let { from } = leave; from < leave.until; from += LOOKED_DAYS * DAY) {
    const open = uncovered(area, services, person, { from, until: leave.until });
    if (open.some((one) => isEmptied(one) && !leadsAt(keeper, one.post))) return true;
  }
  return false;
}

/** Nobody takes some of its work, or nobody at all stands in for it. */
export const isEmptied = ({ lost, standIns }: Uncovered): boolean => lost.length > 0 || standIns.length === 0;

const leadsAt = (keeper: Keeper, post: Post): boolean =>
  may(keeper, 'keepDesk', post.path) || leadsUnit(keeper, post.unit);

/** Who hears that a leave was entered or taken back for somebody else: they, who leads their units, and the leaders there. */
export function hearOfLeave(area: Area, keeper: Keeper, person: string): string[] {
  if (person === keeper.id) return [];
  const posts = postsOf(area, person);
  const leads = area.units.filter(({ id }) => posts.some(({ unit }) => unit === id)).map(({ lead }) => lead);
  const leaders = area.posts
    .filter((post) => isLeading(post) && posts.some(({ path }) => isWithin(path, post.path)))
    .flatMap(({ holders }) => holders.map((holder) => holder.person));
  return [...new Set([person, ...leads, ...leaders])].filter((id): id is string => !!id && id !== keeper.id);
}

/** May this person be put on a post of this unit? Who works there or leads it, and who holds no post at all. */
export function mayJoin(area: Area, unit: string, person: string): boolean {
  const posts = postsOf(area, person);
  if (posts.length === 0) return area.persons.some(({ id }) => id === person);
  return (
    posts.some((post) => post.unit === unit) ||
    area.units.some(({ id, lead }) => id === unit && lead === person)
  );
}

export function postsOf(area: Area, person: string): Post[] {
  return area.posts.filter(({ holders }) => holders.some((holder) => holder.person === person));
}

/** Is this a roster of a post in this area: known persons, each once, real weekdays, in order? */
export function isRoster(area: Area, holders: readonly Holder[]): boolean {
  const persons = holders.map(({ person }) => person);
  return (
    holders.length <= HOLDERS_MAX &&
    new Set(persons).size === persons.length &&
    persons.every((id) => area.persons.some((person) => person.id === id)) &&
    holders.every(({ days }) => days === undefined || (days.length > 0 && isSortedOnce(days)))
  );
}

/** The weekdays (1 Monday … 7 Sunday) for which nobody is rostered. */
export function daysWithout({ holders }: Post): number[] {
  return WEEK.filter((day) => !holders.some(({ days }) => days?.includes(day) ?? true));
}

/** A post at which nobody would be, on which days, and who would get its work. */
export interface Uncovered {
  readonly post: Post;
  readonly days: readonly DayName[];
  /** Names of the posts that take over. */
  readonly standIns: readonly string[];
  /** Ids of services that nobody would take at some place of it: they wait in the pool. */
  readonly lost: readonly string[];
}

/**
 * What a leave would leave open beyond what is open already: each post of the person at which nobody else is on duty,
 * with the days, the posts that the table asks next, and the services for which it finds nobody. Looks at the first
 * `LOOKED_DAYS` days; days on which the same people are there are judged once.
 */
export function uncovered(
  area: Area,
  services: readonly Service[],
  person: string,
  leave: Leave,
): Uncovered[] {
  const absent = withPersonLeave(area, person, (old) => withLeave(old, leave));
  const own = postsOf(area, person);
  const found = new Map<Post, { days: DayName[]; standIns: Set<string>; lost: Set<string> }>();
  const judged = new Map<string, readonly { post: Post; to: string | null; service: string }[]>();
  for (const at of daysIn(leave)) {
    const empty = own.filter(
      (post) =>
        onDuty(area, post, at).some(({ id }) => id === person) && onDuty(absent, post, at).length === 0,
    );
    if (empty.length === 0) continue;
    const [before, after] = [staffedAt(area, at), staffedAt(absent, at)];
    const key = JSON.stringify([empty.map(({ id }) => id), after.posts.map(({ holders }) => holders)]);
    const moved = judged.get(key) ?? movedOn({ before, after, empty, services, day: dayName(at) });
    judged.set(key, moved);
    for (const post of empty) {
      const entry = found.get(post) ?? { days: [], standIns: new Set(), lost: new Set() };
      found.set(post, entry);
      entry.days.push(dayName(at));
      for (const { post: from, to, service } of moved) {
        if (from !== post) continue;
        if (to === null) entry.lost.add(service);
        else entry.standIns.add(to);
      }
    }
  }
  return [...found].map(([post, { days, standIns, lost }]) => ({
    post,
    days,
    standIns: [...standIns],
    lost: [...lost],
  }));
}

/** The same area with one person's leave changed. */
export function withPersonLeave(
  area: Area,
  person: string,
  change: (leave: readonly Leave[]) => readonly Leave[],
): Area {
  return {
    ...area,
    persons: area.persons.map((one) => (one.id === person ? { ...one, leave: change(one.leave) } : one)),
  };
}

/** The same area with one post's holders changed. */
export function withHolders(area: Area, post: string, holders: readonly Holder[]): Area {
  return { ...area, posts: area.posts.map((one) => (one.id === post ? { ...one, holders } : one)) };
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** One moment of each day of a leave, at most `LOOKED_DAYS`: midday where the leave covers it. */
function daysIn({ from, until }: Leave): number[] {
  const [first, last] = [dayNumber(from), Math.min(dayNumber(until - 1), dayNumber(from) + LOOKED_DAYS - 1)];
  const midday = (day: number) => Math.min(Math.max(dayStart(day) + DAY / 2, from), until - 1);
  return Array.from({ length: last - first + 1 }, (_, nth) => midday(first + nth));
}

/** The area as if only those existed in their posts who are on duty at `at`: the table then answers for that day. */
function staffedAt(area: Area, at: number): Area {
  return {
    ...area,
    posts: area.posts.map((post) => ({
      ...post,
      holders: onDuty(area, post, at).map(({ id }) => ({ person: id })),
    })),
  };
}

/** Of the posts that are empty after: which services pass to which post (its name), or to nobody, on that day. */
function movedOn({ before, after, empty, services, day }: Asked) {
  const lines = services.map((service) => ({ service: service.id, about: linesAbout(before, service) }));
  const moved = new Map<string, { post: Post; to: string | null; service: string }>();
  for (const { kind, path } of before.nodes) {
    if (kind !== 'micro' || !empty.some((post) => isWithin(path, post.path))) continue;
    const ancestors = ancestorsOf(path);
    // Many services share a rule: its chain is walked once at each place.
    const walked = new Map<Responsibility, { post: Post; to: string | null } | null>();
    for (const { service, about } of lines) {
      const [rule, ...others] = bestOn(about, ancestors, day);
      if (!rule || others.length > 0) continue;
      const step = walked.has(rule) ? walked.get(rule) : stepOf(before, after, rule, path, empty);
      walked.set(rule, step ?? null);
      if (step) moved.set(`${service}|${step.post.id}|${step.to}`, { ...step, service });
    }
  }
  return [...moved.values()];
}

interface Asked {
  readonly before: Area;
  readonly after: Area;
  readonly empty: readonly Post[];
  readonly services: readonly Service[];
  readonly day: DayName;
}

function stepOf(before: Area, after: Area, rule: Responsibility, path: string, empty: readonly Post[]) {
  const from = firstOf(before, rule, path, onPaper(before, rule))?.post.id;
  const post = empty.find(({ id }) => id === from);
  return post ? { post, to: firstOf(after, rule, path, onPaper(after, rule))?.post.name ?? null } : null;
}

function isSortedOnce(days: readonly number[]): boolean {
  return days.every((day, nth) => WEEK.includes(day) && (nth === 0 || day > (days[nth - 1] ?? 0)));
}
