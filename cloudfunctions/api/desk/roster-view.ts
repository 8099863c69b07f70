/** Duty and leave as one reader may see them: who works in a unit sees it, who dispatches or leads sees the area. */
import type { AwayView, PostView, RosterView } from '@/contract/roster';
import type { Actor, Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { onDuty } from '@/domain/org/dispatch';
import type { Area, Post, Unit } from '@/domain/org/org';
import { isMember, may, worksIn } from '@/domain/org/policy';
import { daysWithout, keepsLeave, keepsPost, type Leave, mayJoin, postsOf } from '@/domain/org/roster';
import { personName, sayLeave, sayWeekdays } from '@/domain/org/roster-words';
import { DAY } from '@/domain/time/day';
import { inHandOf } from '../../runtime/tickets';

/** Leave that begins within so long (ms) is shown beforehand. */
const SOON = 14 * DAY;

/** Who reads, and their work identity. */
interface Reader {
  readonly actor: Actor;
  readonly staff: Staff;
}

/** One unit's roster, and who of all that the reader sees is away; one call at most, for what they have in hand. */
export async function rosterOf(
  home: Area,
  { actor, staff }: Reader,
  wanted: string | undefined,
  now: number,
): Promise<RosterView> {
  const units = unitsSeen(home, staff);
  const unit = wanted === undefined ? ownFirst(units, staff) : units.find(({ id }) => id === wanted);
  if (!unit) throw new Refusal('NOT_FOUND');
  const posts = home.posts.filter((post) => post.unit === unit.id);
  return {
    rev: home.rev ?? 0,
    me: staff.id,
    units: units.map(({ id, name }) => ({ id, name })),
    unit: unit.id,
    posts: posts.map((post) => postOf(home, staff, post, now)),
    people: home.persons
      .filter(({ id }) => mayJoin(home, unit.id, id))
      .map(({ id, name }) => ({ id, name, mayLeave: keepsLeave(home, staff, id) })),
    away: await awayOf(home, { actor, staff }, new Set(units.map(({ id }) => id)), now),
  };
}

/** Units that this person works in or leads, and those of the part of the tree where they dispatch or lead. */
function unitsSeen(home: Area, staff: Staff): Unit[] {
  return home.units.filter(({ id, path }) => worksIn(staff, id) || may(staff, 'readRoster', path));
}

const ownFirst = (units: readonly Unit[], staff: Staff): Unit | undefined =>
  units.find(({ id }) => isMember(staff, id)) ?? units[0];

function postOf(home: Area, staff: Staff, post: Post, now: number): PostView {
  const there = new Set(onDuty(home, post, now).map(({ id }) => id));
  const gap = sayWeekdays(daysWithout(post));
  return {
    id: post.id,
    name: post.name,
    holders: post.holders.map(({ person, days }) => ({
      person,
      name: personName(home, person),
      days: days ?? [],
      words: sayWeekdays(days),
      away: isAway(home, person, now),
    })),
    gap: post.holders.length === 0 ? '还没有人' : gap && `${gap}没有排班`,
    today: [...there].map((id) => personName(home, id)).join('、'),
    mayChange: keepsPost(staff, post),
  };
}

const isAway = ({ persons }: Area, id: string, now: number): boolean =>
  persons.find((person) => person.id === id)?.leave.some(({ from, until }) => from <= now && now < until) ??
  false;

async function awayOf(
  home: Area,
  { actor, staff }: Reader,
  units: ReadonlySet<string>,
  now: number,
): Promise<AwayView[]> {
  // one's own leave is seen however far ahead
  const shown = (id: string, { from, until }: Leave) =>
    until > now && (id === staff.id || from <= now + SOON);
  const seen = home.persons.filter(
    ({ id, leave }) =>
      leave.some((one) => shown(id, one)) &&
      (id === staff.id || postsOf(home, id).some(({ unit }) => units.has(unit))),
  );
  const mayKnow = (id: string) => id === staff.id || keepsLeave(home, staff, id);
  const inHand = await inHandOf(seen.map(({ id }) => id).filter(mayKnow), actor);
  return seen
    .flatMap(({ id, name, leave }) =>
      leave
        .filter((one) => shown(id, one))
        .map(({ from, until }) => ({
          person: id,
          name,
          from,
          until,
          words: sayLeave({ from, until }, now),
          begun: from <= now,
          inHand: mayKnow(id) ? (inHand[id] ?? 0) : null,
          mayChange: mayKnow(id),
        })),
    )
    .sort((a, b) => a.from - b.from);
}
