import path from 'node:path';
import Database from 'libsql';

/** Another process holds the directory. */
export class InUse extends Error {}

/**
 * Keeps a second process off a data directory. An exclusive SQLite transaction holds an operating-system lock,
 * which disappears with the process however it ends. Throws when somebody else holds it; gives the release.
 */
export function lockDirectory(folder: string): () => void {
  const db = new Database(path.join(folder, 'lock.db'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const { code } = error as { code?: string };
    if (code !== 'SQLITE_BUSY') throw error;
    throw new InUse(`another emulator is using the data directory ${folder}`);
  }
  return () => db.close();
}
