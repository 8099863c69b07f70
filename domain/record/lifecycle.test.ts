import {
  activityIn,
  an,
  bo,
  chi,
  decideActivity,
  decidePart,
  ENDS,
  MADE,
  PLACE,
  partOf,
  STARTS,
  volunteer,
} from '@/test/builders/activity';
import { hou, lin, ma, qian, shu } from '@/test/builders/town';
import type { Activity } from '../activity/activity';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, HOUR, MINUTE } from '../time/day';
import { isBehind, nameless, type ParticipationCommand, participationFlow } from './flow';
import {
  PARTICIPATION,
  PARTICIPATION_MOVES,
  PARTICIPATION_ROLES,
  PARTICIPATION_STATES,
  type ParticipationMove,
  type ParticipationState,
} from './lifecycle';
import { isCertain, NOTICE, type Participation, totalMinutes } from './participation';

/**
 * Every state × move × person, by hand. an's part; ma made the activity, qian and shu are the desk, hou is other staff, bo
 * another volunteer, lin a resident. Capitals: the bar that holds there (nothing waits for consent).
 */
const EXPECTED: Record<
  ParticipationMove,
  { who: string; ends: Partial<Record<ParticipationState, string>> }
> = {
  follow: {
    who: 'clock',
    ends: { waiting: 'seated', seated: 'seated', left: 'seated', here: 'here' },
  },
  checkIn: { who: 'an ma qian shu', ends: { seated: 'here' } },
  checkOut: { who: 'an ma qian shu', ends: { here: 'done' } },
  amend: { who: 'an ma qian shu', ends: { done: 'done', unsure: 'unsure', absent: 'absent' } },
  grant: {
    who: 'an ma qian shu',
    ends: { done: 'NOTHING_PENDING', unsure: 'NOTHING_PENDING', absent: 'NOTHING_PENDING' },
  },
  deny: {
    who: 'an ma qian shu',
    ends: { done: 'NOTHING_PENDING', unsure: 'NOTHING_PENDING', absent: 'NOTHING_PENDING' },
  },
  appraise: { who: 'ma qian shu', ends: { done: 'done' } },
  reply: { who: 'an', ends: { done: 'NOTHING_PENDING' } },
  keepsake: { who: 'an', ends: { here: 'here', done: 'done' } },
  erase: {
    who: 'an',
    ends: { done: 'erased', unsure: 'erased', absent: 'erased', left: 'erased', void: 'erased' },
  },
};
const PEOPLE: Record<string, Actor> = { an, bo, lin, ma, qian, shu, hou, clock: CLOCK };

const follow = (part: Participation, activity: Activity, now: number) =>
  decidePart(part, 'follow', CLOCK, now, { activity });
const code = (run: () => unknown): string => {
  try {
    return String(run());
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const running = activityIn('running');
const ended = activityIn('ended');
const seated = partOf(running, an);
const here = decidePart(seated, 'checkIn', an, STARTS, { place: PLACE.id });
const done = decidePart(here, 'checkOut', an, ENDS, { place: PLACE.id });
const absent = follow(seated, ended, ENDS + 2 * HOUR);
const unsure = follow(here, ended, ENDS + 2 * HOUR);
const gone = decideActivity(activityIn('published'), 'leave', an, MADE + 3);

const IN: Record<ParticipationState, Participation> = {
  waiting: { ...seated, state: 'waiting' },
  seated,
  here,
  done,
  unsure,
  absent,
  left: follow(seated, gone, MADE + 3),
  void: follow(seated, activityIn('cancelled'), MADE + 3),
  erased: decidePart(done, 'erase', an, ENDS + DAY),
};

describe('every cell of one person’s part', () => {
  test.each(PARTICIPATION_STATES)('%s', (state) => {
    const part = IN[state];
    expect(part.state).toBe(state);
    for (const move of PARTICIPATION_MOVES) {
      for (const [name, actor] of Object.entries(PEOPLE)) {
        const { who, ends } = EXPECTED[move];
        // What was deleted is nobody's any more.
        const part_ = who.split(' ').includes(name) && !(state === 'erased' && name === 'an');
        const expected = part_ ? (ends[state] ?? 'MOVED_ON') : 'NOT_ALLOWED';
        const given: Partial<ParticipationCommand> = {
          activity: running,
          place: PLACE.id,
          minutes: 90,
          text: '手机没电了',
          photos: ['cloud://x'],
        };
        const outcome = code(() => decidePart(part, move, actor, STARTS + HOUR, given).state);
        expect(`${state} ${move} ${name}: ${outcome}`).toBe(`${state} ${move} ${name}: ${expected}`);
        expect(participationFlow.allowed(part, actor, STARTS + HOUR).includes(move)).toBe(
          /^[a-z]+$/.test(expected),
        );
      }
    }
  });

  test('no cell is missing and none is invented', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...PARTICIPATION_MOVES].sort());
    const roles = new Set(PARTICIPATION_MOVES.flatMap((move) => PARTICIPATION[move].by as readonly string[]));
    expect([...roles].sort()).toEqual([...PARTICIPATION_ROLES].sort());
  });
});

