/**
 * Activities and the parts people have in them.
 *
 * The list of an activity is the truth of who has a place. A sign-up is one conditional write on that one document that
 * depends on room being left and on nobody else: a hundred at once each succeed or wait, in one write each, and no place
 * is given twice. Everybody's own part hears of it at once, and by the jobs if that breaks off (`unheard`).
 */

import type { Activity } from '@/domain/activity/activity';
import { seatOf } from '@/domain/activity/activity';
import { type ActivityCommand, activityFlow } from '@/domain/activity/flow';
import { ACTIVITY_GROWTH } from '@/domain/activity/lifecycle';
import { joined, turned } from '@/domain/activity/roster';
import type { ThemeId } from '@/domain/activity/themes';
import { type Actor, CLOCK } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { isBehind, participationFlow } from '@/domain/record/flow';
import { PARTICIPATION_GROWTH } from '@/domain/record/lifecycle';
import { openParticipation, type Who } from '@/domain/record/open';
import { isTraining, type Participation } from '@/domain/record/participation';
import { Cases, PAGE } from './cases';
import { command, db, only } from './cloud';
import { digest, ticketNo } from './digest';
import { personRecord } from './people';
import { isRepeat as isEntered, requireSame } from './submit';

export const activities = new Cases<Activity>('activities', ACTIVITY_GROWTH);
export const participations = new Cases<Participation>('participations', PARTICIPATION_GROWTH);

export const activityIdOf = (person: string, key: string): string => `a${digest('activity', person, key)}`;
export const activityNo = (id: string, now: number): string => `A${ticketNo(id, now).slice(1)}`;
/** One part for each activity and person, however often they come and go. */
export const partIdOf = (activity: string, person: string): string => `h${digest('part', activity, person)}`;

/** The activity, unless it is a draft of others; refuses NOT_FOUND, as for one that does not exist. */
export async function activityFor(id: string, actor: Actor): Promise<Activity> {
  const activity = await activities.read(id);
  if (!activity || !maySee(activity, actor)) throw new Refusal('NOT_FOUND');
  return activity;
}

export function maySee(activity: Activity, actor: Actor): boolean {
  const makers = activityFlow
    .rolesOf(activity, actor)
    .some((role) => role === 'organiser' || role === 'desk');
  return makers || (activity.state !== 'draft' && !neverPublished(activity));
}

/** Cancelled while it was a draft: still nobody else's business. */
const neverPublished = ({ state, history }: Activity): boolean =>
  state === 'cancelled' && !history.some(({ move }) => move === 'publish');

/** So often a change is tried again when somebody else was faster; sign-ups come in rushes. */
const TRIES = 30;

/** Those who lost against each other do not meet again at once. Milliseconds, a little more each time. */
const aMoment = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * Math.min(tries, 10)));

/**
 * Takes a place or joins the queue: one write, which succeeds for everybody as long as there is room. Refuses what the
 * rules refuse. The same submit once more is no second sign-up.
 */
export async function join(found: Activity, submit: ActivityCommand): Promise<Activity> {
  const { actor, now } = submit;
  let activity: Activity | null = found;
  for (let tries = 0; activity && tries < TRIES; tries++) {
    if (isRepeat(activity, submit)) return activity;
    activityFlow.decide(activity, submit);
    const after = joined(activity, actor.id, submit);
    if (await takeSeat(activity, submit)) return { ...activity, ...after, updatedAt: now };
    await aMoment(tries);
    activity = await activities.read(found._id);
  }
  throw new Refusal('BUSY');
}

async function takeSeat(
  activity: Activity,
  { actor, now, key = '', sent = '' }: ActivityCommand,
): Promise<boolean> {
  const { _id, state, free } = activity;
  const seat = seatOf(activity, actor.id);
  const field = `roster.${actor.id}`;
  const unchanged = seat ? { [`${field}.turn`]: seat.turn } : { [field]: command.exists(false) };
  const seated = free > 0;
  const room = seated ? { free: command.gt(0) } : { free: command.lte(0), waitFree: command.gt(0) };
  const { updated } = await db
    .collection('activities')
    .where({ _id, state, ...unchanged, ...room })
    .update({
      [field]: command.set(
        turned(activity.roster, actor.id, seated ? 'seated' : 'waiting', { now, key, sent }),
      ),
      ...(seated
        ? { free: command.inc(-1) }
        : { waitFree: command.inc(-1), queue: command.push([actor.id]) }),
      unheard: command.push([actor.id]),
      rev: command.inc(1),
      updatedAt: now,
      wakeAt: now,
    });
  return updated === 1;
}

/** Any other move: read, decide, one conditional write; tried again when somebody was faster, as the rules still allow. */
export async function change(found: Activity, submit: ActivityCommand): Promise<Activity> {
  let activity: Activity | null = found;
  for (let tries = 0; activity && tries < TRIES; tries++) {
    if (isRepeat(activity, submit)) return activity;
    const { next } = activityFlow.decide(activity, submit);
    // Who comes and goes is written down with their own part, not with the activity.
    const kept = submit.move === 'leave' ? { ...next, history: activity.history } : next;
    try {
      return await activities.save(activity, kept);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
    }
    await aMoment(tries);
    activity = await activities.read(found._id);
  }
  throw new Refusal('BUSY');
}

