import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import { requestFailed } from '../protocol/errors';
import { type Doc, isPlain } from './ejson';
import { mingoOptions } from './mingo';
import { comparator, type Sort, valuesAt } from './order';
import { parseFilter } from './query';

export type Stage = readonly [name: string, value: unknown];

/** What a pipeline reads: one collection filtered and ordered by indexes as far as they go. */
export type Source = (
  collection: string,
  filter: Doc,
  sort: Sort,
  skip: number,
  limit: number,
) => Generator<Doc>;

/** How many documents match for each value of a field, if an index can say so without reading them. */
export type Tally = (
  collection: string,
  filter: Doc,
  path: string,
) => ReadonlyMap<unknown, number> | undefined;

const STAGES = new Set(
  [
    'addFields',
    'set',
    'unset',
    'bucket',
    'bucketAuto',
    'count',
    'group',
    'limit',
    'match',
    'project',
    'lookup',
  ]
    .concat(['replaceRoot', 'replaceWith', 'sample', 'skip', 'sort', 'sortByCount', 'unwind', 'facet'])
    .map((name) => `$${name}`),
);

/**
 * Runs a pipeline. Leading `$match`, `$sort`, `$skip`, `$limit` become an ordinary query; `$lookup` by equal
 * fields asks the other collection with `$in`, so an index serves it; a `$group` that only counts by what the query holds
 * equal is counted in the index; mingo does the rest.
 * Unknown stages, operators and expressions are refused by name.
 */
