/** What is stored about a person, counted and changed in bulk by themselves. */
import { command, db, only } from './cloud';

/** How many documents of a collection have these values; one indexed call. */
export async function countOf(collection: string, is: Record<string, string>): Promise<number> {
  return (await db.collection(collection).where(only(is)).count()).total ?? 0;
}

/** Changes fields of everything with these values that is not over; one call. Whoever read it before looks again. */
export async function changeOpen(
  collection: string,
  is: Record<string, string>,
  fields: Record<string, string | boolean>,
): Promise<void> {
  await db
    .collection(collection)
    .where({ ...only(is), closedAt: null })
    .update({ ...fields, rev: command.inc(1) });
}
