import { requestFailed } from '../protocol/errors';
import { type Key, keyOf, prefixEnd } from '../store/keys';
import { type Doc, isPlain, isRegExp, toRegExp } from './ejson';
import { compileFilter, isOperators, isValueMatch, type Predicate, typeName } from './match';

export interface Bound {
  readonly op: '>' | '>=' | '<' | '<=';
  readonly key: Exclude<Key, null>;
  /** True when the bound does not stay within the type of its key (`$ne: null`). */
  readonly anyType?: true;
}

/** A condition an index on `path` can serve. `exact` is false when the index may let too much through. */
export type Term =
  | { readonly path: string; readonly exact: boolean; readonly keys: readonly Key[] }
  | { readonly path: string; readonly exact: boolean; readonly bounds: readonly Bound[] };

/** A filter, understood: what indexes may serve, the alternatives of its `$or`, and the judge of the rest. */
export interface Filter {
  readonly terms: readonly Term[];
  /** Branches of one top-level `$or`, each with the other conditions to be added. */
  readonly either?: readonly Filter[];
  /** True when terms alone decide; then nothing is left for the judge. */
  readonly complete: boolean;
  /** Top-level fields and paths named anywhere, for the list of queries without an index. */
  readonly fields: readonly string[];
  test(doc: Doc): boolean;
}

const LISTS = new Set(['$in', '$nin', '$all']);
const LOGIC = new Set(['$and', '$or', '$nor']);
const COMPARE = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte']);
const OTHERS = new Set(['$exists', '$mod', '$elemMatch', '$size', '$not', '$regex', '$type']);

/** Understands a MongoDB filter. Unknown operators and wrong operands are refused by name. */
export function parseFilter(raw: unknown): Filter {
  if (raw === undefined || raw === null || raw === '') return parseFilter({});
  if (!isPlain(raw)) throw requestFailed('the query must be an object');
  const clean = checkFilter(raw);
  const fields = new Set<string>();
  const { terms, either, complete } = understand(clean, fields);
  let judge: Predicate | undefined;
  return {
    terms,
    complete: complete && !either,
    fields: [...fields],
    ...(either && { either: either.map((branch) => parseFilter(branch)) }),
    test: (doc) => {
      judge ??= compileFilter(clean);
      return judge(doc);
    },
  };
}

/** Checks every operator and operand, and turns `$regex`/`$options` pairs into expressions. */
export function checkFilter(filter: Doc): Doc {
  const out: Doc = {};
  for (const [key, value] of Object.entries(filter)) {
    if (LOGIC.has(key)) {
      if (!Array.isArray(value) || value.length === 0) throw requestFailed(`${key} must be a nonempty array`);
      out[key] = value.map((branch) => {
        if (!isPlain(branch)) throw requestFailed(`${key} entries need to be full objects`);
        return checkFilter(branch);
      });
    } else if (key === '$expr') out[key] = value;
    else if (key.startsWith('$')) throw requestFailed(`unknown top level operator: ${key}`);
    else out[key] = isOperators(value) ? checkOperators(value) : value;
  }
  return out;
}

function checkOperators(condition: Doc): Doc {
  const out: Doc = {};
  for (const [op, operand] of Object.entries(condition)) {
    if (op === '$options') {
      if (!('$regex' in condition)) throw requestFailed('$options needs a $regex');
      continue;
    }
    if (LISTS.has(op) && !Array.isArray(operand)) throw requestFailed(`${op} needs an array`);
    if (!LISTS.has(op) && !COMPARE.has(op) && !OTHERS.has(op))
      throw requestFailed(
        op.startsWith('$') ? `unknown operator: ${op}` : `cannot mix '${op}' with operators`,
      );
    out[op] = checkOperand(op, operand, condition);
  }
  return out;
}

function checkOperand(op: string, operand: unknown, condition: Doc): unknown {
  switch (op) {
    case '$regex': {
      const flags = condition.$options === undefined ? undefined : String(condition.$options);
      if (isRegExp(operand)) {
        if (flags === undefined) return operand;
        if (operand.flags !== '') throw requestFailed('options set in both $regex and $options');
        return toRegExp(operand.source, flags);
      }
      if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
      return toRegExp(operand, flags);
    }
    case '$size':
      if (!Number.isInteger(operand) || (operand as number) < 0)
        throw requestFailed('$size must be a whole number ≥ 0');
      return operand;
    case '$mod':
      if (!Array.isArray(operand) || operand.length !== 2 || !operand.every((n) => Number.isFinite(n)))
        throw requestFailed('malformed mod, needs to be [divisor, remainder]');
      if (Math.trunc(operand[0] as number) === 0) throw requestFailed('divisor cannot be 0');
      return operand;
    case '$elemMatch':
      if (!isPlain(operand)) throw requestFailed('$elemMatch needs an Object');
      return isValueMatch(operand) ? checkOperators(operand) : checkFilter(operand);
    case '$not':
      if (isRegExp(operand)) return operand;
      if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document of operators');
      return checkOperators(operand);
    case '$in':
    case '$nin':
      if ((operand as unknown[]).some(isOperators)) throw requestFailed(`cannot nest $ under ${op}`);
      return operand;
    case '$all':
      return checkAll(operand as unknown[]);
    case '$type': {
      const types = Array.isArray(operand) ? operand : [operand];
      const odd = types.find((type) => typeName(type) === undefined);
      if (types.length === 0 || odd !== undefined)
        throw requestFailed(`Unknown type name alias: ${String(odd)}`);
      return operand;
    }
    case '$exists':
      return operand;
    default:
      if (op !== '$eq' && isRegExp(operand))
        throw requestFailed(`Can't have a regular expression as arg to ${op}`);
      return operand;
  }
}

