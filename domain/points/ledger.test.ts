import * as fc from 'fast-check';
import { DAY, moment } from '../time/day';
import {
  type Entry,
  earn,
  expire,
  GRACE,
  giveBack,
  type Ledger,
  nextExpiry,
  penalise,
  reverse,
  spend,
  spentIn,
  standing,
} from './ledger';

const NOW = moment('2026-03-11 09:00');
const source = { kind: 'wish', id: 'w1' };
const draft = (id: string) => ({ id, why: '…', source });

/** Writes one thing after the other; `null` and `short` leave the ledger as it is. */
function written(...steps: ((entries: Ledger) => Entry | 'short' | null)[]): Entry[] {
  const entries: Entry[] = [];
  for (const step of steps) {
    const entry = step(entries);
    if (entry && entry !== 'short') entries.push(entry);
  }
  return entries;
}
const earning =
  (id: string, points: number, expiresAt: number | null = null, now = NOW) =>
  (entries: Ledger) =>
    earn(entries, { ...draft(id), rule: 'r', points, expiresAt }, now);
const spending =
  (id: string, points: number, now = NOW) =>
  (entries: Ledger) =>
    spend(entries, { ...draft(id), points }, now);
const reversing = (id: string, undoes: string) => (entries: Ledger) =>
  reverse(entries, { ...draft(id), undoes }, NOW);
const punishing = (id: string, points: number) => (entries: Ledger) =>
  penalise(entries, { ...draft(id), points }, NOW);
const givingBack =
  (id: string, undoes: string, now = NOW) =>
  (entries: Ledger) =>
    giveBack(entries, { ...draft(id), undoes }, now);
const points = (entries: Ledger) => entries.map((entry) => entry.points);

test('the same thing said twice is earned once', () => {
  expect(points(written(earning('a', 5), earning('a', 5), earning('b', 3)))).toEqual([5, 3]);
});

test('nothing is earned for nothing', () => {
  expect(written(earning('a', 0), earning('b', -4))).toEqual([]);
});

describe('what a rule gives in a month', () => {
  const limited =
    (id: string, now = NOW, rule = 'r') =>
    (entries: Ledger) =>
      earn(entries, { ...draft(id), rule, points: 5, expiresAt: null, most: 12 }, now);

  test('is cut at its limit, and the person sees that the rest was counted', () => {
    const entries = written(limited('a'), limited('b'), limited('c'), limited('d'));
    expect(points(entries)).toEqual([5, 5, 2, 0]);
    expect(entries[3]).toMatchObject({ why: '…（这个月已记满 12 分）', lots: [] });
    expect(standing(entries)).toMatchObject({ balance: 12 });
  });

  test('is counted for each rule, and anew from the first of the next month', () => {
    const full = [limited('a'), limited('b'), limited('c')];
    expect(points(written(...full, limited('d', NOW, 'other')))).toEqual([5, 5, 2, 5]);
    expect(points(written(...full, limited('d', moment('2026-03-31 23:59'))))).toEqual([5, 5, 2, 0]);
    expect(points(written(...full, limited('d', moment('2026-04-01 00:00'))))).toEqual([5, 5, 2, 5]);
  });

  test('says nothing of a limit where all of it was given', () => {
    expect(written(limited('a'))[0]).toMatchObject({ points: 5, why: '…' });
    expect(written(earning('a', 5))[0]).toMatchObject({
      kind: 'earn',
      why: '…',
      lots: [{ points: 5, expiresAt: null }],
    });
  });

  test('is full again once what was taken back is given back', () => {
    const steps = [
      limited('a'),
      limited('b'),
      limited('c'),
      reversing('x', 'b'),
      givingBack('y', 'x'),
      limited('d'),
    ];
    expect(points(written(...steps))).toEqual([5, 5, 2, -5, 5, 0]);
  });

  test('is free again for what was taken back', () => {
    const steps = [limited('a'), limited('b'), limited('c'), reversing('x', 'b'), limited('d')];
    expect(points(written(...steps))).toEqual([5, 5, 2, -5, 5]);
  });
});

test('returns of a month: those given back are none', () => {
  const entries = written(
    earning('a', 50),
    spending('s1', 5, moment('2026-02-28 20:00')),
    spending('s2', 5),
    spending('s3', 5),
    givingBack('g', 's3'),
  );
  expect(spentIn(entries, NOW)).toBe(1);
});

