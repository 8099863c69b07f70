/**
 * The shelf in the database. A piece is claimed under a name, by one conditional write on the item's own document, which
 * alone decides: a name is among those who have a piece or among those who never will (again), and never in both.
 */
import { Refusal } from '@/domain/flow/refusal';
import type { ShelfItem } from '@/domain/points/returns';
import { Cache } from './cache';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { requireSame } from './submit';

const SHELF = 'shelf';
/** Tries of one conditional write while others are faster. */
const TRIES = 20;
/** Names remembered after their end. No function lives as long as so many returns of one thing take. */
const CLOSED_KEPT = 300;

/** What is offered in an area, or all that ever was; one call. */
export async function shelfOf(area: string, all = false): Promise<ShelfItem[]> {
  const { data } = await db
    .collection(SHELF)
    .where(only({ area, ...(all ? {} : { offered: true }) }))
    .orderBy('points', 'asc')
    .limit(100)
    .get();
  return data as ShelfItem[];
}

/** A shelf item with the names of those who have a piece, and of those who never will again. */
interface Stocked extends ShelfItem {
  readonly taken: readonly string[];
  readonly closed: readonly string[];
  /** Digests of the submits that put it there and that changed it last. */
  readonly sent?: string;
  readonly last?: string;
}

export const shelfItem = (id: string): Promise<Stocked | null> => readDocument<Stocked>(SHELF, id);

const seen = new Cache<ShelfItem>(10_000, 200);

/** As it was within the last ten seconds, in stock and at this price; read anew where that memory says no. */
export async function offeredAt(id: string, price: number): Promise<ShelfItem | null> {
  const read = async () => {
    const stocked = await shelfItem(id);
    if (!stocked) return null;
    const { taken: _, closed: __, sent: ___, last: ____, ...item } = stocked;
    return item;
  };
  const fits = (item: ShelfItem | null) => item?.offered && item.left > 0 && item.points === price;
  const known = await seen.get(id, read);
  if (fits(known)) return known;
  seen.forget(id);
  return seen.get(id, read);
}

/** Puts an item on the shelf; the same submit again finds it there. Refuses KEY_REUSED another under its id. */
export async function addToShelf(item: ShelfItem, sent: string): Promise<void> {
  try {
    await db.collection(SHELF).add({ ...item, sent, taken: [], closed: [] });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    requireSame((await shelfItem(item._id)) ?? {}, sent);
  }
}

/**
 * Changes an item if nobody has since `rev`, not even by taking one; refuses MOVED_ON, unless it was this very submit that
 * changed it last.
 */
export async function changeShelf(
  id: string,
  rev: number,
  change: Pick<ShelfItem, 'name' | 'points' | 'left' | 'where' | 'offered' | 'updatedAt'>,
  sent: string,
): Promise<void> {
  const { updated } = await db
    .collection(SHELF)
    .where({ _id: id, rev })
    .update({ ...change, last: sent, rev: rev + 1 });
  seen.forget(id);
  if (updated !== 1 && (await shelfItem(id))?.last !== sent) throw new Refusal('MOVED_ON');
}

/**
 * Claims a piece under this name, or closes the name where none is left. True when the name has a piece, from now or
 * before; false when it never will. One call for a piece that is there.
 */
export async function claim(item: string, name: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const free = { _id: item, taken: command.nin([name]), closed: command.nin([name]) };
    const { updated } = await db
      .collection(SHELF)
      .where({ ...free, left: command.gt(0) })
      .update({ left: command.inc(-1), rev: command.inc(1), taken: command.push([name]) });
    if (updated === 1) return true;
    seen.forget(item);
    const stands = await shelfItem(item);
    if (!stands || stands.closed.includes(name)) return false;
    if (stands.taken.includes(name)) return true;
    if (stands.left > 0) continue;
    const refused = await db
      .collection(SHELF)
      .where({ ...free, left: command.lte(0) })
      .update({ closed: closing(name) });
    if (refused.updated === 1) return false;
  }
  throw new Refusal('BUSY');
}

/** The name's piece goes back to the shelf, or is gone for good. May be done again; one call. */
export async function release(item: string, name: string, back: boolean): Promise<void> {
  await db
    .collection(SHELF)
    .where({ _id: item, taken: name })
    .update({
      taken: command.pull(name),
      closed: closing(name),
      ...(back ? { left: command.inc(1), rev: command.inc(1) } : {}),
    });
}

const closing = (name: string) => command.push({ each: [name], slice: -CLOSED_KEPT });
