import { aggregate, type Stage } from '../mongo/aggregate';
import { type Doc, fromBody, isObjectId } from '../mongo/ejson';
import type { Sort } from '../mongo/order';
import { type Filter, parseFilter } from '../mongo/query';
import { CloudError, noCollection, requestFailed } from '../protocol/errors';
import { type DatabaseSchema, type IndexSchema, isCollectionName } from '../schema';
import { type Change, changed, type Modified, type Ready, ready } from './change';
import { Connection } from './connection';
import type { Counters } from './counters';
import { type Ask, count, countBy, find, type Match, matches, type View } from './find';
import { Inside } from './inside';
import type { Key } from './keys';
import { type Stored, Table } from './table';
import { documentLock, type Transaction, Transactions } from './transactions';

export interface StoreOptions {
  readonly file: string;
  readonly schema: DatabaseSchema;
  readonly synchronous: 'FULL' | 'NORMAL' | 'OFF';
  /** Life of a transaction in ms. */
  readonly transactionMs: number;
  readonly counters: Counters;
}

/** Who asks: the action for the counters, and the transaction it runs in, if any. */
export interface Caller {
  readonly action: string;
  readonly transactionId?: string;
}

const CACHE_KB = 16 * 1024;
/** Changes when stored keys or columns change; older data directories are then refused. */
const FORMAT = '1';

/** Thrown inside a SQLite transaction to undo it: another transaction holds what this writer needs. */
class Blocked extends Error {
  constructor(readonly by: Transaction) {
    super('blocked');
  }
}

/**
 * The documents. Every operation is one synchronous piece of work on SQLite; a writer outside transactions that
 * meets an uncommitted write waits for that transaction to end and starts over.
 */
export class Store {
  readonly transactions: Transactions;
  private readonly main: Connection;
  private readonly inside: Inside;
  private readonly tables = new Map<string, Table>();
  /** Versions only ever grow, also over restarts, so that equal versions mean an unchanged document. */
  private version = Date.now() * 1024;

  constructor(private readonly options: StoreOptions) {
    this.main = new Connection(options.file, options.synchronous, CACHE_KB);
    this.main.exec(
      'CREATE TABLE IF NOT EXISTS emulator_meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID',
    );
    this.main.exec('CREATE TABLE IF NOT EXISTS emulator_collections (name TEXT PRIMARY KEY) WITHOUT ROWID');
    this.main.exec(
      'CREATE TABLE IF NOT EXISTS emulator_irregular (collection TEXT, path TEXT, PRIMARY KEY (collection, path)) WITHOUT ROWID',
    );
    const format = this.getMeta('format');
    if (format !== undefined && format !== FORMAT)
      throw new Error(`the data directory was written by another version of the emulator (format ${format})`);
    this.setMeta('format', FORMAT);
    for (const [name, { indexes }] of Object.entries(options.schema.collections))
      this.addTable(name, indexes);
    for (const [name] of this.main.all('SELECT name FROM emulator_collections'))
      if (!this.tables.has(name as string)) this.addTable(name as string, []);
    this.transactions = new Transactions(options.file, options.transactionMs);
    this.inside = new Inside(this.main, this.transactions, options.counters, () => this.nextVersion());
  }

  /** A small text kept beside the documents (clock, users); undefined when never set. */
  getMeta(key: string): string | undefined {
    return this.main.all('SELECT value FROM emulator_meta WHERE key = ?', [key])[0]?.[0] as
      | string
      | undefined;
  }

  setMeta(key: string, value: string): void {
    if (this.getMeta(key) === value) return;
    this.main.run('INSERT OR REPLACE INTO emulator_meta (key, value) VALUES (?, ?)', [key, value]);
  }

  collectionNames(): readonly string[] {
    return [...this.tables.keys()];
  }

