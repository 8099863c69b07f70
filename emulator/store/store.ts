import { randomBytes } from 'node:crypto';
import { aggregate, type Stage } from '../mongo/aggregate';
import { type Doc, fromBody, isObjectId, toBody } from '../mongo/ejson';
import { comparator, type Sort } from '../mongo/order';
import { type Filter, parseFilter } from '../mongo/query';
import type { Update } from '../mongo/update';
import { CloudError, duplicateKey, noCollection, requestFailed } from '../protocol/errors';
import { type DatabaseSchema, isCollectionName } from '../schema';
import { Connection } from './connection';
import type { Counters } from './counters';
import { type Ask, count, find, type Match, matches, type View } from './find';
import { type Key, keyOf } from './keys';
import { type Stored, Table } from './table';
import { documentLock, idText, type Pending, type Transaction, Transactions } from './transactions';

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

export type Change = { readonly update: Update } | { readonly replace: Doc };

export interface Modified {
  readonly updated: number;
  readonly upsertId?: unknown;
  /** The document after the change, for find-and-modify. */
  readonly doc?: Doc;
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
    this.main.close();
  }

  find(collection: string, ask: Ask, caller: Caller): Match[] {
    const table = this.table(collection);
    const transaction = this.transactionOf(caller);
    return transaction ? this.findIn(transaction, table, ask, caller) : find(this.view(caller), table, ask);
  }

  count(collection: string, filter: Filter, caller: Caller): number {
    return count(this.view(caller), this.table(collection), filter);
  }

  aggregate(collection: string, stages: readonly Stage[], caller: Caller): Doc[] {
    const view = this.view(caller);
    const source = (name: string, filter: Doc, sort: Sort, skip: number, limit: number) =>
      docsOf(matches(view, this.table(name), { filter: parseFilter(filter), sort, skip, limit }));
    return aggregate(collection, stages, source);
  }

  /** Inserts documents in order and gives their ids; stops at the first that fails, keeping those before it. */
  async insert(collection: string, docs: readonly Doc[], caller: Caller): Promise<unknown[]> {
    const table = this.table(collection);
    const ready = docs.map((doc) => this.toInsert(doc));
    const transaction = this.transactionOf(caller);
    if (transaction) {
      for (const each of ready) this.insertIn(transaction, table, each);
    } else
      await this.unblocked(() => {
        for (const { id, doc } of ready) this.checkFree(table, id, undefined, doc);
        this.insertAll(table, ready);
      });
    return ready.map(({ doc }) => (isObjectId(doc._id) ? doc._id.toHexString() : doc._id));
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
    const result = transaction
      ? this.modifyIn(transaction, table, filter, change, multi, caller)
      : await this.unblocked(() => this.modifyNow(table, filter, change, multi, caller));
    if (result.matched > 0 || !upsert || !('replace' in change)) return result;
    const id = filter.terms.find((term) => term.path === '_id' && 'keys' in term);
    const key = id && 'keys' in id ? id.keys[0] : undefined;
    if (key === undefined || key === null || Buffer.isBuffer(key)) throw requestFailed('upsert needs an _id');
    const [upsertId] = await this.insert(collection, [{ _id: key, ...change.replace }], caller);
    return { updated: 0, upsertId };
  }

  async remove(collection: string, filter: Filter, multi: boolean, caller: Caller): Promise<number> {
    const table = this.table(collection);
    const transaction = this.transactionOf(caller);
    const ask = { filter, sort: [], skip: 0, limit: multi ? Number.POSITIVE_INFINITY : 1 };
    if (transaction) {
      const found = this.findIn(transaction, table, ask, caller);
      for (const match of found) this.removeIn(transaction, table, match.id);
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

  commit(transaction: Transaction): void {
    try {
      const writes = [...transaction.overlay].flatMap(([name, map]) =>
        [...map.values()].map((pending) => ({ table: this.table(name), pending })),
      );
      this.atomicallyIf(writes.length > 0, () => {
        // All old rows go first, so that two documents may exchange a unique value.
        for (const { table, pending } of writes) if (pending.rowid !== undefined) table.remove(pending.rowid);
        // And rows that keep their place come back before new ones look for a free one.
        const made = writes.toSorted((a, b) => Number(isNew(a.pending)) - Number(isNew(b.pending)));
        for (const { table, pending } of made)
          if (pending.after)
            table.insert(
              pending.id,
              this.nextVersion(),
              pending.after.body,
              pending.after.doc,
              pending.rowid,
            );
      });
    } finally {
      this.transactions.end(transaction);
    }
  }

  // Outside transactions

  private modifyNow(table: Table, filter: Filter, change: Change, multi: boolean, caller: Caller) {
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

  private insertAll(table: Table, ready: readonly Ready[]): void {
    let failure: unknown;
    this.atomicallyIf(ready.length > 1, () => {
      for (const { id, doc, body } of ready) {
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

  // Inside transactions

  private findIn(transaction: Transaction, table: Table, ask: Ask, caller: Caller): Match[] {
    const view: View = { ...this.view(caller), connection: transaction.connection };
    const overlay = transaction.overlay.get(table.name);
    if (!overlay || overlay.size === 0) return find(view, table, ask);
    const { filter, sort, skip, limit } = ask;
    const stored = find(view, table, { ...ask, skip: 0, limit: skip + limit + overlay.size });
    const untouched = stored.filter(({ id }) => !overlay.has(idText(id)));
    const own: Match[] = [...overlay.values()].flatMap(({ id, after, rowid }) =>
      after && filter.test(after.doc)
        ? [{ rowid: rowid ?? Number.MAX_SAFE_INTEGER, id, version: -1, body: after.body }]
        : [],
    );
    const merged = [...untouched, ...own].map((match) => ({ ...match, doc: fromBody(match.body) }));
    if (sort.length > 0) {
      const compare = comparator(sort);
      merged.sort((a, b) => compare(a.doc, b.doc));
    }
    return merged.slice(skip, skip + limit);
  }

  private modifyIn(
    transaction: Transaction,
    table: Table,
    filter: Filter,
    change: Change,
    multi: boolean,
    caller: Caller,
  ) {
    const ask = { filter, sort: [], skip: 0, limit: multi ? Number.POSITIVE_INFINITY : 1 };
    const found = this.findIn(transaction, table, ask, caller);
    let updated = 0;
    let doc: Doc | undefined;
    for (const { id } of found) {
      const before = this.claim(transaction, table, id)!;
      const after = changed(before.body, change);
      doc = after.doc;
      if (after.body === before.body) continue;
      this.claimUnique(transaction, table, id, fromBody(before.body), after.doc);
      put(transaction, table, { id, after, ...(before.rowid !== undefined && { rowid: before.rowid }) });
      updated++;
    }
    return { matched: found.length, updated, ...(doc && { doc }) };
  }

  private insertIn(transaction: Transaction, table: Table, { id, doc, body }: Ready): void {
    if (this.claim(transaction, table, id)) throw this.duplicateIn(transaction, table, '_id_');
    this.claimUnique(transaction, table, id, undefined, doc);
    // A document removed and made again by one transaction keeps its row, which commit has to free.
    const rowid = transaction.pending(table).get(idText(id))?.rowid;
    put(transaction, table, { id, after: { doc, body }, ...(rowid !== undefined && { rowid }) });
  }

  private removeIn(transaction: Transaction, table: Table, id: Key): void {
    const before = this.claim(transaction, table, id);
    if (!before) return;
    this.claimUnique(transaction, table, id, fromBody(before.body), undefined);
    put(transaction, table, { id, ...(before.rowid !== undefined && { rowid: before.rowid }) });
  }

  /** Locks a document and gives it as the transaction sees it; a change since the snapshot is a conflict. */
  private claim(
    transaction: Transaction,
    table: Table,
    id: Key,
  ): { body: string; rowid?: number } | undefined {
    transaction.lock(documentLock(table, id));
    const pending = transaction.pending(table).get(idText(id));
    if (pending)
      return (
        pending.after && {
          body: pending.after.body,
          ...(pending.rowid !== undefined && { rowid: pending.rowid }),
        }
      );
    const seen = table.byId(transaction.connection, id);
    const live = table.byId(this.main, id);
    if (seen?.version !== live?.version) throw transaction.conflict();
    return seen;
  }

  /** Locks the unique values a write frees and takes, and refuses those that are taken. */
  private claimUnique(transaction: Transaction, table: Table, id: Key, before?: Doc, after?: Doc): void {
    if (table.uniques.length === 0) return;
    const freed = before ? table.uniqueKeys(before) : [];
    for (const { lock } of freed) transaction.lock(lock);
    const overlay = transaction.pending(table);
    for (const { index, lock, lookup, values } of after ? table.uniqueKeys(after) : []) {
      if (freed.some((each) => each.lock === lock)) continue;
      transaction.lock(lock);
      for (const other of overlay.values()) {
        const taken =
          idText(other.id) === idText(id) || !other.after ? undefined : table.uniqueKeys(other.after.doc);
        if (taken?.some((each) => each.lock === lock)) throw this.duplicateIn(transaction, table, index);
      }
      const owner = this.main.all(lookup, values)[0];
      if (!owner || overlay.has(idText(owner[1] as Key))) continue;
      const seen = table.byId(transaction.connection, owner[1] as Key);
      if (seen?.version === owner[2]) throw this.duplicateIn(transaction, table, index);
      throw transaction.conflict();
    }
  }

  /** A duplicate key ends the transaction, as in MongoDB. */
  private duplicateIn(transaction: Transaction, table: Table, index: string): Error {
    this.transactions.end(transaction);
    return duplicateKey(table.name, index);
  }

  private toInsert(doc: Doc): Ready {
    const _id = doc._id ?? randomBytes(16).toString('hex');
    const id = keyOf(_id);
    if (id === undefined || id === null) throw requestFailed('_id must be a string or a number');
    const whole = { ...doc, _id };
    return { id, doc: whole, body: toBody(whole) };
  }

  private addTable(name: string, indexes: ConstructorParameters<typeof Table>[1]): void {
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

const isNew = (pending: Pending) => pending.rowid === undefined;

interface Ready {
  readonly id: Key;
  readonly doc: Doc;
  readonly body: string;
}

function changed(body: string, change: Change): { doc: Doc; body: string } {
  const doc = fromBody(body);
  if ('update' in change) {
    change.update.apply(doc);
    return { doc, body: toBody(doc) };
  }
  const next = { ...change.replace, _id: doc._id };
  return { doc: next, body: toBody(next) };
}

const put = (transaction: Transaction, table: Table, pending: Pending) =>
  transaction.pending(table).set(idText(pending.id), pending);

function* docsOf(found: Iterable<Match>): Generator<Doc> {
  for (const { doc, body } of found) yield doc ?? fromBody(body);
}
