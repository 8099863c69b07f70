/** Activities: drafted by staff, published by the desk, joined by volunteers. */
import type { Input } from '@/contract';
import { type Activity, isIn, type Plan, seatOf } from '@/domain/activity/activity';
import { coordinates, faultOfPlan } from '@/domain/activity/flow';
import { openActivity } from '@/domain/activity/open';
import { campaignOf } from '@/domain/activity/themes';
import { type Actor, recordName } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf, placeWords } from '@/domain/org/org';
import type { Participation } from '@/domain/record/participation';
import { NOTICE } from '@/domain/record/participation';
import { dayName } from '@/domain/time/day';
import { isSkill } from '@/domain/volunteer/skills';
import {
  activities,
  activityFor,
  activityIdOf,
  activityNo,
  change,
  hear,
  join,
  partIdOf,
  participations,
  partsOf,
} from '../../runtime/activities';
import { area, place } from '../../runtime/directory';
import { requireOwnPhotos } from '../../runtime/files';
import { readScene } from '../../runtime/scene';
import { type Signed, signed } from '../../runtime/serve';
import { requireSame } from '../../runtime/submit';
import { personOf, phoneOf, rowOf, viewOf } from './view';

export const draftActivity = signed<'activity.draft'>(async ({ key, scene, plan }, { actor, now, sent }) => {
  const { staff } = actor;
  if (!staff) throw new Refusal('STAFF_ONLY');
  const { at, home } = await placeOf(scene, now);
  if (areaPathOf(at.orgPath) !== staff.area) throw new Refusal('NOT_FOUND');
  requireSound(plan, home.teams ?? [], now);
  const id = activityIdOf(actor.id, key);
  const draft = openActivity(
    {
      _id: id,
      no: activityNo(id, now),
      area: staff.area,
      ...at,
      organiser: { person: staff.id, name: actor.name, phone: staff.phone },
      plan,
      key,
      sent,
    },
    now,
  );
  const stored = await activities.insert(draft);
  requireSame(stored, sent);
  return viewOf(stored, { actor, now }, { part: null });
});

export const readActivity = signed<'activity.read'>(async ({ id }, { actor, now }) => {
  const activity = await activityFor(id, actor);
  return seen(activity, { actor, now });
});

export const moveActivity = signed<'activity.move'>(
  async ({ id, scene, photos, ...submit }, { actor, now, sent }) => {
    const activity = await activityFor(id, actor);
    const where = scene ? await placeOf(scene, now) : null;
    // It stays in its work area: whose desk it is must not change under it.
    if (where && areaPathOf(where.at.orgPath) !== activity.area) throw new Refusal('NOT_FOUND');
    const { teams = [] } = submit.plan ? await area(activity.area) : {};
    if (submit.plan) requireSound(submit.plan, teams, now);
    const command = {
      ...submit,
      sent,
      actor,
      now,
      photos: requireOwnPhotos({ person: actor.id, of: id, now }, photos),
      at: where?.at ?? { place: activity.place, orgPath: activity.orgPath },
    };
    if (submit.move === 'leave') await requireNotHere(activity, actor);
    const moved = submit.move === 'join' ? await join(activity, command) : await change(activity, command);
    return seen(moved, { actor, now });
  },
);

export const listActivities = signed<'activity.list'>(async ({ box, scene, after }, { actor, now }) => {
  const path = await areaFor(actor, scene, now);
  if (box !== 'open' && !actor.staff) throw new Refusal('STAFF_ONLY');
  if (!path) return { rows: [], next: null, where: '', campaign: null };
  if (box !== 'open' && actor.staff?.area !== path) throw new Refusal('NOT_FOUND');
  const home = await area(path);
  // all that is open is one place in an index; several states would be as many, each read one row ahead
  const which = {
    open: { oneOf: { state: ['published', 'running'] } },
    desk: { is: { area: path, closedAt: null } },
    past: { oneOf: { state: ['ended', 'cancelled'] } },
  };
  const { rows, next } = await activities.list({
    is: { area: path },
    ...which[box],
    sort: 'startsAt',
    direction: box === 'past' ? 'desc' : 'asc',
    after,
    bare: true,
  });
  const mayRead = (row: Activity) => row.state !== 'draft' || coordinates(row, actor);
  const campaign = campaignOf(dayName(now).slice(0, 7), home.campaigns);
  return {
    rows: rows.filter(mayRead).map((row) => rowOf(row, { actor, now })),
    next,
    where: home.name,
    campaign: campaign && { title: campaign.title, line: campaign.line, theme: campaign.theme },
  };
});

