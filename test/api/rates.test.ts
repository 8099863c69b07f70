/** The stored days are what a recount of the tickets gives, after any life through the real actions. */
import type { DayCounts } from '@/cloudfunctions/runtime/rates';
import type { Input } from '@/contract';
import { countsOf } from '@/domain/rates/counts';
import { RATES } from '@/domain/rates/rates';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, dayName, dayNumber, dayStart, HOUR, moment, parseDay } from '@/domain/time/day';
import { AREA } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();

test('each stored day equals the recount, after four weeks of any life', async () => {
  const random = sequence(20261122);
  const ids: string[] = [];
  let done = 0;
  for (let step = 0; step < 260; step++) {
    yima.later(Math.floor(random() * 5 * HOUR));
    if (random() < 0.15 || ids.length < 3) {
      const service = pick(random, ['street-lamp', 'policy', 'sewer', 'roof'] as const);
      ids.push((await yima.call('lin', 'ticket.file', yima.filing({ service }))).id);
    } else if ((await anyMove(random, pick(random, ids.slice(-25)))) === 'ok') done++;
    if (random() < 0.25) await yima.tick();
  }
  expect(done).toBeGreaterThan(80);
  yima.later(DAY);
  await yima.tick();

  const tickets = (await yima.emulator.db.collection('tickets').limit(1000).get()).data as Ticket[];
  const days = (
    await yima.emulator.db.collection('rates').where({ area: AREA }).orderBy('day', 'asc').limit(1000).get()
  ).data as DayCounts[];
  const names = days.map(({ day }) => day);
  const first = dayNumber(Math.min(...tickets.map(({ openedAt }) => openedAt)));
  for (let day = first; day <= dayNumber(yima.now); day++) expect(names).toContain(dayName(dayStart(day)));
  const settled = new Set<string>();
  for (const { day, rows } of days) {
    const from = dayStart(parseDay(day));
    expect([day, rows]).toEqual([day, countsOf(tickets, { from, until: from + DAY })]);
    for (const row of rows) for (const rate of Object.keys(row.rates)) settled.add(rate);
  }
  expect([...settled].sort()).toEqual([...RATES].sort());
  const whole = days.flatMap(({ rows }) => rows).length;
  expect(whole).toBeGreaterThan(20);
}, 300_000);

test('counting again, five at once, or late changes nothing', async () => {
  const before = await stored();
  yima.later(HOUR);
  await Promise.all(Array.from({ length: 5 }, () => yima.tick()));
  expect(await stored()).toEqual(before);
  yima.later(5 * DAY);
  await yima.tick();
  const { at } = (await yima.emulator.db.collection('rates').doc('marker').get()).data[0];
  expect(at).toBe(yima.now);
});

test('what a leader reads adds up, by unit and service, with the units in the order of the tree', async () => {
  const from = '2026-03-11';
  const to = dayName(yima.now);
  const all = await yima.call('shu', 'rates.read', { from, to });
  expect(all.rates.map(({ id }) => id)).toEqual([...RATES]);
  expect(all.asOf).toBe(yima.now);
  const sums = await Promise.all(
    all.units.map(({ id }) => yima.call('qian', 'rates.read', { from, to, unit: id })),
  );
  const denominator = (view: { fraction: string }) => Number(view.fraction.split('/')[1]);
  RATES.forEach((rate, index) => {
    if (rate === 'onTime')
      expect(sums.reduce((sum, one) => sum + denominator(one.rates[index]!), 0)).toBe(
        denominator(all.rates[index]!),
      );
  });
  expect(all.units.map(({ name }) => name)).toEqual(['城乡建设办', '闫满村网格']);
  expect(all.services.map(({ id }) => id)).toContain('street-lamp');
  const lamps = await yima.call('shu', 'rates.read', { from, to, service: 'street-lamp' });
  expect(denominator(lamps.rates[2]!)).toBeLessThan(denominator(all.rates[2]!));
  const none = await yima.call('shu', 'rates.read', { from: '2020-01-01', to: '2020-01-31' });
  expect(none).toMatchObject({ asOf: null, days: 0, units: [] });
  expect(none.rates.every(({ words }) => words === '不足 5 件，不算率')).toBe(true);
});

test('a period is a real one of at most a quarter', async () => {
  for (const [from, to] of [
    ['2026-03-02', '2026-03-01'],
    ['2026-01-01', '2026-12-31'],
    ['2026-02-30', '2026-03-01'],
  ])
    expect(await yima.outcome('shu', 'rates.read', { from, to })).toBe('BAD_INPUT');
});

/** The content of the days, without the moment at which they were counted. */
async function stored(): Promise<unknown> {
  const { data } = await yima.emulator.db
    .collection('rates')
    .where({ area: AREA, day: yima.emulator.db.command.lte(dayName(moment('2026-05-01 00:00'))) })
    .orderBy('day', 'asc')
    .limit(1000)
    .get();
  return (data as DayCounts[]).filter(({ rows }) => rows.length > 0).map(({ day, rows }) => [day, rows]);
}

/** One thing that somebody may do with this ticket now, with any evidence; the outcome's code. */
async function anyMove(random: () => number, id: string): Promise<string> {
  const start = Math.floor(random() * ACTORS.length);
  for (const name of [...ACTORS.slice(start), ...ACTORS.slice(0, start)].slice(0, 4)) {
    const seen = await yima.ask(name, 'ticket.read', { id });
    const allowed = seen.ok ? seen.data.allowed.filter((each) => each !== 'note') : [];
    const usual = allowed.filter((each) => !RARE.includes(each));
    const move = pick(random, random() < 0.15 ? allowed : usual);
    if (move) return makeMove(random, name, id, move);
  }
  return 'nothing';
}

function makeMove(
  random: () => number,
  name: Name,
  id: string,
  move: Input<'ticket.move'>['move'],
): Promise<string> {
  const solved = pick(random, ['yes', 'yes', 'partly', 'no'] as const);
  const [post, person] = pick(random, [
    ['urban', 's_hou'],
    ['urban', 's_ma'],
    ['grid@m012', 's_zhao'],
  ] as const);
  return yima.outcome(name, 'ticket.move', {
    ...yima.move(id, move, { text: '就这样', solved, reasons: ['unsolved'], post, person }),
    contact: pick(random, ['phone', 'visit', 'unreached'] as const),
    result: pick(random, ['solved', 'partly', 'explained'] as const),
    level: pick(random, [5, 4, 3, 1] as const),
    outcome: pick(random, ['unreached', 'solved', 'unsolved'] as const),
    code: pick(random, ['higher', 'court', 'weather'] as const),
    until: yima.now + 3 * DAY,
    days: 3,
    urgency: 'L3',
  });
}

const ACTORS = ['lin', 'zhao', 'hou', 'qian', 'lin', 'ma', 'zhao', 'sun', 'shu'] as const;
/** Lawful, but a life of nothing else would settle little. */
const RARE: readonly string[] = ['withdraw', 'transfer', 'return', 'decline', 'urgency', 'hold', 'extend'];

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
