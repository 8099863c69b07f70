/** The activity's rules bound to the machine: who is who, what is missing, what is barred, what is due. */
import type { Actor } from '../flow/actor';
import { type CommandBase, type Effect, flow, type Promised } from '../flow/flow';
import type { RefusalCode } from '../flow/refusal';
import { idsOf, isAtWork } from '../flow/same-person';
import { isOfHere, may } from '../org/policy';
import { CHECK_AFTER, CHECK_BEFORE } from '../record/hours';
import {
  type Activity,
  CAPACITY_MAX,
  isIn,
  type Plan,
  personsWith,
  REMIND_BEFORE,
  ROSTER_MAX,
  SPAN_MAX,
  SPAN_MIN,
  STORIES_MAX,
  STORY_WITHIN,
  seatOf,
  TURNS_MAX,
} from './activity';
import { ACTIVITY, type ActivityMove, type ActivityNeed, type ActivityRole } from './lifecycle';
import { joined, left, promotedBetween, type Roster, resized } from './roster';

export interface ActivityCommand extends CommandBase<Actor> {
  readonly text?: string;
  readonly photos?: readonly string[];
  /** For edit: the whole plan, and the place it is at. */
  readonly plan?: Plan;
  readonly at?: Pick<Activity, 'place' | 'orgPath'>;
}

const said = (text: string | undefined): string => text?.trim() ?? '';

export const activityFlow = flow<Activity, ActivityMove, ActivityRole, ActivityNeed, Actor, ActivityCommand>({
  name: 'activity',
  table: ACTIVITY,

  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),

  rolesOf(activity, actor) {
    if (actor.clock) return ['clock'];
    const roles: ActivityRole[] = [];
    const { staff } = actor;
    if (organises(activity, actor)) roles.push('organiser');
    if (staff && may(staff, 'runActivities', activity.orgPath)) roles.push('desk');
    if (isIn(seatOf(activity, actor.id))) roles.push('joined');
    if (actor.volunteer) roles.push('volunteer');
    return roles;
  },

  missing(need, command, activity): RefusalCode | null {
    switch (need) {
      case 'plan':
        return lackOfPlan(command, activity);
      case 'future':
        return activity.startsAt > command.now ? null : 'START_PASSED';
      case 'reason':
        return said(command.text) ? null : 'REASON_REQUIRED';
      case 'story':
        return said(command.text) || command.photos?.length ? null : 'NOTE_REQUIRED';
    }
  },

  barred(move, activity, actor, now): RefusalCode | null {
    if (move === 'join') return barOfJoin(activity, actor, now);
    if (move === 'finish') return actor.clock || now >= activity.startsAt ? null : 'CHECK_TOO_EARLY';
    if (move !== 'chronicle') return null;
    const stories = activity.history.filter((entry) => entry.move === 'chronicle').length;
    const over = activity.ended !== null && now > activity.ended.at + STORY_WITHIN;
    return stories >= STORIES_MAX || over ? 'NOT_ALLOWED' : null;
  },

  effect: (move, activity, command) => EFFECTS[move](activity, command),

  nextMoment(activity) {
    const moments = [
      activity.unheard.length > 0 ? activity.updatedAt : null,
      ...(activity.state === 'published'
        ? [activity.remindAt, activity.startsAt - CHECK_BEFORE]
        : activity.state === 'running'
          ? [activity.endsAt + CHECK_AFTER]
          : []),
    ].filter((at) => at !== null);
    return moments.length > 0 ? Math.min(...moments) : null;
  },

  due(activity, now) {
    if (activity.state === 'running') return activity.endsAt + CHECK_AFTER <= now ? 'finish' : null;
    if (activity.state !== 'published') return null;
    if (activity.startsAt - CHECK_BEFORE <= now) return 'start';
    return activity.remindAt !== null && activity.remindAt <= now ? 'remind' : null;
  },
});

type Organised = Pick<Activity, 'organiser' | 'orgPath'>;

/** Made it, and still works here: who has left organises nothing. */
const organises = ({ organiser, orgPath }: Organised, actor: Actor): boolean =>
  isAtWork(actor, organiser.person) && actor.staff !== null && isOfHere(actor.staff, orgPath);

/** May this person act for others at this activity: tick them off by hand, agree to hours. Who made it, and the desk. */
export const coordinates = (activity: Organised, actor: Actor): boolean =>
  organises(activity, actor) || (actor.staff !== null && may(actor.staff, 'runActivities', activity.orgPath));

/** What is wrong with a plan, or null. */
export function faultOfPlan(plan: Plan, now: number): RefusalCode | null {
  const { title, text, startsAt, endsAt, capacity } = plan;
  const span = endsAt - startsAt;
  if (!said(title) || !said(text) || !(span >= SPAN_MIN && span <= SPAN_MAX)) return 'ACTIVITY_PLAN';
  if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= CAPACITY_MAX)) return 'ACTIVITY_PLAN';
  return startsAt > now ? null : 'START_PASSED';
}