/** `$all` lists values, or nothing but `$elemMatch`. */
function checkAll(list: readonly unknown[]): unknown[] {
  const matches = list.filter(isOperators);
  if (matches.length > 0 && matches.length < list.length) throw requestFailed('no $ expressions in $all');
  return list.map((item) => {
    if (!isOperators(item)) return item;
    if (Object.keys(item).join() !== '$elemMatch') throw requestFailed('no $ expressions in $all');
    return checkOperators(item);
  });
}

interface Understood {
  terms: Term[];
  either?: Doc[];
  complete: boolean;
}

function understand(filter: Doc, fields: Set<string>): Understood {
  const out: Understood = { terms: [], complete: true };
  const add = (terms: readonly Term[] | undefined) => {
    if (!terms) out.complete = false;
    else {
      out.terms.push(...terms);
      if (terms.some((term) => !term.exact)) out.complete = false;
    }
  };
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') {
      for (const branch of value as Doc[]) {
        const inner = understand(branch, fields);
        out.terms.push(...inner.terms);
        if (!inner.complete) out.complete = false;
        if (inner.either) out.either ??= inner.either;
      }
    } else if (key === '$or' && !out.either) {
      out.either = value as Doc[];
      for (const branch of value as Doc[]) understand(branch, fields);
    } else if (key.startsWith('$')) {
      out.complete = false;
      if (key !== '$expr') for (const branch of value as Doc[]) understand(branch, fields);
    } else {
      fields.add(key);
      if (isOperators(value))
        for (const [op, operand] of Object.entries(value)) add(termsOf(key, op, operand));
      else add(isRegExp(value) ? termsOf(key, '$regex', value) : termsOf(key, '$eq', value));
    }
  }
  return out;
}

/** What an index can do for one condition; undefined when it can do nothing. */
function termsOf(path: string, op: string, operand: unknown): readonly Term[] | undefined {
  switch (op) {
    case '$eq':
      return inTerm(path, [operand]);
    case '$in':
      return inTerm(path, operand as unknown[]);
    case '$ne':
      // Every key but NULL is at or above the lowest number.
      return operand === null
        ? [{ path, exact: true, bounds: [{ op: '>=', key: Number.NEGATIVE_INFINITY, anyType: true }] }]
        : undefined;
    case '$exists':
      return operand ? undefined : [{ path, exact: false, keys: [null] }];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeTerm(path, op, operand);
    case '$regex':
      return prefixTerm(path, operand as RegExp);
    default:
      return undefined;
  }
}

function inTerm(path: string, values: readonly unknown[]): readonly Term[] | undefined {
  const keys = new Map<string, Key>();
  for (const value of values) {
    const key = isRegExp(value) ? undefined : keyOf(value);
    if (key === undefined) return undefined;
    keys.set(`${typeof key}${key}`, key);
  }
  return [{ path, exact: true, keys: [...keys.values()] }];
}

const SIGN = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;

function rangeTerm(path: string, op: keyof typeof SIGN, operand: unknown): readonly Term[] | undefined {
  const key = keyOf(operand);
  if (key === undefined) return undefined;
  if (key === null) return [{ path, exact: true, keys: op === '$gte' || op === '$lte' ? [null] : [] }];
  return [{ path, exact: true, bounds: [{ op: SIGN[op], key }] }];
}

/** `^literal` is a range of strings; anything after the literal is left to the judge. */
function prefixTerm(path: string, expression: RegExp): readonly Term[] | undefined {
  if (expression.flags !== '' || !expression.source.startsWith('^')) return undefined;
  const match = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+)/u.exec(expression.source);
  if (!match) return undefined;
  const rest = expression.source.slice(match[0].length);
  if (rest.includes('|')) return undefined;
  let literal = match[1]!.replace(/\\(.)/gu, '$1');
  // A following quantifier belongs to the last character, which may then be absent.
  if (/^[*?{]/.test(rest)) literal = Array.from(literal).slice(0, -1).join('');
  if (literal === '') return undefined;
  const end = prefixEnd(literal);
  const bounds: Bound[] = [{ op: '>=', key: literal }];
  if (end !== undefined) bounds.push({ op: '<', key: end });
  return [{ path, exact: rest === '' || rest === '.*', bounds }];
}
