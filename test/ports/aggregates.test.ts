import { emulatorTest, refusal, withCloud } from './cloud';

/** Aggregation: every stage the SDK has, look-ups, expressions, what is refused. */
const cloud = withCloud({ collections: ['sales', 'shops'] });

const SALES = [
  {
    _id: 's1',
    shop: 'east',
    item: 'tea',
    qty: 2,
    price: 5,
    at: new Date('2026-01-31T16:30:00Z'),
    tags: ['a', 'b'],
  },
  {
    _id: 's2',
    shop: 'east',
    item: 'salt',
    qty: 1,
    price: 3,
    at: new Date('2026-02-01T01:00:00Z'),
    tags: ['b'],
  },
  { _id: 's3', shop: 'west', item: 'tea', qty: 4, price: 5, at: new Date('2026-02-02T00:00:00Z'), tags: [] },
  {
    _id: 's4',
    shop: 'north',
    item: 'oil',
    qty: 1,
    price: 20,
    at: new Date('2026-02-02T00:00:00Z'),
    sub: { x: 1 },
  },
];

beforeAll(async () => {
  await cloud.collection('sales').add(SALES);
  await cloud.collection('shops').add([
    { _id: 'east', town: 'Dong' },
    { _id: 'west', town: 'Xi' },
  ]);
});

const sales = () => cloud.collection('sales').aggregate();
const $ = () => cloud.db.command.aggregate;
const _ = () => cloud.db.command;

const STAGES: [string, () => { end(): Promise<{ data: unknown[] }> }, unknown[]][] = [
  ['match and count', () => sales().match({ shop: 'east' }).count('n'), [{ n: 2 }]],
  [
    'match with operators',
    () =>
      sales()
        .match({ qty: _().gt(1) })
        .count('n'),
    [{ n: 2 }],
  ],
  [
    'match of a date',
    () =>
      sales()
        .match({ at: _().gte(new Date('2026-02-02T00:00:00Z')) })
        .count('n'),
    [{ n: 2 }],
  ],
  [
    'group, sum and sort',
    () =>
      sales()
        .group({ _id: '$shop', total: $().sum('$qty') })
        .sort({ _id: 1 }),
    [
      { _id: 'east', total: 3 },
      { _id: 'north', total: 1 },
      { _id: 'west', total: 4 },
    ],
  ],
  [
    'group with avg, min, max, first, push and addToSet',
    () =>
      sales()
        .sort({ _id: 1 })
        .group({
          _id: null,
          avg: $().avg('$qty'),
          min: $().min('$price'),
          max: $().max('$price'),
          first: $().first('$_id'),
          all: $().push('$qty'),
        }),
    [{ _id: null, avg: 2, min: 3, max: 20, first: 's1', all: [2, 1, 4, 1] }],
  ],
  [
    'project with an expression',
    () =>
      sales()
        .match({ _id: 's3' })
        .project({ _id: 0, money: $().multiply(['$qty', '$price']) }),
    [{ money: 20 }],
  ],
  [
    'addFields',
    () => sales().match({ _id: 's4' }).addFields({ y: '$sub.x' }).project({ y: 1 }),
    [{ _id: 's4', y: 1 }],
  ],
  [
    'skip and limit',
    () => sales().sort({ _id: 1 }).skip(1).limit(2).project({ _id: 1 }),
    [{ _id: 's2' }, { _id: 's3' }],
  ],
  [
    'unwind',
    () => sales().match({ shop: 'east' }).unwind('$tags').sort({ tags: 1, _id: 1 }).project({ tags: 1 }),
    [
      { _id: 's1', tags: 'a' },
      { _id: 's1', tags: 'b' },
      { _id: 's2', tags: 'b' },
    ],
  ],
  ['sortByCount', () => sales().sortByCount('$item').limit(1), [{ _id: 'tea', count: 2 }]],
  ['replaceRoot', () => sales().match({ _id: 's4' }).replaceRoot({ newRoot: '$sub' }), [{ x: 1 }]],
  [
    'bucket',
    () => sales().bucket({ groupBy: '$price', boundaries: [0, 5, 100], output: { n: $().sum(1) } }),
    [
      { _id: 0, n: 1 },
      { _id: 5, n: 3 },
    ],
  ],
  ['sample', () => sales().sample({ size: 4 }).count('n'), [{ n: 4 }]],
  [
    'lookup by equal fields',
    () =>
      sales()
        .match({ shop: _().in(['east', 'north']), item: _().neq('salt') })
        .sort({ _id: 1 })
        .lookup({ from: cloud.name('shops'), localField: 'shop', foreignField: '_id', as: 'where' })
        .project({ where: 1 }),
    [
      { _id: 's1', where: [{ _id: 'east', town: 'Dong' }] },
      { _id: 's4', where: [] },
    ],
  ],
  [
    'days in UTC+8',
    () =>
      sales()
        .group({
          _id: $().dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
          n: $().sum(1),
        })
        .sort({ _id: 1 }),
    [
      { _id: '2026-02-01', n: 2 },
      { _id: '2026-02-02', n: 2 },
    ],
  ],
  [
    'conditions in sums',
    () => sales().group({ _id: null, teas: $().sum($().cond([$().eq(['$item', 'tea']), 1, 0])) }),
    [{ _id: null, teas: 2 }],
  ],
];

