/**
 * What an instance keeps in memory: the calendar, the work areas it serves, the places that were scanned.
 * A change in the database is seen within a minute.
 */
import { Refusal } from '@/domain/flow/refusal';
import { type Area, areaPathOf, type Place, type Unit } from '@/domain/org/org';
import { type Calendar, CHINA, type NationalDays, unitCalendar } from '@/domain/time/calendar';
import type { Amendment } from './amend';
import { Cache } from './cache';
import { command, db, readDocument } from './cloud';
import { forgetMenus } from './menu';

const MINUTE = 60_000;
/** What the database hands out at once; a village has fewer places. */
const PLACES_MAX = 1000;
const national = new Cache<{ days: NationalDays | null }>(MINUTE, 1);
/** By the unit itself: two areas may each have a unit `desk`, and a unit that was read anew may have changed. */
const calendars = new WeakMap<object, { days: NationalDays | null; calendar: Calendar }>();
const USUAL = {};
const areas = new Cache<Area>(MINUTE, 100);
const counties = new Cache<Area[]>(MINUTE, 10);
const places = new Cache<Place>(MINUTE, 5000);

/** The work area a path lies in; refuses a path of nowhere. */
export async function area(path: string): Promise<Area> {
  const areaPath = areaPathOf(path);
  const found = await areas.get(areaPath, () => readArea(areaPath));
  if (!found) throw new Refusal('PLACE_UNKNOWN');
  return found;
}

/**
 * The other lists of a place's county, as far as they say who holds which post: for work of which nobody of its own area
 * can be the owner. One call, and then known for a minute.
 */
export async function othersOf({ path }: Pick<Area, 'path'>): Promise<Area[]> {
  const county = `area:${path.split('/')[0]}/`;
  const found = await counties.get(county, async () => {
    const { data } = await db
      .collection('directory')
      .where({ _id: command.gte(county).and(command.lt(`${county}~`)) })
      .field({ path: true, name: true, posts: true, persons: true, units: true })
      .limit(COUNTY_MAX)
      .get();
    return data as Area[];
  });
  return (found ?? []).filter((other) => other.path !== path);
}

/** The paths of all work areas; one call. */
export async function areaPaths(): Promise<string[]> {
  const { data } = await db
    .collection('directory')
    .where({ _id: command.gte('area:').and(command.lt('area;')) })
    .field({ path: true })
    .limit(COUNTY_MAX)
    .get();
  return (data as Pick<Area, 'path'>[]).map(({ path }) => path);
}

/** Work areas of a county. */
const COUNTY_MAX = 1000;

/** Without its history, which nobody needs who answers a phone. */
async function readArea(path: string): Promise<Area | null> {
  const { data } = await db.collection('directory').doc(`area:${path}`).field({ history: false }).get();
  return (data[0] as Area | undefined) ?? null;
}

/** The place behind a code; refuses an unknown or retired one with its own words. */
export async function place(id: string, now: number): Promise<Place> {
  const found = await places.get(id, () => readDocument<Place>('places', id));
  if (!found) throw new Refusal('PLACE_UNKNOWN');
  if (found.retiredAt !== null && found.retiredAt <= now) throw new Refusal('PLACE_RETIRED');
  return found;
}

/**
 * The working calendar of a unit: its own hours and closures over the nation's days, of which newer ones may be loaded
 * into `directory/calendar`. Kept as long as both are, because a calendar prepares its tables once.
 */
export async function calendarOf(unit: Unit | null | undefined): Promise<Calendar> {
  const days = await nationalDays();
  const kept = calendars.get(unit ?? USUAL);
  if (kept?.days === days) return kept.calendar;
  const calendar = unitCalendar({ ...days, ...unit?.calendar });
  calendars.set(unit ?? USUAL, { days, calendar });
  return calendar;
}

/** The nation's days in force: those loaded, or those that this version ships with. */
export async function nationalCalendar(): Promise<NationalDays> {
  return (await nationalDays()) ?? CHINA;
}

async function nationalDays(): Promise<NationalDays | null> {
  const kept = await national.get('calendar', async () => ({
    days: await readDocument<NationalDays>('directory', 'calendar'),
  }));
  return kept?.days ?? null;
}

/** Every place in force within a path, in the order of the tree; one call. */
export async function placesWithin(path: string, now: number): Promise<Place[]> {
  const { data } = await db
    .collection('places')
    .where({ orgPath: command.gte(path).and(command.lt(`${path}~`)) })
    .orderBy('orgPath', 'asc')
    .limit(PLACES_MAX)
    .get();
  return (data as Place[]).filter((found) => found.retiredAt === null || found.retiredAt > now);
}

/** The area whose table has this `rev`, read anew when the one in memory is another. Refuses MOVED_ON when the database's is, too. */
export async function areaAt(path: string, rev: number): Promise<Area> {
  const kept = await area(path);
  if ((kept.rev ?? 0) === rev) return kept;
  areas.forget(kept.path);
  const fresh = await area(path);
  if ((fresh.rev ?? 0) !== rev) throw new Refusal('MOVED_ON');
  return fresh;
}

/** The area as it was with this `rev` or has become since; read anew when the one in memory is older. */
export async function areaSince(path: string, rev: number): Promise<Area> {
  const kept = await area(path);
  if ((kept.rev ?? 0) >= rev) return kept;
  areas.forget(kept.path);
  return area(path);
}

/** So many of the latest changes are kept with an area. */
const HISTORY_MAX = 500;

/**
 * Puts a changed area in place of the one that had `rev`: one conditional write. Gives it with its new `rev`; refuses
 * MOVED_ON when someone was faster.
 */
export async function saveArea(
  { next, set, change }: Amendment,
  rev: number,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<Area> {
  const { updated } = await db
    .collection('directory')
    .where({ _id: `area:${next.path}`, rev: rev === 0 ? command.exists(false) : rev })
    .update({
      ...set,
      rev: rev + 1,
      history: command.push({ each: [{ at, by, rev: rev + 1, ...change }], slice: -HISTORY_MAX }),
    });
  areas.forget(next.path);
  if (updated !== 1) throw new Refusal('MOVED_ON');
  return { ...next, rev: rev + 1 };
}

/** So often a change that stands on its own is tried on a newer area before it gives up. */
const TRIES = 5;

/** Saves a change that rests on no earlier reading, such as a person's own leave: made anew when someone was faster. */
export async function amendArea(
  path: string,
  amend: (home: Area) => Amendment,
  who: { readonly by: string; readonly at: number },
): Promise<Area> {
  for (let left = TRIES; ; left--) {
    const home = await area(path);
    try {
      return await saveArea(amend(home), home.rev ?? 0, who);
    } catch (error) {
      if (left <= 1 || !(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
    }
  }
}

/** Forgets everything; for tests that change the directory. */
export function forgetDirectory(): void {
  for (const cache of [national, areas, counties, places]) cache.clear();
  forgetMenus();
}
