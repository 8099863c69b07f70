import { requestFailed } from '../protocol/errors';
import { checkKey, type Doc, isDate, isPlain, isRegExp } from './ejson';
import { comparator, compareValues, INDEX } from './order';
import { parseFilter } from './query';
import { matchesText } from './regex';

/** A checked update document, ready to be applied to any number of documents. */
export interface Update {
  /** Changes `doc` in place. Refuses what MongoDB refuses: wrong types, conflicting or impossible paths. */
  apply(doc: Doc): void;
}

interface Slot {
  readonly parent: Doc | unknown[];
  readonly key: string;
  readonly value: unknown;
  readonly path: string;
}

type Operator = (slot: Slot, operand: unknown) => unknown;

/** Leaves the field as it is; `undefined` would remove it. */
const KEEP = Symbol('keep');

/**
 * Checks an update document of operators (`$set`, `$inc` …). Unknown operators, replacement documents, `_id`,
 * positional `$` paths and two operators on overlapping paths are refused by name.
 */
export function parseUpdate(raw: unknown): Update {
  if (!isPlain(raw)) throw requestFailed('the update must be an object');
  const steps: { op: string; path: string; operand: unknown }[] = [];
  for (const [op, fields] of Object.entries(raw)) {
    if (!op.startsWith('$')) throw requestFailed(`the update operator document contains the field '${op}'`);
    if (!(op in OPERATORS) && op !== '$rename' && op !== '$unset' && op !== '$setOnInsert')
      throw requestFailed(`Unknown modifier: ${op}`);
    if (!isPlain(fields)) throw requestFailed(`Modifiers operate on fields but ${op} has a ${typeof fields}`);
    if (op === '$setOnInsert') continue;
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path);
      if (op === '$rename') checkPath(String(operand));
      checkOperand(op, path, operand);
      steps.push({ op, path, operand });
    }
  }
  checkOverlap(
    steps.flatMap(({ op, path, operand }) => (op === '$rename' ? [path, String(operand)] : [path])),
  );
  return { apply: (doc) => applyAll(doc, steps) };
}

function applyAll(doc: Doc, steps: readonly { op: string; path: string; operand: unknown }[]): void {
  for (const { op, path, operand } of steps) {
    const parts = path.split('.');
    if (op === '$unset') unset(doc, parts);
    else if (op === '$rename') rename(doc, parts, String(operand).split('.'));
    else {
      const wanted = op !== '$pop' && op !== '$pull' && op !== '$pullAll';
      const slot = reach(doc, parts, wanted);
      if (!slot) continue;
      const next = OPERATORS[op]!(slot, operand);
      if (next !== KEEP) put(slot.parent, slot.key, next);
    }
  }
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: (_slot, operand) => copy(operand),
  $inc: (slot, operand) => number(slot, '$inc', 0) + (operand as number),
  $mul: (slot, operand) => number(slot, '$mul', 0) * (operand as number),
  $min: ({ value }, operand) =>
    value === undefined || compareValues(operand, value) < 0 ? copy(operand) : KEEP,
  $max: ({ value }, operand) =>
    value === undefined || compareValues(operand, value) > 0 ? copy(operand) : KEEP,
  $bit: (slot, operand) => bits(slot, operand as Doc),
  $push: (slot, operand) => push(slot, operand),
  $addToSet: (slot, operand) => addToSet(slot, operand),
  $pop: (slot, operand) => array(slot, '$pop').slice(...((operand as number) < 0 ? [1] : [0, -1])),
  $pull: (slot, operand) => pull(slot, operand),
  $pullAll: (slot, operand) => {
    const gone = operand as unknown[];
    return array(slot, '$pullAll').filter((item) => !gone.some((each) => compareValues(each, item) === 0));
  },
  $currentDate: () => {
    throw requestFailed('$currentDate is not supported: use serverDate()');
  },
};

