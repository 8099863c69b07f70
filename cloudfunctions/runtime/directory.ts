/**
 * What an instance keeps in memory: the menu, the calendar, the work areas it serves, the places that were scanned.
 * A change in the database is seen within a minute.
 */
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { Refusal } from '@/domain/flow/refusal';
import { type Area, areaPathOf, type Place, type Responsibility, type Unit } from '@/domain/org/org';
import { type Calendar, type NationalDays, unitCalendar } from '@/domain/time/calendar';
import { Cache } from './cache';
import { command, db, readDocument } from './cloud';

const MINUTE = 60_000;
/** What the database hands out at once; a village has fewer places. */
const PLACES_MAX = 1000;
const catalogues = new Cache<Catalogue>(MINUTE, 1);
const national = new Cache<{ days: NationalDays | null }>(MINUTE, 1);
const calendars = new Cache<Calendar>(MINUTE, 500);
const areas = new Cache<Area>(MINUTE, 100);
const places = new Cache<Place>(MINUTE, 5000);

/** The menu in force. */
export async function catalogue(): Promise<Catalogue> {
  const found = await catalogues.get('catalogue', () => readDocument<Catalogue>('directory', 'catalogue'));
  if (!found) throw new Error('directory/catalogue is missing: load it with `npm run seed`');
  return found;
}

/** A service of the menu; refuses one that is not on it. */
export async function service(id: string): Promise<Service> {
  const found = (await catalogue()).services.find((entry) => entry.id === id);
  if (!found) throw new Refusal('SERVICE_UNKNOWN');
  return found;
}

/** The work area a path lies in; refuses a path of nowhere. */
export async function area(path: string): Promise<Area> {
  const areaPath = areaPathOf(path);
  const found = await areas.get(areaPath, () => readDocument<Area>('directory', `area:${areaPath}`));
  if (!found) throw new Refusal('PLACE_UNKNOWN');
  return found;
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
 * into `directory/calendar`. Kept with the unit, because a calendar prepares its tables once.
 */
export async function calendarOf(unit: Unit | null | undefined): Promise<Calendar> {
  const days = await nationalDays();
  const made = await calendars.get(unit?.id ?? '', async () => unitCalendar({ ...days, ...unit?.calendar }));
  return made as Calendar;
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

/** What was changed in a table of responsibility: the lines that differ, by whom and when. Kept with the area. */
export interface TableChange {
  readonly at: number;
  readonly by: string;
  readonly rev: number;
  readonly removed: readonly Responsibility[];
  readonly added: readonly Responsibility[];
}

/** Puts an area's table in place of the one that had `rev`: one conditional write. Refuses MOVED_ON when someone was faster. */
export async function saveResponsibility(
  { path, responsibility }: Area,
  rev: number,
  change: TableChange,
): Promise<void> {
  const _id = `area:${path}`;
  const { updated } = await db
    .collection('directory')
    .where({ _id, rev: rev === 0 ? command.exists(false) : rev })
    .update({ responsibility, rev: rev + 1, history: command.push([change]) });
  areas.forget(path);
  if (updated !== 1) throw new Refusal('MOVED_ON');
}

/** Forgets everything; for tests that change the directory. */
export function forgetDirectory(): void {
  for (const cache of [catalogues, national, calendars, areas, places]) cache.clear();
}
