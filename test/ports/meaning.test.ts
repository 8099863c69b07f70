import { emulatorTest, refusal, withCloud } from './cloud';

/**
 * What a filter means where values are unlike: null and missing, arrays and paths through them, objects, types, characters.
 * The answers are MongoDB's, from its manual and from the server's own tests; the emulator has no opinion.
 */
const cloud = withCloud({ collections: ['null', 'list', 'whole', 'kind', 'text', 'sort', 'sub'] });

const DOCS: Readonly<Record<string, readonly object[]>> = {
  null: [
    { _id: 'a' },
    { _id: 'b', a: null },
    { _id: 'c', a: 4 },
    { _id: 'd', a: {} },
    { _id: 'e', a: { b: null } },
    { _id: 'f', a: { b: 1 } },
    { _id: 'g', a: [] },
    { _id: 'h', a: [[]] },
    { _id: 'i', a: [null, null] },
    { _id: 'j', a: [1, 'x', 4] },
    { _id: 'k', a: [{ b: null }, {}] },
    { _id: 'l', a: [{ b: 1 }, { b: 3 }] },
    { _id: 'm', a: [{ b: 3 }, {}] },
    { _id: 'n', a: { b: [] } },
    { _id: 'o', a: { b: [null] } },
  ],
  list: [
    { _id: 'a', a: [1, 2, 3] },
    { _id: 'b', a: [[1, 2], 3] },
    { _id: 'c', a: 1 },
    { _id: 'd', a: [{ k: 1, v: 1 }, { k: 2 }] },
    { _id: 'e', a: [{ k: [1, 5] }] },
    { _id: 'f', a: [[{ k: 1 }]] },
    { _id: 'g', a: { 0: 1 } },
    { _id: 'h', a: [] },
    { _id: 'i', a: ['x', 'xyz', null] },
    { _id: 'j', a: [5, 15] },
  ],
  whole: [
    { _id: 'a', o: { x: 1, y: 2 } },
    { _id: 'b', o: { y: 2, x: 1 } },
    { _id: 'c', o: { x: 1 } },
    { _id: 'd', o: [{ x: 1, y: 2 }] },
    { _id: 'e', o: { x: { p: 1, q: 2 } } },
    { _id: 'f', o: { x: { q: 2, p: 1 } } },
  ],
  kind: [
    { _id: 'a', v: 5 },
    { _id: 'b', v: '5' },
    { _id: 'c', v: true },
    { _id: 'd', v: new Date(5) },
    { _id: 'e', v: null },
    { _id: 'f', v: [5] },
    { _id: 'g', v: { n: 5 } },
    { _id: 'h', v: 5.5 },
    { _id: 'i', v: [] },
    { _id: 'j' },
    { _id: 'k', v: false },
    { _id: 'l', v: ['5', 7] },
  ],
  text: [
    { _id: 'a', s: '𠮷' },
    { _id: 'b', s: '中' },
    { _id: 'c', s: '中中' },
    { _id: 'd', s: 'a\n' },
    { _id: 'e', s: 'a\u2028b' },
    { _id: 'f', s: 'a\u3000b' },
    { _id: 'g', s: '٣' },
    { _id: 'h', s: 'K' },
    { _id: 'i', s: '\uff21' },
    { _id: 'j', s: 7 },
    { _id: 'k', s: 'x{y}' },
  ],
  sort: [
    { _id: 'a', v: null },
    { _id: 'b', v: [] },
    { _id: 'c' },
    { _id: 'd', v: [3, 9] },
    { _id: 'e', v: 5 },
    { _id: 'f', v: [[]] },
    { _id: 'g', v: 'z' },
    { _id: 'h', v: { b: 1 } },
    { _id: 'i', v: { a: 'x' } },
    { _id: 'j', v: { a: 2 } },
    { _id: 'k', v: true },
    { _id: 'l', v: new Date(0) },
    { _id: 'm', v: '\uff5a' },
    { _id: 'n', v: '𠮷' },
  ],
  sub: [
    { _id: 'a', l: [{ n: 5 }, {}] },
    { _id: 'b', l: [{ n: 1 }] },
    { _id: 'c', l: [] },
    { _id: 'd', l: [{ n: 9 }, 4] },
    { _id: 'e', l: [{ n: [] }] },
  ],
};

beforeAll(async () => {
  for (const [name, docs] of Object.entries(DOCS)) await cloud.collection(name).add([...docs]);
}, 60_000);

const found = (name: string, filter: object) => cloud.collection(name).options({ raw: true }).where(filter);

async function ids(name: string, filter: object): Promise<string> {
  const { data } = await found(name, filter).orderBy('_id', 'asc').get();
  return data.map((each: { _id: string }) => each._id).join('');
}

