/**
 * The same with the real jobs, the real SDK and the emulator: the tickets of many scenes are in the database, and the
 * timer rings in time, late, five at once, or in another order.
 */
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, HOUR, MINUTE } from '@/domain/time/day';
import { randomOf } from '@/test/lives/life';
import { seedTown, withYima } from '@/test/support/yima';
import { badTimes, endOf, outcomeOf, QUIET, sceneOf, shuffled } from './timers';

const yima = withYima();
const SEEDS = Number(process.env.SWEEP_SEEDS ?? 10);

/** Scenes of one beginning: the timer sweeps all tickets at once, so they share their calendar days. */
const SCENES = Array.from({ length: SEEDS * 3 }, (_, index) => sceneOf(1000 + index))
  .sort((a, b) => a.at - b.at)
  .slice(0, SEEDS);
const FROM = Math.max(...SCENES.map(({ at }) => at));

type Outcomes = Record<string, ReturnType<typeof outcomeOf>>;

/** Puts the scenes into an empty database, rings at these moments (several at once where they are lists), and looks. */
async function after(moments: readonly (number | readonly number[])[]): Promise<Outcomes> {
  const { forgetDirectory } = await import('@/cloudfunctions/runtime/directory');
  const { sweep } = await import('@/cloudfunctions/jobs');
  const { db } = yima.emulator;
  await yima.emulator.reset();
  await seedTown(db);
  forgetDirectory();
  await db.collection('tickets').add(SCENES.map(({ ticket }) => ({ ...ticket, rev: 1 })));
  for (const moment of [...moments, endOf(FROM)]) {
    const at = typeof moment === 'number' ? [moment] : moment;
    yima.at(Math.max(...at));
    await Promise.all(at.map((now) => sweep(now)));
  }
  // What broke off because another was faster is taken up a minute later.
  yima.later(MINUTE);
  await sweep(yima.now);
  const outcomes: Outcomes = {};
  for (const { ticket } of SCENES) {
    const stored = (await db.collection('tickets').doc(ticket._id).get()).data[0] as Ticket;
    const told = await db.collection('notices').where({ 'about.id': ticket._id }).limit(1000).get();
    outcomes[ticket._id] = outcomeOf(stored, told.data as { kind: string; to: string }[]);
    expect(stored.outbox).toEqual([]);
  }
  return outcomes;
}

const every = (ms: number) =>
  Array.from({ length: Math.floor(QUIET / ms) }, (_, index) => FROM + (index + 1) * ms);

test('sweeps in time, late, five at once and in another order lead to the same end', async () => {
  const inTime = await after(every(12 * HOUR));
  expect(await after(badTimes(FROM, randomOf(1)))).toEqual(inTime);
  const five = badTimes(FROM, randomOf(2), 2 * DAY).map((at) =>
    [0, 1, 2, 3, 4].map((minutes) => at + minutes * MINUTE),
  );
  expect(await after(five)).toEqual(inTime);
  const days = every(12 * HOUR);
  const mixed = Array.from({ length: days.length / 6 }, (_, index) =>
    shuffled(days.slice(index * 6, index * 6 + 6), randomOf(index)),
  ).flat();
  expect(await after(mixed)).toEqual(inTime);
}, 600_000);