test.each([
  ['enough', 8, [10, -8]],
  ['exactly enough', 10, [10, -10]],
  ['one too many', 11, [10]],
])('spending: %s', (_, price, expected) => {
  expect(points(written(earning('a', 10), spending('s', price)))).toEqual(expected);
});

test('spending says that it is short, and that it was done before', () => {
  const entries = written(earning('a', 10), spending('s', 8));
  expect(spend(entries, { ...draft('t'), points: 3 }, NOW)).toBe('short');
  expect(spend(entries, { ...draft('s'), points: 8 }, NOW)).toBeNull();
});

test('what runs out first is spent first', () => {
  const entries = written(
    earning('late', 5, NOW + 400 * DAY),
    earning('never', 5),
    earning('soon', 5, NOW + 30 * DAY),
    spending('s', 7),
  );
  expect(standing(entries).lots).toEqual([
    { entry: 'late', points: 3, expiresAt: NOW + 400 * DAY },
    { entry: 'never', points: 5, expiresAt: null },
  ]);
  expect(nextExpiry(entries)).toBe(NOW + 400 * DAY);
});

describe('expiry', () => {
  const entries = written(earning('a', 5, NOW + DAY), earning('b', 4, NOW + 2 * DAY), spending('s', 2));

  test.each([
    ['before', NOW + DAY - 1, null],
    ['at the first moment', NOW + DAY, -3],
    ['both at once when the clock was late', NOW + 2 * DAY, -7],
  ])('%s', (_, now, expected) => {
    expect(expire(entries, now)?.points ?? null).toBe(expected);
  });

  test('is one entry named after the last moment, and says why', () => {
    expect(expire(entries, NOW + 3 * DAY)).toEqual({
      id: `expire:${NOW + 2 * DAY}`,
      at: NOW + 3 * DAY,
      kind: 'expire',
      points: -7,
      why: '到期没有用',
      source: { kind: 'clock', id: String(NOW + 2 * DAY) },
    });
  });

  test('what never runs out does not', () => {
    const lasting = written(earning('a', 5, NOW + DAY), earning('b', 4));
    expect(expire(lasting, NOW + 900 * DAY)?.points).toBe(-5);
    expect(expire(written(earning('b', 4)), NOW + 900 * DAY)).toBeNull();
    expect([nextExpiry(lasting), nextExpiry(written(earning('b', 4))), nextExpiry([])]).toEqual([
      NOW + DAY,
      null,
      null,
    ]);
  });

  test('twice is once', () => {
    const first = expire(entries, NOW + DAY);
    expect(expire([...entries, first as Entry], NOW + DAY)).toBeNull();
  });
});

describe('reversal', () => {
  test('takes back all of it, once', () => {
    const entries = written(earning('a', 5), earning('b', 4), reversing('r', 'a'), reversing('again', 'a'));
    expect(points(entries)).toEqual([5, 4, -5]);
    expect(standing(entries).lots).toEqual([{ entry: 'b', points: 4, expiresAt: null }]);
  });

  test('what was spent stays spent: never below nothing', () => {
    const entries = written(earning('a', 5), spending('s', 4), reversing('r', 'a'));
    expect(points(entries)).toEqual([5, -4, -1]);
    expect(written(earning('a', 5), spending('s', 5), reversing('r', 'a')).at(-1)?.points).toBe(0);
  });

  test('of what is not there, or is no earning, there is none', () => {
    expect(written(reversing('r', 'a'))).toEqual([]);
    expect(points(written(earning('a', 5), spending('s', 1), reversing('r', 's')))).toEqual([5, -1]);
  });

  test('given back exactly, and then it may be reversed anew', () => {
    const entries = written(
      earning('a', 5),
      spending('s', 2),
      reversing('r', 'a'),
      givingBack('b', 'r'),
      givingBack('b2', 'r'),
      reversing('r2', 'a'),
    );
    expect(points(entries)).toEqual([5, -2, -3, 3, -3]);
  });

  test('given back, it is reversed anew for what it was and no more, whatever else there is', () => {
    const steps = [
      earning('a', 5),
      earning('b', 20),
      reversing('r', 'a'),
      givingBack('g', 'r'),
      reversing('r2', 'a'),
    ];
    expect(points(written(...steps))).toEqual([5, 20, -5, 5, -5]);
    expect(points(written(...steps, reversing('r3', 'a')))).toEqual([5, 20, -5, 5, -5]);
  });

  test('takes its own points and leaves what runs out sooner', () => {
    const entries = written(
      earning('soon', 5, NOW + DAY),
      earning('a', 5, NOW + 9 * DAY),
      reversing('r', 'a'),
    );
    expect(standing(entries).lots).toEqual([{ entry: 'soon', points: 5, expiresAt: NOW + DAY }]);
  });

  test('one that found nothing counts until it is given back', () => {
    const spent = [earning('a', 5), spending('s', 5), reversing('r', 'a')] as const;
    expect(points(written(...spent, earning('b', 9), reversing('r2', 'a')))).toEqual([5, -5, 0, 9]);
    expect(points(written(...spent, givingBack('g', 'r'), givingBack('g2', 'r')))).toEqual([5, -5, 0, 0]);
  });
});

