import { AREA, lin, qian, STAIRWELL, stranger } from '@/test/builders/town';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, moment } from '../time/day';
import {
  KEPT,
  openReturn,
  PICKUP_TRIES,
  RETURN_STATES,
  RETURNS,
  type Return,
  type ReturnCommand,
  type ReturnMove,
  type ReturnState,
  returnFlow,
} from './returns';

const NOW = moment('2026-03-11 09:00');
const staff = (id: string, path: string): Actor => ({
  ...qian,
  id: `u_${id}`,
  staff: {
    ...qian.staff!,
    id,
    posts: [{ id, kind: 'grid-worker', name: id, unit: 'x', path, holders: [] }],
  },
});
/** lin booked it; it lies in our area. */
const booked = openReturn(
  {
    _id: 'r1',
    no: 'R1',
    owner: { id: lin.id, name: lin.name },
    code: '0417',
    drawn: [{ points: 30, expiresAt: NOW + 90 * DAY }],
    item: { _id: 'soap', area: AREA, name: '香皂', where: '村部，周一上午', points: 30 },
    key: 'k',
  },
  NOW,
);
const move = (taken: Return, name: ReturnMove, actor: Actor, said: Partial<ReturnCommand> = {}): Return =>
  returnFlow.decide(taken, { code: '0417', text: '货没到', ...said, move: name, actor, now: NOW + DAY }).next;

const AT: Record<ReturnState, Return> = {
  booked,
  handed: move(booked, 'hand', qian),
  cancelled: move(booked, 'cancel', lin),
};
const PEOPLE: Record<string, Actor> = {
  lin,
  stranger,
  nobody: { id: '', name: '', staff: null },
  desk: qian,
  village: staff('village', STAIRWELL),
  town: staff('town', '370114/guanzhuang/'),
  far: staff('far', '370114/diaozhen/liuli/'),
  // works here and booked it
  self: { ...qian, id: lin.id },
  clock: CLOCK,
};
const MAY: Record<string, readonly ReturnMove[]> = {
  lin: ['cancel'],
  desk: ['hand', 'fail'],
  village: ['hand', 'fail'],
  town: ['hand', 'fail'],
  self: ['cancel'],
};

describe('who does what with a return', () => {
  test.each(RETURN_STATES.flatMap((state) => Object.keys(PEOPLE).map((who) => [state, who] as const)))(
    '%s · %s',
    (state, who) => {
      const actor = PEOPLE[who] as Actor;
      const moves = who === 'clock' ? ['lapse'] : (MAY[who] ?? []);
      const expected = state === 'booked' ? moves : [];
      expect(returnFlow.allowed(AT[state], actor, NOW)).toEqual(expected);
      for (const name of Object.keys(RETURNS) as ReturnMove[]) {
        const run = () => move(AT[state], name, actor);
        if (expected.includes(name)) expect(run).not.toThrow();
        else expect(run).toThrow(Refusal);
      }
    },
  );

  test('nobody at all owns what was forgotten', () => {
    const nobodys = { ...booked, owner: { id: '', name: '' } };
    expect(returnFlow.allowed(nobodys, PEOPLE.nobody as Actor, NOW)).toEqual([]);
  });
});

test.each<[string, ReturnMove, Partial<ReturnCommand>, string]>([
  ['another code', 'hand', { code: '0418' }, 'PICKUP_WRONG'],
  ['no code', 'hand', { code: undefined }, 'PICKUP_WRONG'],
  ['no reason why it cannot be given', 'fail', { text: ' ' }, 'REASON_REQUIRED'],
  ['no reason at all', 'fail', { text: undefined }, 'REASON_REQUIRED'],
])('%s is refused', (_, name, said, code) => {
  expect(() => move(booked, name, qian, said)).toThrow(expect.objectContaining({ code }));
});

describe('a code that was wrong too often', () => {
  const missed = Array.from({ length: PICKUP_TRIES }, () => 's_hou');
  const locked: Return = { ...booked, missed };
  const hand = (of: Return, actor: Actor, said: Partial<ReturnCommand>) => () =>
    move(of, 'hand', actor, said);
  const village = PEOPLE.village as Actor;
  const fresh = { code: undefined, text: '看过身份证' };

  test('opens nothing any more, not even when it is right; one try before, it does', () => {
    expect(hand(locked, qian, { text: '' })).toThrow(expect.objectContaining({ code: 'PICKUP_LOCKED' }));
    expect(hand({ ...booked, missed: missed.slice(1) }, qian, {})).not.toThrow();
  });

  test.each<[string, Return, Actor, Partial<ReturnCommand>, boolean]>([
    ['the desk, with words, by a second look', locked, qian, fresh, true],
    ['not without words', locked, qian, { ...fresh, text: ' ' }, false],
    ['not who gave a wrong code', { ...locked, missed: [...missed, 's_qian'] }, qian, fresh, false],
    ['not a worker of the village', locked, village, fresh, false],
    ['not while the code still opens it', booked, qian, fresh, false],
  ])('%s', (_, of, actor, said, may) => {
    if (may) expect(hand(of, actor, said)()).toMatchObject({ state: 'handed' });
    else expect(hand(of, actor, said)).toThrow(Refusal);
  });

  test('how it was made sure stands in the story', () => {
    expect(hand(locked, qian, fresh)().history.at(-1)?.text).toBe('看过身份证');
  });
});

test.each<[ReturnMove, Actor, ReturnState, string, string | undefined]>([
  ['hand', qian, 'handed', 'return-handed', undefined],
  ['cancel', lin, 'cancelled', 'return-cancelled', undefined],
  ['fail', qian, 'cancelled', 'return-failed', '货没到'],
  ['lapse', CLOCK, 'cancelled', 'return-lapsed', undefined],
])('%s: the owner is told how it ended', (name, actor, state, kind, text) => {
  const after = move(booked, name, actor);
  expect(after).toMatchObject({ state, closedAt: NOW + DAY, points: 30, drawn: booked.drawn });
  expect(after.outbox).toEqual([
    { to: lin.id, kind, at: NOW + DAY, about: { id: 'r1', no: 'R1', service: '香皂' } },
  ]);
  const last = after.history.at(-1);
  expect([last?.move, last?.by.id, last?.text]).toEqual([name, actor.staff?.id ?? actor.id, text]);
  expect(returnFlow.delivered(after).wakeAt).toBeNull();
});

test('it is kept for thirty days; then points and stock go back by themselves', () => {
  const tick = (taken: Return, now: number) =>
    returnFlow.tick(taken, now, (name) => ({ move: name, actor: CLOCK, now }))?.next.state ?? null;
  expect(KEPT).toBe(30 * DAY);
  expect(booked.wakeAt).toBe(NOW + KEPT);
  expect([tick(booked, NOW + KEPT - 1), tick(booked, NOW + KEPT)]).toEqual([null, 'cancelled']);
  expect(tick(AT.handed, NOW + KEPT)).toBeNull();
});

test('what was booked says whose it is, what it cost, where it is handed over, and the code', () => {
  expect(booked).toMatchObject({
    area: AREA,
    orgPath: AREA,
    owner: { id: lin.id, name: lin.name },
    item: { id: 'soap', name: '香皂', where: '村部，周一上午' },
    points: 30,
    code: '0417',
    rev: 0,
    outbox: [],
    closedAt: null,
    history: [{ at: NOW, move: 'book', by: { id: lin.id, role: 'owner' }, to: 'booked', key: 'k' }],
  });
});
