import { type Doc, fromBody } from '../mongo/ejson';
import { comparator } from '../mongo/order';
import type { Filter } from '../mongo/query';
import { duplicateKey } from '../protocol/errors';
import { type Change, changed, type Modified, type Ready } from './change';
import type { Connection } from './connection';
import type { Counters } from './counters';
import { type Ask, find as findRows, type Match, type View } from './find';
import type { Key } from './keys';
import type { Table } from './table';
import { documentLock, idText, type Pending, type Transaction, type Transactions } from './transactions';

/**
 * Reading and writing inside a transaction: reads see the snapshot and the transaction's own writes, writes
 * wait in its overlay. Whatever cannot be granted at once aborts the transaction, as the service does.
 */
export class Inside {
  constructor(
    /** The live data: what others have committed since. */
    private readonly main: Connection,
    private readonly transactions: Transactions,
    private readonly counters: Counters,
    private readonly nextVersion: () => number,
  ) {}

  find(transaction: Transaction, table: Table, ask: Ask, action: string): Match[] {
    const view: View = { connection: transaction.connection, counters: this.counters, action };
    const overlay = transaction.overlay.get(table.name);
    if (!overlay || overlay.size === 0) return findRows(view, table, ask);
    const { filter, sort, skip, limit } = ask;
    const stored = findRows(view, table, { ...ask, skip: 0, limit: skip + limit + overlay.size });
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

  modify(
    transaction: Transaction,
    table: Table,
    filter: Filter,
    change: Change,
    multi: boolean,
    action: string,
  ): Modified {
    const ask = { filter, sort: [], skip: 0, limit: multi ? Number.POSITIVE_INFINITY : 1 };
    const found = this.find(transaction, table, ask, action);
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

  insert(transaction: Transaction, table: Table, { id, doc, body }: Ready): void {
    if (this.claim(transaction, table, id)) throw this.duplicateIn(transaction, table, '_id_');
    this.claimUnique(transaction, table, id, undefined, doc);
    // A document removed and made again by one transaction keeps its row, which commit has to free.
    const rowid = transaction.pending(table).get(idText(id))?.rowid;
    put(transaction, table, { id, after: { doc, body }, ...(rowid !== undefined && { rowid }) });
  }

  remove(transaction: Transaction, table: Table, id: Key): void {
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

  /** Makes the overlay real in one SQLite transaction. */
  commit(transaction: Transaction, tableOf: (name: string) => Table): void {
    try {
      const writes = [...transaction.overlay].flatMap(([name, map]) =>
        [...map.values()].map((pending) => ({ table: tableOf(name), pending })),
      );
      if (writes.length === 0) return;
      this.main.atomically(() => {
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
}

const isNew = (pending: Pending) => pending.rowid === undefined;

const put = (transaction: Transaction, table: Table, pending: Pending) =>
  transaction.pending(table).set(idText(pending.id), pending);
