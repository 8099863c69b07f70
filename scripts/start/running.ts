import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InUse, lockDirectory } from '@/emulator/store/lock';
import { Wrong } from './options';

const NOTE = 'running.json';

interface Note {
  readonly pid: number;
  /** Where it answers; absent while it is still building. */
  readonly url?: string;
}

/** One start's hold on a data folder. */
export interface Hold {
  /** Tells a second start where this one answers. */
  at(url: string): void;
  release(): void;
}

/**
 * Takes the data folder for this start. Two at once would build into and empty the same places; the second is told who is first
 * and where. The lock is the operating system's: it ends with the process, however that ends.
 */
export function hold(folder: string): Hold {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Wrong(`${folder} 不能用来放数据 cannot hold the data: ${(error as Error).message}`);
  }
  const note = path.join(folder, NOTE);
  let unlock: () => void;
  try {
    unlock = lockDirectory(folder);
  } catch (error) {
    if (!(error instanceof InUse)) throw new Wrong(`${folder}: ${(error as Error).message}`);
    throw new Wrong(other(folder, read(note)));
  }
  const write = (about: Note) => writeFileSync(note, JSON.stringify(about));
  write({ pid: process.pid });
  return {
    at: (url) => write({ pid: process.pid, url }),
    release: () => {
      rmSync(note, { force: true });
      unlock();
    },
  };
}

function read(note: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Note;
  } catch {
    return undefined;
  }
}

function other(folder: string, note: Note | undefined): string {
  const who = note ? `（进程 process ${note.pid}）` : '';
  const where = note?.url
    ? `打开 open  ${note.url}`
    : '它还在准备，稍等片刻就会给出网址 it is still getting ready and will say where to open it';
  return (
    `已经有一个在用 ${folder} 了${who}。Another start is using ${folder}.\n  ${where}\n` +
    '  要再开一个 for a second one:  npm start -- --data .data2'
  );
}
