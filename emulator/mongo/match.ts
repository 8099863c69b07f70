import { type Doc, isDate, isObjectId, isPlain, isRegExp } from './ejson';
import { expressionTest } from './mingo';
import { compareValues, INDEX, sameType } from './order';
import { matchesText } from './regex';

/** Judges one document. */
export type Predicate = (doc: Doc) => boolean;
/** Judges one value a path has reached; undefined is a missing field. */
type Test = (value: unknown) => boolean;

const ALL = (tests: readonly Test[]): Test =>
  tests.length === 1 ? tests[0]! : (v) => tests.every((t) => t(v));

/** True when a condition consists of operators (`{$gt: 1}`) and is not a value to be equal to. */
export const isOperators = (value: unknown): value is Doc =>
  isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'));

/**
 * Compiles a checked filter by MongoDB's rules: https://www.mongodb.com/docs/manual/reference/operator/query/ and, where
 * that is silent about arrays, the walk of the server's own path iterator.
 */
export function compileFilter(filter: Doc): Predicate {
  const parts = Object.entries(filter).map(([key, value]): Predicate => {
    if (key === '$expr') return expressionTest(value);
    if (key.startsWith('$')) {
      const branches = (value as Doc[]).map(compileFilter);
      if (key === '$and') return (doc) => branches.every((branch) => branch(doc));
      if (key === '$or') return (doc) => branches.some((branch) => branch(doc));
      return (doc) => !branches.some((branch) => branch(doc));
    }
    const path = key.split('.');
    if (!isOperators(value)) {
      const test = isRegExp(value) ? like(value) : equals(value);
      return (doc) => reaches(doc, path, 0, true, test);
    }
    const conditions = Object.entries(value).map(([op, operand]) => condition(path, op, operand));
    return (doc) => conditions.every((each) => each(doc));
  });
  return parts.length === 1 ? parts[0]! : (doc) => parts.every((part) => part(doc));
}

/** One operator on one path: any value the path reaches may satisfy it; a negation wants that none does. */
function condition(path: readonly string[], op: string, operand: unknown): Predicate {
  const some =
    (test: Test, elements = true): Predicate =>
    (doc) =>
      reaches(doc, path, 0, elements, test);
  const none =
    (holds: Predicate): Predicate =>
    (doc) =>
      !holds(doc);
  switch (op) {
    case '$ne':
      return none(some(equals(operand)));
    case '$nin':
      return none(some(oneOf(operand as unknown[])));
    case '$not': {
      if (isRegExp(operand)) return none(some(like(operand)));
      const inner = Object.entries(operand as Doc).map(([each, value]) => condition(path, each, value));
      return (doc) => !inner.every((holds) => holds(doc));
    }
    case '$exists':
      return operand ? some(present) : none(some(present));
    case '$all': {
      const wanted = (operand as unknown[]).map((item) =>
        isOperators(item) ? condition(path, '$elemMatch', item.$elemMatch) : some(valueTest(item)),
      );
      return (doc) => wanted.length > 0 && wanted.every((holds) => holds(doc));
    }
    case '$size':
    case '$elemMatch':
      return some(operatorTest(op, operand), false);
    default:
      return some(operatorTest(op, operand));
  }
}

/** An operator on one value alone, as inside `$elemMatch`: no path, and arrays are not looked into. */
function operatorTest(op: string, operand: unknown): Test {
  switch (op) {
    case '$eq':
      return equals(operand);
    case '$in':
      return oneOf(operand as unknown[]);
    case '$regex':
      return like(operand as RegExp);
    case '$gt':
      return compares(operand, (order) => order > 0, false);
    case '$gte':
      return compares(operand, (order) => order >= 0, true);
    case '$lt':
      return compares(operand, (order) => order < 0, false);
    case '$lte':
      return compares(operand, (order) => order <= 0, true);
    case '$mod':
      return remainder(operand as [number, number]);
    case '$type':
      return typed(operand);
    case '$size':
      return (value) => Array.isArray(value) && value.length === operand;
    case '$elemMatch':
      return element(operand as Doc);
    case '$ne':
      return negated(equals(operand));
    case '$nin':
      return negated(oneOf(operand as unknown[]));
    case '$not':
      return negated(isRegExp(operand) ? like(operand) : operatorsTest(operand as Doc));
    case '$exists':
      return operand ? present : negated(present);
    default: {
      const wanted = (operand as unknown[]).map((item) =>
        isOperators(item) ? operatorTest('$elemMatch', item.$elemMatch) : valueTest(item),
      );
      return (value) => wanted.length > 0 && wanted.every((test) => test(value));
    }
  }
}

const operatorsTest = (operators: Doc): Test =>
  ALL(Object.entries(operators).map(([op, operand]) => operatorTest(op, operand)));
const negated =
  (test: Test): Test =>
  (value) =>
    !test(value);
const present: Test = (value) => value !== undefined;
const valueTest = (value: unknown): Test => (isRegExp(value) ? like(value) : equals(value));

