import { type Doc, fromBody } from '../mongo/ejson';
import { comparator, type Sort } from '../mongo/order';
import type { Filter } from '../mongo/query';
import type { Connection } from './connection';
import type { Counters } from './counters';
import type { Key } from './keys';
import { type Plan, plan } from './planner';
import { type Stored, type Table, toStored } from './table';

export interface Ask {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly skip: number;
  /** Rows wanted; Infinity for all. */
  readonly limit: number;
}

/** A match; `doc` is there when it had to be read to judge it. */
export interface Match extends Stored {
  readonly doc?: Doc;
}

/** What a finder needs: one connection (the live data, or a snapshot), and where to count. */
export interface View {
  readonly connection: Connection;
  readonly counters: Counters;
  readonly action: string;
}

/** Rows in memory before an unsorted stream is cut back to the rows still wanted. */
const SLACK = 1000;

/** Matches in order. An index does what it can; the judge sees only rows an index let through. */
export function find(view: View, table: Table, ask: Ask): Match[] {
  return [...matches(view, table, ask)];
}

/** The same, one by one, for consumers that keep none of them. Rows ordered in memory still come at the end. */
export function* matches(view: View, table: Table, ask: Ask): Generator<Match> {
  const { filter, sort, skip, limit } = ask;
  const seen = { examined: 0, returned: 0 };
  const chosen = choose(table, filter, sort);
  const inMemory = !chosen.every(({ sorted }) => sorted);
  try {
    const rows = inMemory
      ? sortedInMemory(read(view, chosen, ask, seen, false), sort, skip, limit)
      : read(view, chosen, ask, seen, true);
    for (const row of rows) {
      seen.returned++;
      yield row;
    }
  } finally {
    record(view, table, ask, chosen, seen, inMemory);
  }
}

/** How many documents match; an index that decides alone is not followed to the documents. */
export function count(view: View, table: Table, filter: Filter): number {
  const chosen = choose(table, filter, []);
  const only = chosen.length === 1 && chosen[0]!.exact ? chosen[0] : undefined;
  if (only) {
    const total = view.connection
      .all(only.countSql, only.params)
      .reduce((sum, [n]) => sum + (n as number), 0);
    record(view, table, { filter, sort: [] }, chosen, { examined: 0, returned: 0, entries: total }, false);
    return total;
  }
  let total = 0;
  for (const _match of matches(view, table, { filter, sort: [], skip: 0, limit: Number.POSITIVE_INFINITY }))
    total++;
  return total;
}

/**
 * How many documents match for each value of the field `path`, when the filter holds it equal to given values and an index
 * decides alone: counted inside the index. Undefined when the documents have to be read.
 */
export function countBy(
  view: View,
  table: Table,
  filter: Filter,
  path: string,
): Map<Key, number> | undefined {
  const [plan, ...more] = choose(table, filter, []);
  const at = plan?.held.indexOf(path) ?? -1;
  if (!plan?.exact || more.length > 0 || at < 0 || plan.branches.length === 0) return undefined;
  const counts = new Map<Key, number>();
  let total = 0;
  for (const [index, [n]] of view.connection.all(plan.countSql, plan.params).entries()) {
    const key = plan.branches[index]![at]!;
    if (key !== null && typeof key === 'object') return undefined;
    if (n !== 0) counts.set(key, (counts.get(key) ?? 0) + (n as number));
    total += n as number;
  }
  record(view, table, { filter, sort: [] }, [plan], { examined: 0, returned: 0, entries: total }, false);
  return counts;
}

/** One plan, or one per alternative of the filter's `$or` when each of them has an index. */
function choose(table: Table, filter: Filter, sort: Sort): Plan[] {
  const whole = plan(table.sqlName, table.usableIndexes, filter, sort);
  if (whole.bounded || !filter.either) return [whole];
  const branches = filter.either.map(({ terms }) => {
    const both: Filter = { ...filter, complete: false, terms: [...filter.terms, ...terms] };
    // Each alternative has an order of its own; together they have none.
    return { ...plan(table.sqlName, table.usableIndexes, both, []), sorted: sort.length === 0 };
  });
  return branches.every((branch) => branch.bounded) ? branches : [whole];
}

function* read(
  { connection }: View,
  plans: readonly Plan[],
  { filter, skip, limit }: Ask,
  seen: { examined: number },
  cut: boolean,
): Generator<Match> {
  const met = plans.length > 1 ? new Set<number>() : undefined;
  let passed = 0;
  for (const { sql, params, exact, ahead } of plans) {
    const bySql = exact && cut && !met;
    const rowLimit = bySql && limit !== Number.POSITIVE_INFINITY ? limit : -1;
    let rows = 0;
    for (const row of connection.stream(sql, params, rowLimit, bySql ? skip : 0)) {
      rows++;
      seen.examined++;
      const stored = toStored(row);
      if (met?.has(stored.rowid)) continue;
      met?.add(stored.rowid);
      if (bySql) {
        yield stored;
        continue;
      }
      const doc = exact ? undefined : fromBody(stored.body);
      if (doc && !filter.test(doc)) continue;
      if (cut && passed++ < skip) continue;
      yield doc ? { ...stored, doc } : stored;
      if (cut && passed >= skip + limit) {
        seen.examined += ahead;
        return;
      }
    }
    if (bySql) seen.examined += skip + (rows === rowLimit ? ahead : 0);
  }
}

function sortedInMemory(rows: Iterable<Match>, sort: Sort, skip: number, limit: number): Match[] {
  const compare = comparator(sort);
  const order = (list: Match[]) => list.sort((a, b) => compare(a.doc, b.doc));
  let kept: Match[] = [];
  for (const row of rows) {
    kept.push(row.doc ? row : { ...row, doc: fromBody(row.body) });
    if (kept.length > skip + limit + SLACK) kept = order(kept).slice(0, skip + limit);
  }
  return order(kept).slice(skip, skip + limit);
}

function record(
  { counters, action }: View,
  table: Table,
  { filter, sort }: Pick<Ask, 'filter' | 'sort'>,
  plans: readonly Plan[],
  { examined, returned, entries = 0 }: { examined: number; returned: number; entries?: number },
  sorted: boolean,
): void {
  // Walking an index only for its order, while a filter is judged row by row, is a scan too.
  const served = plans.every(({ bounded, name, exact }) => bounded || name === 'all' || exact);
  const names = [...new Set(plans.map(({ name }) => name))];
  counters.query({
    action,
    collection: table.name,
    plan: served ? names.join('+') : 'scan',
    fields: [...new Set([...filter.fields, ...sort.map(([path]) => path)])],
    examined,
    returned,
    entries,
    sorted,
  });
}
