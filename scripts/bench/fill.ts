/**
 * Many tickets at once, straight into the emulator's file while it is stopped: a million over the wire would take an hour.
 * Its indexes are taken away first; the emulator makes them anew at its next start, all from one pass over the rows.
 */
import path from 'node:path';
import Database from 'libsql';
import { toBody } from '@/emulator/mongo/ejson';
import { countyTickets } from './county';

const BATCH = 1000;

/** Adds the county's tickets `from`–`until` (exclusive) to a data directory whose emulator has been stopped. */
export function fill(dataDir: string, from: number, until: number, now: number): void {
  const db = new Database(path.join(dataDir, 'documents.db'));
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = off');
    if (until - from > 20_000)
      for (const [name] of db
        .prepare(
          "select name from sqlite_master where type = 'index' and tbl_name = 'c:tickets' and sql is not null",
        )
        .raw(true)
        .all() as string[][])
        db.exec(`drop index "${name}"`);
    const insert = db.prepare('insert into "c:tickets" (id, ver, body) values (?, ?, ?)');
    for (let at = from; at < until; at += BATCH) {
      db.exec('begin');
      for (const ticket of countyTickets(at, Math.min(until, at + BATCH), now))
        insert.run(ticket._id, at + 1, toBody(ticket));
      db.exec('commit');
    }
    db.exec('pragma wal_checkpoint(truncate)');
  } finally {
    db.close();
  }
}
