/** Random lives of wishes: whatever anybody tries, what must always hold, holds. A failure prints seed and shortest life. */
import * as fc from 'fast-check';
import { START } from '@/test/builders/ticket';
import { hou, lin, qian, stranger, sun } from '@/test/builders/town';
import { EVIDENCE, fang, geng, hong, posted, tickedWish } from '@/test/builders/wish';
import { type Actor, CLOCK } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import { DAY, HOUR } from '../time/day';
import { wishFlow } from './flow';
import { QUEUE_MAX } from './kinds';
import { isOpen, LIFECYCLE, MOVES, STATES, type WishMove } from './lifecycle';
import type { Wish } from './wish';

/** Those who move things along come up more often. */
const PEOPLE: readonly Actor[] = [
  lin,
  lin,
  fang,
  fang,
  fang,
  geng,
  geng,
  hong,
  qian,
  qian,
  sun,
  hou,
  stranger,
  CLOCK,
];
const LIVES = Number(process.env.LIVES ?? 200);

const step = fc.record({
  move: fc.constantFrom(...MOVES),
  actor: fc.constantFrom(...PEOPLE),
  after: fc.oneof(fc.integer({ min: 0, max: 20 * HOUR }), fc.integer({ min: 0, max: 12 * DAY })),
  bare: fc.nat({ max: 9 }).map((n) => n === 0),
  lawful: fc.nat({ max: 4 }).map((n) => n > 0),
  pick: fc.nat(),
});

test('nothing that anybody tries breaks what must hold', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 50, size: 'max' }), (steps) => {
      let wish = posted();
      let now = START;
      for (const { move, actor, after, bare, lawful, pick } of steps) {
        now += after;
        wish = wishFlow.delivered(check(tickedWish(wish, now), now));
        const may = wishFlow.allowed(wish, actor, now);
        // A life that ends at once says little: leaving by the side doors is tried less often.
        const usual = may.filter((name) => !SIDE_DOORS.includes(name));
        const list = pick % 6 === 0 || usual.length === 0 ? may : usual;
        const chosen = lawful && list.length > 0 ? (list[pick % list.length] as WishMove) : move;
        wish = tried(wish, chosen, actor, now, bare);
        reached.add(`${chosen} ${wish.state}`);
      }
    }),
    { numRuns: LIVES },
  );
  const states = new Set([...reached].map((entry) => entry.split(' ')[1]));
  expect([...states]).toEqual(expect.arrayContaining([...STATES]));
});

const SIDE_DOORS: readonly WishMove[] = ['withdraw', 'refuse', 'turn'];

function tried(before: Wish, move: WishMove, actor: Actor, now: number, bare: boolean): Wish {
  const allowed = wishFlow.allowed(before, actor, now);
  try {
    const { next } = wishFlow.decide(before, { ...(bare ? {} : EVIDENCE[move]), move, actor, now });
    expect(allowed).toContain(move);
    expect(LIFECYCLE[move].to as readonly string[]).toContain(next.state);
    expect(next.history).toHaveLength(before.history.length + 1);
    return check(next, now);
  } catch (error) {
    if (error instanceof Refusal) return before;
    throw error;
  }
}

function check(wish: Wish, now: number): Wish {
  const { state, claimer, offer, queue, slot, poster, dueAt, nudgeAt } = wish;
  const names = queue.map(({ id }) => id);
  const held = state === 'claimed' || state === 'delivered';
  // Nobody is in two places at once, and nobody fulfils their own wish.
  expect(
    new Set([...names, ...(offer ? [offer.id] : []), ...(held && claimer ? [claimer.id] : [])]).size,
  ).toBe(names.length + (offer ? 1 : 0) + (held ? 1 : 0));
  expect([...names, claimer?.id, offer?.id]).not.toContain(poster.id);
  expect(queue.length).toBeLessThanOrEqual(QUEUE_MAX);
  expect(offer !== null).toBe(state === 'offered');
  if (state === 'open' || state === 'posted') expect(queue).toEqual([]);
  if (held) expect(claimer).not.toBeNull();
  // Until it is over nobody has it but who is named.
  else if (isOpen(state)) expect(claimer).toBeNull();
  expect(slot === wish._id).toBe(state !== 'claimed');
  // Open: a next moment, and somebody or the desk. Ended: none, and nobody waits.
  if (isOpen(state)) {
    expect(Math.min(dueAt ?? Number.POSITIVE_INFINITY, nudgeAt ?? Number.POSITIVE_INFINITY)).toBeLessThan(
      now + 15 * DAY,
    );
    expect(wish.holder !== null || wish.desk.length > 0).toBe(true);
    expect(wish.closedAt).toBeNull();
  } else {
    expect([dueAt, nudgeAt, wish.holder, wish.shelf]).toEqual([null, null, null, null]);
    expect(queue).toEqual([]);
    expect(wish.closedAt).not.toBeNull();
  }
  expect(hands(wish)).toBe(state === 'claimed' ? 1 : 0);
  return wish;
}

/** In how many hands the wish is, told from its story alone: claims and second tries, less what left them. */
function hands({ history }: Wish): number {
  let state = 'posted';
  let count = 0;
  for (const { move, to = state } of history) {
    if (state !== 'claimed' && to === 'claimed') count += 1;
    if (state === 'claimed' && to !== 'claimed') count -= 1;
    if (move === 'claim') expect(to).toBe('claimed');
    state = to;
  }
  return count;
}
