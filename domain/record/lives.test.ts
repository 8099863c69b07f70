/** Random lives of an activity with all who take part: the hours of every person equal a recount from what happened. */
import * as fc from 'fast-check';
import {
  an,
  bo,
  chi,
  decideActivity,
  drafted,
  ENDS,
  EVIDENCE,
  MADE,
  PLACE,
  partOf,
  STARTS,
  volunteer,
} from '@/test/builders/activity';
import { ma, qian } from '@/test/builders/town';
import type { Activity } from '../activity/activity';
import { personsWith } from '../activity/activity';
import { activityFlow } from '../activity/flow';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, HOUR, MINUTE } from '../time/day';
import { isBehind, participationFlow } from './flow';
import { countMinutes, settled } from './hours';
import { PARTICIPATION_MOVES, type ParticipationMove } from './lifecycle';
import { counts, type Participation, totalMinutes } from './participation';

const PERSONS = [an, bo, chi, volunteer('du')];
const LIVES = Number(process.env.LIVES ?? 100);

const step = fc.record({
  who: fc.constantFrom(...PERSONS),
  by: fc.constantFrom('self', 'self', 'ma', 'qian') as fc.Arbitrary<'self' | 'ma' | 'qian'>,
  what: fc.constantFrom(
    ...[
      'join',
      'join',
      'join',
      'join',
      'leave',
      'checkIn',
      'checkIn',
      'checkIn',
      'checkOut',
      'amend',
      'amend',
    ],
    ...['edit', 'finish', 'cancel', ...PARTICIPATION_MOVES],
  ),
  after: fc.oneof(fc.integer({ min: 0, max: 40 * MINUTE }), fc.integer({ min: 0, max: 9 * HOUR })),
  minutes: fc.integer({ min: 0, max: 160 }),
  capacity: fc.integer({ min: 1, max: 4 }),
});

interface World {
  activity: Activity;
  parts: Map<string, Participation>;
  now: number;
}

test('hours equal the recount, whatever anybody tries', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 70, size: 'max' }), (steps) => {
      const world: World = {
        activity: decideActivity(drafted(), 'publish', qian, MADE + 1),
        parts: new Map(),
        now: STARTS - DAY,
      };
      for (const { who, by, what, after, minutes, capacity } of steps) {
        // The hours around the activity are where most happens.
        world.now += world.activity.state === 'running' ? after % (20 * MINUTE) : after;
        ticked(world);
        const actor = by === 'self' ? who : by === 'ma' ? ma : qian;
        attempt(() => tried(world, { who, actor, what, minutes, capacity }));
        listen(world);
        check(world);
        for (const part of world.parts.values()) reached.add(part.state);
      }
      world.now += 30 * DAY;
      ticked(world);
      check(world);
      for (const part of world.parts.values()) {
        reached.add(part.state);
        expect(['waiting', 'seated', 'here']).not.toContain(part.state);
      }
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
  expect([...reached].sort()).toEqual(
    ['absent', 'done', 'erased', 'here', 'left', 'seated', 'unsure', 'void', 'waiting'].sort(),
  );
});

interface Tried {
  readonly who: Actor;
  readonly actor: Actor;
  readonly what: string;
  readonly minutes: number;
  readonly capacity: number;
}

function tried(world: World, { who, actor, what, minutes, capacity }: Tried): void {
  const { activity, now } = world;
  if (['join', 'leave', 'edit', 'finish', 'cancel'].includes(what)) {
    const plan = { ...EVIDENCE.plan!, capacity, startsAt: STARTS, endsAt: ENDS };
    const by = what === 'join' || what === 'leave' ? who : actor;
    world.activity = activityFlow.decide(activity, { ...EVIDENCE, plan, move: what, actor: by, now }).next;
    return;
  }
  const part = world.parts.get(who.id);
  if (!part || what === 'follow') return;
  const move = what as ParticipationMove;
  const command = { move, actor, now, place: PLACE.id, minutes, text: '说明', photos: ['cloud://x'] };
  world.parts.set(who.id, participationFlow.decide(part, command).next);
}

function ticked(world: World): void {
  const command = (move: string) => ({ move, actor: CLOCK, now: world.now });
  world.activity = activityFlow.tick(world.activity, world.now, command)?.next ?? world.activity;
  listen(world);
}

/** The jobs: every part comes to know the list. */
function listen(world: World): void {
  const { activity, now, parts } = world;
  for (const person of activity.unheard) {
    const who = PERSONS.find(({ id }) => id === person) as Actor;
    const part = parts.get(person) ?? partOf(activity, who, now);
    parts.set(
      person,
      isBehind(part, activity)
        ? participationFlow.decide(part, { move: 'follow', actor: CLOCK, now, activity }).next
        : part,
    );
  }
  world.activity = activityFlow.delivered({ ...activity, unheard: [] });
}

function check({ activity, parts }: World): void {
  const seated = personsWith(activity, 'seated');
  expect(seated.length + activity.free).toBe(activity.capacity);
  for (const [person, part] of parts) {
    expect(part.minutes ?? 0).toBe(part.person === '' ? (part.minutes ?? 0) : recounted(part));
    expect(totalMinutes([part])).toBe(counts(part) ? (part.minutes ?? 0) : 0);
    if (['seated', 'waiting'].includes(part.state)) expect(activity.roster[person]?.state).toBe(part.state);
    expect(JSON.stringify(JSON.parse(JSON.stringify(part)))).toBe(JSON.stringify(part));
  }
}

/** The hours from the history alone: the last of check-out, end and agreement says them. */
function recounted({ history, startsAt, endsAt, out }: Participation): number {
  let minutes = 0;
  let came: number | null = null;
  for (const { move, at, to, about } of history) {
    if (move === 'checkIn') came = at;
    const wentBy = move === 'checkOut' ? at : move === 'follow' && to === 'done' ? (out?.at ?? at) : null;
    if (wentBy !== null && came !== null)
      minutes = countMinutes({ in: came, out: wentBy }, { startsAt, endsAt });
    if (move === 'grant') minutes = settled(Number(about?.minutes));
  }
  return minutes;
}

function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
