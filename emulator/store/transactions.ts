import type { Doc } from '../mongo/ejson';
import { transactionConflict, transactionGone } from '../protocol/errors';
import { Connection } from './connection';
import type { Key } from './keys';
import type { Table } from './table';

/** What a transaction will do to one document when it commits. */
export interface Pending {
  readonly id: Key;
  /** The document after the transaction; undefined when it removes it. */
  readonly after?: { readonly doc: Doc; readonly body: string };
  /** Its row before the transaction; undefined when the transaction made it. */
  readonly rowid?: number;
}

export const idText = (id: Key) => `${typeof id}:${id instanceof Buffer ? id.toString('latin1') : id}`;
export const documentLock = (table: Table, id: Key) => `${table.name}\u0000${idText(id)}`;

/**
 * An open transaction: a snapshot connection for reads, and an overlay of its own writes that wait for commit.
 * Locks are taken when writing; meeting another's lock, or a document changed since the snapshot, is a conflict
 * at that operation, and the service aborts the transaction by itself.
 */
export class Transaction {
  readonly overlay = new Map<string, Map<string, Pending>>();
  readonly locks = new Set<string>();
  readonly ended: Promise<void>;
  private snapshot: Connection | undefined;
  private finish!: () => void;

  constructor(
    readonly id: string,
    private readonly desk: Transactions,
  ) {
    this.ended = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  /** The data as it was at the first read of this transaction. */
  get connection(): Connection {
    if (!this.snapshot) {
      this.snapshot = this.desk.borrow();
      this.snapshot.exec('BEGIN');
      // SQLite fixes the snapshot at the first read, not at BEGIN.
      this.snapshot.all('SELECT 1 FROM sqlite_master LIMIT 1');
    }
    return this.snapshot;
  }

  pending(table: Table): Map<string, Pending> {
    const map = this.overlay.get(table.name) ?? new Map<string, Pending>();
    this.overlay.set(table.name, map);
    return map;
  }

  /** Takes a lock, or aborts this transaction with a conflict. */
  lock(name: string): void {
    const holder = this.desk.holder(name);
    if (holder && holder !== this) throw this.conflict();
    this.desk.hold(name, this);
    this.locks.add(name);
  }

  /** Aborts this transaction and gives the error to throw. */
  conflict(): Error {
    this.desk.end(this);
    return transactionConflict();
  }

  /** Called by the desk when the transaction is over, however it ended. */
  close(): void {
    if (this.snapshot) {
      this.snapshot.exec('COMMIT');
      this.desk.giveBack(this.snapshot);
      this.snapshot = undefined;
    }
    this.finish();
  }
}

const IDLE_CONNECTIONS = 8;
const SNAPSHOT_CACHE_KB = 512;

/** All open transactions, the locks they hold, and their snapshot connections. */
export class Transactions {
  private readonly open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>();
  private readonly locks = new Map<string, Transaction>();
  private readonly idle: Connection[] = [];
  private next = 1;

  /** `lifetime` is in ms: the service allows 30 seconds between start and commit. */
  constructor(
    private readonly file: string,
    private readonly lifetime: number,
  ) {}

  start(): Transaction {
    const id = `tx-${process.pid}-${Date.now().toString(36)}-${this.next++}`;
    const transaction = new Transaction(id, this);
    const timer = setTimeout(() => this.end(transaction), this.lifetime);
    timer.unref();
    this.open.set(id, { transaction, timer });
    return transaction;
  }

  /** The open transaction with this id; one that has ended is refused as the service does. */
  get(id: string): Transaction {
    const entry = this.open.get(id);
    if (!entry) throw transactionGone();
    return entry.transaction;
  }

  /** Ends the transaction with this id, if it is still open. */
  abandon(id: string): void {
    const entry = this.open.get(id);
    if (entry) this.end(entry.transaction);
  }

  holder(lock: string): Transaction | undefined {
    return this.locks.get(lock);
  }

  hold(lock: string, transaction: Transaction): void {
    this.locks.set(lock, transaction);
  }

  /** Forgets a transaction: its locks are free and whoever waited for it goes on. */
  end(transaction: Transaction): void {
    const entry = this.open.get(transaction.id);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.open.delete(transaction.id);
    for (const lock of transaction.locks) this.locks.delete(lock);
    transaction.close();
  }

  borrow(): Connection {
    return this.idle.pop() ?? new Connection(this.file, 'OFF', SNAPSHOT_CACHE_KB);
  }

  giveBack(connection: Connection): void {
    if (this.idle.length < IDLE_CONNECTIONS) this.idle.push(connection);
    else connection.close();
  }

  close(): void {
    for (const { transaction } of [...this.open.values()]) this.end(transaction);
    for (const connection of this.idle.splice(0)) connection.close();
  }
}