export const listPeople = signed<'activity.people'>(async ({ id, after }, { actor, now }) => {
  const activity = await activityFor(id, actor);
  if (!coordinates(activity, actor)) throw new Refusal('NOT_ALLOWED');
  const { rows, next } = await partsOf(id, after);
  const named = rows.filter(({ person, state }) => person !== '' && state !== 'left');
  return { rows: named.map((part) => personOf(part, { actor, now })), next };
});

/** One of those who take part is to be called, by whoever answers for the activity. */
export const readPartPhone = signed<'activity.phone'>(async ({ id }, { actor, now }) => {
  const part = await participations.read(id);
  if (part?.source.kind !== 'activity' || !part.person || part.state === 'left')
    throw new Refusal('NOT_FOUND');
  const activity = await activityFor(part.source.id, actor);
  if (!coordinates(activity, actor)) throw new Refusal('NOT_ALLOWED');
  return { phone: phoneOf(part, now) };
});

/** The activity with the reader's own part in it, which is brought up to date on the way. */
async function seen(activity: Activity, { actor, now }: Pick<Signed, 'actor' | 'now'>) {
  const part = seatOf(activity, actor.id) ? await ownPart(activity, actor, now) : null;
  const { ended } = activity;
  const noticed = ended !== null && now < ended.at + 2 * NOTICE;
  const parts =
    noticed && (part || coordinates(activity, actor)) ? (await partsOf(activity._id, undefined)).rows : [];
  return viewOf(activity, { actor, now }, { part, parts });
}

async function ownPart(
  activity: Activity,
  actor: Actor & { phone: string },
  now: number,
): Promise<Participation | null> {
  const upcoming = activity.closedAt === null && activity.unheard.includes(actor.id);
  if (upcoming || isIn(seatOf(activity, actor.id)))
    return hear(activity, { person: actor.id, name: recordName(actor), phone: actor.phone }, now);
  return participations.read(partIdOf(activity._id, actor.id));
}

/** Who has checked in is there: no place to give back any more. Asked only once one can check in. */
async function requireNotHere({ _id, state }: Activity, actor: Actor): Promise<void> {
  const part = state === 'running' ? await participations.read(partIdOf(_id, actor.id)) : null;
  if (part && part.state !== 'seated' && part.state !== 'waiting') throw new Refusal('HERE_ALREADY');
}

async function placeOf(scene: string, now: number) {
  const found = await place(readScene(scene), now);
  const home = await area(found.orgPath);
  const words = placeWords(home, found.orgPath);
  return { home, at: { orgPath: found.orgPath, place: { id: found._id, name: found.name, words } } };
}

function requireSound(plan: Plan, teams: readonly { readonly id: string }[], now: number): void {
  const fault = faultOfPlan(plan, now);
  if (fault) throw new Refusal(fault, { field: 'plan' });
  if (!plan.skills.every(isSkill)) throw new Refusal('SKILL_UNKNOWN', { field: 'plan.skills' });
  if (plan.team !== null && !teams.some(({ id }) => id === plan.team)) throw new Refusal('ACTIVITY_PLAN');
}

/** Around the scanned place; else at work; else where the volunteer wants to help. */
async function areaFor(
  actor: Actor,
  scene: Input<'activity.list'>['scene'],
  now: number,
): Promise<string | null> {
  if (scene) return areaPathOf((await place(readScene(scene), now)).orgPath);
  if (actor.staff) return actor.staff.area;
  const [first] = actor.volunteer?.places ?? [];
  return actor.volunteer?.area ?? (first ? areaPathOf(first) : null);
}
