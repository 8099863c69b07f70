/** Duty and leave: read, changed. The table of responsibility is asked what a leave would leave open before it is entered. */
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { Area } from '@/domain/org/org';
import { isLeading, leaversOf } from '@/domain/org/policy';
import {
  emptiesUnasked,
  hearOfLeave,
  isEmptied,
  isLeave,
  isRoster,
  keepsLeave,
  keepsPost,
  mayJoin,
  touchesOwn,
  uncovered,
  withLeave,
  withoutLeave,
} from '@/domain/org/roster';
import { personName, sayLeave, sayUncovered } from '@/domain/org/roster-words';
import { rosterOf as amendedRoster, leaveOf } from '../../runtime/amend';
import { digest } from '../../runtime/digest';
import { amendArea, area, areaAt, saveArea } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { putNotices } from '../../runtime/notices';
import { requireStaff } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { askSuccession, inHandOf, listFor } from '../../runtime/tickets';
import { LIST_CALENDAR, rowOf } from '../ticket/view';
import { rosterOf } from './roster-view';

export const readRoster = signed<'desk.roster'>(async ({ unit }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  return rosterOf(await area(staff.area), { actor, staff }, unit, now);
});

export const tryLeave = signed<'desk.absence'>(async ({ person, ...leave }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  const [home, menu] = [await area(staff.area), await catalogue(staff.area)];
  requireKept(home, staff, person);
  if (!isLeave(leave, now)) throw new Refusal('LEAVE_INVALID', { field: 'until' });
  const open = uncovered(home, menu.services, person, leave);
  return {
    words: sayLeave(leave, now),
    inHand: (await inHandOf([person], actor))[person] ?? 0,
    open: open.map((post) => ({
      ...sayUncovered(post, now, menu.services),
      lost: isEmptied(post),
    })),
  };
});

export const saveLeave = signed<'desk.leave'>(async ({ person, gone, ...leave }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  requireKept(await area(staff.area), staff, person);
  if (!gone && !isLeave(leave, now)) throw new Refusal('LEAVE_INVALID', { field: 'until' });
  const { services } = await catalogue();
  const amend = (home: Area) => {
    if (!gone && emptiesUnasked(home, services, staff, { person, ...leave }))
      throw new Refusal('LEAVE_EMPTIES', { field: 'person' });
    const before = home.persons.find(({ id }) => id === person)?.leave ?? [];
    const after = gone ? withoutLeave(before, leave, now) : withLeave(before, leave);
    if (!after) throw new Refusal('LEAVE_GONE');
    return leaveOf(home, person, after);
  };
  const home = await amendArea(staff.area, amend, { by: staff.id, at: now });
  const name = personName(home, person);
  const said = `${actor.name}${gone ? `取消了${name}的请假` : `给${name}登记了请假`}：${sayLeave(leave, now)}`;
  const about = { id: '', no: '', service: said };
  await putNotices(
    hearOfLeave(home, staff, person).map((to) => ({
      ...{
        _id: `n${digest('leave', staff.id, to, said, String(now))}`,
        to,
        at: now,
        kind: 'person-leave',
        about,
      },
    })),
  );
  return rosterOf(home, { actor, staff }, undefined, now);
});

export const saveHolders = signed<'desk.holders'>(async ({ post: id, holders, rev }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  const { posts: all } = await area(staff.area);
  const post = all.find((candidate) => candidate.id === id);
  if (!post) throw new Refusal('NOT_FOUND');
  if (!keepsPost(staff, post)) throw new Refusal('NOT_ALLOWED');
  const home = await areaAt(staff.area, rev);
  if (!isRoster(home, holders) || !holders.every(({ person }) => mayJoin(home, post.unit, person)))
    throw new Refusal('ROSTER_INVALID', { field: 'holders' });
  // An area without a leader could never get one again from its screens.
  if (isLeading(post) && holders.length === 0) throw new Refusal('ROSTER_NEEDS_LEADER');
  const before = home.posts.find((candidate) => candidate.id === id) ?? post;
  if (touchesOwn(before, holders, staff.id)) throw new Refusal('ROSTER_OWN', { field: 'holders' });
  const kept = holders.map(({ person, days }) => (days ? { person, days } : { person }));
  const saved = await saveArea(amendedRoster(home, id, kept), rev, { by: staff.id, at: now });
  await askSuccession(saved, leaversOf(saved, before), now);
  return rosterOf(saved, { actor, staff }, post.unit, now);
});

/** What somebody whose leave one keeps has in hand, so that it can be handed over, one by one. */
export const listInHand = signed<'desk.inhand'>(async ({ person, after }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  const home = await area(staff.area);
  requireKept(home, staff, person);
  const { rows, next } = await listFor(actor, {
    is: { 'handler.person': person, closedAt: null },
    sort: 'dueAt',
    direction: 'asc',
    after,
  });
  return {
    name: personName(home, person),
    rows: rows.map((ticket) => rowOf(ticket, { actor, now, calendar: LIST_CALENDAR })),
    next,
  };
});

/** A stranger and somebody else's colleague are the same answer. */
function requireKept(home: Area, staff: Staff, person: string): void {
  if (!keepsLeave(home, staff, person)) throw new Refusal('NOT_ALLOWED');
}
