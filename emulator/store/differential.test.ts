import fc from 'fast-check';
import { withEmulator } from '@/test/support/emulator';

/**
 * The same documents with and without indexes must answer every question alike: what SQLite decides from an
 * index has to be what MongoDB's rules say, for every mixture of types.
 */
const fields = {
  a: [['a', 1]],
  ab: [
    ['a', 1],
    ['b', -1],
  ],
  sub: [['s.x', -1]],
  ba: [
    ['b', 1],
    ['a', 1],
  ],
};
const indexes = Object.entries(fields).map(([name, list]) => ({ name, fields: list }));
const emulator = withEmulator({
  schema: { collections: { indexed: { indexes }, plain: {}, arrays: { indexes }, arraysPlain: {} } },
});

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, -0.5, 1e12, 3_000_000_000),
  fc.constantFrom('', 'a', 'ab', 'b', 'B', '中', '\u{1f600}', 'a/b', '3'),
  fc.constant(null),
  fc.boolean(),
  fc.constantFrom(-1, 0, 1, 1_700_000_000_000).map((ms) => new Date(ms)),
);
const missing = Symbol('missing');
const maybe = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.constant(missing) });
const listed = fc.oneof(
  { weight: 4, arbitrary: maybe },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }) },
);

const documentOf = (value: fc.Arbitrary<unknown>) =>
  fc.record({ a: value, b: value, c: value, x: value }).map(({ a, b, c, x }) => {
    const doc: Record<string, unknown> = { s: x === missing ? {} : { x } };
    for (const [key, each] of Object.entries({ a, b, c })) if (each !== missing) doc[key] = each;
    // Two arrays side by side under one index are refused, as in MongoDB.
    if (Array.isArray(doc.a) && Array.isArray(doc.b)) delete doc.b;
    return doc;
  });

const path = fc.constantFrom('a', 'b', 's.x', 'c');
const condition = fc.oneof(
  scalar.map((value) => ({ $eq: value })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([op, value]) => ({ [op]: value })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 4 }).map((values) => ({ $in: values })),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $nin: values })),
  fc.boolean().map((value) => ({ $exists: value })),
  fc.constantFrom('^a', '^ab?', '^中', '^a/', '^', 'b$').map((text) => ({ $regex: text })),
  scalar.map((value) => ({ $not: { $gt: value } })),
);
const one = fc.tuple(path, condition).map(([key, value]) => ({ [key]: value }));
const filter = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(one, { maxLength: 3 }).map((all) => (all.length > 0 ? { $and: all } : {})),
  },
  { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }).map((any) => ({ $or: any })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(one, fc.array(one, { minLength: 1, maxLength: 2 }))
      .map(([each, any]) => ({ ...each, $or: any })),
  },
);
const order = fc.uniqueArray(fc.tuple(path, fc.constantFrom('asc' as const, 'desc' as const)), {
  maxLength: 2,
  selector: ([key]) => key,
});

const DOCS = 120;
const sample = (value: fc.Arbitrary<unknown>) =>
  fc.sample(documentOf(value), { numRuns: DOCS, seed: 20260101 }).map((doc, i) => ({ _id: i, ...doc }));

beforeAll(async () => {
  const { db } = emulator;
  for (const [name, value] of Object.entries({
    indexed: maybe,
    plain: maybe,
    arrays: listed,
    arraysPlain: listed,
  }))
    await db.collection(name).add(sample(value));
});

type Question = [object, [string, 'asc' | 'desc'][], number];

async function ask(name: string, [where, sort, limit]: Question): Promise<unknown[]> {
  const found = emulator.db.collection(name).options({ raw: true }).where(where);
  // The id makes the order of equals certain.
  const sorted = [...sort, ['_id', 'asc'] as const].reduce(
    (query, [key, way]) => query.orderBy(key, way),
    found,
  );
  const { data } = await sorted.limit(limit).get();
  return data.map((each: { _id: number }) => each._id);
}

async function alike(left: string, right: string): Promise<void> {
  const limit = fc.constantFrom(1, 5, 1000);
  await fc.assert(
    fc.asyncProperty(filter, order, limit, async (...question) => {
      expect(await ask(left, question)).toEqual(await ask(right, question));
      const where = question[0];
      const count = (name: string) =>
        emulator.db.collection(name).options({ raw: true }).where(where).count();
      expect((await count(left)).total).toBe((await count(right)).total);
    }),
    {
      numRuns: Number(process.env.DIFFERENTIAL_RUNS ?? 150),
      seed: Number(process.env.DIFFERENTIAL_SEED ?? 42),
    },
  );
}

test('single values', () => alike('indexed', 'plain'), 120_000);
test('arrays and objects among them', () => alike('arrays', 'arraysPlain'), 120_000);