/** The same submit once more: of who comes and goes the list itself knows the last. */
function isRepeat(activity: Activity, submit: ActivityCommand): boolean {
  const { key, sent, actor } = submit;
  const seat = seatOf(activity, actor.id);
  if (!key || seat?.key !== key) return isEntered(activity, submit);
  requireSame(seat, sent);
  return true;
}

/** The part of a person comes to know the list: opened when it is new, moved when it is behind. */
export async function hear(activity: Activity, who: Who, now: number): Promise<Participation> {
  const id = partIdOf(activity._id, who.person);
  for (let tries = 0; tries < TRIES; tries++) {
    const part = await participations.read(id);
    if (!part) {
      const opened = openParticipation(id, activity, who, now);
      const stored = await participations.insert(opened);
      if (!isBehind(stored, activity)) return stored;
      continue;
    }
    if (!isBehind(part, activity)) return part;
    const { next } = participationFlow.decide(part, { move: 'follow', actor: CLOCK, now, activity });
    try {
      return await participations.save(part, next);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
    }
  }
  throw new Refusal('BUSY');
}

/** For the jobs: everybody who has not heard of the latest change. Gives the activity with nobody left. */
export async function hearAll(activity: Activity, now: number): Promise<Activity> {
  if (activity.unheard.length === 0) return activity;
  for (const person of new Set(activity.unheard)) {
    // A part is there already but for a sign-up that broke off; then the person is looked up.
    const known = await participations.read(partIdOf(activity._id, person));
    const record = known ? null : await personRecord(person);
    const name = record?.volunteer?.name ?? record?.name ?? '';
    const who = { person, name, phone: record?.phone ?? '' };
    if (!known || isBehind(known, activity)) await hear(activity, who, now);
  }
  const heard = { ...activity, unheard: [] };
  return activities.save(activity, { ...heard, wakeAt: activityFlow.wakeAt(heard) });
}

/** The parts of an activity, in the order of signing up; one page, one call. */
export function partsOf(
  activity: string,
  after: string | undefined,
): Promise<{ rows: Participation[]; next: string | null }> {
  return participations.list({
    is: { 'source.id': activity },
    sort: 'openedAt',
    direction: 'asc',
    after,
    bare: true,
  });
}

/** Lines at once when somebody takes along everything, or has it certified. */
const LINES_MAX = 1000;

/** Every line of a person's record that counts, oldest first; one call. */
export async function linesOf(person: string): Promise<Participation[]> {
  const { data } = await db
    .collection('participations')
    .where(only({ person, state: 'done' }))
    .orderBy('startsAt', 'asc')
    .limit(LINES_MAX)
    .get();
  return data as Participation[];
}

/** Everything kept of a person, newest first; one call for each hundred. */
export async function allPartsOf(person: string): Promise<Participation[]> {
  const all: Participation[] = [];
  for (let after: string | undefined; all.length < LINES_MAX; ) {
    const { rows, next } = await participations.list({
      is: { person },
      sort: 'startsAt',
      direction: 'desc',
      after,
    });
    all.push(...rows);
    if (next === null || rows.length < PAGE) break;
    after = next;
  }
  return all;
}

export interface Total {
  readonly minutes: number;
  readonly times: number;
}

/** The sums of service and of training of a person: one call, whatever the length of the record. */
export async function totalOf(person: string): Promise<{ service: Total; training: Total }> {
  const { data } = await db
    .collection('participations')
    .aggregate()
    .match({ person, state: 'done', minutes: command.gt(0) })
    .group({ _id: '$theme', minutes: { $sum: '$minutes' }, times: { $sum: 1 } })
    .end();
  const sums = data as (Total & { _id: ThemeId })[];
  const add = (all: readonly Total[]): Total => ({
    minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
    times: all.reduce((sum, { times }) => sum + times, 0),
  });
  const training = sums.filter(({ _id }) => isTraining({ theme: _id }));
  return { training: add(training), service: add(sums.filter((each) => !training.includes(each))) };
}

/** Is the person checked in anywhere else that is still going on: one call. What is over holds nobody up. */
export async function isHereElsewhere(person: string, except: string, now: number): Promise<boolean> {
  const { data } = await db
    .collection('participations')
    .where(only({ person, state: 'here' }))
    .orderBy('startsAt', 'desc')
    .limit(5)
    .get();
  return (data as Participation[]).some(({ _id, endsAt }) => _id !== except && endsAt > now);
}

/** Puts a part in place of what was stored, its history included: a deletion leaves no word of a person. */
export async function replacePart(before: Participation, after: Participation): Promise<void> {
  const { _id, ...fields } = after;
  const { updated } = await db
    .collection('participations')
    .where({ _id, rev: before.rev })
    .update({
      ...Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'object' && value !== null ? command.set(value) : value,
        ]),
      ),
      rev: before.rev + 1,
    });
  if (updated !== 1) throw new Refusal('MOVED_ON');
}