test('a penalty takes what there is and is given back exactly', () => {
  const entries = written(earning('a', 3), punishing('p', 10), punishing('p', 10), earning('b', 4));
  expect(points(entries)).toEqual([3, -3, 4]);
  expect(points(written(() => entries[0]!, punishing('p', 10), givingBack('g', 'p')))).toEqual([3, -3, 3]);
});

test.each([
  ['old points live a month more', NOW + 40 * DAY, NOW + 40 * DAY + GRACE],
  ['young ones as long as they would have', NOW + 2 * DAY, NOW + 50 * DAY],
])('given back: %s', (_, now, expected) => {
  const entries = written(earning('a', 5, NOW + 50 * DAY), spending('s', 5), givingBack('g', 's', now));
  expect(standing(entries).lots).toEqual([{ entry: 'g', points: 5, expiresAt: expected }]);
  expect(entries.at(-1)?.kind).toBe('refund');
});

test('only debits are given back', () => {
  expect(points(written(earning('a', 5), givingBack('g', 'a'), givingBack('h', 'nobody')))).toEqual([5]);
});

test('any life: whole numbers, never below nothing, and the lots sum to the balance', () => {
  const id = fc.integer({ min: 0, max: 12 });
  const amount = fc.integer({ min: 1, max: 9 });
  const step = fc.oneof(
    fc.tuple(fc.constant('earn'), id, amount),
    fc.tuple(fc.constant('spend'), id, amount),
    fc.tuple(fc.constant('reverse'), id, amount),
    fc.tuple(fc.constant('punish'), id, amount),
    fc.tuple(fc.constant('back'), id, amount),
    fc.tuple(fc.constant('expire'), id, amount),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = NOW;
      let entries: Entry[] = [];
      for (const [what, n, size] of steps) {
        now += DAY;
        const entry =
          what === 'earn'
            ? earning(`e${n}`, size, size > 7 ? null : now + size * 5 * DAY, now)(entries)
            : what === 'spend'
              ? spending(`s${n}`, size, now)(entries)
              : what === 'reverse'
                ? reversing(`r${n}:${size}`, `e${n}`)(entries)
                : what === 'punish'
                  ? punishing(`p${n}`, size)(entries)
                  : what === 'back'
                    ? givingBack(`g${n}${size}`, entries[n]?.id ?? '', now)(entries)
                    : expire(entries, now);
        if (entry && entry !== 'short') entries = [...entries, entry];
        const { balance, lots } = standing(entries);
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(lots.reduce((sum, lot) => sum + lot.points, 0)).toBe(balance);
        expect(new Set(entries.map((each) => each.id)).size).toBe(entries.length);
      }
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('each entry is named after its kind: what is given back for a price is a refund, for a penalty a restoration', () => {
  const kinds = written(
    earning('a', 9),
    spending('s', 2),
    givingBack('gs', 's'),
    punishing('p', 3),
    givingBack('gp', 'p'),
    reversing('r', 'a'),
    givingBack('gr', 'r'),
  ).map(({ kind, undoes }) => [kind, undoes]);
  expect(kinds).toEqual([
    ['earn', undefined],
    ['spend', undefined],
    ['refund', 's'],
    ['penalty', undefined],
    ['restore', 'p'],
    ['reverse', 'a'],
    ['restore', 'r'],
  ]);
});
