import { activityIn, an, chi, decideActivity, ENDS, MADE, STARTS, volunteer } from '@/test/builders/activity';
import { hou, lin, ma, qian, shu, zhao } from '@/test/builders/town';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, HOUR, MINUTE } from '../time/day';
import type { Activity } from './activity';
import { activityFlow, coordinates } from './flow';
import {
  ACTIVITY,
  ACTIVITY_MOVES,
  ACTIVITY_ROLES,
  ACTIVITY_STATES,
  type ActivityMove,
  type ActivityState,
} from './lifecycle';

/**
 * Every state × move × person, written out by hand and not derived from the table: who may, and where it ends. A person not
 * named is refused NOT_ALLOWED; a state not named is refused MOVED_ON; a word in capitals is the bar that holds there.
 * Made by ma (an office clerk); qian dispatches and shu leads here; an has a place, chi waits, new is a volunteer who has
 * not signed up; hou and zhao are other staff; lin is a resident.
 */
const EXPECTED: Record<ActivityMove, { who: string; ends: Partial<Record<ActivityState, string>> }> = {
  edit: { who: 'ma qian shu', ends: { draft: 'draft', published: 'published' } },
  publish: { who: 'qian shu', ends: { draft: 'published' } },
  join: { who: 'an chi fresh', ends: { published: 'published', running: 'ACTIVITY_FULL' } },
  leave: { who: 'an chi', ends: { published: 'published', running: 'running' } },
  remind: { who: 'clock', ends: { published: 'published' } },
  start: { who: 'clock', ends: { published: 'running' } },
  finish: { who: 'ma qian shu clock', ends: { running: 'ended' } },
  cancel: { who: 'ma qian shu', ends: { draft: 'cancelled', published: 'cancelled' } },
  chronicle: { who: 'ma qian shu', ends: { running: 'running', ended: 'ended' } },
};

const PEOPLE = { lin, ma, qian, shu, hou, zhao, an, chi, fresh: volunteer('fresh'), clock: CLOCK };
const IN = ['an', 'chi'];
const WHEN: Record<ActivityState, number> = {
  draft: MADE + 3,
  published: MADE + 3,
  running: STARTS + MINUTE,
  ended: ENDS + 3 * HOUR,
  cancelled: MADE + 3,
};

describe('every cell of the activity', () => {
  test.each(ACTIVITY_STATES)('%s', (state) => {
    const activity = activityIn(state);
    expect(activity.state).toBe(state);
    let looked = 0;
    for (const move of ACTIVITY_MOVES) {
      for (const [name, actor] of Object.entries(PEOPLE)) {
        const { who, ends } = EXPECTED[move];
        // Nobody has signed up for a draft.
        const part = who.split(' ').includes(name) && !(move === 'leave' && state === 'draft');
        const reached = ends[state] ?? 'MOVED_ON';
        const already = move === 'join' && reached !== 'MOVED_ON' && IN.includes(name);
        const expected = !part ? 'NOT_ALLOWED' : already ? 'JOINED_ALREADY' : reached;
        const outcome = attempt(() => decideActivity(activity, move, actor, WHEN[state]).state);
        expect(`${state} ${move} ${name}: ${outcome}`).toBe(`${state} ${move} ${name}: ${expected}`);
        expect(activityFlow.allowed(activity, actor, WHEN[state]).includes(move)).toBe(
          /^[a-z]+$/.test(expected),
        );
        looked += 1;
      }
    }
    expect(looked).toBe(ACTIVITY_MOVES.length * Object.keys(PEOPLE).length);
  });

  test('no cell is missing and none is invented', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...ACTIVITY_MOVES].sort());
    const roles = new Set(ACTIVITY_MOVES.flatMap((move) => ACTIVITY[move].by as readonly string[]));
    expect([...roles].sort()).toEqual([...ACTIVITY_ROLES].sort());
  });

  test('staff of another town are strangers', () => {
    const [post] = qian.staff?.posts ?? [];
    const far = {
      ...qian,
      staff: { ...qian.staff!, id: 's_far', posts: [{ ...post!, path: '370114/diaozhen/liuli/' }] },
    };
    for (const state of ACTIVITY_STATES) expect(activityFlow.rolesOf(activityIn(state), far)).toEqual([]);
  });
});