describe('what the activity’s list makes of a part', () => {
  const full = activityIn('published');
  const freed = decideActivity(full, 'leave', an, MADE + 3);
  const byHand = decideActivity(activityIn('running'), 'finish', ma, ENDS);
  test.each([
    ['a place', partOf(full, an), full, 'seated'],
    ['in the queue', partOf(full, chi), full, 'waiting'],
    ['from the queue to a place', partOf(full, chi), freed, 'seated'],
    ['gone', partOf(full, an), freed, 'left'],
    ['back again', follow(partOf(full, an), freed, MADE + 3), full, 'seated'],
    ['cancelled', partOf(full, an), activityIn('cancelled'), 'void'],
    ['cancelled for one who waited', partOf(full, chi), activityIn('cancelled'), 'void'],
    ['never seen', partOf(full, an), ended, 'absent'],
    ['waited in vain', partOf(full, chi), ended, 'left'],
    ['there, and the end came by the clock', here, ended, 'unsure'],
    ['there, and somebody ended it', here, byHand, 'done'],
    ['there, though the list says gone', here, freed, 'here'],
  ])('%s', (_, part, activity, state) => {
    const after = follow(part, activity, ENDS + 2 * HOUR);
    expect(after.state).toBe(state);
    expect(isBehind(after, activity)).toBe(false);
  });

  test('ended by hand at eleven: the hours count until then', () => {
    expect(follow(here, byHand, ENDS + HOUR)).toMatchObject({ minutes: 120, out: { at: ENDS, by: 'end' } });
  });

  test('another time reaches those who signed up', () => {
    const later = { ...full, startsAt: STARTS + HOUR, endsAt: ENDS + HOUR };
    expect(isBehind(partOf(full, an), later)).toBe(true);
    expect(follow(partOf(full, an), later, MADE + 3).startsAt).toBe(STARTS + HOUR);
  });
});

describe('checks at the place', () => {
  const checkIn = (now: number, actor: Actor = an, place?: string) =>
    code(() => decidePart(seated, 'checkIn', actor, now, place ? { place } : {}).state);
  test.each([
    ['too early', STARTS - 31 * MINUTE, 'CHECK_TOO_EARLY'],
    ['half an hour before', STARTS - 30 * MINUTE, 'here'],
    ['at the last moment', ENDS - 1, 'here'],
    ['after the end', ENDS, 'CHECK_TOO_LATE'],
  ])('%s', (_, now, expected) => {
    expect(checkIn(now, an, PLACE.id)).toBe(expected);
  });

  test('oneself by the code of the place; whoever answers for the activity without one', () => {
    expect(checkIn(STARTS, an, 'farend0000')).toBe('WRONG_PLACE');
    expect(checkIn(STARTS, an)).toBe('WRONG_PLACE');
    expect(checkIn(STARTS, ma)).toBe('here');
    expect(decidePart(seated, 'checkIn', ma, STARTS).in).toEqual({ at: STARTS, by: 'hand' });
  });

  test('who answers for the activity and takes part checks in by the code, as anybody', () => {
    const both: Actor = { ...ma, volunteer: an.volunteer ?? null };
    const own = { ...seated, person: both.id };
    expect(participationFlow.rolesOf(own, both)).toEqual(['self']);
    expect(code(() => decidePart(own, 'checkIn', both, STARTS).state)).toBe('WRONG_PLACE');
  });
});

