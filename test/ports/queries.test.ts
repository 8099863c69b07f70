import { refusal, withCloud } from './cloud';

/** Reading: every query operator, order, paging limits, projection, count. */
const cloud = withCloud({ collections: ['q', 'many'] });

const DOCS = [
  {
    _id: 'a',
    n: 1,
    s: 'apple',
    on: true,
    tags: ['x', 'y'],
    sub: { c: 1, d: { e: 5 } },
    at: new Date(1000),
    nil: null,
  },
  { _id: 'b', n: 2, s: 'banana', on: false, tags: ['y'], sub: { c: 2 }, at: new Date(2000) },
  {
    _id: 'c',
    n: 3,
    s: 'cherry',
    tags: [],
    list: [
      { k: 1, v: 'p' },
      { k: 2, v: 'q' },
    ],
    at: new Date(3000),
    nil: 0,
  },
  { _id: 'd', n: '3', s: '中文', tags: ['z', 'x', 'y'], list: [{ k: 2, v: 'p' }], scores: [1, 5, 9] },
  { _id: 'e', n: null, s: 'Apple pie', mixed: { c: 1 } },
  { _id: 'f', n: -7.5, s: '', deep: { list: [{ q: 4 }, { q: 6 }] } },
];

beforeAll(async () => {
  await cloud.collection('q').add(DOCS);
  const many = Array.from({ length: 1001 }, (_, i) => ({
    _id: `m${String(i).padStart(4, '0')}`,
    i,
    half: i % 2,
  }));
  await cloud.collection('many').add(many);
}, 60_000);

type Command = ReturnType<typeof command>;
const command = () => cloud.db.command;

async function ids(where: object): Promise<string> {
  const { data } = await cloud.collection('q').where(where).orderBy('_id', 'asc').get();
  return data.map((each: { _id: string }) => each._id).join('');
}