describe('the clock', () => {
  const at = (state: ActivityState, now: number) => {
    const command = (move: ActivityMove) => ({ move, actor: CLOCK, now });
    return activityFlow.tick(activityIn(state), now, command)?.happened[0]?.move ?? null;
  };

  test.each([
    ['draft', STARTS, null],
    ['published', STARTS - DAY - 1, null],
    ['published', STARTS - DAY, 'remind'],
    ['published', STARTS - 30 * MINUTE, 'start'],
    ['running', ENDS + 2 * HOUR - 1, null],
    ['running', ENDS + 2 * HOUR, 'finish'],
    ['ended', ENDS + 9 * DAY, null],
    ['cancelled', ENDS + 9 * DAY, null],
  ] as const)('%s at %i: %s', (state, now, move) => {
    expect(at(state, now)).toBe(move);
  });

  test('a sweep that comes a week late brings it to rest in one go, and reminds nobody of what is over', () => {
    const quiet = { ...activityIn('published'), unheard: [], outbox: [] };
    const command = (move: ActivityMove) => ({ move, actor: CLOCK, now: ENDS + 7 * DAY });
    const done = activityFlow.tick(quiet, ENDS + 7 * DAY, command);
    expect(done?.happened.map(({ move }) => move)).toEqual(['start', 'finish']);
    expect(done?.promised).toEqual([]);
    expect(activityFlow.tick(done!.next, ENDS + 7 * DAY, command)).toBeNull();
  });

  test('an upcoming activity has a moment to be looked at, an ended one has none once everybody knows', () => {
    for (const state of ACTIVITY_STATES) {
      const heard = activityFlow.delivered({ ...activityIn(state), unheard: [] });
      expect([state, heard.wakeAt !== null]).toEqual([state, ['published', 'running'].includes(state)]);
      expect(activityFlow.wakeAt({ ...heard, unheard: [an.id] })).not.toBeNull();
    }
  });

  test.each<[string, Activity, number | null]>([
    ['published: a day before the start', activityIn('published'), STARTS - DAY],
    [
      'everybody reminded: half an hour before',
      decideActivity(activityIn('published'), 'remind', CLOCK, STARTS - DAY),
      STARTS - 30 * MINUTE,
    ],
    ['running: two hours after the end', activityIn('running'), ENDS + 2 * HOUR],
    ['ended: never', activityIn('ended'), null],
  ])('looks again, %s', (_, activity, at) => {
    const quiet = activityFlow.delivered({ ...activity, unheard: [] });
    expect(quiet.wakeAt).toBe(at);
    // whoever has not heard yet is told at once
    expect(activityFlow.wakeAt({ ...quiet, unheard: [an.id], updatedAt: MADE })).toBe(MADE);
  });

  test('those with a place are reminded a day before; those who wait are not', () => {
    const { outbox } = decideActivity(activityIn('published'), 'remind', CLOCK, STARTS - DAY);
    expect(outbox.filter(({ kind }) => kind === 'activity-reminded').map(({ to }) => to)).toEqual([
      an.id,
      'u_bo',
    ]);
  });
});

