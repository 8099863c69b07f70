import { emulatorTest, isDuplicate, REAL, refusal, withCloud } from './cloud';

/** Writing: inserts, every update operator, find-and-modify, removal, unique keys, what is refused. */
const cloud = withCloud({ collections: ['w', 'keys'], unique: { keys: 'no' } });

const command = () => cloud.db.command;
const w = () => cloud.collection('w');

beforeEach(() => cloud.empty('w'));

// biome-ignore lint/suspicious/noExplicitAny: documents of the cases have any shape
async function read(id: string): Promise<any> {
  return (await w().doc(id).get()).data[0];
}

describe('insert', () => {
  test('gives the id of the new document', async () => {
    const { id } = await w().add({ a: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await read(id!)).toEqual({ _id: id, a: 1 });
  });

  test('keeps an own id, also a 24-digit one as a string', async () => {
    const _id = '0123456789abcdef01234567';
    expect(await w().add({ _id, a: 1 })).toMatchObject({ id: _id });
    expect((await read(_id))._id).toBe(_id);
  });

  test('keeps a number as id', async () => {
    await w().add({ _id: 42, a: 1 });
    expect((await w().doc(42).get()).data).toEqual([{ _id: 42, a: 1 }]);
    expect((await w().doc('42').get()).data).toEqual([]);
  });

  test('several at once give their ids in order', async () => {
    expect(await w().add([{ _id: 'x' }, { _id: 'y' }])).toMatchObject({ ids: ['x', 'y'] });
  });

  test('the same id twice is a duplicate', async () => {
    await w().add({ _id: 'one' });
    expect(isDuplicate(await refusal(w().add({ _id: 'one' })))).toBe(true);
  });

  test('values keep their types', async () => {
    const doc = {
      _id: 'types',
      int: 7,
      big: 9_007_199_254_740_991,
      real: 0.1,
      negative: -3,
      text: '字\n"\u0000\u{1f600}',
      yes: true,
      nothing: null,
      at: new Date(-1),
      list: [1, 'a', null, [2], { b: new Date(5) }],
      empty: {},
      none: [],
    };
    await w().add(doc);
    expect(await read('types')).toEqual(doc);
  });

  test('a point on the map comes back as a point', async () => {
    await w().add({ _id: 'p', at: new cloud.db.Geo.Point(117.1, 36.6) });
    expect((await read('p')).at).toMatchObject({ longitude: 117.1, latitude: 36.6 });
  });

  test('serverDate is the time of the server, with its offset', async () => {
    await w().add({ _id: 's', now: cloud.db.serverDate(), later: cloud.db.serverDate({ offset: 60_000 }) });
    const { now, later } = await read('s');
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
    expect(later.getTime() - now.getTime()).toBeGreaterThanOrEqual(60_000);
    expect(later.getTime() - now.getTime()).toBeLessThan(61_000);
  });

  test('a key that starts with a dollar is refused', async () => {
    expect(await refusal(w().add({ a: { $b: 1 } }))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('an unknown collection is not made', async () => {
    expect(await refusal(cloud.db.collection('no_such').add({ a: 1 }))).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });
});

type Case = [name: string, before: object, update: (_: ReturnType<typeof command>) => object, after: object];

const UPDATES: Case[] = [
  ['plain values', { a: 1, b: 2 }, () => ({ a: 5 }), { a: 5, b: 2 }],
  [
    'a nested value touches only its path',
    { s: { x: 1, y: 2 } },
    () => ({ s: { x: 9 } }),
    { s: { x: 9, y: 2 } },
  ],
  ['set replaces a sub-document', { s: { x: 1, y: 2 } }, (_) => ({ s: _.set({ x: 9 }) }), { s: { x: 9 } }],
  ['set makes missing sub-documents', {}, () => ({ s: { t: { u: 1 } } }), { s: { t: { u: 1 } } }],
  ['an element of an array by position', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
  ['inc', { n: 1 }, (_) => ({ n: _.inc(2) }), { n: 3 }],
  ['inc of a missing field starts at 0', {}, (_) => ({ n: _.inc(-2) }), { n: -2 }],
  ['mul', { n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }],
  ['mul of a missing field is 0', {}, (_) => ({ n: _.mul(4) }), { n: 0 }],
  ['min', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.min(8) }), { a: 3, b: 5 }],
  ['max', { a: 5, b: 5 }, (_) => ({ a: _.max(3), b: _.max(8) }), { a: 5, b: 8 }],
  ['max of dates', { at: new Date(5) }, (_) => ({ at: _.max(new Date(9)) }), { at: new Date(9) }],
  ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
  ['remove in a sub-document', { s: { x: 1, y: 2 } }, (_) => ({ s: { x: _.remove() } }), { s: { y: 2 } }],
  ['rename', { a: 1 }, (_) => ({ a: _.rename('z') }), { z: 1 }],
  ['bit', { n: 6 }, (_) => ({ n: _.bit({ and: 3 }) }), { n: 2 }],
  ['push', { l: [1] }, (_) => ({ l: _.push(2, 3) }), { l: [1, 2, 3] }],
  ['push of a list', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push makes a missing array', {}, (_) => ({ l: _.push({ x: 1 }) }), { l: [{ x: 1 }] }],
  [
    'push at a position',
    { l: [1, 4] },
    (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
    { l: [1, 2, 3, 4] },
  ],
  [
    'push, sort and slice',
    { l: [5, 1] },
    (_) => ({ l: _.push({ each: [3], sort: 1, slice: 2 }) }),
    { l: [1, 3] },
  ],
  ['push and keep the last', { l: [1, 2] }, (_) => ({ l: _.push({ each: [3], slice: -2 }) }), { l: [2, 3] }],
  [
    'push, sorted by a field',
    { l: [{ k: 3 }] },
    (_) => ({ l: _.push({ each: [{ k: 9 }, { k: 1 }], sort: { k: -1 } }) }),
    { l: [{ k: 9 }, { k: 3 }, { k: 1 }] },
  ],
  ['unshift', { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
  ['pop', { l: [1, 2, 3] }, (_) => ({ l: _.pop() }), { l: [1, 2] }],
  ['shift', { l: [1, 2, 3] }, (_) => ({ l: _.shift() }), { l: [2, 3] }],
  ['pull a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
  ['pull objects', { l: [{ k: 1, v: 1 }, { k: 2 }] }, (_) => ({ l: _.pull({ k: 1 }) }), { l: [{ k: 2 }] }],
  ['pullAll', { l: [1, 2, 3, 2] }, (_) => ({ l: _.pullAll([2, 3]) }), { l: [1] }],
  ['addToSet adds', { l: ['a'] }, (_) => ({ l: _.addToSet('b') }), { l: ['a', 'b'] }],
  ['addToSet does not add twice', { l: ['a'] }, (_) => ({ l: _.addToSet('a') }), { l: ['a'] }],
  [
    'several operators at once',
    { n: 1, l: [] },
    (_) => ({ n: _.inc(1), l: _.push(7), t: 'x' }),
    { n: 2, l: [7], t: 'x' },
  ],
  ['a date', { a: 1 }, () => ({ a: new Date(77) }), { a: new Date(77) }],
];

describe('update operators', () => {
  test.each(UPDATES)('%s', async (_name, before, update, after) => {
    await w().add({ _id: 'u', ...before });
    await w().doc('u').update(update(command()));
    expect(await read('u')).toEqual({ _id: 'u', ...after });
  });

  test('raw syntax passes through', async () => {
    await w().add({ _id: 'u', n: 1 });
    await w()
      .options({ raw: true })
      .where({ _id: 'u' })
      .update({ $inc: { n: 5 }, $set: { 'a.b': 1 } });
    expect(await read('u')).toEqual({ _id: 'u', n: 6, a: { b: 1 } });
  });
});

const REFUSED: Case[] = [
  ['inc of a text', { a: 'x' }, (_) => ({ a: _.inc(1) }), {}],
  ['inc of null', { a: null }, (_) => ({ a: _.inc(1) }), {}],
  ['mul of a text', { a: 'x' }, (_) => ({ a: _.mul(2) }), {}],
  ['push on a text', { a: 'x' }, (_) => ({ a: _.push(1) }), {}],
  ['push on null', { a: null }, (_) => ({ a: _.push(1) }), {}],
  ['addToSet on a number', { a: 1 }, (_) => ({ a: _.addToSet(1) }), {}],
  ['pull from a text', { a: 'x' }, (_) => ({ a: _.pull('x') }), {}],
  ['pop from an object', { a: {} }, (_) => ({ a: _.pop() }), {}],
  ['a path below a text', { a: 'x' }, () => ({ a: { b: 1 } }), {}],
  ['a path below null', { a: null }, () => ({ a: { b: 1 } }), {}],
  ['a name below an array', { a: [1] }, () => ({ a: { b: 1 } }), {}],
  ['two operators on one path', { a: 1 }, (_) => ({ a: 1, 'a.b': _.inc(1) }), {}],
];

describe('refused updates leave the document as it was', () => {
  test.each(REFUSED)('%s', async (_name, before, update) => {
    await w().add({ _id: 'u', ...before });
    expect(await refusal(w().doc('u').update(update(command())))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    expect(await read('u')).toEqual({ _id: 'u', ...before });
  });

  test.each([
    ['an unknown operator', { $bogus: { a: 1 } }],
    ['a replacement document', { a: 1 }],
    ['the id', { $set: { _id: 'other' } }],
  ])('%s', async (_name, update) => {
    await w().add({ _id: 'u', a: 1 });
    const work = w().options({ raw: true }).where({ _id: 'u' }).update(update);
    expect(await refusal(work)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect(await read('u')).toEqual({ _id: 'u', a: 1 });
  });

  test('the SDK itself refuses an _id in an update', async () => {
    expect(await refusal(w().doc('u').update({ _id: 'x' }))).toMatchObject({ code: 'INVALID_PARAM' });
  });
});

describe('how many', () => {
  beforeEach(() => w().add([1, 2, 3].map((n) => ({ _id: `d${n}`, n, kind: 'k' }))));

  test('an update of a missing document is 0', async () => {
    expect(await w().doc('nobody').update({ a: 1 })).toMatchObject({ updated: 0 });
  });

  test('an update that changes nothing is 0', async () => {
    expect(await w().doc('d1').update({ n: 1 })).toMatchObject({ updated: 0 });
  });

  test('where().update changes all matches', async () => {
    expect(
      await w()
        .where({ kind: 'k', n: command().gt(1) })
        .update({ n: 3 }),
    ).toMatchObject({ updated: 1 });
    expect(await w().where({ kind: 'k' }).update({ kind: 'z' })).toMatchObject({ updated: 3 });
  });

  test('multiple: false changes one', async () => {
    expect(await w().where({ kind: 'k' }).options({ multiple: false }).update({ kind: 'z' })).toMatchObject({
      updated: 1,
    });
  });

  test('a conditional update that no longer fits is 0', async () => {
    expect(await w().where({ _id: 'd1', n: 99 }).update({ n: 100 })).toMatchObject({ updated: 0 });
  });

  test('set replaces the whole document', async () => {
    expect(await w().doc('d1').set({ only: 1 })).toMatchObject({ updated: 1 });
    expect(await read('d1')).toEqual({ _id: 'd1', only: 1 });
  });

  test('set makes a missing document', async () => {
    expect(await w().doc('new').set({ a: 1 })).toMatchObject({ updated: 0, upsertedId: 'new' });
    expect(await read('new')).toEqual({ _id: 'new', a: 1 });
  });

  test('updateAndReturn gives the document after the change', async () => {
    const { updated, doc } = await w()
      .where({ _id: 'd2', n: command().gt(0) })
      .updateAndReturn({ n: command().inc(-1) });
    expect({ updated, doc }).toEqual({ updated: 1, doc: { _id: 'd2', n: 1, kind: 'k' } });
  });

  test('updateAndReturn without a match changes nothing', async () => {
    expect(
      await w()
        .where({ _id: 'd2', n: command().gt(50) })
        .updateAndReturn({ n: 0 }),
    ).toMatchObject({ updated: 0 });
  });

  test('remove of one and of many', async () => {
    expect(await w().doc('d1').remove()).toMatchObject({ deleted: 1 });
    expect(await w().doc('d1').remove()).toMatchObject({ deleted: 0 });
    expect(await w().where({ kind: 'k' }).remove()).toMatchObject({ deleted: 2 });
  });

  test('remove and update without a condition are refused', async () => {
    expect(await refusal(w().remove())).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await refusal(w().update({ n: 0 }))).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await w().count()).toMatchObject({ total: 3 });
  });

  test('of many conditional writers of one document each wins once', async () => {
    await w().add({ _id: 'places', left: 5 });
    const claims = Array.from({ length: 20 }, () =>
      w()
        .where({ _id: 'places', left: command().gt(0) })
        .update({ left: command().inc(-1) }),
    );
    const won = (await Promise.all(claims)).filter(({ updated }) => updated === 1);
    expect(won).toHaveLength(5);
    expect((await read('places')).left).toBe(0);
  });
});

describe('unique fields', () => {
  const keys = () => cloud.collection('keys');
  if (!REAL) beforeEach(() => cloud.empty('keys'));

  emulatorTest('a second document with the value is a duplicate', async () => {
    await keys().add({ no: 'A1' });
    const refused = await refusal(keys().add({ no: 'A1' }));
    expect(refused.code).toBe('DATABASE_DUPLICATE_WRITE');
    expect(refused.message).toContain('E11000');
  });

  emulatorTest('a missing value is a null, and only one document may lack it', async () => {
    await keys().add({ other: 1 });
    expect(isDuplicate(await refusal(keys().add({ other: 2 })))).toBe(true);
    expect(isDuplicate(await refusal(keys().add({ no: null })))).toBe(true);
  });

  emulatorTest('values of different types are different', async () => {
    await keys().add([{ no: 1 }, { no: '1' }, { no: true }]);
    expect(await keys().count()).toMatchObject({ total: 3 });
  });

  emulatorTest('an update into a taken value is refused and changes nothing', async () => {
    await keys().add([
      { _id: 'p', no: 1 },
      { _id: 'q', no: 2 },
    ]);
    expect(isDuplicate(await refusal(keys().doc('q').update({ no: 1 })))).toBe(true);
    expect((await keys().doc('q').get()).data[0].no).toBe(2);
  });

  emulatorTest('a batch stops at the first duplicate and keeps what was before it', async () => {
    expect(isDuplicate(await refusal(keys().add([{ no: 1 }, { no: 2 }, { no: 1 }, { no: 3 }])))).toBe(true);
    expect(await keys().count()).toMatchObject({ total: 2 });
  });
});