function checkPath(path: string): void {
  for (const part of path.split('.')) {
    if (part === '') throw requestFailed(`The update path '${path}' contains an empty field name.`);
    if (part.startsWith('$')) throw requestFailed(`positional paths are not supported: '${path}'`);
    if (part === '__proto__') throw requestFailed("a field may not be called '__proto__'");
  }
  if (path === '_id' || path.startsWith('_id.'))
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
}

function checkOperand(op: string, path: string, operand: unknown): void {
  const fail = (need: string) => requestFailed(`${op} on '${path}' needs ${need}`);
  if ((op === '$inc' || op === '$mul') && (typeof operand !== 'number' || Number.isNaN(operand)))
    throw requestFailed(
      `Cannot ${op === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: ${path}`,
    );
  if (op === '$pop' && operand !== 1 && operand !== -1) throw fail('1 or -1');
  if (op === '$pullAll' && !Array.isArray(operand)) throw fail('an array');
  if (op === '$rename' && typeof operand !== 'string') throw fail('a string');
  if (op === '$bit') {
    const entries = isPlain(operand) ? Object.entries(operand) : [];
    if (
      entries.length === 0 ||
      entries.some(([k, n]) => !['and', 'or', 'xor'].includes(k) || !Number.isInteger(n))
    )
      throw fail('{and|or|xor: integer}');
  }
  if (op === '$push' || op === '$addToSet') checkEach(op, path, operand);
}

function checkEach(op: string, path: string, operand: unknown): void {
  if (!isPlain(operand) || !('$each' in operand)) return;
  const known = op === '$push' ? ['$each', '$position', '$slice', '$sort'] : ['$each'];
  const odd = Object.keys(operand).find((key) => !known.includes(key));
  if (odd) throw requestFailed(`Unrecognized clause in ${op}: ${odd}`);
  if (!Array.isArray(operand.$each))
    throw requestFailed(`The argument to $each in ${op} must be an array: ${path}`);
  for (const key of ['$position', '$slice'])
    if (operand[key] !== undefined && !Number.isInteger(operand[key]))
      throw requestFailed(`The value for ${key} must be an integer: ${path}`);
  const { $sort } = operand;
  const directions = isPlain($sort) ? Object.values($sort) : [$sort];
  if (
    $sort !== undefined &&
    (directions.length === 0 || directions.some((each) => each !== 1 && each !== -1))
  )
    throw requestFailed(`The $sort element must be 1 or -1, or an object of these: ${path}`);
}

function checkOverlap(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++)
      if (sorted[i] === sorted[j] || sorted[j]!.startsWith(`${sorted[i]}.`))
        throw requestFailed(`Updating the path '${sorted[j]}' would create a conflict at '${sorted[i]}'`);
}

/** The place a path points at; sub-documents on the way are made when `create`, else undefined is given. */
function reach(doc: Doc, parts: readonly string[], create: boolean): Slot | undefined {
  let parent: Doc | unknown[] = doc;
  for (const [depth, part] of parts.slice(0, -1).entries()) {
    let next = get(parent, part);
    if (next === undefined) {
      if (!create) return undefined;
      next = {};
      put(parent, part, next);
    }
    if (!Array.isArray(next) && !isPlain(next)) {
      if (!create) return undefined;
      const at = parts.slice(0, depth + 1).join('.');
      throw requestFailed(`Cannot create field '${parts[depth + 1]}' in element {${at}: ${String(next)}}`);
    }
    parent = next;
  }
  const key = parts.at(-1)!;
  if (Array.isArray(parent) && !INDEX.test(key)) {
    if (!create) return undefined;
    throw requestFailed(`Cannot create field '${key}' in element {${parts.slice(0, -1).join('.')}: [array]}`);
  }
  const value = get(parent, key);
  if (value === undefined && !create) return undefined;
  return { parent, key, value, path: parts.join('.') };
}

