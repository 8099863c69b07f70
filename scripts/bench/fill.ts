/**
 * Many tickets at once, and a wish for every ten, straight into the emulator's file while it is stopped: a million over the wire would take an hour.
 * One transaction without a journal, its pages kept in memory: indexes grow as the rows come, for building them afterwards
 * would read each text once for every index (twice as long, measured).
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import Database from 'libsql';
import { countyTickets, countyWishes } from './county';

const BATCH = 1000;
/** Pages kept in memory while filling, in KB: what the indexes of a million need. */
const CACHE_KB = 3_000_000;

/**
 * Adds the county's tickets `from`–`until` (exclusive) to a data directory whose emulator has been stopped. In a process of its
 * own: a connection of this one would be closed only when its memory is collected, and hold the file until then.
 */
export function fill(dataDir: string, from: number, until: number, now: number): void {
  const given = [dataDir, from, until, now].map(String);
  execFileSync(process.execPath, ['--import', 'tsx', __filename, ...given], { stdio: 'inherit' });
}

function fillHere(dataDir: string, from: number, until: number, now: number): void {
  const db = new Database(path.join(dataDir, 'documents.db'));
  try {
    db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -${CACHE_KB}`);
    db.exec('begin');
    put(db, 'tickets', countyTickets, from, until, now);
    put(db, 'wishes', countyWishes, Math.ceil(from / 10), Math.ceil(until / 10), now);
    db.exec('commit; pragma journal_mode = wal');
  } finally {
    db.close();
  }
}

function put(
  db: InstanceType<typeof Database>,
  collection: string,
  make: (from: number, until: number, now: number) => readonly { readonly _id: string }[],
  from: number,
  until: number,
  now: number,
): void {
  const insert = db.prepare(`insert into "c:${collection}" (id, ver, body) values (?, ?, ?)`);
  // nothing in these is a date or another special value: their text is plain JSON
  for (let at = from; at < until; at += BATCH)
    for (const one of make(at, Math.min(until, at + BATCH), now))
      insert.run(one._id, at + 1, JSON.stringify(one));
}

if (require.main === module) {
  const [dataDir = '', ...numbers] = process.argv.slice(2);
  const [from = 0, until = 0, now = 0] = numbers.map(Number);
  fillHere(dataDir, from, until, now);
}
