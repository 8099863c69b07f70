import type { Sort } from '../mongo/order';
import type { Bound, Filter, Term } from '../mongo/query';
import type { Param } from './connection';
import { compareKeys, type Key, typeEnd, typeStart } from './keys';

/** An index the planner may use: its SQLite name, and its fields as far as their values are comparable. */
export interface UsableIndex {
  readonly name: string;
  readonly sqlName: string;
  readonly unique: boolean;
  /** Declared fields up to the first that holds arrays or objects in some document. */
  readonly fields: readonly { path: string; column: string; direction: 1 | -1 }[];
}

export interface Plan {
  /** Index name, `all` (no filter, natural order) or `scan`. */
  readonly name: string;
  /** SQL that ends in `LIMIT ? OFFSET ?`, giving rowid, id, ver, body. */
  readonly sql: string;
  readonly params: readonly Param[];
  /** SQL that counts the rows of the plan: one number for each of `branches`. */
  readonly countSql: string;
  /** Fields held at one value each, and those values in every branch; none where there are too many for branches. */
  readonly held: readonly string[];
  readonly branches: readonly (readonly Key[])[];
  /** Rows arrive in the wanted order. */
  readonly sorted: boolean;
  /** Nothing is left to judge: SQL decides which rows match. */
  readonly exact: boolean;
  /** The index narrows the rows; otherwise all of them are looked at. */
  readonly bounded: boolean;
  /** Sorted branches read one row each in advance. */
  readonly ahead: number;
}

/** More `$in` values than this are one SQL `IN`, without order. */
const BRANCHES = 64;

/** Chooses how to read `table`: the index with most equalities, then a range, then the order. */
export function plan(table: string, indexes: readonly UsableIndex[], filter: Filter, sort: Sort): Plan {
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = consider(index, filter, sort);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best ? render(table, best, filter, sort) : everything(table, filter, sort);
}

interface Candidate {
  index: UsableIndex;
  score: number;
  equal: { path: string; column: string; keys: readonly Key[] }[];
  range?: { column: string; bounds: readonly Bound[] };
  used: Set<Term>;
  /** Conditions on further fields of the same index. */
  extra: { column: string; term: Term }[];
  sorted: boolean;
  bounded: boolean;
}

function consider(index: UsableIndex, filter: Filter, sort: Sort): Candidate | undefined {
  const used = new Set<Term>();
  const equal: Candidate['equal'] = [];
  let at = 0;
  for (; at < index.fields.length; at++) {
    const field = index.fields[at]!;
    const term = filter.terms.find((each) => each.path === field.path && 'keys' in each);
    if (!term || !('keys' in term)) break;
    used.add(term);
    equal.push({ path: field.path, column: field.column, keys: term.keys });
  }
  const next = index.fields[at];
  const ranges = next ? filter.terms.filter((term) => term.path === next.path && 'bounds' in term) : [];
  for (const term of ranges) used.add(term);
  const bounds = ranges.flatMap((term) => ('bounds' in term ? term.bounds : []));
  const extra = index.fields.flatMap(({ path, column }) =>
    filter.terms.flatMap((term) => (term.path === path && !used.has(term) ? [{ column, term }] : [])),
  );
  const branches = equal.reduce((product, { keys }) => product * keys.length, 1);
  const sorted = sort.length === 0 || (branches <= BRANCHES && inOrder(index, at, sort));
  const bounded = equal.length > 0 || bounds.length > 0;
  if (!bounded && !(sort.length > 0 && sorted)) return undefined;
  const score =
    equal.length * 10 +
    (bounds.length > 0 ? 5 : 0) +
    (sort.length > 0 && sorted ? 4 : 0) +
    extra.length * 8 +
    (index.unique && at === index.fields.length && branches === 1 ? 100 : 0);
  const range = bounds.length > 0 ? { column: next!.column, bounds } : undefined;
  return { index, score, equal, used, extra, sorted, bounded, ...(range && { range }) };
}

/** Whether the index, its first `fixed` fields held at one value, yields the sort forwards or backwards. */
function inOrder(index: UsableIndex, fixed: number, sort: Sort): boolean {
  const constant = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const open = sort.filter(([path]) => !constant.has(path));
  const tail = index.fields.slice(fixed);
  if (open.length > tail.length) return false;
  const turned = open.map(([path, direction], i) => {
    const field = tail[i]!;
    return field.path === path ? direction * field.direction : 0;
  });
  return turned.every((turn) => turn === 1) || turned.every((turn) => turn === -1);
}

const quote = (name: string) => `"${name}"`;