const CASES: readonly (readonly [collection: string, filter: object, ids: string])[] = [
  // null and missing
  ['null', { a: null }, 'abi'],
  ['null', { a: { $in: [null] } }, 'abi'],
  ['null', { a: { $ne: null } }, 'cdefghjklmno'],
  ['null', { a: { $nin: [null, 4] } }, 'defghklmno'],
  ['null', { a: { $exists: false } }, 'a'],
  ['null', { a: { $exists: true, $eq: null } }, 'bi'],
  ['null', { a: { $gte: null } }, 'abi'],
  ['null', { a: { $not: { $lte: null } } }, 'cdefghjklmno'],
  ['null', { a: { $gt: null } }, ''],
  ['null', { 'a.b': null }, 'abcdekmo'],
  ['null', { 'a.b': { $exists: false } }, 'abcdghij'],
  ['null', { 'a.b': { $exists: true } }, 'efklmno'],
  ['null', { 'a.b': { $ne: null } }, 'fghijln'],
  ['null', { 'a.b': { $in: [null, 1] } }, 'abcdefklmo'],
  ['null', { 'a.b': [] }, 'n'],
  ['null', { a: [] }, 'gh'],
  ['null', { a: { $in: [[]] } }, 'gh'],
  ['null', { 'a.0': null }, 'abcdefiklmno'],
  ['null', { a: { $elemMatch: { $eq: null } } }, 'i'],
  ['null', { a: { $elemMatch: { b: null } } }, 'hkm'],
  ['null', { a: { $elemMatch: { b: { $exists: false } } } }, 'hkm'],
  ['null', { a: { $elemMatch: {} } }, 'hklm'],
  ['null', { a: { $elemMatch: { $ne: null } } }, 'hjklm'],
  ['null', { a: { $elemMatch: { $exists: true } } }, 'hijklm'],
  ['null', { a: { $all: [null] } }, 'abi'],
  ['null', { a: { $size: 0 } }, 'g'],
  ['null', { a: { $type: 'null' } }, 'bi'],
  ['null', { a: { $type: 'array' } }, 'ghijklm'],
  // arrays and paths through them
  ['list', { a: 1 }, 'ac'],
  ['list', { a: [1, 2] }, 'b'],
  ['list', { a: { $size: 2 } }, 'bdj'],
  ['list', { a: { $all: [1, 3] } }, 'a'],
  ['list', { a: { $all: [1] } }, 'ac'],
  ['list', { a: { $all: [[1, 2]] } }, 'b'],
  ['list', { a: { $all: [] } }, ''],
  ['list', { a: { $all: [/^x$/, null] } }, 'i'],
  ['list', { a: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { k: 2 } }] } }, 'd'],
  ['list', { a: { $gt: 9, $lt: 7 } }, 'j'],
  ['list', { a: { $elemMatch: { $gt: 9, $lt: 7 } } }, ''],
  ['list', { a: { $elemMatch: { $gte: 1, $lt: 2 } } }, 'a'],
  ['list', { a: { $elemMatch: { k: 1 } } }, 'de'],
  ['list', { a: { $elemMatch: { k: 1, v: { $exists: false } } } }, 'e'],
  ['list', { a: { $elemMatch: { $elemMatch: { $eq: 2 } } } }, 'b'],
  ['list', { a: { $elemMatch: { $size: 2 } } }, 'b'],
  ['list', { a: { $elemMatch: { 0: 1 } } }, 'b'],
  ['list', { a: { $elemMatch: { $or: [{ k: 2 }, { k: 5 }] } } }, 'de'],
  ['list', { a: { $elemMatch: { $in: ['x', 15] } } }, 'ij'],
  ['list', { a: { $elemMatch: { $not: { $type: 'number' } } } }, 'bdefi'],
  ['list', { 'a.k': 1 }, 'de'],
  ['list', { 'a.k': 5 }, 'e'],
  ['list', { 'a.k': [1, 5] }, 'e'],
  ['list', { 'a.k': { $size: 2 } }, 'e'],
  ['list', { 'a.0.k': 1 }, 'def'],
  ['list', { 'a.0': 1 }, 'ag'],
  ['list', { 'a.0': [1, 2] }, 'b'],
  ['list', { 'a.00': 1 }, ''],
  ['list', { 'a.0.1': 2 }, 'b'],
  ['list', { a: { $ne: 1 } }, 'bdefghij'],
  ['list', { a: { $not: { $gt: 2 } } }, 'cdefghi'],
  ['list', { a: { $nin: [/^x/, 15] } }, 'abcdefgh'],
  ['list', { a: { $in: [/^xy/, 3] } }, 'abi'],
  ['list', { a: { $gt: [1, 2] } }, 'abdefij'],
  ['list', { a: { $gte: [] } }, 'abdefhij'],
  ['list', { a: { $mod: [5, 0] } }, 'j'],
  // objects: the order of fields is part of the value
  ['whole', { o: { $eq: { x: 1, y: 2 } } }, 'ad'],
  ['whole', { o: { $eq: { y: 2, x: 1 } } }, 'b'],
  ['whole', { o: { $in: [{ y: 2, x: 1 }] } }, 'b'],
  ['whole', { o: { $ne: { x: 1, y: 2 } } }, 'bcef'],
  ['whole', { 'o.x': { $eq: { q: 2, p: 1 } } }, 'f'],
  ['whole', { o: { $gt: { x: 1 } } }, 'abdef'],
  ['whole', { o: { $lt: { x: 1, y: 2 } } }, 'c'],
  ['whole', { o: { $elemMatch: { $eq: { x: 1, y: 2 } } } }, 'd'],
  ['whole', { o: { $all: [{ x: 1, y: 2 }] } }, 'ad'],
  // comparisons stay within one type
  ['kind', { v: { $gt: 1 } }, 'afhl'],
  ['kind', { v: { $lt: 'z' } }, 'bl'],
  ['kind', { v: { $gte: false } }, 'ck'],
  ['kind', { v: { $lt: new Date(9) } }, 'd'],
  ['kind', { v: { $gt: {} } }, 'g'],
  ['kind', { v: 5 }, 'af'],
  ['kind', { v: { $not: { $gt: 1 } } }, 'bcdegijk'],
  ['kind', { v: { $type: 'number' } }, 'afhl'],
  ['kind', { v: { $type: ['string', 'bool'] } }, 'bckl'],
  ['kind', { v: { $type: 9 } }, 'd'],
  ['kind', { v: { $type: 'object' } }, 'g'],
  ['kind', { v: { $type: 'double' } }, 'h'],
  ['kind', { v: { $exists: false } }, 'j'],
  ['kind', { v: { $mod: [2, 1] } }, 'afhl'],
  ['kind', { $nor: [{ v: { $gte: null } }, { v: { $type: 'array' } }] }, 'abcdghk'],
  ['kind', { $expr: { $eq: ['$v', null] } }, 'e'],
  ['kind', { $expr: { $lt: ['$v', null] } }, 'j'],
  ['kind', { $expr: { $gt: ['$v', true] } }, 'd'],
  // expressions read characters, not halves of them
  ['text', { s: /^.$/ }, 'abdghi'],
  ['text', { s: /^.{2}$/ }, 'c'],
  ['text', { s: /^[𠮷]$/u }, 'a'],
  ['text', { s: /a$/ }, 'd'],
  ['text', { s: { $regex: 'a.b' } }, 'ef'],
  ['text', { s: { $regex: 'a\\sb' } }, ''],
  ['text', { s: { $regex: '^\\d$' } }, ''],
  ['text', { s: { $regex: '^k$', $options: 'i' } }, 'h'],
  ['text', { s: { $regex: '^\uff41$', $options: 'i' } }, 'i'],
  ['text', { s: { $regex: '^[\\S]$' } }, 'abdghi'],
  ['text', { s: { $regex: '^[^\\W]$' } }, 'dh'],
  ['text', { s: { $regex: 'x{y}' } }, 'k'],
  ['text', { s: { $regex: '[]}]' } }, 'k'],
  ['text', { s: { $not: /./ } }, 'j'],
  ['text', { s: { $gt: '\uffff' } }, 'a'],
];