describe('hours corrected by two people', () => {
  const amend = (actor: Actor, part = unsure) =>
    decidePart(part, 'amend', actor, ENDS + DAY, { minutes: 100, text: '手机没电了' });
  const answer = (part: Participation, actor: Actor, move: 'grant' | 'deny' = 'grant') =>
    code(() => decidePart(part, move, actor, ENDS + DAY, { text: '不对' }).state);

  test.each([
    ['asked by oneself, agreed to by oneself', an, an, 'NEEDS_ANOTHER'],
    ['asked by oneself, agreed to by the organiser', an, ma, 'done'],
    ['asked by oneself, agreed to by the desk', an, qian, 'done'],
    ['asked by the organiser, agreed to by the same', ma, ma, 'NEEDS_ANOTHER'],
    ['asked by the organiser, agreed to by the person', ma, an, 'done'],
    ['asked by the organiser, agreed to by the desk', ma, qian, 'done'],
    ['agreed to by a stranger', an, bo, 'NOT_ALLOWED'],
  ])('%s', (_, asks, agrees, expected) => {
    expect(answer(amend(asks), agrees)).toBe(expected);
    expect(answer(amend(asks), agrees, 'deny')).toBe(expected === 'done' ? 'unsure' : expected);
  });

  test('until somebody agrees nothing counts; then it counts by the rules', () => {
    expect(totalMinutes([amend(an)])).toBe(0);
    const granted = decidePart(amend(an), 'grant', ma, ENDS + DAY);
    expect(granted).toMatchObject({ state: 'done', minutes: 96, amendment: null, settledAt: ENDS + DAY });
    expect(granted.history.at(-1)?.about).toEqual({ minutes: 96, before: 0 });
  });

  test('not more than the activity lasted, and one change at a time', () => {
    const tried = (minutes: number) =>
      code(() => decidePart(unsure, 'amend', an, ENDS + DAY, { minutes, text: '一' }).state);
    expect([tried(150), tried(151), tried(-1), tried(1.5)]).toEqual([
      'unsure',
      'MINUTES_REQUIRED',
      'MINUTES_REQUIRED',
      'MINUTES_REQUIRED',
    ]);
    expect(code(() => decidePart(amend(an), 'amend', ma, ENDS + DAY, { minutes: 90, text: '一' }))).toBe(
      'ALREADY_PENDING',
    );
  });
});