/** `$elemMatch`: operators look at any element, a query only at elements with fields. */
function element(operand: Doc): Test {
  if (isValueMatch(operand)) {
    const test = operatorsTest(operand);
    return (value) => Array.isArray(value) && value.some((item) => test(item));
  }
  const query = compileFilter(operand);
  return (value) =>
    Array.isArray(value) &&
    value.some((item) => (isPlain(item) || Array.isArray(item)) && query(item as unknown as Doc));
}

/** Whether an `$elemMatch` asks for values (`{$gt: 1}`) and not for documents (`{k: 1}`, `{$or: […]}`). */
export const isValueMatch = (operand: Doc): boolean =>
  isOperators(operand) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(operand)[0]!);

function equals(operand: unknown): Test {
  // null stands for a missing field as well
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value !== undefined && compareValues(value, operand) === 0;
}

function oneOf(list: readonly unknown[]): Test {
  const texts = new Set(list.filter((item) => typeof item === 'string'));
  const others = list.filter((item) => typeof item !== 'string').map(valueTest);
  return (value) => texts.has(value as string) || others.some((test) => test(value));
}

/** An expression finds texts it matches, and itself where an expression is stored. */
const like =
  (expression: RegExp): Test =>
  (value) =>
    typeof value === 'string'
      ? matchesText(expression, value)
      : isRegExp(value) && compareValues(value, expression) === 0;

/** A comparison stays within the type of its operand; NaN is only as great as itself. */
function compares(operand: unknown, holds: (order: number) => boolean, orEqual: boolean): Test {
  if (operand === null) return orEqual ? equals(null) : () => false;
  return (value) => {
    if (value === undefined || !sameType(value, operand)) return false;
    if (Number.isNaN(value) || Number.isNaN(operand))
      return orEqual && Number.isNaN(value) && Number.isNaN(operand);
    return holds(compareValues(value, operand));
  };
}

function remainder([divisor, rest]: readonly [number, number]): Test {
  const by = Math.trunc(divisor);
  const left = Math.trunc(rest);
  return (value) =>
    typeof value === 'number' && Number.isFinite(value) && (Math.trunc(value) % by || 0) === (left || 0);
}

const whole = (value: unknown): value is number => Number.isInteger(value);
const isInt = (value: unknown) => whole(value) && Math.abs(value + 0.5) < 2 ** 31;
/** Type names and numbers of BSON which the emulator holds; numbers are told apart as the SDK sends them. */
const TYPES: Readonly<Record<string, Test>> = {
  double: (value) => typeof value === 'number' && !whole(value),
  string: (value) => typeof value === 'string',
  object: (value) => isPlain(value),
  array: (value) => Array.isArray(value),
  objectId: isObjectId,
  bool: (value) => typeof value === 'boolean',
  date: isDate,
  null: (value) => value === null,
  regex: isRegExp,
  int: isInt,
  long: (value) => whole(value) && !isInt(value),
  number: (value) => typeof value === 'number',
};
const TYPE_NUMBERS: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

/** The name of a type given by name or number; undefined for types the emulator does not hold. */
export function typeName(type: unknown): string | undefined {
  const name = typeof type === 'number' ? TYPE_NUMBERS[type] : type;
  return typeof name === 'string' && Object.hasOwn(TYPES, name) ? name : undefined;
}

function typed(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((type) => TYPES[typeName(type)!]!);
  return (value) => tests.some((test) => test(value));
}

/**
 * Whether a test holds for a value that `path` reaches in a document (or an array inside `$elemMatch`). An array on the way is
 * entered: each object in it, and the element at a number. An array at the end is tried element by element and whole; with
 * `elements` false only whole. Where the way ends early the value is missing, except inside an array, where there is none.
 */
function reaches(
  holder: object,
  path: readonly string[],
  at: number,
  elements: boolean,
  test: Test,
): boolean {
  const name = path[at]!;
  const known = Array.isArray(holder) ? INDEX.test(name) : true;
  const value = known && Object.hasOwn(holder, name) ? (holder as Doc)[name] : undefined;
  if (at === path.length - 1)
    return (elements && Array.isArray(value) && value.some((item) => test(item))) || test(value);
  if (Array.isArray(value)) return reachesIn(value, path, at + 1, elements, test);
  return isPlain(value) ? reaches(value, path, at + 1, elements, test) : test(undefined);
}

function reachesIn(
  list: readonly unknown[],
  path: readonly string[],
  at: number,
  elements: boolean,
  test: Test,
): boolean {
  const place = INDEX.test(path[at]!) ? Number(path[at]) : -1;
  return list.some((item, index) => {
    if (isPlain(item) && reaches(item, path, at, elements, test)) return true;
    if (index !== place) return false;
    if (at === path.length - 1) return test(item);
    if (Array.isArray(item)) return reachesIn(item, path, at + 1, elements, test);
    return isPlain(item) && reaches(item, path, at + 1, elements, test);
  });
}