function lackOfPlan({ plan, at, now }: ActivityCommand, activity: Activity): RefusalCode | null {
  if (!plan || !at) return 'ACTIVITY_PLAN';
  const taken = activity.capacity - activity.free;
  return faultOfPlan(plan, now) ?? (plan.capacity < taken ? 'CAPACITY_TAKEN' : null);
}

function barOfJoin(activity: Activity, actor: Actor, now: number): RefusalCode | null {
  if (idsOf(actor).some((id) => isIn(seatOf(activity, id)))) return 'JOINED_ALREADY';
  const turns = seatOf(activity, actor.id)?.turn ?? 0;
  if (turns >= TURNS_MAX) return 'JOINED_OFTEN';
  if (turns === 0 && Object.keys(activity.roster).length >= ROSTER_MAX) return 'ACTIVITY_FULL';
  if (activity.adultsOnly && actor.volunteer?.minor) return 'ADULTS_ONLY';
  if (now >= activity.endsAt) return 'CHECK_TOO_LATE';
  // Once it runs nobody joins the queue: who stands there and finds no place need not wait.
  const room = activity.free + (activity.state === 'published' ? activity.waitFree : 0);
  return room > 0 ? null : 'ACTIVITY_FULL';
}

type Change = (activity: Activity, command: ActivityCommand) => Effect<Activity>;

const rosterOf = ({ capacity, free, waitFree, queue, roster, unheard }: Activity): Roster => ({
  capacity,
  free,
  waitFree,
  queue,
  roster,
  unheard,
});

/** Everybody who has a place or waits. */
const everybody = (activity: Pick<Activity, 'roster'>) => personsWith(activity, 'seated', 'waiting');

function telling(activity: Activity, kind: string, persons: readonly string[]): Omit<Promised, 'at'>[] {
  const about = { id: activity._id, no: activity.no, service: activity.title };
  return persons.map((to) => ({ to, kind: `activity-${kind}`, about }));
}

/** Reminded a day before; an activity that is nearer than that reminds nobody. */
export const remindAt = (startsAt: number, now: number): number | null =>
  startsAt - REMIND_BEFORE > now ? startsAt - REMIND_BEFORE : null;

const EFFECTS: Record<ActivityMove, Change> = {
  edit(activity, { plan, at, now }) {
    const fresh = plan as Plan;
    const roster = resized(rosterOf(activity), fresh.capacity, now);
    const moved =
      activity.startsAt !== fresh.startsAt ||
      activity.endsAt !== fresh.endsAt ||
      activity.place.id !== at?.place.id;
    return {
      to: activity.state,
      // Of a draft there is nobody to hear.
      change: {
        ...fresh,
        ...at,
        ...roster,
        unheard: everybody(roster),
        remindAt: remindAt(fresh.startsAt, now),
      },
      about: { moved },
      tell: [
        ...(moved ? telling(activity, 'changed', everybody(activity)) : []),
        ...telling(activity, 'promoted', promotedBetween(rosterOf(activity), roster)),
      ],
    };
  },

  publish: (activity, { now }) => ({
    to: 'published',
    change: { remindAt: remindAt(activity.startsAt, now) },
  }),

  join(activity, command) {
    return { to: activity.state, change: joined(rosterOf(activity), command.actor.id, command) };
  },

  leave(activity, command) {
    const roster = left(rosterOf(activity), command.actor.id, command);
    const lucky = promotedBetween(rosterOf(activity), roster);
    return { to: activity.state, change: roster, tell: telling(activity, 'promoted', lucky) };
  },

  remind: (activity) => ({
    to: 'published',
    change: { remindAt: null },
    tell: telling(activity, 'reminded', personsWith(activity, 'seated')),
  }),

  start: () => ({ to: 'running', change: { remindAt: null } }),

  finish: (activity, { actor, now }) => ({
    to: 'ended',
    change: {
      ended: actor.clock ? { at: now, by: 'clock' } : { at: now, by: 'hand', who: idsOf(actor) },
      // Also those who left: one of them may have checked in at that very moment.
      unheard: Object.keys(activity.roster),
      closedAt: now,
    },
  }),

  cancel: (activity, { text, now }) => ({
    to: 'cancelled',
    text: said(text),
    change: { unheard: everybody(activity), remindAt: null, closedAt: now },
    tell: telling(activity, 'cancelled', everybody(activity)),
  }),

  chronicle: (activity, { text, photos }) => ({
    to: activity.state,
    text: said(text) || undefined,
    photos,
  }),
};
