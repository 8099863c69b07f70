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
    case 8:
    case 9:
      return Number(a) - Number(b) || 0;
    case 5:
      return compareLists(a as unknown[], b as unknown[]);
    case 4:
      return compareLists(Object.entries(a as object).flat(), Object.entries(b as object).flat());
    default:
      return compareText(toText(a), toText(b));
  }
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

/** All values a dotted path reaches; a path through an array reaches each element, as in MongoDB. */
export function valuesAt(value: unknown, path: readonly string[], from = 0): unknown[] {
  if (from === path.length) return [value];
  if (Array.isArray(value)) {
    const own = /^\d+$/.test(path[from]!) ? valuesAt(value[Number(path[from])], path, from + 1) : [];
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
      const order = compareValues(sortKey(a, path, direction), sortKey(b, path, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function sortKey(doc: unknown, path: readonly string[], direction: 1 | -1): unknown {
  const reached = valuesAt(doc, path).flatMap((value) =>
    Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value],
  );
  if (reached.length === 0) return undefined;
  return reached.reduce((best, next) => (compareValues(next, best) * direction < 0 ? next : best));
}
