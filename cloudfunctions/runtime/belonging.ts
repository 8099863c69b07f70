/** Who is of a work area though nobody wrote them down there: who earned points, asked, wished or took part there. */
import { Cache } from './cache';
import { command, db, only } from './cloud';
import { accountOf } from './points';

/** How far one looks back in somebody's own list. */
const LOOKED_AT = 20;

/** The lists that tell it: whose they are, and when each row began. */
const TRACES = [
  ['tickets', 'reporter.id', 'openedAt'],
  ['wishes', 'poster.id', 'openedAt'],
  ['participations', 'person', 'startsAt'],
] as const;

const known = new Cache<true>(600_000, 5000);

/**
 * Did this person take part or was served in the area before this moment (ms). One to four calls, each along their own
 * list; a yes is remembered for ten minutes.
 */
export async function belongs(person: string, area: string, before: number): Promise<boolean> {
  const found = await known.get(`${person} ${area} ${before}`, async () => {
    const account = await accountOf(person, area);
    if (account?.entries.some(({ at }) => at <= before)) return true;
    for (const trace of TRACES) if (await isIn(trace, person, area, before)) return true;
    return null;
  });
  return found ?? false;
}

async function isIn(
  [collection, whose, since]: (typeof TRACES)[number],
  person: string,
  area: string,
  before: number,
): Promise<boolean> {
  const { data } = await db
    .collection(collection)
    .where(only({ [whose]: person, [since]: command.lte(before) }))
    .orderBy(since, 'desc')
    .limit(LOOKED_AT)
    .field({ area: true })
    .get();
  return (data as { area: string }[]).some((row) => row.area === area);
}