test.each(STAGES)('%s', async (_name, pipeline, expected) => {
  expect((await pipeline().end()).data).toEqual(expected);
});

test('more than a thousand results are not cut', async () => {
  await cloud
    .collection('shops')
    .add(Array.from({ length: 1000 }, (_each, i) => ({ _id: `bulk${i}`, bulk: true })));
  const { data } = await cloud
    .collection('shops')
    .aggregate()
    .match({ bulk: true })
    .project({ _id: 1 })
    .end();
  expect(data).toHaveLength(1000);
});

test('a pipeline that stops early, or fails half-way, does not hold back what comes after', async () => {
  await sales().project({ item: 1 }).limit(1).end();
  await refusal(
    sales()
      .project({ x: _().aggregate.divide(['$item', '$qty']) })
      .end(),
  );
  await cloud.collection('shops').add({ _id: 'fresh' });
  const { data } = await cloud
    .collection('shops')
    .aggregate()
    .project({ _id: 1 })
    .match({ _id: 'fresh' })
    .end();
  expect(data).toEqual([{ _id: 'fresh' }]);
  expect(await cloud.collection('shops').where({ _id: 'fresh' }).count()).toMatchObject({ total: 1 });
});

describe('refused', () => {
  test('an unknown stage', async () => {
    const work = cloud
      .collection('sales')
      .options({ raw: true })
      .aggregate([{ $bogus: {} }])
      .end();
    expect(await refusal(work)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('an unknown operator in match', async () => {
    const work = cloud
      .collection('sales')
      .options({ raw: true })
      .aggregate([{ $match: { a: { $bogus: 1 } } }])
      .end();
    expect(await refusal(work)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('an unknown expression', async () => {
    const work = sales()
      .project({ x: { $bogus: 1 } })
      .end();
    expect(await refusal(work)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('an unknown collection', async () => {
    expect(await refusal(cloud.db.collection('no_such').aggregate().count('n').end())).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });

  emulatorTest('stages that write or run code', async () => {
    for (const stage of [{ $out: 'x' }, { $merge: 'x' }, { $graphLookup: {} }])
      expect(
        await refusal(cloud.collection('sales').options({ raw: true }).aggregate([stage]).end()),
      ).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    const code = { $project: { x: { $function: { body: 'return 1', args: [], lang: 'js' } } } };
    expect(
      await refusal(cloud.collection('sales').options({ raw: true }).aggregate([code]).end()),
    ).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});