describe('what each move needs', () => {
  test.each<[string, ActivityState, ActivityMove, Parameters<typeof decideActivity>[4], number, string]>([
    ['an edit without a plan', 'draft', 'edit', { plan: undefined as never }, MADE + 3, 'ACTIVITY_PLAN'],
    ['an edit without a place', 'draft', 'edit', { at: undefined as never }, MADE + 3, 'ACTIVITY_PLAN'],
    ['publishing what has begun', 'draft', 'publish', {}, STARTS, 'START_PASSED'],
    ['publishing in the last moment', 'draft', 'publish', {}, STARTS - 1, 'published'],
    ['cancelling without a word', 'published', 'cancel', { text: ' ' }, MADE + 3, 'REASON_REQUIRED'],
    ['a story of nothing', 'ended', 'chronicle', { text: ' ' }, ENDS + DAY, 'NOTE_REQUIRED'],
    [
      'a story of pictures alone',
      'ended',
      'chronicle',
      { text: '', photos: ['cloud://a'] },
      ENDS + DAY,
      'ended',
    ],
    ['ending what has not begun', 'running', 'finish', {}, STARTS - 1, 'CHECK_TOO_EARLY'],
    ['ending it as it begins', 'running', 'finish', {}, STARTS, 'ended'],
  ])('%s', (_, state, move, given, now, expected) => {
    expect(attempt(() => decideActivity(activityIn(state), move, shu, now, given).state)).toBe(expected);
  });

  test('stories are told for thirty days after the end, and at most twenty', () => {
    const ended = activityIn('ended');
    const until = ended.ended!.at + 30 * DAY;
    const may = (activity: typeof ended, now: number) =>
      activityFlow.allowed(activity, ma, now).includes('chronicle');
    expect([may(ended, until), may(ended, until + 1)]).toEqual([true, false]);
    const told = (count: number) =>
      Array.from({ length: count }).reduce<typeof ended>(
        (activity) => decideActivity(activity, 'chronicle', ma, ENDS + DAY),
        ended,
      );
    expect([may(told(19), until), may(told(20), until)]).toEqual([true, false]);
  });
});

describe('what is written down', () => {
  test('the end says when and how, and everybody on the list hears of it, those who left, too', () => {
    const left = decideActivity(activityIn('published'), 'leave', an, MADE + 3);
    const running = decideActivity({ ...left, unheard: [] }, 'start', CLOCK, STARTS);
    expect(running.remindAt).toBeNull();
    const byHand = decideActivity(running, 'finish', ma, ENDS);
    expect(byHand).toMatchObject({ ended: { at: ENDS, by: 'hand' }, closedAt: ENDS });
    expect(byHand.unheard).toEqual([an.id, 'u_bo', chi.id]);
    expect(decideActivity(running, 'finish', CLOCK, ENDS).ended).toEqual({ at: ENDS, by: 'clock' });
  });

  test('a cancellation tells those who have a place or wait, with the reason, and nobody who left', () => {
    const left = decideActivity(activityIn('published'), 'leave', an, MADE + 3);
    const off = decideActivity({ ...left, outbox: [] }, 'cancel', ma, MADE + 4, { text: ' 下雨了 ' });
    expect(off).toMatchObject({ remindAt: null, closedAt: MADE + 4, unheard: ['u_bo', chi.id] });
    expect(off.outbox).toEqual(
      ['u_bo', chi.id].map((to) => ({
        to,
        kind: 'activity-cancelled',
        at: MADE + 4,
        about: { id: off._id, no: off.no, service: '河边捡垃圾' },
      })),
    );
    expect(off.history.at(-1)).toMatchObject({ text: '下雨了', by: { id: 's_ma', role: 'organiser' } });
  });

  test('a story keeps its words and pictures', () => {
    const story = { text: ' 捡了十袋 ', photos: ['cloud://a'] };
    const { history, state } = decideActivity(activityIn('ended'), 'chronicle', ma, ENDS + DAY, story);
    expect([state, history.at(-1)]).toEqual([
      'ended',
      expect.objectContaining({ text: '捡了十袋', photos: ['cloud://a'] }),
    ]);
  });

  test('a draft has every place free, and nobody on its list', () => {
    expect(activityIn('draft', { capacity: 7 })).toMatchObject({
      free: 7,
      waitFree: 7,
      queue: [],
      roster: {},
      remindAt: null,
      wakeAt: null,
      history: [{ at: MADE, move: 'draft', by: { id: 's_ma', name: '马建', role: 'organiser' }, key: 'k' }],
    });
  });
});

test.each<[string, Actor, boolean]>([
  ['who made it', ma, true],
  ['a dispatcher', qian, true],
  ['a leader', shu, true],
  ['another clerk', hou, false],
  ['the grid worker', zhao, false],
  ['a resident', lin, false],
  ['who takes part', an, false],
])('%s acts for others at it: %s', (_, actor, may) => {
  const activity = activityIn('published');
  expect(coordinates(activity, actor)).toBe(may);
  // an id of this town's list names somebody else in another town
  expect(coordinates({ ...activity, orgPath: '370114/diaozhen/liuli/' }, actor)).toBe(false);
});

function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
