import { type Doc, fromBody, isPlain, toText } from '../mongo/ejson';
import { valuesAt } from '../mongo/order';
import { duplicateKey, requestFailed } from '../protocol/errors';
import type { IndexSchema } from '../schema';
import type { Connection } from './connection';
import { isRegular, type Key, keyExpression, keyOf } from './keys';
import type { UsableIndex } from './planner';

/** A stored document: where it is, which version, and its text. */
export interface Stored {
  readonly rowid: number;
  readonly id: Key;
  readonly version: number;
  readonly body: string;
}

export const toStored = (row: readonly unknown[]): Stored => ({
  rowid: row[0] as number,
  id: row[1] as Key,
  version: row[2] as number,
  body: row[3] as string,
});

/**
 * One collection: a table `c:<name>` of texts, a virtual column `k:<path>` per indexed path, a real SQLite
 * index per declared index, and for unique ones a second that lets a missing field collide like a null.
 */
export class Table {
  readonly sqlName: string;
  private readonly paths: { path: string; parts: string[] }[];
  /** Paths that hold an array or object in some document: their index entries do not say everything. */
  private readonly irregular = new Set<string>();
  private usable: UsableIndex[] = [];
  readonly uniques: readonly { name: string; paths: readonly string[][]; lookup: string }[];

  constructor(
    readonly name: string,
    readonly indexes: readonly IndexSchema[],
    private readonly main: Connection,
  ) {
    this.sqlName = `c:${name}`;
    const paths = new Set(indexes.flatMap((index) => index.fields.map(([path]) => path)));
    paths.delete('_id');
    this.paths = [...paths].map((path) => ({ path, parts: path.split('.') }));
    this.uniques = indexes
      .filter((index) => index.unique)
      .map((index) => ({
        name: index.name,
        paths: index.fields.map(([path]) => path.split('.')),
        lookup:
          `SELECT rowid, id, ver, body FROM "${this.sqlName}" INDEXED BY "uq:${name}:${index.name}" ` +
          `WHERE ${index.fields.map(([path]) => `${uniqueColumn(path)} = ?`).join(' AND ')}`,
      }));
  }

  /** Creates what is missing and drops indexes no longer declared. */
  prepare(): void {
    const { main, sqlName } = this;
    main.exec(
      `CREATE TABLE IF NOT EXISTS "${sqlName}" (id UNIQUE NOT NULL, ver INTEGER NOT NULL, body TEXT NOT NULL)`,
    );
    const columns = new Set(
      main.all(`SELECT name FROM pragma_table_xinfo(?)`, [sqlName]).map(([name]) => name),
    );
    const fresh = this.paths.filter(({ path }) => !columns.has(`k:${path}`));
    for (const { path } of fresh)
      main.exec(`ALTER TABLE "${sqlName}" ADD COLUMN "k:${path}" AS (${keyExpression(path)}) VIRTUAL`);

    const wanted = new Map(this.indexes.flatMap((index) => this.indexSql(index)));
    const present = main.all(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
      [sqlName],
    );
    for (const [name, sql] of present) {
      if (wanted.get(name as string) === sql) wanted.delete(name as string);
      else main.exec(`DROP INDEX "${name}"`);
    }
    for (const sql of wanted.values()) main.exec(sql);

    for (const [path] of main.all('SELECT path FROM emulator_irregular WHERE collection = ?', [this.name]))
      this.irregular.add(path as string);
    if (fresh.length > 0) this.inspectAll();
    this.refresh();
  }

  /** Indexes as the planner may use them now, `_id` first. */
  get usableIndexes(): readonly UsableIndex[] {
    return this.usable;
  }

  byId(connection: Connection, id: Key): Stored | undefined {
    const rows = connection.all(`SELECT rowid, id, ver, body FROM "${this.sqlName}" WHERE id = ?`, [id]);
    return rows[0] && toStored(rows[0]);
  }

  byRowid(connection: Connection, rowid: number): Stored | undefined {
    const rows = connection.all(`SELECT rowid, id, ver, body FROM "${this.sqlName}" WHERE rowid = ?`, [
      rowid,
    ]);
    return rows[0] && toStored(rows[0]);
  }

  /** Inserts a text; `rowid` keeps a document's place when a transaction rewrites it. */
  insert(id: Key, version: number, body: string, doc: Doc, rowid?: number): void {
    this.guarded(doc, () =>
      this.main.run(`INSERT INTO "${this.sqlName}" (rowid, id, ver, body) VALUES (?, ?, ?, ?)`, [
        rowid ?? null,
        id,
        version,
        body,
      ]),
    );
  }

  update(rowid: number, version: number, body: string, doc: Doc): void {
    this.guarded(doc, () =>
      this.main.run(`UPDATE "${this.sqlName}" SET ver = ?, body = ? WHERE rowid = ?`, [version, body, rowid]),
    );
  }

  remove(rowid: number): void {
    this.main.run(`DELETE FROM "${this.sqlName}" WHERE rowid = ?`, [rowid]);
  }