const OPERATORS: [string, (_: Command) => object, string][] = [
  ['equality', () => ({ n: 2 }), 'b'],
  ['equality does not cross types', () => ({ n: '3' }), 'd'],
  ['equality of a boolean', () => ({ on: false }), 'b'],
  ['equality of a date', () => ({ at: new Date(2000) }), 'b'],
  ['equality with an element of an array', () => ({ tags: 'x' }), 'ad'],
  ['equality with a whole array', (_) => ({ tags: _.eq(['y']) }), 'b'],
  ['equality with an empty array', (_) => ({ tags: _.eq([]) }), 'c'],
  ['null finds null and missing', () => ({ nil: null }), 'abdef'],
  ['a nested object means its dotted paths', () => ({ sub: { c: 1 } }), 'a'],
  ['a dotted path', () => ({ 'sub.d.e': 5 }), 'a'],
  ['eq of an object compares it whole', (_) => ({ sub: _.eq({ c: 2 }) }), 'b'],
  ['eq of an object does not match a larger one', (_) => ({ sub: _.eq({ c: 1 }) }), ''],
  ['a path through an array of objects', () => ({ 'list.k': 1 }), 'c'],
  ['a path through an object to an array of objects', () => ({ 'deep.list.q': 6 }), 'f'],
  ['a position in an array', () => ({ 'tags.0': 'z' }), 'd'],
  ['eq', (_) => ({ n: _.eq(1) }), 'a'],
  ['neq', (_) => ({ n: _.neq(1) }), 'bcdef'],
  ['neq null', (_) => ({ n: _.neq(null) }), 'abcdf'],
  ['gt', (_) => ({ n: _.gt(1) }), 'bc'],
  ['gt stays within numbers', (_) => ({ n: _.gt(-100) }), 'abcf'],
  ['gte', (_) => ({ n: _.gte(2) }), 'bc'],
  ['lt', (_) => ({ n: _.lt(1) }), 'f'],
  ['lte', (_) => ({ n: _.lte(1) }), 'af'],
  ['gt of strings is by code point', (_) => ({ s: _.gt('banana') }), 'cd'],
  ['gt of dates', (_) => ({ at: _.gt(new Date(1000)) }), 'bc'],
  ['lt of dates', (_) => ({ at: _.lt(new Date(2000)) }), 'a'],
  ['gt over an array looks at each element', (_) => ({ scores: _.gt(8) }), 'd'],
  ['gte null finds null and missing', (_) => ({ nil: _.gte(null) }), 'abdef'],
  ['gt null finds nothing', (_) => ({ nil: _.gt(null) }), ''],
  ['in', (_) => ({ n: _.in([1, 3, 99]) }), 'ac'],
  ['in with null', (_) => ({ nil: _.in([null]) }), 'abdef'],
  ['in of nothing is nothing', (_) => ({ n: _.in([]) }), ''],
  ['in over an array field', (_) => ({ tags: _.in(['z', 'y']) }), 'abd'],
  ['nin', (_) => ({ n: _.nin([1, 2]) }), 'cdef'],
  ['nin of nothing is everything', (_) => ({ n: _.nin([]) }), 'abcdef'],
  ['exists', (_) => ({ nil: _.exists(true) }), 'ac'],
  ['exists not', (_) => ({ sub: _.exists(false) }), 'cdef'],
  ['mod', (_) => ({ n: (_.mod as (...numbers: number[]) => object)(2, 1) }), 'ac'],
  ['all', (_) => ({ tags: _.all(['x', 'y']) }), 'ad'],
  ['size', (_) => ({ tags: _.size(3) }), 'd'],
  ['size of an empty array', (_) => ({ tags: _.size(0) }), 'c'],
  ['elemMatch of objects', (_) => ({ list: _.elemMatch({ k: 2, v: 'p' }) }), 'd'],
  ['elemMatch with operators', (_) => ({ list: _.elemMatch({ k: _.lt(2) }) }), 'c'],
  ['and of two conditions on one field', (_) => ({ n: _.gt(1).and(_.lt(3)) }), 'b'],
  ['or of two values of one field', (_) => ({ n: _.eq(1).or(_.eq(3)) }), 'ac'],
  ['and of conditions', (_) => _.and([{ n: 1 }, { s: 'apple' }]), 'a'],
  ['or of conditions', (_) => _.or([{ n: 1 }, { s: 'banana' }]), 'ab'],
  ['or beside a field', (_) => _.and([{ on: true }, _.or([{ n: 1 }, { n: 2 }])]), 'a'],
  ['nor', (_) => _.nor([{ n: 1 }, { n: 2 }]), 'cdef'],
  ['not', (_) => ({ n: _.not(_.gt(1)) }), 'adef'],
  ['a regular expression', () => ({ s: /an/ }), 'b'],
  ['an anchored expression', () => ({ s: /^app/ }), 'a'],
  ['an expression that ignores case', () => ({ s: /^apple/i }), 'ae'],
  ['db.RegExp', () => ({ s: cloud.db.RegExp({ regexp: '^中', options: '' }) }), 'd'],
  ['an expression over an array', () => ({ tags: /^z/ }), 'd'],
  ['an escaped expression is literal', () => ({ s: /^Apple\spie$/ }), 'e'],
  ['an optional last character is no prefix', () => ({ s: /^applez?/ }), 'a'],
  [
    'expr compares two fields',
    (_) => _.and([{ sub: _.exists(true) }, _.expr(_.aggregate.eq(['$n', '$sub.c']))]),
    'ab',
  ],
  ['where with nothing is everything', () => ({}), 'abcdef'],
];

describe('query operators', () => {
  test.each(OPERATORS)('%s', async (_name, where, expected) => {
    expect(await ids(where(command()))).toBe(expected);
  });

  test('raw syntax passes through', async () => {
    const { data } = await cloud
      .collection('q')
      .options({ raw: true })
      .where({ $or: [{ n: { $gt: 2 } }, { 'sub.c': 1 }] })
      .get();
    expect(data.map((each: { _id: string }) => each._id).sort()).toEqual(['a', 'c']);
  });

  test('undefined in where is dropped by the SDK, silently', async () => {
    expect(await ids({ n: 1, s: undefined })).toBe('a');
  });

  test('where with only undefined throws before anything is sent', () => {
    expect(() => cloud.collection('q').where({ s: undefined })).toThrow();
  });
});