function get(parent: Doc | unknown[], key: string): unknown {
  if (Array.isArray(parent)) return INDEX.test(key) ? parent[Number(key)] : undefined;
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** MongoDB fills skipped array places with null, up to a limit. */
const MAX_PADDING = 1_500_000;

function put(parent: Doc | unknown[], key: string, value: unknown): void {
  if (!Array.isArray(parent)) {
    checkKey(key);
    parent[key] = value;
    return;
  }
  if (!INDEX.test(key)) throw requestFailed(`Cannot create field '${key}' in an array`);
  const index = Number(key);
  if (index - parent.length > MAX_PADDING) throw requestFailed(`cannot fill more than ${MAX_PADDING} places`);
  while (parent.length < index) parent.push(null);
  parent[index] = value;
}

function unset(doc: Doc, parts: readonly string[]): void {
  const slot = reach(doc, parts, false);
  if (!slot) return;
  if (Array.isArray(slot.parent)) slot.parent[Number(slot.key)] = null;
  else delete slot.parent[slot.key];
}

function rename(doc: Doc, from: readonly string[], to: readonly string[]): void {
  const slot = reach(doc, from, false);
  if (!slot) return;
  if (Array.isArray(slot.parent)) throw requestFailed('The source of $rename cannot be an array element');
  const { value } = slot;
  delete slot.parent[slot.key];
  const target = reach(doc, to, true)!;
  if (Array.isArray(target.parent))
    throw requestFailed('The destination of $rename cannot be an array element');
  put(target.parent, target.key, value);
}

function number({ value, path }: Slot, op: string, missing: number): number {
  if (value === undefined) return missing;
  if (typeof value !== 'number')
    throw requestFailed(`Cannot apply ${op} to a value of non-numeric type: ${path} is ${kind(value)}`);
  return value;
}

function array({ value, path }: Slot, op: string): unknown[] {
  if (!Array.isArray(value))
    throw requestFailed(`Cannot apply ${op} to a non-array value: ${path} is ${kind(value)}`);
  return value;
}

function bits(slot: Slot, operand: Doc): number {
  let value = BigInt(number(slot, '$bit', 0));
  for (const [op, n] of Object.entries(operand)) {
    const other = BigInt(n as number);
    value = op === 'and' ? value & other : op === 'or' ? value | other : value ^ other;
  }
  return Number(BigInt.asIntN(64, value));
}

function push(slot: Slot, operand: unknown): unknown[] {
  const list = slot.value === undefined ? [] : array(slot, '$push');
  if (!isPlain(operand) || !('$each' in operand)) return [...list, copy(operand)];
  const { $each, $position, $slice, $sort } = operand as {
    $each: unknown[];
    $position?: number;
    $slice?: number;
    $sort?: unknown;
  };
  const at = $position ?? list.length;
  const start = at < 0 ? Math.max(0, list.length + at) : at;
  const out = [...list.slice(0, start), ...$each.map(copy), ...list.slice(start)];
  if ($sort === 1 || $sort === -1) out.sort((a, b) => compareValues(a, b) * $sort);
  else if (isPlain($sort)) out.sort(comparator(Object.entries($sort) as [string, 1 | -1][]));
  if ($slice === undefined) return out;
  if ($slice === 0) return [];
  return $slice < 0 ? out.slice($slice) : out.slice(0, $slice);
}

function addToSet(slot: Slot, operand: unknown): unknown[] {
  const list = slot.value === undefined ? [] : [...array(slot, '$addToSet')];
  const items = isPlain(operand) && '$each' in operand ? (operand.$each as unknown[]) : [operand];
  for (const item of items) if (!list.some((each) => compareValues(each, item) === 0)) list.push(copy(item));
  return list;
}

function pull(slot: Slot, operand: unknown): unknown[] {
  const list = array(slot, '$pull');
  if (!isPlain(operand) && !isRegExp(operand))
    return list.filter((item) => compareValues(item, operand) !== 0);
  if (isRegExp(operand))
    return list.filter((item) => typeof item !== 'string' || !matchesText(operand, item));
  const byValue = Object.keys(operand).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  );
  const query = parseFilter(byValue ? { item: operand } : operand);
  return list.filter((item) => !(byValue ? query.test({ item }) : isPlain(item) && query.test(item)));
}

/** Operands are shared between the documents of one update; what is stored must not be. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (isDate(value)) return new Date(value);
  if (isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
  return value;
}

const kind = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