describe('who is told of hours, and what is said', () => {
  const told = (part: Participation) => part.outbox.map(({ to, kind }) => `${kind} ${to}`);
  const quiet = { ...unsure, outbox: [] };
  const asked = (actor: Actor) =>
    decidePart(quiet, 'amend', actor, ENDS + DAY, { minutes: 100, text: ' 手机没电了 ' });
  const answered = (actor: Actor, by: Actor, move: 'grant' | 'deny') =>
    decidePart({ ...asked(actor), outbox: [] }, move, by, ENDS + DAY, { text: ' 不对 ' });

  test.each<[string, Participation, string[]]>([
    ['nobody checked them out', unsure, ['activity-unsure u_an']],
    ['asked by oneself: who answers for it', asked(an), ['activity-claimed s_ma']],
    ['asked by the organiser: the person', asked(ma), ['activity-amended u_an']],
    ['agreed to: who asked', answered(an, ma, 'grant'), ['activity-granted u_an']],
    ['agreed to by the person: nobody', answered(ma, an, 'grant'), []],
    ['refused: who asked', answered(an, ma, 'deny'), ['activity-denied u_an']],
    ['refused by the person: nobody', answered(ma, an, 'deny'), []],
    [
      'ended by hand: the hours are there',
      follow(here, decideActivity(running, 'finish', ma, ENDS), ENDS),
      [],
    ],
  ])('%s', (_, part, expected) => {
    expect(told(part)).toEqual(expected);
  });

  test('what is asked for stands with who asked, when, why and for how much', () => {
    expect(asked(an).amendment).toEqual({
      by: an.id,
      name: 'an',
      own: true,
      at: ENDS + DAY,
      minutes: 96,
      text: '手机没电了',
    });
    expect(asked(ma).amendment).toMatchObject({ by: ma.id, own: false });
    expect(asked(an).history.at(-1)).toMatchObject({ text: '手机没电了', about: { minutes: 96 } });
    expect(asked(an)).toMatchObject({ state: 'unsure', minutes: unsure.minutes });
  });

  test('refused, with a reason: the hours are as they were, and one may ask again', () => {
    const denied = answered(an, ma, 'deny');
    expect(denied).toMatchObject({ state: 'unsure', minutes: unsure.minutes, amendment: null });
    expect(denied.history.at(-1)?.text).toBe('不对');
    expect(participationFlow.allowed(denied, an, ENDS + DAY)).toContain('amend');
  });

  test.each<[string, Participation, ParticipationMove, Actor, Partial<ParticipationCommand>, string]>([
    [
      'the list of another activity',
      seated,
      'follow',
      CLOCK,
      { activity: { ...running, _id: 'a2' } },
      'NOT_FOUND',
    ],
    ['no list at all', seated, 'follow', CLOCK, {}, 'NOT_FOUND'],
    ['hours that nobody said', unsure, 'amend', an, { text: '一' }, 'MINUTES_REQUIRED'],
    ['hours without a reason', unsure, 'amend', an, { minutes: 60, text: ' ' }, 'REASON_REQUIRED'],
    ['no hours at all, with a reason', unsure, 'amend', ma, { minutes: 0, text: '没有来' }, 'unsure'],
    ['a refusal without a reason', asked(an), 'deny', ma, {}, 'REASON_REQUIRED'],
    ['no word about the service', done, 'appraise', ma, { text: '' }, 'REASON_REQUIRED'],
    ['a keepsake without a picture', done, 'keepsake', an, { photos: [] }, 'PHOTO_REQUIRED'],
    ['a keepsake', done, 'keepsake', an, { photos: ['cloud://x'] }, 'done'],
  ])('%s', (_, part, move, actor, given, expected) => {
    expect(code(() => decidePart(part, move, actor, ENDS + DAY, given).state)).toBe(expected);
  });

  test('of a long activity no more than twelve hours are asked for', () => {
    const long = { ...unsure, endsAt: STARTS + 20 * HOUR };
    const tried = (minutes: number) =>
      code(() => decidePart(long, 'amend', an, ENDS + DAY, { minutes, text: '一' }).state);
    expect([tried(720), tried(721)]).toEqual(['unsure', 'MINUTES_REQUIRED']);
  });
});

describe('checked out', () => {
  const out = (now: number, actor: Actor = an, place: string | undefined = PLACE.id) =>
    decidePart(here, 'checkOut', actor, now, place ? { place } : {});

  test.each([
    ['an hour before the end', ENDS - HOUR, 60],
    ['two hours after the end: what counts is half an hour more', ENDS + 2 * HOUR, 150],
  ])('%s', (_, now, minutes) => {
    expect(out(now)).toMatchObject({
      state: 'done',
      minutes,
      in: { at: STARTS, by: 'code' },
      out: { at: now, by: 'code' },
      settledAt: now,
      closedAt: now,
    });
  });

  test('later than that is too late, and the code of another place is wrong', () => {
    expect(code(() => out(ENDS + 2 * HOUR + 1).state)).toBe('CHECK_TOO_LATE');
    expect(code(() => out(ENDS, an, 'farend0000').state)).toBe('WRONG_PLACE');
    expect(out(ENDS, ma, '').out).toEqual({ at: ENDS, by: 'hand' });
  });
});

describe('a part and the list that it follows', () => {
  const full = activityIn('published');
  const freed = decideActivity(full, 'leave', an, MADE + 3);

  test.each<[string, Participation, number | null]>([
    ['a place', follow(partOf(full, an), full, ENDS), null],
    ['a turn in the queue', follow(partOf(full, chi), full, ENDS), null],
    ['there still', follow(here, full, ENDS), null],
    ['never seen', follow(seated, ended, ENDS), ENDS],
    ['gone', follow(partOf(full, an), freed, ENDS), ENDS],
    ['cancelled', follow(partOf(full, an), activityIn('cancelled'), ENDS), ENDS],
  ])('%s: is it over', (_, part, closedAt) => {
    expect(part.closedAt).toBe(closedAt);
  });

  test.each<[string, Participation, Activity, boolean]>([
    ['knows it all', partOf(full, an), full, false],
    ['has left since', partOf(full, an), freed, true],
    ['has a place since', partOf(full, chi), freed, true],
    ['read a list that is older than what it knows', partOf(freed, an), full, false],
    ['read a list from before they signed up', partOf(full, an), { ...full, roster: {} }, false],
    ['the title has changed', partOf(full, an), { ...full, title: '改了' }, true],
    ['hears that it was cancelled', partOf(full, an), activityIn('cancelled'), true],
    ['is done, and asks no more', done, { ...ended, title: '改了' }, false],
  ])('%s', (_, part, activity, behind) => {
    expect(isBehind(part, activity)).toBe(behind);
  });

  test('knows the turn that it has followed', () => {
    expect([partOf(full, chi).turn, follow(partOf(full, chi), freed, MADE + 4).turn]).toEqual([1, 2]);
  });
});