test.each(CASES)('%s: %p', async (name, filter, expected) => {
  expect(await ids(name, filter)).toBe(expected);
});

test.each(CASES)('the same inside a pipeline, %s: %p', async (name, filter, expected) => {
  const { data } = await cloud
    .collection(name)
    .aggregate()
    .addFields({ seen: true })
    .match(filter)
    .sort({ _id: 1 })
    .project({ _id: 1 })
    .end();
  expect(data.map((each: { _id: string }) => each._id).join('')).toBe(expected);
});

const REFUSED: readonly (readonly [why: string, filter: object])[] = [
  ['an expression that is not to be equal', { s: { $ne: /a/ } }],
  ['an expression as a bound', { s: { $gt: /a/ } }],
  ['operators inside a list', { s: { $in: [{ $gt: 1 }] } }],
  ['values beside elemMatch in all', { s: { $all: [1, { $elemMatch: { k: 1 } }] } }],
  ['an unknown type', { s: { $type: 'text' } }],
  ['options without an expression', { s: { $options: 'i' } }],
  ['options twice', { s: { $regex: /a/i, $options: 'i' } }],
  ['not of nothing', { s: { $not: {} } }],
  ['not of a value', { s: { $not: 5 } }],
  ['size of a fraction', { s: { $size: 1.5 } }],
  ['size of a text', { s: { $size: '1' } }],
  ['mod of three numbers', { s: { $mod: [2, 1, 0] } }],
  ['elemMatch of a list', { s: { $elemMatch: [] } }],
  ['JavaScript’s own escapes', { s: { $regex: '\\u4e2d' } }],
  ['a broken quantifier', { s: { $regex: '*a' } }],
  ['a class without an end', { s: { $regex: '[a' } }],
  ['a look behind without a fixed length', { s: { $regex: '(?<=a+)b' } }],
];

