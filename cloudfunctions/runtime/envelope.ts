/**
 * What arrives at a function and what leaves it, whatever its shape. Nothing that a caller sends decides how deep the
 * stack or how large the memory becomes: an event is measured in a loop, within fixed bounds, before anything else looks
 * into it. Nothing that goes wrong leaves without an envelope.
 */
import { Refusal } from '@/domain/flow/refusal';
import { isUnreachable } from './cloud';

/** The largest call in characters, as JSON would write it; photos travel to storage, not here. */
const CALL_MAX = 64 * 1024;
/** Levels of lists and objects in an input; the deepest that an action takes has six. */
const DEPTH_MAX = 32;
/** A Chinese character has three bytes, and a phone may write any of them as `\uXXXX`, which has six. */
const BODY_MAX = 6 * CALL_MAX + 1024;

export interface Received {
  readonly action: unknown;
  readonly input: unknown;
}

/** The event is an HTTP request, and wants an HTTP answer. */
export function isHttp(event: unknown): boolean {
  return isObject(event) && 'httpMethod' in event;
}

/**
 * The action and the input of an event or of an HTTP request's body. Refuses BAD_INPUT what is too deep, too large, or no
 * JSON. Of one key that is given twice the last counts, as `JSON.parse` has it everywhere. Half a character (a phone may
 * cut an emoji in two) is left out: the database could not keep it.
 */
export function receive(event: unknown): Received {
  const call = isHttp(event) ? bodyOf(event as { body?: unknown; isBase64Encoded?: unknown }) : event;
  if (!isObject(call)) throw unfit('action');
  const { action, input } = call as { action?: unknown; input?: unknown };
  return { action, input: measure(input) ? wellFormed(input) : input };
}

/** The id under which the platform logs this call; '' when it tells none. */
export function requestIdOf(context: unknown): string {
  const id = (context as { request_id?: unknown } | null | undefined)?.request_id;
  return typeof id === 'string' ? id : '';
}

/** A refusal as it is; anything else is a bug, which is logged with `line` and told as one calm sentence. */
export function refusalOf(error: unknown, line: Readonly<Record<string, unknown>>): Refusal {
  if (error instanceof Refusal) return error;
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  // The message is left out: it may quote what a person wrote.
  const at = String(stack ?? '')
    .split('\n')
    .slice(1, 6)
    .map((each) => each.trim());
  console.error(JSON.stringify({ level: 'error', ...line, name, code, at }));
  return new Refusal(isUnreachable(error ?? {}) ? 'BUSY' : 'SOMETHING_WRONG');
}

/** A request's body as JSON. Bytes are counted before they are parsed, and must be what they are said to be. */
function bodyOf({ body, isBase64Encoded }: { body?: unknown; isBase64Encoded?: unknown }): unknown {
  const encoded = isBase64Encoded === true;
  if (typeof body !== 'string' || body.length > BODY_MAX * (encoded ? 4 / 3 : 1)) throw unfit('body');
  try {
    return JSON.parse(encoded ? decoded(body) : body);
  } catch {
    throw unfit('body');
  }
}

/** Throws for what is no base64 or no UTF-8: `Buffer` would skip the one and replace the other. */
function decoded(base64: string): string {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw unfit('body');
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
}

/**
 * Walks through a value without recursion. Refuses BAD_INPUT beyond `CALL_MAX` characters or `DEPTH_MAX` levels, for
 * what JSON cannot say (NaN, functions) and for a key that would be a prototype. Says whether half a character is in it.
 */
function measure(value: unknown): boolean {
  let left = CALL_MAX;
  let broken = false;
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  const spend = (characters: number) => {
    left -= characters;
    if (left < 0) throw unfit('input');
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: each, depth } = next;
    if (typeof each === 'string') {
      spend(each.length + 2);
      broken ||= LONE.test(each);
    } else if (isObject(each)) {
      if (depth >= DEPTH_MAX) throw unfit('input');
      spend(2);
      const inner = { depth: depth + 1 };
      if (Array.isArray(each)) {
        spend(each.length);
        for (const one of each) waiting.push({ value: one, ...inner });
      } else {
        for (const [key, one] of entriesOf(each)) {
          if (key === '__proto__') throw unfit('input');
          spend(key.length + 4);
          waiting.push({ value: one, ...inner });
        }
      }
    } else {
      if (!isPlain(each)) throw unfit('input');
      spend(4);
    }
  }
  return broken;
}

/** One by one, so that counting can end in the middle of a wide object. */
function* entriesOf(value: object): Generator<[string, unknown]> {
  for (const key in value)
    if (Object.hasOwn(value, key)) yield [key, (value as Record<string, unknown>)[key]];
}

/** The same without halves of characters; its depth has been measured. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONES, '');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]));
}

const LONE = /\p{Surrogate}/u;
const LONES = /\p{Surrogate}/gu;

/** What JSON can say beside texts, lists and objects; and nothing at all, which it leaves out. */
const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const unfit = (field: string): Refusal => new Refusal('BAD_INPUT', { field });