test('certain after seven days of notice, and not while somebody asks for a change', () => {
  expect([isCertain(done, ENDS + NOTICE - 1), isCertain(done, ENDS + NOTICE)]).toEqual([false, true]);
  const asked = decidePart(done, 'amend', ma, ENDS + DAY, { minutes: 60, text: '提前走了' });
  expect(isCertain(asked, ENDS + NOTICE)).toBe(false);
  const changed = decidePart(asked, 'grant', an, ENDS + 2 * DAY);
  expect(changed.history.at(-1)?.about).toMatchObject({ before: done.minutes });
  expect([isCertain(changed, ENDS + NOTICE), isCertain(changed, ENDS + 2 * DAY + NOTICE)]).toEqual([
    false,
    true,
  ]);
});

describe('a word about the service', () => {
  const appraised = decidePart(done, 'appraise', ma, ENDS + DAY, { text: '认真，来得早' });

  test('is told to the person, who answers once; written anew it may be answered anew', () => {
    expect(appraised).toMatchObject({ appraisal: { name: ma.name, text: '认真，来得早', reply: null } });
    expect(appraised.outbox.map(({ to, kind }) => [to, kind])).toContainEqual([an.id, 'activity-appraised']);
    const replied = decidePart(appraised, 'reply', an, ENDS + DAY, { text: '谢谢' });
    expect(replied.appraisal?.reply).toBe('谢谢');
    expect(code(() => decidePart(replied, 'reply', an, ENDS + DAY, { text: '再说一句' }).state)).toBe(
      'NOTHING_PENDING',
    );
    const anew = decidePart(replied, 'appraise', qian, ENDS + 2 * DAY, { text: '更正：很认真' });
    expect(participationFlow.allowed(anew, an, ENDS + 2 * DAY)).toContain('reply');
    expect(decidePart(anew, 'erase', an, ENDS + 2 * DAY).appraisal).toBeNull();
  });

  test('changes no hours', () => {
    expect(appraised).toMatchObject({ minutes: done.minutes, settledAt: done.settledAt });
  });
});

test('a training is on the record and never among the hours', () => {
  const training = { ...done, theme: 'training' as const };
  expect(training.minutes).toBe(120);
  expect(totalMinutes([training, done])).toBe(120);
  expect(isCertain(training, ENDS + NOTICE)).toBe(false);
});

test('what was deleted names nobody and counts for nobody', () => {
  const known = { ...here, phone: '17000000009' };
  const erased = nameless(
    decidePart(decidePart(known, 'checkOut', an, ENDS, { place: PLACE.id }), 'erase', an, ENDS),
  );
  const text = JSON.stringify(erased);
  expect(text).not.toContain(an.id);
  expect(text).not.toContain('"an"');
  expect(text).not.toContain('17000000009');
  expect(totalMinutes([erased])).toBe(0);
  expect(erased.history.map(({ at, move, by, to }) => [at, move, by.role, to])).toEqual([
    [MADE + 1, 'join', 'self', undefined],
    [STARTS, 'checkIn', 'self', 'here'],
    [ENDS, 'checkOut', 'self', 'done'],
    [ENDS, 'erase', 'self', 'erased'],
  ]);
  expect(erased.history.every(({ by }) => by.id === '' && by.name === '')).toBe(true);
  expect(participationFlow.rolesOf(erased, { ...volunteer('x'), id: '' })).toEqual([]);
});
