import { requestFailed } from '../protocol/errors';
import { type Doc, isPlain } from './ejson';
import { parseFilter } from './query';

type Change = (doc: Doc) => Doc;

/**
 * Compiles `field()`: inclusion or exclusion by dotted paths, `$slice` and `$elemMatch`.
 * Refuses a mixture of inclusion and exclusion (except `_id`) and other operators by name.
 */
export function compileProjection(spec: Doc): Change {
  const include: string[] = [];
  const exclude: string[] = [];
  const changes: Change[] = [];
  let idWanted: boolean | undefined;
  for (const [path, rule] of Object.entries(spec)) {
    if (isPlain(rule)) {
      const { change, includes } = operator(path, rule);
      changes.push(change);
      if (includes) include.push(path);
    } else if (path === '_id') idWanted = Boolean(rule);
    else (rule ? include : exclude).push(path);
  }
  if (include.length > 0 && exclude.length > 0)
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  const slices = Object.entries(spec).flatMap(([path, rule]) =>
    isPlain(rule) && '$slice' in rule ? [path] : [],
  );
  const including = include.length > 0 || (idWanted === true && exclude.length === 0 && slices.length === 0);
  return (doc) => {
    const changed = changes.reduce((current, change) => change(current), doc);
    if (including) {
      const paths = [...(idWanted === false ? [] : ['_id']), ...include, ...slices];
      return pick(changed, tree(paths)) as Doc;
    }
    return omit(changed, tree(idWanted === false ? ['_id', ...exclude] : exclude)) as Doc;
  };
}

function operator(path: string, rule: Doc): { change: Change; includes: boolean } {
  const names = Object.keys(rule);
  const name = names[0];
  if (names.length !== 1 || (name !== '$slice' && name !== '$elemMatch'))
    throw requestFailed(`Unsupported projection option: ${path}: ${names.join(', ')}`);
  if (name === '$slice') {
    const [skip, count] = Array.isArray(rule.$slice)
      ? rule.$slice.map(Number)
      : [undefined, Number(rule.$slice)];
    return { includes: false, change: (doc) => replaceArray(doc, path, (list) => slice(list, skip, count!)) };
  }
  if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.');
  const query = parseFilter({ item: { $elemMatch: rule.$elemMatch } });
  const first = (list: unknown[]) => list.filter((item) => query.test({ item: [item] })).slice(0, 1);
  const change: Change = (doc) => {
    const out = replaceArray(doc, path, first);
    if (Array.isArray(out[path]) && (out[path] as unknown[]).length > 0) return out;
    const { [path]: _none, ...rest } = out;
    return rest;
  };
  return { includes: true, change };
}

function slice(list: unknown[], skip: number | undefined, count: number): unknown[] {
  if (skip === undefined) return count < 0 ? list.slice(count) : list.slice(0, count);
  const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(start, start + count);
}

function replaceArray(doc: Doc, path: string, change: (list: unknown[]) => unknown[]): Doc {
  const [head, ...rest] = path.split('.');
  const value = doc[head!];
  if (rest.length === 0) return Array.isArray(value) ? { ...doc, [head!]: change(value) } : doc;
  return isPlain(value) ? { ...doc, [head!]: replaceArray(value, rest.join('.'), change) } : doc;
}

type Tree = Map<string, Tree | true>;

function tree(paths: readonly string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    const parts = path.split('.');
    let node = root;
    parts.forEach((part, i) => {
      const next = node.get(part);
      if (next === true) throw requestFailed(`Path collision at ${path}`);
      if (i === parts.length - 1) {
        if (next) throw requestFailed(`Path collision at ${path}`);
        node.set(part, true);
      } else {
        const deeper: Tree = next ?? new Map();
        node.set(part, deeper);
        node = deeper;
      }
    });
  }
  return root;
}

function pick(value: unknown, wanted: Tree): unknown {
  if (Array.isArray(value))
    return value.flatMap((item) => (typeof item === 'object' && item !== null ? [pick(item, wanted)] : []));
  if (!isPlain(value)) return undefined;
  const out: Doc = {};
  for (const [key, item] of Object.entries(value)) {
    const rule = wanted.get(key);
    const kept = rule === true ? item : rule ? pick(item, rule) : undefined;
    if (kept !== undefined) out[key] = kept;
  }
  return out;
}

function omit(value: unknown, unwanted: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => omit(item, unwanted));
  if (!isPlain(value)) return value;
  const out: Doc = {};
  for (const [key, item] of Object.entries(value)) {
    const rule = unwanted.get(key);
    if (rule !== true) out[key] = rule ? omit(item, rule) : item;
  }
  return out;
}
