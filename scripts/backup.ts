/**
 * `npm run backup -- FOLDER [--at URL | --env ENV_ID]`: every collection as lines of JSON, by id, with counts and digests.
 * Each case is one document, so a copy made while people work is whole case by case. Photos are kept by the bucket.
 *
 * `npm run restore -- FOLDER [--at URL | --env ENV_ID]` (scripts/restore.ts) puts it into empty collections and compares.
 */
import { createHash, type Hash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { EJSON } from 'bson';
import { openDatabase } from './database';
import { ROOT } from './local';
import type { Database } from './worlds/load';

export interface Manifest {
  /** ISO, UTC. */
  readonly at: string;
  readonly collections: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

const BATCH = 500;
const WRITE = 100;

export function collectionNames(): string[] {
  const { collections } = JSON.parse(readFileSync(path.join(ROOT, 'database.json'), 'utf8')) as {
    collections: object;
  };
  return Object.keys(collections).sort();
}

/** Copies everything into `folder`, which must not hold a backup yet. Rows are never all in memory. */
export async function backup(db: Database, folder: string, names = collectionNames()): Promise<Manifest> {
  if (existsSync(path.join(folder, 'manifest.json'))) throw new Error(`${folder} holds a backup already`);
  mkdirSync(folder, { recursive: true });
  const collections: Record<string, Manifest['collections'][string]> = {};
  for (const name of names) {
    const file = createWriteStream(path.join(folder, `${name}.jsonl`));
    const summed = await sumOf(db, name, (line) => file.write(`${line}\n`));
    file.end();
    await finished(file);
    collections[name] = summed;
  }
  const manifest = { at: new Date().toISOString(), collections };
  // Last: a folder without it is no backup.
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Puts a backup into a database whose collections are empty, and reads all of it back. Refuses a backup that is damaged,
 * a collection that holds anything, and says which collection differs afterwards.
 */
export async function restore(db: Database, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const [name, { rows, sha256 }] of Object.entries(manifest.collections)) {
    const kept = await sumOfFile(path.join(folder, `${name}.jsonl`));
    if (kept.rows !== rows || kept.sha256 !== sha256)
      throw new Error(`${name}.jsonl is not what was backed up`);
  }
  for (const name of Object.keys(manifest.collections)) {
    const { data } = await db.collection(name).limit(1).get();
    if (data.length > 0) throw new Error(`${name} is not empty: a backup goes into an empty database`);
  }
  for (const name of Object.keys(manifest.collections)) {
    let batch: object[] = [];
    for await (const line of linesOf(path.join(folder, `${name}.jsonl`))) {
      batch.push(EJSON.parse(line) as object);
      if (batch.length < WRITE) continue;
      await db.collection(name).add(batch);
      batch = [];
    }
    if (batch.length > 0) await db.collection(name).add(batch);
  }
  const differing: string[] = [];
  for (const [name, { rows, sha256 }] of Object.entries(manifest.collections)) {
    const now = await sumOf(db, name);
    if (now.rows !== rows || now.sha256 !== sha256) differing.push(name);
  }
  if (differing.length > 0) throw new Error(`differs after restoring: ${differing.join(', ')}`);
  return manifest;
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${folder} holds no whole backup`);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** Count and digest of a collection, its rows by id; each row's line is given to `each`. */
async function sumOf(
  db: Database,
  name: string,
  each: (line: string) => void = () => undefined,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for (let last = ''; ; ) {
    const { data } = await db
      .collection(name)
      .where(last ? { _id: db.command.gt(last) } : {})
      .orderBy('_id', 'asc')
      .limit(BATCH)
      .get();
    for (const row of data) {
      const line = EJSON.stringify(row, { relaxed: true });
      add(hash, line);
      each(line);
    }
    rows += data.length;
    if (data.length < BATCH) return { rows, sha256: hash.digest('hex') };
    last = data.at(-1)._id;
  }
}

async function sumOfFile(file: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const line of linesOf(file)) {
    add(hash, line);
    rows += 1;
  }
  return { rows, sha256: hash.digest('hex') };
}

const add = (hash: Hash, line: string) => hash.update(line).update('\n');

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line) yield line;
}

/** Runs one of the two from the command line. */
export async function run(what: 'backup' | 'restore'): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { at: { type: 'string' }, env: { type: 'string' } },
  });
  const [folder] = positionals;
  if (!folder) throw new Error(`usage: npm run ${what} -- FOLDER [--at URL | --env ENV_ID]`);
  const { at, collections } = await { backup, restore }[what](openDatabase(values), path.resolve(folder));
  const rows = Object.values(collections).reduce((sum, each) => sum + each.rows, 0);
  console.log(
    `${Object.keys(collections).length} 个集合 ${rows} 条，${at}，${what === 'backup' ? '已备份' : '已恢复并逐条比对'}。`,
  );
}

if (require.main === module)
  run('backup').catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