  createCollection(name: unknown): void {
    if (!isCollectionName(name)) throw requestFailed(`collection name '${String(name)}' is not allowed`);
    if (this.tables.has(name))
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `Collection ${name} already exists`);
    this.main.run('INSERT INTO emulator_collections (name) VALUES (?)', [name]);
    this.addTable(name, []);
  }

  /** Empties every collection; for tests. Open transactions are aborted. */
  clear(): void {
    this.transactions.close();
    this.main.atomically(() => {
      for (const table of this.tables.values()) this.main.run(`DELETE FROM "${table.sqlName}"`);
    });
  }

  integrity(): string {
    return String(this.main.all('PRAGMA integrity_check')[0]?.[0]);
  }

  close(): void {
    this.transactions.close();
    // What is kept is then one whole file, without a log beside it that belongs to it.
    this.main.all('PRAGMA wal_checkpoint(TRUNCATE)');
    this.main.close();
  }

  find(collection: string, ask: Ask, caller: Caller): Match[] {
    const table = this.table(collection);
    const transaction = this.transactionOf(caller);
    return transaction
      ? this.inside.find(transaction, table, ask, caller.action)
      : find(this.view(caller), table, ask);
  }

  count(collection: string, filter: Filter, caller: Caller): number {
    return count(this.view(caller), this.table(collection), filter);
  }

  aggregate(collection: string, stages: readonly Stage[], caller: Caller): Doc[] {
    const view = this.view(caller);
    const source = (name: string, filter: Doc, sort: Sort, skip: number, limit: number) =>
      docsOf(matches(view, this.table(name), { filter: parseFilter(filter), sort, skip, limit }));
    const tally = (name: string, filter: Doc, path: string) =>
      countBy(view, this.table(name), parseFilter(filter), path);
    return aggregate(collection, stages, source, tally);
  }

  /** Inserts documents in order and gives their ids; stops at the first that fails, keeping those before it. */
  async insert(collection: string, docs: readonly Doc[], caller: Caller): Promise<unknown[]> {
    const table = this.table(collection);
    const fresh = docs.map(ready);
    const transaction = this.transactionOf(caller);
    if (transaction) {
      for (const each of fresh) this.inside.insert(transaction, table, each);
    } else
      await this.unblocked(() => {
        for (const { id, doc } of fresh) this.checkFree(table, id, undefined, doc);
        this.insertAll(table, fresh);
      });
    return fresh.map(({ doc }) => (isObjectId(doc._id) ? doc._id.toHexString() : doc._id));
  }

  /** Changes the first match, or all with `multi`. `upsert` needs a filter by `_id` and a replacement. */
  async modify(
    collection: string,
    filter: Filter,
    change: Change,
    { multi, upsert }: { multi: boolean; upsert: boolean },
    caller: Caller,
  ): Promise<Modified> {
    const table = this.table(collection);
    const transaction = this.transactionOf(caller);
    const attempt = () =>
      transaction
        ? this.inside.modify(transaction, table, filter, change, multi, caller.action)
        : this.unblocked(() => this.modifyNow(table, filter, change, multi, caller));
    const result = await attempt();
    if (result.matched > 0 || !upsert || !('replace' in change)) return result;
    const _id = onlyId(filter);
    try {
      const [upsertId] = await this.insert(collection, [{ _id, ...change.replace }], caller);
      return { matched: 0, updated: 0, upsertId };
    } catch (error) {
      // Somebody made the document in between; then there is something to replace.
      const again = transaction ? undefined : await attempt();
      if (again && again.matched > 0) return again;
      throw error;
    }
  }

  async remove(collection: string, filter: Filter, multi: boolean, caller: Caller): Promise<number> {
    const table = this.table(collection);
    const transaction = this.transactionOf(caller);
    const ask = { filter, sort: [], skip: 0, limit: multi ? Number.POSITIVE_INFINITY : 1 };
    if (transaction) {
      const found = this.inside.find(transaction, table, ask, caller.action);
      for (const { id } of found) this.inside.remove(transaction, table, id);
      return found.length;
    }
    return this.unblocked(() => {
      const found = this.targets(table, ask, caller);
      for (const { id } of found) this.checkFree(table, id, undefined, undefined);
      this.atomicallyIf(found.length > 1, () => {
        for (const { rowid } of found) table.remove(rowid);
      });
      return found.length;
    });
  }

  commit(id: string): void {
    this.inside.commit(this.transactions.get(id), (name) => this.table(name));
  }

  /** Aborts a transaction; one that has ended is refused. */
  abort(id: string): void {
    this.transactions.end(this.transactions.get(id));
  }

  // Outside transactions

  private modifyNow(table: Table, filter: Filter, change: Change, multi: boolean, caller: Caller): Modified {
    const ask = { filter, sort: [], skip: 0, limit: multi ? Number.POSITIVE_INFINITY : 1 };
    const found = this.targets(table, ask, caller);
    for (const { id } of found) this.checkFree(table, id, undefined, undefined);
    let updated = 0;
    let doc: Doc | undefined;
    this.atomicallyIf(found.length > 1, () => {
      for (const target of found) {
        const before =
          target.body === undefined ? table.byRowid(this.main, target.rowid)! : (target as Stored);
        const after = changed(before.body, change);
        doc = after.doc;
        if (after.body === before.body) continue;
        this.checkFree(table, undefined, before.body, after.doc);
        table.update(before.rowid, this.nextVersion(), after.body, after.doc);
        updated++;
      }
    });
    return { matched: found.length, updated, ...(doc && { doc }) };
  }

  /** The rows to write: of many only the places are kept, for they may be all there are. */
  private targets(table: Table, ask: Ask, caller: Caller): { rowid: number; id: Key; body?: string }[] {
    if (ask.limit === 1) return find(this.view(caller), table, ask);
    const out: { rowid: number; id: Key }[] = [];
    for (const { rowid, id } of matches(this.view(caller), table, ask)) out.push({ rowid, id });
    return out;
  }

  private insertAll(table: Table, fresh: readonly Ready[]): void {
    let failure: unknown;
    this.atomicallyIf(fresh.length > 1, () => {
      for (const { id, doc, body } of fresh) {
        try {
          table.insert(id, this.nextVersion(), body, doc);
        } catch (error) {
          failure = error;
          return;
        }
      }
    });
    if (failure) throw failure;
  }

  /** Throws Blocked when an open transaction holds the document, or a unique value it has or would take. */
  private checkFree(
    table: Table,
    id: Key | undefined,
    before: string | undefined,
    after: Doc | undefined,
  ): void {
    const holder = id === undefined ? undefined : this.transactions.holder(documentLock(table, id));
    if (holder) throw new Blocked(holder);
    if (table.uniques.length === 0) return;
    const docs = [...(before ? [fromBody(before)] : []), ...(after ? [after] : [])];
    for (const { lock } of docs.flatMap((doc) => table.uniqueKeys(doc))) {
      const by = this.transactions.holder(lock);
      if (by) throw new Blocked(by);
    }
  }

  /** Tries until no open transaction is in the way; each ends within its lifetime. */
  private async unblocked<T>(attempt: () => T): Promise<T> {
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        await error.by.ended;
      }
    }
  }

  private atomicallyIf(needed: boolean, work: () => void): void {
    if (needed) this.main.atomically(work);
    else work();
  }

  private addTable(name: string, indexes: readonly IndexSchema[]): void {
    const table = new Table(name, indexes, this.main);
    table.prepare();
    this.tables.set(name, table);
  }

  private table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw noCollection(name);
    return table;
  }

  private view({ action }: Caller): View {
    return { connection: this.main, counters: this.options.counters, action };
  }

  private transactionOf({ transactionId }: Caller): Transaction | undefined {
    return transactionId ? this.transactions.get(transactionId) : undefined;
  }

  private nextVersion(): number {
    return ++this.version;
  }
}

/** The id an upsert is about; nothing else can be made from a filter. */
function onlyId({ terms }: Filter): Key {
  const term = terms.find(({ path }) => path === '_id');
  const id = term && 'keys' in term && term.keys.length === 1 ? term.keys[0] : undefined;
  if (typeof id !== 'string' && typeof id !== 'number') throw requestFailed('upsert needs an _id');
  return id;
}

function* docsOf(found: Iterable<Match>): Generator<Doc> {
  for (const { doc, body } of found) yield doc ?? fromBody(body);
}
