import * as fc from 'fast-check';
import {
  activityIn,
  an,
  bo,
  chi,
  decideActivity,
  drafted,
  ENDS,
  MADE,
  PLAN,
  STARTS,
  volunteer,
} from '@/test/builders/activity';
import { FAR_END, ma, qian } from '@/test/builders/town';
import { Refusal } from '../flow/refusal';
import { DAY, MINUTE } from '../time/day';
import { type Activity, personsWith, waitingRoom } from './activity';
import { activityFlow } from './flow';

const now = MADE + 5;
const published = (capacity: number) => decideActivity(drafted({ capacity }), 'publish', qian, MADE + 1);
const join = (activity: Activity, ...names: string[]) =>
  names.reduce((before, name) => decideActivity(before, 'join', volunteer(name), now), activity);
const states = ({ roster }: Activity) =>
  Object.fromEntries(Object.entries(roster).map(([person, { state }]) => [person.slice(2), state]));
const code = (run: () => unknown) => {
  try {
    run();
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test('one may come until the last moment, and not at the end', () => {
  const late = (at: number) => code(() => decideActivity(published(1), 'join', volunteer('an'), at));
  expect([late(ENDS - 1), late(ENDS)]).toEqual(['ok', 'CHECK_TOO_LATE']);
});

test('first come, first served; then one waits, until there is no room to wait', () => {
  const full = join(published(1), 'an', 'bo');
  expect(states(full)).toEqual({ an: 'seated', bo: 'waiting' });
  expect(full).toMatchObject({ free: 0, waitFree: 0, queue: ['u_bo'] });
  expect(code(() => join(full, 'chi'))).toBe('ACTIVITY_FULL');
});

test('whoever leaves gives the place to the one who waits longest, in the same moment, and they are told', () => {
  const after = decideActivity(activityIn('published'), 'leave', an, now);
  expect(states(after)).toEqual({ an: 'left', bo: 'seated', chi: 'seated' });
  expect(after).toMatchObject({ free: 0, queue: [] });
  expect(after.outbox.filter(({ kind }) => kind === 'activity-promoted').map(({ to }) => to)).toEqual([
    chi.id,
  ]);
  expect(after.unheard).toEqual(expect.arrayContaining([an.id, chi.id]));
});

test('whoever comes back stands at the end', () => {
  const back = join(decideActivity(activityIn('published'), 'leave', bo, now), 'bo');
  expect(states(back)).toEqual({ an: 'seated', bo: 'waiting', chi: 'seated' });
  expect(back.roster.u_bo?.turn).toBe(3);
});

test('more places let people in; fewer than are taken is refused', () => {
  const edit = (capacity: number) =>
    decideActivity(activityIn('published'), 'edit', ma, now, { plan: { ...PLAN, capacity } });
  expect(edit(3)).toMatchObject({ free: 0, waitFree: waitingRoom(3), queue: [] });
  expect(edit(5)).toMatchObject({ free: 2 });
  expect(code(() => edit(1))).toBe('CAPACITY_TAKEN');
});

test('another time is told to everybody, another word of the text to nobody', () => {
  const edited = (plan: Partial<typeof PLAN>) =>
    decideActivity(activityIn('published'), 'edit', ma, now, { plan: { ...PLAN, ...plan } });
  const told = (activity: Activity) =>
    activity.outbox.filter(({ kind }) => kind === 'activity-changed').map(({ to }) => to);
  expect(told(edited({ text: '带水' }))).toEqual([]);
  expect(told(edited({ startsAt: STARTS + 30 * MINUTE }))).toEqual([an.id, bo.id, chi.id]);
});

describe('what an edit tells', () => {
  const edited = (before: Activity, plan: Partial<typeof PLAN>, at = MADE + 5) =>
    decideActivity({ ...before, unheard: [], outbox: [] }, 'edit', ma, at, { plan: { ...PLAN, ...plan } });
  const told = ({ outbox }: Activity) => outbox.map(({ to, kind }) => `${kind} ${to}`);

  test.each<[string, Partial<typeof PLAN>, string[], boolean]>([
    ['another word of the text', { text: '带水' }, [], false],
    ['another start', { startsAt: STARTS + MINUTE }, ['u_an', 'u_bo', 'u_chi'], true],
    ['another end', { endsAt: ENDS + MINUTE }, ['u_an', 'u_bo', 'u_chi'], true],
  ])('%s', (_, plan, persons, moved) => {
    const after = edited(activityIn('published'), plan);
    expect(told(after)).toEqual(persons.map((person) => `activity-changed ${person}`));
    expect(after.history.at(-1)?.about).toEqual({ moved });
    expect(after.unheard).toEqual([an.id, bo.id, chi.id]);
  });

  test('another place is told to everybody', () => {
    const at = { place: { id: 'farend0000', name: '东头', words: '柳沟村' }, orgPath: FAR_END };
    const after = decideActivity({ ...activityIn('published'), outbox: [] }, 'edit', ma, now, { at });
    expect(told(after)).toHaveLength(3);
    expect(after).toMatchObject(at);
  });

  test('more places are told to those who have one now', () => {
    expect(told(edited(activityIn('published'), { capacity: 3 }))).toEqual(['activity-promoted u_chi']);
  });

  test('a draft is nobody’s business yet', () => {
    expect(edited(drafted(), { startsAt: STARTS + MINUTE })).toMatchObject({ outbox: [], unheard: [] });
  });

  test('who signed up is reminded a day before the new start, and not of one that is nearer', () => {
    const later = { startsAt: STARTS + DAY, endsAt: ENDS + DAY };
    expect(edited(activityIn('published'), later).remindAt).toBe(STARTS);
    expect(edited(activityIn('published'), {}, STARTS - DAY).remindAt).toBeNull();
    expect(edited(activityIn('published'), {}, STARTS - DAY - 1).remindAt).toBe(STARTS - DAY);
  });
});

test.each([
  ['a title of blanks', { title: ' ' }, 'ACTIVITY_PLAN'],
  ['half an hour', { endsAt: STARTS + 30 * MINUTE }, 'ok'],
  ['a whole day', { endsAt: STARTS + DAY }, 'ok'],
  ['more than a day', { endsAt: STARTS + DAY + 1 }, 'ACTIVITY_PLAN'],
  ['no end', { endsAt: Number.NaN }, 'ACTIVITY_PLAN'],
  ['one place', { capacity: 1 }, 'ok'],
  ['five hundred places', { capacity: 500 }, 'ok'],
  ['more than that', { capacity: 501 }, 'ACTIVITY_PLAN'],
  ['a start in a moment', { startsAt: now + 1, endsAt: now + 3_600_000 }, 'ok'],
  ['a start at this moment', { startsAt: now, endsAt: now + 3_600_000 }, 'START_PASSED'],
])('a plan with %s: %s', (_, over, outcome) => {
  const plan = { ...PLAN, ...over };
  expect(code(() => decideActivity(drafted(), 'edit', ma, now, { plan }))).toBe(outcome);
});

test('who waits may stay away: nobody moves up, and the others keep their turn', () => {
  const after = decideActivity(activityIn('published'), 'leave', chi, now);
  expect(states(after)).toEqual({ an: 'seated', bo: 'seated', chi: 'left' });
  expect(after).toMatchObject({ free: 0, waitFree: waitingRoom(2), queue: [] });
  expect(after.outbox).toEqual([]);
});

test('a seat says when it was taken and by which submit; who is promoted keeps the one that made them wait', () => {
  const first = decideActivity(published(1), 'join', an, now);
  const keyed = activityFlow.decide(first, {
    move: 'join',
    actor: bo,
    now: now + 1,
    key: 'k1',
    sent: 's1',
  }).next;
  expect(keyed.roster).toEqual({
    u_an: { state: 'seated', turn: 1, at: now },
    u_bo: { state: 'waiting', turn: 1, at: now + 1, key: 'k1', sent: 's1' },
  });
  expect(decideActivity(keyed, 'leave', an, now + 2).roster.u_bo).toEqual({
    state: 'seated',
    turn: 2,
    at: now + 2,
    key: 'k1',
    sent: 's1',
  });
});

test('once it runs one takes a free place, and never joins the queue', () => {
  const running = (capacity: number) => activityIn('running', { capacity, startsAt: STARTS, endsAt: ENDS });
  expect(code(() => decideActivity(running(4), 'join', volunteer('du'), STARTS))).toBe('ok');
  expect(code(() => decideActivity(running(3), 'join', volunteer('du'), STARTS))).toBe('ACTIVITY_FULL');
});

test.each([
  ['no title', { title: ' ' }, 'ACTIVITY_PLAN'],
  ['no words', { text: '' }, 'ACTIVITY_PLAN'],
  ['ends before it starts', { endsAt: STARTS - 1 }, 'ACTIVITY_PLAN'],
  ['too short', { endsAt: STARTS + 29 * MINUTE }, 'ACTIVITY_PLAN'],
  ['no place for anybody', { capacity: 0 }, 'ACTIVITY_PLAN'],
  ['half a person', { capacity: 2.5 }, 'ACTIVITY_PLAN'],
  ['begun already', { startsAt: MADE, endsAt: MADE + 3_600_000 }, 'START_PASSED'],
])('a plan with %s is refused', (_, over, refused) => {
  const plan = { ...PLAN, ...over };
  expect(code(() => decideActivity(drafted(), 'edit', ma, now, { plan }))).toBe(refused);
});

test('an activity for adults takes no minors', () => {
  const child = volunteer('child', { minor: true });
  const forAdults = decideActivity(drafted({ adultsOnly: true }), 'publish', qian, MADE + 1);
  expect(code(() => decideActivity(forAdults, 'join', child, now))).toBe('ADULTS_ONLY');
  expect(code(() => decideActivity(published(1), 'join', child, now))).toBe('ok');
});

test('whatever anybody does, nobody waits while a place is free, and no place is given twice', () => {
  const step = fc.record({
    who: fc.constantFrom('an', 'bo', 'chi', 'du', 'en'),
    move: fc.constantFrom('join', 'join', 'leave', 'edit'),
    capacity: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 40 }), (capacity, steps) => {
      let activity = published(capacity);
      for (const { who, move, capacity: wanted } of steps) {
        const actor = move === 'edit' ? ma : volunteer(who);
        const plan = { ...PLAN, capacity: wanted };
        const before = activity;
        code(() => {
          activity = decideActivity(before, move as 'join', actor, now, { plan });
        });
        const seated = personsWith(activity, 'seated');
        expect(seated.length + activity.free).toBe(activity.capacity);
        expect(activity.free >= 0 && activity.waitFree >= 0).toBe(true);
        expect(activity.free === 0 || activity.queue.length === 0).toBe(true);
        expect([...activity.queue].sort()).toEqual(personsWith(activity, 'waiting').sort());
        // Those who stay in the queue keep their order.
        const kept = before.queue.filter((person) => activity.queue.includes(person));
        expect(activity.queue.slice(0, kept.length)).toEqual(kept);
      }
    }),
  );
});
