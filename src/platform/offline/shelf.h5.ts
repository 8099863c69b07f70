import type { Shelf } from './shelf';

const NAME = 'yima';
const STORE = 'photos';
/** So many at most: a phone is no album. */
const MOST = 60;

interface Kept {
  readonly thumb: string;
  readonly blob: Blob;
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore(STORE);
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode);
      const asked = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    base.close();
  }
}

export const shelf: Shelf = {
  async put(ref, { content, thumb }) {
    try {
      if ((await run('readonly', (store) => store.count())) >= MOST) return false;
      await run('readwrite', (store) => store.put({ thumb, blob: content as Blob } satisfies Kept, ref));
      return true;
    } catch {
      return false;
    }
  },
  async take(ref) {
    try {
      const kept = await run<Kept | undefined>('readonly', (store) => store.get(ref));
      if (!kept) return null;
      const { thumb, blob } = kept;
      return { src: URL.createObjectURL(blob), thumb, bytes: blob.size, content: blob };
    } catch {
      return null;
    }
  },
  async drop(ref) {
    await run('readwrite', (store) => store.delete(ref)).catch(() => undefined);
  },
  shows: (thumb) => thumb.startsWith('data:'),
};
