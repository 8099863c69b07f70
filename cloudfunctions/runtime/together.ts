/** Documents that must change together: a transaction, tried again while others are in the way. */
import { db } from './cloud';

/** As the SDK hands it over; only single documents, since `where().update` would run outside (see docs/emulator.md). */
export type Transaction = Awaited<ReturnType<typeof db.startTransaction>>;

const TRIES = 12;
/** Well below the function's own limit. Milliseconds. */
const PATIENCE = 8000;

/**
 * Runs `body` in a transaction and gives what it gives; all of it is stored, or nothing. What `body` throws goes out
 * after a rollback. A lost answer to the commit is met by `body` itself: it finds on the next try what is there already.
 */
export async function together<T>(body: (transaction: Transaction) => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (let tries = 1; ; tries++) {
    const transaction = await db.startTransaction();
    try {
      const result = await body(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      if (!isConflict(error) || tries >= TRIES || performance.now() > until) throw error;
      await pause(Math.random() * Math.min(800, 20 * 2 ** tries));
    }
  }
}

/** Somebody else changed one of the documents meanwhile; or the service ended the transaction for that reason. */
function isConflict(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'DATABASE_TRANSACTION_CONFLICT' || /TransactionNotExist/.test(message ?? '');
}

/** One document inside a transaction, or null. */
export async function readInside<T>(
  transaction: Transaction,
  collection: string,
  id: string,
): Promise<T | null> {
  const { data } = await transaction.collection(collection).doc(id).get();
  return (data as T | null) ?? null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
