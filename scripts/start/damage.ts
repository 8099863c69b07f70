import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';

/** Every SQLite file begins so. */
const MAGIC = 'SQLite format 3\0';

/**
 * What is wrong with the kept demonstration in `folder`, in both languages; null when it is whole, or when there is none yet. An
 * empty file is damage and no fresh start: SQLite would take it for a new database, and the app would open without a soul in it.
 */
export function damageOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return '不是文件夹 it is no folder';
  if (readdirSync(folder).length === 0) return null;
  return aboutOf(folder) ?? databaseOf(path.join(folder, 'documents.db')) ?? filesOf(folder);
}

/** The note on what the world was made from, which is written last. */
export const ABOUT = 'world.json';

function aboutOf(folder: string): string | null {
  const file = path.join(folder, ABOUT);
  if (!existsSync(file)) return `${ABOUT} 不见了 is missing`;
  try {
    const { madeAt, print } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof madeAt === 'number' && typeof print === 'string') return null;
  } catch {
    // said below
  }
  return `${ABOUT} 读不出来 cannot be read`;
}

function filesOf(folder: string): string | null {
  return existsSync(path.join(folder, 'files')) ? null : 'files（照片）不见了 the photos are missing';
}

function databaseOf(file: string): string | null {
  const name = path.basename(file);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return `${name} 不见了 is missing`;
  if (stat.size === 0) return `${name} 是空文件 is empty`;
  if (head(file) !== MAGIC) return `${name} 不是数据库文件 is no database`;
  try {
    const db = new Database(file);
    try {
      const [said] = db.prepare('PRAGMA quick_check(1)').raw(true).all() as [string][];
      if (said?.[0] !== 'ok') return `${name} 损坏 is broken (${said?.[0] ?? 'no answer'})`;
      const [places] = db.prepare('SELECT count(*) FROM "c:places"').raw(true).all() as [number][];
      return places?.[0] ? null : `${name} 里没有数据 holds nothing`;
    } finally {
      db.close();
    }
  } catch (error) {
    return `${name} 损坏 is broken (${(error as Error).message})`;
  }
}

function head(file: string): string {
  const bytes = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  return bytes.toString('latin1');
}
