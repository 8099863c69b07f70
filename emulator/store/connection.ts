import Database from 'libsql';

export type Param = null | number | string | Buffer;
export type Row = readonly unknown[];

/** Prepared statements kept per connection; generated SQL varies only with the shape of queries. */
const STATEMENTS = 256;

/**
 * One SQLite connection with its prepared statements. Every statement is always run to its end: libsql leaves
 * a statement open after `get` or an abandoned iterator, and an open statement holds the connection's snapshot.
 */
export class Connection {
  private readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private readonly streaming = new Set<string>();

  constructor(file: string, synchronous: 'FULL' | 'NORMAL' | 'OFF', cacheKb: number) {
    this.db = new Database(file);
    this.db.pragma('journal_mode = WAL');
    this.db.pragma(`synchronous = ${synchronous}`);
    this.db.pragma(`cache_size = -${cacheKb}`);
  }

  exec(sql: string): void {
    this.db.exec(sql);
  }

  all(sql: string, params: readonly Param[] = []): Row[] {
    return this.prepare(sql).raw(true).all(params) as Row[];
  }

  run(sql: string, params: readonly Param[] = []): { changes: number; lastInsertRowid: number | bigint } {
    return this.prepare(sql).run(params);
  }

  /** Rows one by one. The SQL must end in `LIMIT ? OFFSET ?`: a last run with LIMIT 0 closes the statement. */
  *stream(sql: string, params: readonly Param[], limit: number, offset: number): Generator<Row> {
    // A stream within a stream of the same shape (a look-up into its own collection) needs its own statement.
    const statement = (this.streaming.has(sql) ? this.db.prepare(sql) : this.prepare(sql)).raw(true);
    const outermost = !this.streaming.has(sql);
    this.streaming.add(sql);
    let done = false;
    try {
      for (const row of statement.iterate([...params, limit, offset])) yield row as Row;
      done = true;
    } finally {
      if (!done) statement.all([...params, 0, 0]);
      if (outermost) this.streaming.delete(sql);
    }
  }

  /** Runs `work` in one SQLite transaction; whatever it throws leaves nothing behind. */
  atomically<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      this.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    this.db.close();
  }

  private prepare(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
    this.statements.set(sql, statement);
    return statement;
  }
}
