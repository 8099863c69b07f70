import { ObjectId } from 'bson';
import { CloudError, requestFailed } from '../protocol/errors';
import { rewrite } from './regex';

/** A document as the emulator works on it: plain JSON values, plus Date, RegExp and ObjectId. */
export type Doc = Record<string, unknown>;

/** Deeper nesting is refused, as MongoDB does. */
const MAX_DEPTH = 100;
/** MongoDB's ceiling for one document, in bytes of text. */
const MAX_BYTES = 16 * 1024 * 1024;

const REFUSED_TYPES = new Set([
  '$binary',
  '$uuid',
  '$symbol',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$timestamp',
  '$code',
  '$dbPointer',
  '$ref',
  '$undefined',
]);

/** What `db.serverDate()` becomes; absent where the service refuses it (inside a transaction). */
export type ServerDate = ((offset: number) => Date) | undefined;

/**
 * Reads an EJSON string of the SDK (canonical or relaxed). `serverDate` resolves `db.serverDate()`.
 * Refuses types CloudBase documents do not hold (binary, decimal …) by name.
 */
export function parseWire(text: string, serverDate?: ServerDate): unknown {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw requestFailed('the parameter is not EJSON');
  }
  return revive(raw, serverDate, 0);
}

function revive(value: unknown, serverDate: ServerDate, depth: number): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw requestFailed(`nesting deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((item) => revive(item, serverDate, depth + 1));
  const source = value as Doc;
  const keys = Object.keys(source);
  if (keys.length === 1 && keys[0]!.startsWith('$')) {
    const special = reviveSpecial(keys[0]!, source[keys[0]!], serverDate);
    if (special !== undefined) return special;
  }
  const out: Doc = {};
  for (const key of keys) {
    if (key === '__proto__') throw requestFailed("a field may not be called '__proto__'");
    if (key.includes('\0')) throw requestFailed('a field name may not contain a null byte');
    out[wellFormed(key)] = revive(source[key], serverDate, depth + 1);
  }
  return out;
}

/** Half of a pair of surrogates is no character: BSON is UTF-8 and keeps U+FFFD in its place. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

function reviveSpecial(key: string, value: unknown, serverDate: ServerDate): unknown {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(value);
    case '$date': {
      const ms = typeof value === 'object' && value !== null ? Number((value as Doc).$numberLong) : value;
      const date = new Date(typeof ms === 'string' ? Date.parse(ms) : Number(ms));
      if (Number.isNaN(date.getTime())) throw requestFailed('$date needs a moment');
      return date;
    }
    case '$oid':
      return new ObjectId(String(value));
    case '$regularExpression': {
      const { pattern, options } = value as { pattern: string; options?: string };
      return toRegExp(pattern, options);
    }
    case '$tcb_server_date': {
      if (!serverDate) throw requestFailed('serverDate is not allowed inside a transaction: use new Date()');
      return serverDate(Number(revive((value as Doc).offset ?? 0, undefined, 0)));
    }
    default:
      if (REFUSED_TYPES.has(key)) throw requestFailed(`the type ${key} is not supported`);
      return undefined;
  }
}

/** MongoDB's regular expression as a JavaScript one. Options are i, m, s; others are refused by name. */
export function toRegExp(pattern: string, options = ''): RegExp {
  const unknown = options.replace(/[imsu]/g, '');
  if (unknown) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  if (pattern.includes('\0')) throw requestFailed('Regular expression cannot contain an embedded null byte');
  try {
    const expression = new RegExp(wellFormed(pattern), [...new Set(options.replace('u', ''))].join(''));
    rewrite(expression.source, expression.flags);
    return expression;
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

/**
 * The text a document is stored and sent as: EJSON with dates as `{"$date": ms}`, so that the SDK parses it
 * as it is and SQLite can order by it. Refuses `$` and dotted keys, and documents above 16 MB.
 */
export function toBody(doc: unknown): string {
  const text = JSON.stringify(encode(doc, 0, true));
  // No character takes more than three bytes per unit.
  if (text.length * 3 > MAX_BYTES && Buffer.byteLength(text) > MAX_BYTES)
    throw requestFailed('document is larger than 16 MB');
  return text;
}

/** The same text for a value that is not a document (results of aggregations, parts of keys). */
export const toText = (value: unknown): string => JSON.stringify(encode(value ?? null, 0, false));

function encode(value: unknown, depth: number, strict: boolean): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw requestFailed(`nesting deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((item) => encode(item ?? null, depth + 1, strict));
  if (isDate(value)) return { $date: value.getTime() };
  if (value instanceof ObjectId) return { $oid: value.toHexString() };
  if (isRegExp(value)) return { $regularExpression: { pattern: value.source, options: value.flags } };
  const out: Doc = {};
  for (const [key, item] of Object.entries(value)) {
    if (strict) checkKey(key);
    if (item !== undefined) out[key] = encode(item, depth + 1, strict);
  }
  return out;
}

/** Keys a document may not hold: empty, starting with `$`, with a dot, or `__proto__`. */
export function checkKey(key: string): void {
  if (key.startsWith('$'))
    throw requestFailed(`the dollar ($) prefixed field '${key}' is not valid for storage`);
  if (key.includes('.')) throw requestFailed(`the dotted field '${key}' is not valid for storage`);
  if (key === '__proto__' || key === '') throw requestFailed(`a field may not be called '${key}'`);
}

/** A stored text as a document. The walk is skipped when nothing in it can be special. */
export function fromBody(text: string): Doc {
  const raw = JSON.parse(text) as Doc;
  return text.includes('{"$') ? (revive(raw, undefined, 0) as Doc) : raw;
}

const tag = (value: unknown) => Object.prototype.toString.call(value);
export const isDate = (value: unknown): value is Date => tag(value) === '[object Date]';
export const isRegExp = (value: unknown): value is RegExp => tag(value) === '[object RegExp]';
export const isObjectId = (value: unknown): value is ObjectId => value instanceof ObjectId;
/** A plain sub-document: not an array, not a date, not an id. */
export const isPlain = (value: unknown): value is Doc =>
  tag(value) === '[object Object]' && !isObjectId(value);
