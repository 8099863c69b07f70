/** Files that no case names are removed: by the jobs a day after they were sent, and at once when somebody is forgotten. */
import { command, db } from './cloud';
import { keptOf, removeFiles } from './files';
import { disownPermits, dropPermits, FILING, type Permit, permitsDue, permitsOf } from './permits';

/** Where the cases lie whose ids begin so. */
const CASES: Readonly<Record<string, string>> = {
  t: 'tickets',
  w: 'wishes',
  a: 'activities',
  h: 'participations',
};
const BATCH = 50;

/** Sweeps what is due, at most `batches` times fifty; true when there may be more. Calls: at most seven for each fifty. */
export async function sweepFiles(now: number, batches: number): Promise<boolean> {
  for (let left = batches; left > 0; left--) {
    const rows = await permitsDue(now, BATCH);
    await removeUnused(rows);
    await dropPermits(rows);
    if (rows.length < BATCH) return false;
  }
  return true;
}

/** What somebody sent and no case names; to be called when their cases have been gone through. */
export async function forgetFiles(person: string): Promise<void> {
  const rows = await permitsOf(person);
  for (let from = 0; from < rows.length; from += BATCH) await removeUnused(rows.slice(from, from + BATCH));
  if (rows.length > 0) await disownPermits(person);
}

async function removeUnused(rows: readonly Permit[]): Promise<void> {
  const cases = await casesOf(rows);
  await removeFiles(
    rows.flatMap((row) => filesOf(row).filter((id) => id === row.put || !cases.get(row.of)?.includes(id))),
  );
}

/** All that may lie in storage under a permit. */
function filesOf({ person, put, of, kept }: Permit): string[] {
  const purposes = person === '' || put.endsWith('.voice') ? [] : [...new Set([FILING, of])];
  return [put, ...kept, ...purposes.flatMap((purpose) => keptOf(put, person, purpose))];
}

/** The cases that these were taken for, as text, by their ids; one call for each kind of case. */
async function casesOf(rows: readonly Permit[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ of }) => of))];
  const found = await Promise.all(
    Object.entries(CASES).map(async ([letter, collection]) => {
      const of = ids.filter((id) => id !== FILING && id.startsWith(letter));
      if (of.length === 0) return [];
      const { data } = await db
        .collection(collection)
        .where({ _id: command.in(of) })
        .limit(of.length)
        .field({ _id: true, photos: true, history: true })
        .get();
      return data as { _id: string }[];
    }),
  );
  return new Map(found.flat().map((each) => [each._id, JSON.stringify(each)]));
}
