import { isDate, isObjectId, isRegExp, toText } from './ejson';

/** MongoDB's order of types: null, numbers, strings, objects, arrays, ids, booleans, dates, expressions. */
function rank(value: unknown): number {
  if (value === null || value === undefined) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 8;
  if (Array.isArray(value)) return 5;
  if (isDate(value)) return 9;
  if (isObjectId(value)) return 7;
  if (isRegExp(value)) return 11;
  return 4;
}

/** Whether a comparison of the two is one within a type: numbers with numbers, dates with dates. */
export const sameType = (a: unknown, b: unknown): boolean => rank(a) === rank(b);

/** Compares two values as MongoDB sorts them; null and missing are equal. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  switch (rank(a)) {
    case 1:
      return 0;
    case 3:
      return compareText(a as string, b as string);
    case 2:
      return compareNumbers(a as number, b as number);
    case 8:
    case 9:
      return Number(a) - Number(b);
    case 5:
      return compareLists(a as unknown[], b as unknown[]);
    case 4:
      return compareObjects(Object.entries(a as object), Object.entries(b as object));
    default:
      return compareText(toText(a), toText(b));
  }
}

/** Compares results of expressions, where a missing value is below null. */
export function compareWhole(a: unknown, b: unknown): number {
  return Number(a !== undefined) - Number(b !== undefined) || compareValues(a, b);
}

/** NaN is below every number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : 1;
}

/** Field by field in the order they are stored in: first the types, then the names, then the values. */
function compareObjects(a: [string, unknown][], b: [string, unknown][]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [name, value] = a[i]!;
    const [other, against] = b[i]!;
    const order = rank(value) - rank(against) || compareText(name, other) || compareValues(value, against);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** By code point, as UTF-8 bytes compare; JavaScript's own `<` differs beyond the basic plane. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a[i] === b[i]) i++;
  const left = a.charCodeAt(i);
  const right = b.charCodeAt(i);
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  const surrogates = Number(isSurrogate(left)) - Number(isSurrogate(right));
  return surrogates || left - right;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** A place in an array, as a path names it: `01` is the name of a field. */
export const INDEX = /^(?:0|[1-9]\d*)$/;

/** All values a dotted path reaches; a path through an array reaches each element, as in MongoDB. */
export function valuesAt(value: unknown, path: readonly string[], from = 0): unknown[] {
  if (from === path.length) return [value];
  if (Array.isArray(value)) {
    const own = INDEX.test(path[from]!) ? valuesAt(value[Number(path[from])], path, from + 1) : [];
    const each = value.filter((item) => typeof item === 'object' && item !== null);
    return [...own, ...each.flatMap((item) => valuesAt(item, path, from))];
  }
  if (typeof value !== 'object' || value === null || isDate(value)) return [undefined];
  const record = value as Record<string, unknown>;
  return valuesAt(Object.hasOwn(record, path[from]!) ? record[path[from]!] : undefined, path, from + 1);
}

export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

/** Compares two documents by a sort; an array counts by its smallest (ascending) or largest element. */
export function comparator(sort: Sort): (a: unknown, b: unknown) => number {
  const keys = sort.map(([field, direction]) => ({ path: field.split('.'), direction }));
  return (a, b) => {
    for (const { path, direction } of keys) {
      const order = compareKeys(sortKey(a, path, direction), sortKey(b, path, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

/** The key of an empty array: MongoDB sorts it below null. */
const NOTHING = Symbol('nothing');
type Key = unknown | typeof NOTHING;

const compareKeys = (a: Key, b: Key) =>
  Number(a !== NOTHING) - Number(b !== NOTHING) || (a === NOTHING ? 0 : compareValues(a, b));

function sortKey(doc: unknown, path: readonly string[], direction: 1 | -1): Key {
  return sortKeys(doc, path, 0).reduce((best, next) =>
    compareKeys(next, best) * direction < 0 ? next : best,
  );
}

/** What an index would hold of a path: one key per element of an array, and null for an element without the field. */
function sortKeys(value: unknown, path: readonly string[], from: number): Key[] {
  if (from === path.length) {
    if (!Array.isArray(value)) return [value];
    return value.length > 0 ? value : [NOTHING];
  }
  const name = path[from]!;
  if (Array.isArray(value)) {
    if (INDEX.test(name) && Number(name) < value.length) return sortKeys(value[Number(name)], path, from + 1);
    const keys = value.flatMap((item) => (Array.isArray(item) ? [undefined] : sortKeys(item, path, from)));
    return keys.length > 0 ? keys : [undefined];
  }
  if (typeof value !== 'object' || value === null || isDate(value)) return [undefined];
  const record = value as Record<string, unknown>;
  return sortKeys(Object.hasOwn(record, name) ? record[name] : undefined, path, from + 1);
}
