/**
 * Whenever the timers ring (twice, five at once, up to 72 hours late, in another order; across ends of months, leap days
 * and weeks with worked weekends), a ticket ends the same. `CHAOS_SEEDS` tells more than two hundred.
 */
import type { Ticket } from '@/domain/ticket/ticket';
import { isOpen } from '@/domain/time/calendar';
import { DAY, dayName, MINUTE, timeName } from '@/domain/time/day';
import { CALENDAR } from '@/test/builders/ticket';
import { randomOf } from '@/test/lives/life';
import {
  badTimes,
  endOf,
  inTime,
  LATEST,
  outcomeOf,
  rung,
  type Scene,
  sceneOf,
  shuffled,
  toldBy,
} from './timers';

const SEEDS = Number(process.env.CHAOS_SEEDS ?? 200);
const ring = (ticket: Ticket, times: readonly number[]) => times.reduce((next, at) => rung(next, at), ticket);

/** Each way of ringing, from the scene on. */
const WAYS: Record<string, (scene: Scene, seed: number) => Ticket> = {
  'twice at every moment': ({ ticket, at }) => inTime(ticket, at, endOf(at), 0, 2),
  // Five machines whose clocks differ by minutes; all but one find it done.
  'five at once': ({ ticket, at }, seed) =>
    ring(
      ticket,
      badTimes(at, randomOf(seed), DAY).flatMap((time) =>
        shuffled([0, 1, 2, 3, 4], randomOf(time)).map((minutes) => time + minutes * MINUTE),
      ),
    ),
  'up to 72 hours late': ({ ticket, at }, seed) => ring(ticket, badTimes(at, randomOf(seed))),
  'always 72 hours late': ({ ticket, at }) => ring(inTime(ticket, at, endOf(at), LATEST), [endOf(at)]),
  'in another order': ({ ticket, at }, seed) => {
    const random = randomOf(seed);
    const near = badTimes(at, random, DAY);
    // Neighbours change places: a bell that was held up for a day is heard after later ones.
    const mixed = Array.from({ length: Math.ceil(near.length / 4) }, (_, index) =>
      shuffled(near.slice(index * 4, index * 4 + 4), random),
    ).flat();
    return ring(ticket, [...mixed, endOf(at)]);
  },
};

/** The scenes and the ends that timers in time lead to. */
let TOLD: readonly { seed: number; scene: Scene; good: Ticket }[] = [];

beforeAll(() => {
  TOLD = Array.from({ length: SEEDS }, (_, index) => {
    const scene = sceneOf(index + 1);
    return { seed: index + 1, scene, good: inTime(scene.ticket, scene.at, endOf(scene.at)) };
  }).filter(({ good }) => !isOverBeforeAsked(good));
});

/**
 * A wait that ends so soon after news of it was due (monthly, three at most, each as late as the bells before it) that a late
 * bell finds both, and rightly asks for none.
 */
const isOverBeforeAsked = ({ history }: Ticket): boolean =>
  history.some(
    ({ move, at }, index) =>
      move === 'askNews' &&
      history.slice(index).some((later) => later.move === 'holdEnds' && later.at - at <= 3 * LATEST),
  );

test('the scenes are of every kind, and the timers have much to do', () => {
  expect(TOLD.length).toBeGreaterThan(0.97 * SEEDS);
  expect(new Set(TOLD.map(({ scene }) => scene.ticket.state)).size).toBeGreaterThan(9);
  const rungs = TOLD.map(({ scene, good }) => good.history.length - scene.ticket.history.length);
  expect(rungs.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(3 * SEEDS);
});

test('with timers in time, only danger is told of outside working hours', () => {
  for (const { seed, good } of TOLD) {
    let urgency = good.history.find(({ move }) => move === 'urgency')?.about?.from ?? good.urgency;
    for (const { at, move, about } of good.history) {
      if (move === 'urgency') urgency = about?.urgency ?? urgency;
      if (move !== 'slip' || urgency === 'L1' || urgency === 'L2') continue;
      // Closing time still counts.
      const open = isOpen(CALENDAR, at) || isOpen(CALENDAR, at - 1);
      expect(`seed ${seed} ${timeName(at)} ${open}`).toBe(`seed ${seed} ${timeName(at)} true`);
    }
  }
});

test.each(Object.keys(WAYS))('timers that ring %s lead to the same end', (way) => {
  for (const { seed, scene, good } of TOLD) {
    const bad = WAYS[way]?.(scene, seed) as Ticket;
    try {
      expect(outcomeOf(bad, toldBy(bad))).toEqual(outcomeOf(good, toldBy(good)));
    } catch (error) {
      const story = scene.ticket.history.map(({ at, move }) => `${dayName(at)} ${timeName(at)} ${move}`);
      throw new Error(`seed ${seed}:\n${story.join('\n')}\n${(error as Error).message}`);
    }
  }
});
