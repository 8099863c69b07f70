/**
 * The menu of a place: the county's default and the layers over it, read together in one call and kept for a minute. A
 * change is one conditional write on the layer that it is of, and reaches nobody else's.
 */
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { layered, layerPathsOf, type MenuLayer } from '@/domain/catalogue/layers';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf, depthOf } from '@/domain/org/org';
import { Cache } from './cache';
import { command, db, isDuplicate } from './cloud';

const DEFAULT = 'catalogue';
const idOf = (path: string): string => `menu:${path}`;

interface Layers {
  readonly base: Catalogue;
  readonly over: readonly MenuLayer[];
}

const kept = new Cache<Layers>(60_000, 100);

/** The county's default menu and the layers for a place, the widest first; none for no place. */
async function layersOf(path: string): Promise<Layers> {
  const home = path && areaPathOf(path);
  const found = await kept.get(home || DEFAULT, () => readLayers(home));
  if (!found) throw new Error('directory/catalogue is missing: load it with `npm run seed`');
  return found;
}

async function readLayers(home: string): Promise<Layers | null> {
  const paths = layerPathsOf(home);
  const { data } = await db
    .collection('directory')
    .where({ _id: command.in([DEFAULT, ...paths.map(idOf)]) })
    .get();
  const rows = data as ((Catalogue | MenuLayer) & { readonly _id: string })[];
  const base = rows.find(({ _id }) => _id === DEFAULT) as Catalogue | undefined;
  const over = paths.map((path) => rows.find(({ _id }) => _id === idOf(path)) as MenuLayer | undefined);
  return base ? { base, over: over.filter((layer) => layer !== undefined) } : null;
}

/** The menu in force at a place; the county's default where no place is said. */
export async function catalogue(path = ''): Promise<Catalogue> {
  const { base, over } = await layersOf(path);
  return layered(base, over);
}

/** A service of the menu at a place; refuses one that is not on it. */
export async function service(id: string, path: string): Promise<Service> {
  const found = (await catalogue(path)).services.find((entry) => entry.id === id);
  if (!found) throw new Refusal('SERVICE_UNKNOWN');
  return found;
}

/** A layer that somebody may change, with the menu below it. The county's own is the default itself. */
export interface Editing {
  readonly layer: MenuLayer;
  readonly below: Catalogue;
  /** Layers over it, which the change shows through where they say nothing. */
  readonly above: readonly MenuLayer[];
}

/** The layer of `path` in the menu of an area. */
export async function editing(area: string, path: string): Promise<Editing> {
  const { base, over } = await layersOf(area);
  if (isCounty(path))
    return {
      layer: { path, services: base.services, dropped: [], rev: base.rev ?? 0 },
      below: { ...base, services: [] },
      above: over,
    };
  const own = over.find((layer) => layer.path === path);
  return {
    layer: own ?? { path, services: [], dropped: [], rev: 0 },
    below: layered(
      base,
      over.filter((layer) => depthOf(layer.path) < depthOf(path)),
    ),
    above: over.filter((layer) => depthOf(layer.path) > depthOf(path)),
  };
}

/** The same with this `rev`, read anew when the one in memory is another. Refuses MOVED_ON when the database's is, too. */
export async function editingAt(area: string, path: string, rev: number): Promise<Editing> {
  const known = await editing(area, path);
  if ((known.layer.rev ?? 0) === rev) return known;
  kept.clear();
  const fresh = await editing(area, path);
  if ((fresh.layer.rev ?? 0) !== rev) throw new Refusal('MOVED_ON');
  return fresh;
}

/** Puts a changed layer in place of the one with the same `rev`: one conditional write. Refuses MOVED_ON when someone was faster. */
export async function saveLayer({ path, services, dropped, rev = 0 }: MenuLayer): Promise<MenuLayer> {
  const saved: MenuLayer = { path, services, dropped, rev: rev + 1 };
  const directory = db.collection('directory');
  kept.clear();
  if (rev === 0 && !isCounty(path)) {
    try {
      await directory.add({ ...saved, _id: idOf(path) });
    } catch (error) {
      throw isDuplicate(error) ? new Refusal('MOVED_ON') : error;
    }
    return saved;
  }
  const is = rev === 0 ? command.exists(false) : rev;
  const { updated } = isCounty(path)
    ? await directory.where({ _id: DEFAULT, rev: is }).update({ services, rev: rev + 1 })
    : await directory.where({ _id: idOf(path), rev }).update({ services, dropped, rev: rev + 1 });
  if (updated !== 1) throw new Refusal('MOVED_ON');
  return saved;
}

/** Whoever is over the county keeps the default, for everybody. */
const isCounty = (path: string): boolean => layerPathsOf(path).length === 0;

export const forgetMenus = (): void => kept.clear();
