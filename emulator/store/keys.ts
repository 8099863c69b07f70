import { type Doc, isDate, isObjectId, isPlain } from '../mongo/ejson';

/**
 * How a value looks inside an index. SQLite orders NULL < numbers < text < blobs; MongoDB orders
 * null < numbers < strings < objects < arrays < ids < booleans < dates. So null, numbers and strings are
 * themselves, and everything above strings becomes a blob whose first byte is its place in MongoDB's order.
 */
export type Key = null | number | string | Buffer;

/** Dates reach ±8.64e15 ms; shifted to be positive and padded they compare as text. */
const DATE_SHIFT = 8_640_000_000_000_000;
const blob = (text: string) => Buffer.from(text, 'latin1');

/** The key of a value, or undefined for what an index cannot compare: objects, arrays, expressions, NaN. */
export function keyOf(value: unknown): Key | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return blob(value ? '81' : '80');
  if (isDate(value)) {
    const ms = value.getTime();
    return Number.isNaN(ms) ? undefined : blob(`9${String(ms + DATE_SHIFT).padStart(17, '0')}`);
  }
  if (isObjectId(value)) return blob(`7${value.toHexString()}`);
  return undefined;
}

/** The lowest key above every key of the same type: MongoDB's comparisons never cross types. */
export function typeEnd(key: Exclude<Key, null>): Key {
  if (typeof key === 'number') return '';
  if (typeof key === 'string') return blob('');
  return Buffer.from([key[0]! + 1]);
}

/** The lowest key of the same type; undefined when the type has no lower neighbour (numbers). */
export function typeStart(key: Exclude<Key, null>): Key | undefined {
  if (typeof key === 'number') return undefined;
  if (typeof key === 'string') return '';
  return key.subarray(0, 1);
}

/** Compares two keys as SQLite does. */
export function compareKeys(a: Exclude<Key, null>, b: Exclude<Key, null>): number {
  const place = (key: Key) => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
  if (place(a) !== place(b)) return place(a) - place(b);
  if (typeof a === 'number') return a - (b as number);
  return Buffer.compare(Buffer.from(a), Buffer.from(b as string | Buffer));
}

/** The first string after all strings that begin with `prefix`; undefined when there is none. */
export function prefixEnd(prefix: string): string | undefined {
  const points = Array.from(prefix, (char) => char.codePointAt(0)!);
  while (points.length > 0) {
    const last = points.pop()!;
    if (last < 0x10ffff) {
      const next = last + 1;
      return String.fromCodePoint(...points, next >= 0xd800 && next <= 0xdfff ? 0xe000 : next);
    }
  }
  return undefined;
}

/** The SQL that computes the key of a JSON path; the same rules as `keyOf`, over the stored text. */
export function keyExpression(path: string): string {
  const at = (...extra: string[]) =>
    `'$${[...path.split('.'), ...extra].map((part) => `."${part}"`).join('')}'`;
  const here = `json_extract(body,${at()})`;
  return [
    `CASE json_type(body,${at()})`,
    `WHEN 'null' THEN NULL`,
    `WHEN 'true' THEN CAST('81' AS BLOB)`,
    `WHEN 'false' THEN CAST('80' AS BLOB)`,
    `WHEN 'array' THEN CAST('5'||${here} AS BLOB)`,
    `WHEN 'object' THEN CAST(coalesce(`,
    `'9'||printf('%017d',json_extract(body,${at('$date')})+${DATE_SHIFT}),`,
    `'7'||json_extract(body,${at('$oid')}),'4'||${here}) AS BLOB)`,
    `ELSE ${here} END`,
  ].join(' ');
}

/**
 * Whether an index entry says all there is to say about this path. False when an array is met on the way or
 * at the end, or the value is an object, an expression or not a finite number: then a query must look.
 */
export function isRegular(doc: Doc, path: readonly string[]): boolean {
  let value: unknown = doc;
  for (const part of path) {
    if (Array.isArray(value)) return false;
    if (!isPlain(value) || !Object.hasOwn(value, part)) return true;
    value = value[part];
  }
  return keyOf(value) !== undefined;
}