describe('refused queries', () => {
  const raw = (query: object) => refusal(cloud.collection('q').options({ raw: true }).where(query).get());

  test.each([
    ['an unknown operator', { n: { $bogus: 1 } }],
    ['an unknown top-level operator', { $bogus: [] }],
    ['in without a list', { n: { $in: 1 } }],
    ['an empty or', { $or: [] }],
    ['mod of nothing', { n: { $mod: [] } }],
    ['a broken expression', { s: { $regex: '(' } }],
    ['elemMatch of a number', { list: { $elemMatch: 1 } }],
    ['a negative size', { tags: { $size: -1 } }],
  ])('%s', async (_name, query) => {
    expect(await raw(query)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('an unknown collection', async () => {
    expect(await refusal(cloud.db.collection('no_such_collection').get())).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });
});

describe('order, limits, projection', () => {
  test('numbers sort before strings, null before both', async () => {
    const { data } = await cloud.collection('q').orderBy('n', 'asc').get();
    expect(data.map((each: { _id: string }) => each._id).join('')).toBe('efabcd');
  });

  test('descending', async () => {
    const { data } = await cloud.collection('q').orderBy('n', 'desc').limit(2).get();
    expect(data.map((each: { _id: string }) => each._id).join('')).toBe('dc');
  });

  test('two sort keys', async () => {
    const { data } = await cloud
      .collection('many')
      .orderBy('half', 'desc')
      .orderBy('i', 'asc')
      .limit(2)
      .get();
    expect(data.map((each: { i: number }) => each.i)).toEqual([1, 3]);
  });

  test('ascending order of an array is by its smallest element', async () => {
    const { data } = await cloud
      .collection('q')
      .where({ tags: command().size(1) })
      .orderBy('tags', 'asc')
      .get();
    expect(data[0]._id).toBe('b');
  });

  test('100 rows when no limit is given', async () => {
    expect((await cloud.collection('many').get()).data).toHaveLength(100);
  });

  test('1000 rows at most', async () => {
    expect((await cloud.collection('many').limit(100_000).get()).data).toHaveLength(1000);
  });

  test('skip and limit', async () => {
    const { data } = await cloud.collection('many').orderBy('_id', 'asc').skip(999).limit(10).get();
    expect(data.map((each: { i: number }) => each.i)).toEqual([999, 1000]);
  });

  test('count has no limit', async () => {
    expect(await cloud.collection('many').count()).toMatchObject({ total: 1001 });
  });

  test('count with a condition', async () => {
    expect(await cloud.collection('many').where({ half: 1 }).count()).toMatchObject({ total: 500 });
  });

  test('only the fields asked for, and _id', async () => {
    const { data } = await cloud.collection('q').where({ _id: 'a' }).field({ n: true, 'sub.c': true }).get();
    expect(data).toEqual([{ _id: 'a', n: 1, sub: { c: 1 } }]);
  });

  test('without the fields excluded', async () => {
    const { data } = await cloud
      .collection('q')
      .where({ _id: 'b' })
      .field({ s: false, sub: false, at: false })
      .get();
    expect(data).toEqual([{ _id: 'b', n: 2, on: false, tags: ['y'] }]);
  });

  test('_id can be left out', async () => {
    const { data } = await cloud.collection('q').where({ _id: 'a' }).field({ n: 1, _id: 0 }).get();
    expect(data).toEqual([{ n: 1 }]);
  });

  test('a slice of an array', async () => {
    const { data } = await cloud
      .collection('q')
      .where({ _id: 'd' })
      .field({ tags: command().project.slice(2), _id: 1, s: 1 })
      .get();
    expect(data).toEqual([{ _id: 'd', s: '中文', tags: ['z', 'x'] }]);
  });

  test('the first matching element of an array', async () => {
    const { data } = await cloud
      .collection('q')
      .where({ _id: 'c' })
      .field({ list: command().project.elemMatch({ k: 2 }) })
      .get();
    expect(data).toEqual([{ _id: 'c', list: [{ k: 2, v: 'q' }] }]);
  });

  test('inclusion and exclusion do not mix', async () => {
    expect(await refusal(cloud.collection('q').field({ n: true, s: false }).get())).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  });

  test('a document by id comes in a list', async () => {
    const { data } = await cloud.collection('q').doc('a').get();
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ _id: 'a', at: new Date(1000), nil: null });
  });

  test('a missing document is an empty list', async () => {
    expect((await cloud.collection('q').doc('nobody').get()).data).toEqual([]);
  });
});