function render(table: string, candidate: Candidate, filter: Filter, sort: Sort): Plan {
  const { index, equal, range, extra, sorted } = candidate;
  const tail: string[] = [];
  const tailParams: Param[] = [];
  if (range) compareSql(range.column, range.bounds, tail, tailParams);
  for (const { column, term } of extra) {
    if ('bounds' in term) compareSql(column, term.bounds, tail, tailParams);
    else inSql(column, term.keys, tail, tailParams);
  }
  const branches = combinations(equal.map(({ keys }) => keys));
  const order = sorted && sort.length > 0 ? sort : [];
  const columnOf = new Map(index.fields.map(({ path, column }) => [path, column]));
  const outputs = order.map(([path], i) => `, ${quote(columnOf.get(path)!)} AS s${i}`).join('');
  const from = `FROM ${quote(table)} INDEXED BY ${quote(index.sqlName)}`;

  const wheres: string[] = [];
  const params: Param[] = [];
  const parts = branches ?? [undefined];
  for (const branch of parts) {
    const clauses: string[] = [];
    equal.forEach(({ column, keys }, i) => {
      if (!branch) inSql(column, keys, clauses, params);
      else equalSql(column, branch[i]!, clauses, params);
    });
    wheres.push([...clauses, ...tail].join(' AND ') || '1');
    params.push(...tailParams);
  }
  if (wheres.length === 0) wheres.push('0');
  const body = wheres.map((where) => `SELECT rowid, id, ver, body${outputs} ${from} WHERE ${where}`);
  const orderBy = order.map(([path, direction], i) => {
    const name = wheres.length > 1 ? `s${i}` : quote(columnOf.get(path)!);
    return `${name}${direction < 0 ? ' DESC' : ''}`;
  });
  const ordered = orderBy.length > 0 ? ` ORDER BY ${orderBy.join(', ')}` : '';
  return {
    name: index.name,
    sql: `${body.join(' UNION ALL ')}${ordered} LIMIT ? OFFSET ?`,
    params,
    countSql: wheres.map((where) => `SELECT count(*) ${from} WHERE ${where}`).join(' UNION ALL '),
    held: equal.map(({ path }) => path),
    branches: branches ?? [],
    sorted,
    exact:
      filter.complete &&
      filter.terms.every((term) => candidate.used.has(term) || extra.some((e) => e.term === term)),
    bounded: candidate.bounded,
    ahead: order.length > 0 ? wheres.length - 1 : 0,
  };
}

function everything(table: string, filter: Filter, sort: Sort): Plan {
  const unfiltered = filter.fields.length === 0 && filter.complete;
  return {
    name: unfiltered && sort.length === 0 ? 'all' : 'scan',
    sql: `SELECT rowid, id, ver, body FROM ${quote(table)} LIMIT ? OFFSET ?`,
    params: [],
    countSql: `SELECT count(*) FROM ${quote(table)}`,
    held: [],
    branches: [],
    sorted: sort.length === 0,
    exact: unfiltered,
    bounded: false,
    ahead: 0,
  };
}

/** Every choice of one key per field; undefined when there are too many for branches of their own. */
function combinations(lists: readonly (readonly Key[])[]): Key[][] | undefined {
  if (lists.reduce((product, list) => product * list.length, 1) > BRANCHES) return undefined;
  return lists.reduce<Key[][]>(
    (sofar, list) => sofar.flatMap((head) => list.map((key) => [...head, key])),
    [[]],
  );
}

function equalSql(column: string, key: Key, clauses: string[], params: Param[]): void {
  if (key === null) clauses.push(`${quote(column)} IS NULL`);
  else {
    clauses.push(`${quote(column)} = ?`);
    params.push(key);
  }
}

function inSql(column: string, keys: readonly Key[], clauses: string[], params: Param[]): void {
  const values = keys.filter((key) => key !== null);
  const list = `${quote(column)} IN (${values.map(() => '?').join(',')})`;
  clauses.push(values.length < keys.length ? `(${list} OR ${quote(column)} IS NULL)` : list);
  params.push(...values);
}

/** The tightest pair of bounds: with redundant ones SQLite might start its search at the looser. */
function compareSql(column: string, bounds: readonly Bound[], clauses: string[], params: Param[]): void {
  const all = bounds.flatMap(({ op, key, anyType }) => {
    const own = { op, key };
    if (anyType) return [own];
    const other = op.startsWith('>') ? typeEnd(key) : typeStart(key);
    if (other === undefined || other === null) return [own];
    return [own, { op: op.startsWith('>') ? ('<' as const) : ('>=' as const), key: other }];
  });
  for (const side of ['>', '<']) {
    const mine = all.filter(({ op }) => op.startsWith(side));
    if (mine.length === 0) continue;
    const tightest = mine.reduce((a, b) => {
      const order = compareKeys(b.key, a.key) * (side === '>' ? 1 : -1);
      return order > 0 || (order === 0 && !b.op.includes('=')) ? b : a;
    });
    clauses.push(`${quote(column)} ${tightest.op} ?`);
    params.push(tightest.key);
  }
}