export function aggregate(
  collection: string,
  stages: readonly Stage[],
  source: Source,
  tally: Tally = () => undefined,
): Doc[] {
  for (const [name, value] of stages) {
    if (!STAGES.has(name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`);
    if (name === '$limit' && !(Number.isInteger(value) && (value as number) > 0))
      throw requestFailed('the limit must be a positive whole number');
    if (name === '$skip' && !(Number.isInteger(value) && (value as number) >= 0))
      throw requestFailed('the skip must be a whole number ≥ 0');
  }
  const { ask, rest } = leading(stages);
  const counted = countedGroups(collection, ask, rest[0], tally);
  if (counted) return told(() => runStages(counted, rest.slice(1), source));
  const first = source(collection, ask.filter, ask.sort, ask.skip, ask.limit);
  try {
    return told(() => runStages(first, rest, source));
  } finally {
    // A stage that needs no more rows, or fails, leaves the query open; an open query would hold an old snapshot.
    first.return(undefined);
  }
}

/** What mingo refuses, as the service says it. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    throw requestFailed((error as Error).message);
  }
}

/** The groups of `{_id: '$path', n: {$sum: 1}}` right after the query, when an index can count them. */
function countedGroups(
  collection: string,
  { filter, sort, skip, limit }: Leading,
  [name, spec]: Stage | readonly [] = [],
  tally: Tally,
): Doc[] | undefined {
  if (
    name !== '$group' ||
    !isPlain(spec) ||
    sort.length > 0 ||
    skip > 0 ||
    limit !== Number.POSITIVE_INFINITY
  )
    return undefined;
  const { _id, ...sums } = spec;
  const field = typeof _id === 'string' ? /^\$([^$].*)$/.exec(_id)?.[1] : undefined;
  const ones = Object.values(sums).every((sum) => JSON.stringify(sum) === '{"$sum":1}');
  const counts = field && ones ? tally(collection, filter, field) : undefined;
  if (!counts) return undefined;
  return [...counts].map(([value, n]) => ({
    _id: value,
    ...Object.fromEntries(Object.keys(sums).map((each) => [each, n])),
  }));
}

interface Leading {
  filter: Doc;
  sort: Sort;
  skip: number;
  limit: number;
}

function leading(stages: readonly Stage[]): { ask: Leading; rest: readonly Stage[] } {
  const ask: Leading = { filter: {}, sort: [], skip: 0, limit: Number.POSITIVE_INFINITY };
  const matches: Doc[] = [];
  let order = 0;
  let i = 0;
  for (; i < stages.length; i++) {
    const [name, value] = stages[i]!;
    const place = ['$match', '$sort', '$skip', '$limit'].indexOf(name);
    if (place < order || (place === order && place > 0 && i > 0 && stages[i - 1]![0] === name)) break;
    order = place;
    if (name === '$match') matches.push(isPlain(value) ? value : mustBeObject('$match'));
    else if (name === '$sort') ask.sort = sortOf(value);
    else if (name === '$skip') ask.skip = value as number;
    else ask.limit = value as number;
  }
  ask.filter = matches.length === 1 ? matches[0]! : matches.length > 1 ? { $and: matches } : {};
  return { ask, rest: stages.slice(i) };
}

function mustBeObject(stage: string): never {
  throw requestFailed(`the ${stage} specification must be an object`);
}

/** Reads `{field: 1 | -1}`. */
export function sortOf(value: unknown): Sort {
  if (!isPlain(value)) throw requestFailed('the sort must be an object');
  return Object.entries(value).map(([field, direction]): [string, 1 | -1] => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`the sort direction of '${field}' must be 1 or -1`);
    if (field === '' || field.startsWith('$')) throw requestFailed(`cannot sort by '${field}'`);
    return [field, direction];
  });
}

interface Rows {
  filter(keep: (doc: Doc) => boolean): Rows;
  transform(change: (docs: Doc[]) => unknown): Rows;
}

/** Stages that filter and order follow the rules of queries wherever they stand: in `$facet` and in `$lookup`, too. */
const options = mingoOptions({
  $match: ((rows: Rows, filter: unknown) => {
    const { test } = parseFilter(isPlain(filter) ? filter : mustBeObject('$match'));
    return rows.filter(test);
  }) as never,
  $sort: ((rows: Rows, order: unknown) => {
    const compare = comparator(sortOf(order));
    return rows.transform((docs) => Lazy(docs.sort(compare)));
  }) as never,
});

function runStages(first: Iterable<Doc>, stages: readonly Stage[], source: Source): Doc[] {
  let docs: Iterable<Doc> = first;
  let batch: Doc[] = [];
  const flush = () => {
    if (batch.length === 0) return;
    docs = new Aggregator(batch, {
      ...options,
      collectionResolver: (name) => [...all(source, name)],
    }).run<Doc>(docs as Doc[]);
    batch = [];
  };
  for (const [name, value] of stages) {
    if (name === '$lookup' && isPlain(value) && !('pipeline' in value)) {
      flush();
      docs = lookup([...docs], value, source);
    } else if (name === '$bucket') batch.push(...bucket(value));
    else batch.push({ [name]: value });
  }
  flush();
  return [...docs];
}

/** `$bucket` as a group: mingo counts a value on a boundary into the lower bucket, MongoDB into the upper. */
function bucket(spec: unknown): Doc[] {
  const { groupBy, boundaries, default: rest, output } = isPlain(spec) ? spec : mustBeObject('$bucket');
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed('$bucket needs at least two boundaries');
  const branches = boundaries.slice(0, -1).map((from, i) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: from }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] }] }],
    },
    // biome-ignore lint/suspicious/noThenProperty: the word of MongoDB's $switch
    then: { $literal: from },
  }));
  const _id = { $switch: { branches, ...(rest !== undefined && { default: { $literal: rest } }) } };
  const fields = isPlain(output) ? output : { count: { $sum: 1 } };
  return [{ $group: { _id, ...fields } }, { $sort: { _id: 1 } }];
}

const all = (source: Source, name: string) => source(name, {}, [], 0, Number.POSITIVE_INFINITY);

/** `$lookup` by equality: one query for all values, then a join in memory. */
function lookup(docs: Doc[], spec: Doc, source: Source): Doc[] {
  const { from, localField, foreignField, as } = spec;
  for (const [key, text] of Object.entries({ from, localField, foreignField, as }))
    if (typeof text !== 'string' || text === '') throw requestFailed(`$lookup needs '${key}'`);
  const local = (localField as string).split('.');
  const wanted = docs.map((doc) => valuesAt(doc, local).flatMap((v) => (Array.isArray(v) ? v : [v ?? null])));
  const values = [...new Map(wanted.flat().map((value) => [joinKey(value), value])).values()];
  const filter = { [foreignField as string]: { $in: values } };
  const byValue = new Map<string, Doc[]>();
  const foreign = (foreignField as string).split('.');
  for (const doc of source(from as string, filter, [], 0, Number.POSITIVE_INFINITY)) {
    const keys = valuesAt(doc, foreign)
      .flatMap((v) => (Array.isArray(v) ? v : [v ?? null]))
      .map(joinKey);
    for (const key of new Set(keys)) {
      const list = byValue.get(key);
      if (list) list.push(doc);
      else byValue.set(key, [doc]);
    }
  }
  return docs.map((doc, i) => {
    const found = new Set(wanted[i]!.flatMap((value) => byValue.get(joinKey(value)) ?? []));
    return { ...doc, [as as string]: [...found] };
  });
}

const joinKey = (value: unknown) => `${typeof value}:${JSON.stringify(value)}`;
