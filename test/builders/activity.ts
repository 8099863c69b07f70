/** Activities and those who take part, for tests: one of two hours on a Sunday, made by ma, at the stairwell. */
import type { Activity, Plan } from '@/domain/activity/activity';
import { type ActivityCommand, activityFlow } from '@/domain/activity/flow';
import type { ActivityMove, ActivityState } from '@/domain/activity/lifecycle';
import { openActivity } from '@/domain/activity/open';
import { type Actor, CLOCK } from '@/domain/flow/actor';
import { type ParticipationCommand, participationFlow } from '@/domain/record/flow';
import type { ParticipationMove } from '@/domain/record/lifecycle';
import { openParticipation } from '@/domain/record/open';
import type { Participation } from '@/domain/record/participation';
import { moment } from '@/domain/time/day';
import { AREA, ma, qian, STAIRWELL } from './town';

export const MADE = moment('2026-03-02 09:00');
export const STARTS = moment('2026-03-08 09:00');
export const ENDS = moment('2026-03-08 11:00');

export const PLAN: Plan = {
  title: '河边捡垃圾',
  theme: 'environment',
  text: '沿河走一遍，带手套和袋子',
  object: '全体村民',
  skills: [],
  team: null,
  adultsOnly: false,
  startsAt: STARTS,
  endsAt: ENDS,
  capacity: 2,
};

export const PLACE = { id: 'sta1rwe110', name: '3号楼2单元', words: '闫满村第1网格第12微网格' };

/** A registered volunteer without any post. */
export const volunteer = (name: string, over: Partial<NonNullable<Actor['volunteer']>> = {}): Actor => ({
  id: `u_${name}`,
  name,
  staff: null,
  volunteer: { since: 1, skills: [], places: [], teams: [], ...over },
});
export const an = volunteer('an');
export const bo = volunteer('bo');
export const chi = volunteer('chi');

export function drafted(plan: Partial<Plan> = {}, now = MADE): Activity {
  return openActivity(
    {
      _id: `a${'0'.repeat(24)}`,
      no: 'A0302-7KQ4M',
      area: AREA,
      orgPath: STAIRWELL,
      place: PLACE,
      organiser: { person: 's_ma', name: '马建', phone: '17000001000' },
      plan: { ...PLAN, ...plan },
      key: 'k',
      sent: 's',
    },
    now,
  );
}

export const EVIDENCE: Partial<ActivityCommand> = {
  text: '下雨了',
  plan: PLAN,
  at: { place: PLACE, orgPath: STAIRWELL },
};

export function decideActivity(
  activity: Activity,
  move: ActivityMove,
  actor: Actor,
  now: number,
  over: Partial<ActivityCommand> = {},
): Activity {
  return activityFlow.decide(activity, { ...EVIDENCE, ...over, move, actor, now }).next;
}

/** An activity in this state; an has a place in it, bo another, chi waits. */
export function activityIn(state: ActivityState, plan: Partial<Plan> = {}): Activity {
  const draft = drafted(plan);
  if (state === 'draft') return draft;
  const joined = [an, bo, chi].reduce(
    (activity, who) => decideActivity(activity, 'join', who, MADE + 1),
    decideActivity(draft, 'publish', qian, MADE + 1),
  );
  if (state === 'published') return joined;
  if (state === 'cancelled') return decideActivity(joined, 'cancel', ma, MADE + 2);
  const running = decideActivity(joined, 'start', CLOCK, STARTS - 1);
  return state === 'running' ? running : decideActivity(running, 'finish', CLOCK, ENDS + 7_200_000);
}

export function decidePart(
  part: Participation,
  move: ParticipationMove,
  actor: Actor,
  now: number,
  over: Partial<ParticipationCommand> = {},
): Participation {
  return participationFlow.decide(part, { ...over, move, actor, now }).next;
}

export const partOf = (activity: Activity, who: Actor, now = MADE + 2): Participation =>
  openParticipation(`h${'0'.repeat(24)}`, activity, { person: who.id, name: who.name, phone: '' }, now);