  /** The unique keys of a document: a name for locks, and the values to look others up by. */
  uniqueKeys(doc: Doc): { index: string; lookup: string; values: Exclude<Key, null>[]; lock: string }[] {
    return this.uniques.map(({ name, paths, lookup }) => {
      const values = paths.map((path) => uniqueValue(valuesAt(doc, path)[0]));
      const text = values.map((value) => `${typeof value}:${value.toString()}`).join('\u0000');
      return { index: name, lookup, values, lock: `${this.name}\u0000${name}\u0000${text}` };
    });
  }

  private guarded(doc: Doc, write: () => void): void {
    for (const index of this.indexes) checkArrays(this.name, index, doc);
    this.inspect(doc);
    try {
      write();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
      const index = /index 'uq:[^:]*:([^']*)'/.exec(message)?.[1] ?? '_id_';
      throw duplicateKey(this.name, index);
    }
  }

  /**
   * Notes paths of this document which an index entry cannot describe. The note is written each time: an
   * earlier one may have been rolled back together with its document.
   */
  private inspect(doc: Doc): void {
    for (const { path, parts } of this.paths) {
      if (isRegular(doc, parts)) continue;
      this.noteIrregular(path);
      if (this.irregular.has(path)) continue;
      this.irregular.add(path);
      this.refresh();
    }
  }

  private noteIrregular(path: string): void {
    this.main.run('INSERT OR IGNORE INTO emulator_irregular (collection, path) VALUES (?, ?)', [
      this.name,
      path,
    ]);
  }

  private inspectAll(): void {
    for (const row of this.main.stream(`SELECT body FROM "${this.sqlName}" LIMIT ? OFFSET ?`, [], -1, 0))
      for (const { path, parts } of this.paths)
        if (!this.irregular.has(path) && !isRegular(fromBody(row[0] as string), parts))
          this.irregular.add(path);
    for (const path of this.irregular) this.noteIrregular(path);
  }

  private refresh(): void {
    const id: UsableIndex = {
      name: '_id_',
      sqlName: `sqlite_autoindex_${this.sqlName}_1`,
      unique: true,
      fields: [{ path: '_id', column: 'id', direction: 1 }],
    };
    this.usable = [id];
    for (const index of this.indexes) {
      const end = index.fields.findIndex(([path]) => this.irregular.has(path));
      const fields = index.fields
        .slice(0, end < 0 ? undefined : end)
        .map(([path, direction]) => ({ path, direction, column: columnOf(path) }));
      if (fields.length > 0)
        this.usable.push({
          name: index.name,
          sqlName: `ix:${this.name}:${index.name}`,
          unique: index.unique && end < 0,
          fields,
        });
    }
  }

  private indexSql(index: IndexSchema): [string, string][] {
    const on = (name: string, columns: string[], unique = '') =>
      `CREATE ${unique}INDEX "${name}" ON "${this.sqlName}" (${columns.join(', ')})`;
    const plain = `ix:${this.name}:${index.name}`;
    const out: [string, string][] = [
      [
        plain,
        on(
          plain,
          index.fields.map(([path, dir]) => `"${columnOf(path)}"${dir < 0 ? ' DESC' : ''}`),
        ),
      ],
    ];
    const unique = `uq:${this.name}:${index.name}`;
    if (index.unique)
      out.push([
        unique,
        on(
          unique,
          index.fields.map(([path]) => uniqueColumn(path)),
          'UNIQUE ',
        ),
      ]);
    return out;
  }
}

/**
 * MongoDB indexes one array of a document, not two side by side. Under a unique index it compares element by element across
 * documents, which an entry per document cannot: there an array is refused.
 */
function checkArrays(collection: string, index: IndexSchema, doc: Doc): void {
  const arrays = new Set(index.fields.flatMap(([path]) => arrayOn(doc, path.split('.')) ?? []));
  if (arrays.size > 1)
    throw requestFailed(
      `cannot index parallel arrays [${[...arrays].join('] [')}] (${collection}.${index.name})`,
    );
  if (arrays.size > 0 && index.unique)
    throw requestFailed(`the emulator keeps no array under the unique index ${collection}.${index.name}`);
}

/** The path of the first array met on the way along `parts`. */
function arrayOn(doc: Doc, parts: readonly string[]): string | undefined {
  let value: unknown = doc;
  for (const [depth, part] of parts.entries()) {
    if (!isPlain(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
    if (Array.isArray(value)) return parts.slice(0, depth + 1).join('.');
  }
  return undefined;
}

const columnOf = (path: string) => (path === '_id' ? 'id' : `k:${path}`);
const uniqueColumn = (path: string) => `ifnull("${columnOf(path)}", x'')`;

/** As the unique SQLite index computes it: a null is the empty blob, an object or array is its text. */
function uniqueValue(value: unknown): Exclude<Key, null> {
  const key = keyOf(value);
  if (key === null) return Buffer.alloc(0);
  return key ?? Buffer.from(`${Array.isArray(value) ? 5 : 4}${toText(value)}`);
}
