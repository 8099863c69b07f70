/**
 * `database.json`: collections, access rules and indexes, read by the emulator and by deployment.
 *
 * ```json
 * { "collections": { "tickets": { "acl": "ADMINONLY", "indexes": [
 *   { "name": "by_wake", "fields": [["wakeAt", 1]], "unique": false } ] } } }
 * ```
 */
export interface DatabaseSchema {
  readonly collections: Readonly<Record<string, CollectionSchema>>;
}

export interface CollectionSchema {
  readonly acl: Acl;
  readonly indexes: readonly IndexSchema[];
}

/** Who may read or write from a phone; server code always may. ADMINONLY everywhere is the safe choice. */
export type Acl = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY';

export interface IndexSchema {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique: boolean;
}

const ACLS: readonly string[] = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'];
const NAME = /^[A-Za-z][\w-]{0,63}$/;
const PART = /^[A-Za-z_][\w-]*$/;
/** Service limits: indexes per collection, fields per index. */
const MAX_INDEXES = 20;
const MAX_FIELDS = 8;

/** Checks a parsed `database.json`; throws an Error naming the place of the first mistake. */
export function checkSchema(raw: unknown): DatabaseSchema {
  const root = record(raw, 'database.json');
  onlyKeys(root, ['$schema', 'collections'], 'database.json');
  const collections: Record<string, CollectionSchema> = {};
  for (const [name, value] of Object.entries(record(root.collections, 'collections'))) {
    if (!NAME.test(name)) fail(`collection name '${name}' is not allowed`);
    collections[name] = checkCollection(name, record(value, name));
  }
  return { collections };
}

/** Whether a collection may be called this. */
export const isCollectionName = (name: unknown): name is string =>
  typeof name === 'string' && NAME.test(name);

function checkCollection(name: string, raw: Record<string, unknown>): CollectionSchema {
  onlyKeys(raw, ['acl', 'indexes', 'comment'], name);
  const acl = raw.acl ?? 'ADMINONLY';
  if (typeof acl !== 'string' || !ACLS.includes(acl)) fail(`${name}.acl must be one of ${ACLS.join(', ')}`);
  const list = raw.indexes ?? [];
  if (!Array.isArray(list)) fail(`${name}.indexes must be an array`);
  const indexes = (list as unknown[]).map((each, i) => checkIndex(`${name}.indexes[${i}]`, each));
  if (indexes.length > MAX_INDEXES) fail(`${name} has more than ${MAX_INDEXES} indexes`);
  if (new Set(indexes.map((index) => index.name)).size < indexes.length)
    fail(`${name} has two indexes of one name`);
  return { acl: acl as Acl, indexes };
}

function checkIndex(where: string, raw: unknown): IndexSchema {
  const index = record(raw, where);
  onlyKeys(index, ['name', 'fields', 'unique', 'comment'], where);
  if (typeof index.name !== 'string' || !NAME.test(index.name))
    fail(`${where}.name is missing or not allowed`);
  if (!Array.isArray(index.fields) || index.fields.length === 0 || index.fields.length > MAX_FIELDS)
    fail(`${where}.fields must list 1 to ${MAX_FIELDS} fields`);
  if (index.unique !== undefined && typeof index.unique !== 'boolean')
    fail(`${where}.unique must be true or false`);
  const fields = (index.fields as unknown[]).map((field): readonly [string, 1 | -1] => {
    if (!Array.isArray(field) || field.length !== 2) fail(`${where}.fields must be pairs [path, 1 or -1]`);
    const [path, direction] = field as unknown[];
    if (typeof path !== 'string' || !path.split('.').every((part) => PART.test(part)))
      fail(`${where}: '${String(path)}' is not a field path`);
    if (direction !== 1 && direction !== -1) fail(`${where}: the direction of '${path}' must be 1 or -1`);
    return [path as string, direction as 1 | -1];
  });
  if (new Set(fields.map(([path]) => path)).size < fields.length) fail(`${where} names a field twice`);
  return { name: index.name as string, fields, unique: index.unique === true };
}

function record(raw: unknown, where: string): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) fail(`${where} must be an object`);
  return raw as Record<string, unknown>;
}

function onlyKeys(raw: Record<string, unknown>, known: readonly string[], where: string): void {
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  if (unknown.length > 0) fail(`${where} has unknown keys: ${unknown.join(', ')}`);
}

function fail(message: string): never {
  throw new Error(`database.json: ${message}`);
}