test.each(REFUSED)('refused: %s', async (_why, filter) => {
  expect(await refusal(found('text', filter).get())).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
});

describe('order', () => {
  const order = async (name: string, path: string, way: 'asc' | 'desc') => {
    const { data } = await cloud.collection(name).orderBy(path, way).orderBy('_id', 'asc').get();
    return data.map((each: { _id: string }) => each._id).join('');
  };

  test('an empty array is below null, an array counts by its least element', async () => {
    expect(await order('sort', 'v', 'asc')).toBe('bacdegmnjhifkl');
  });

  test('and by its greatest, downwards', async () => {
    expect(await order('sort', 'v', 'desc')).toBe('lkfihjnmgdeacb');
  });

  test('an element without the field counts as null', async () => {
    expect(await order('sub', 'l.n', 'asc')).toBe('eacdb');
    expect(await order('sub', 'l.n', 'desc')).toBe('dabce');
  });

  test('a stage of a pipeline orders alike', async () => {
    const { data } = await cloud
      .collection('sort')
      .aggregate()
      .addFields({ x: 1 })
      .sort({ v: 1, _id: 1 })
      .end();
    expect(data.map((each: { _id: string }) => each._id).join('')).toBe('bacdegmnjhifkl');
  });
});

describe('what is stored', () => {
  const store = async (doc: object) => {
    await cloud.collection('text').doc('z').set(doc);
    const { data } = await cloud.collection('text').doc('z').get();
    await cloud.collection('text').doc('z').remove();
    return data[0];
  };

  test('half a pair of surrogates becomes U+FFFD, in values, lists and names', async () => {
    expect(await store({ s: 'a\ud83d', l: ['\ude00b'], '\ud83d': 1 })).toEqual({
      _id: 'z',
      s: 'a\ufffd',
      l: ['\ufffdb'],
      '\ufffd': 1,
    });
  });

  test('a whole emoji stays', async () => {
    expect(await store({ s: '👨‍👩‍👧😀' })).toMatchObject({ s: '👨‍👩‍👧😀' });
  });

  test('a filter with half a pair finds what was stored of it', async () => {
    await cloud.collection('text').add({ _id: 'y', s: 'q\ud83d' });
    expect(await ids('text', { s: 'q\ud83d' })).toBe('y');
    await cloud.collection('text').doc('y').remove();
  });

  test('a set knows objects by the order of their fields', async () => {
    const { command } = cloud.db;
    await cloud.collection('whole').add({ _id: 'z', set: [{ x: 1, y: 2 }] });
    await cloud
      .collection('whole')
      .doc('z')
      .update({ set: command.addToSet({ y: 2, x: 1 }) });
    await cloud
      .collection('whole')
      .doc('z')
      .update({ set: command.addToSet({ x: 1, y: 2 }) });
    const { data } = await cloud.collection('whole').doc('z').get();
    expect(data[0].set).toHaveLength(2);
    await cloud.collection('whole').doc('z').remove();
  });
});

describe('indexes refuse what MongoDB refuses', () => {
  const indexed = withCloud({
    collections: [],
    emulator: {
      schema: {
        collections: {
          pair: {
            indexes: [
              {
                name: 'ab',
                fields: [
                  ['a', 1],
                  ['b.c', 1],
                ],
              },
            ],
          },
          one: { indexes: [{ name: 'no', fields: [['no', 1]], unique: true }] },
        },
      },
    },
  });

  emulatorTest('two arrays side by side in one index', async () => {
    expect(await refusal(indexed.db.collection('pair').add({ a: [1], b: [{ c: 1 }] }))).toMatchObject({
      message: expect.stringContaining('parallel arrays'),
    });
    await indexed.db.collection('pair').add({ a: [1], b: { c: 1 } });
  });

  emulatorTest('an array under a unique index, which the emulator could not compare by element', async () => {
    expect(await refusal(indexed.db.collection('one').add({ no: ['x'] }))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  });
});
