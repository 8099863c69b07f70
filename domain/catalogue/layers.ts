/**
 * Whose menu is whose. The county's menu is everybody's default; a town and a work area lay entries of their own over
 * it, or take entries off for themselves. A layer reaches what lies below its path and nothing else.
 */
import { ancestorsOf } from '../org/org';
import type { Catalogue, Service } from './catalogue';

export interface MenuLayer {
  /** The town or work area it is for. */
  readonly path: string;
  /** Entries of its own: instead of one with the same id below, or beside them. */
  readonly services: readonly Service[];
  /** Entries that are not offered here, by id. */
  readonly dropped: readonly string[];
  /** Counts the changes; 0 or absent = none yet. */
  readonly rev?: number;
}

/** How deep the paths are that may have a layer: county/town/ and county/town/area/. */
const TOWN_DEPTH = 2;
const AREA_DEPTH = 3;

/** The paths whose layers make the menu of a place, the widest first. */
export function layerPathsOf(path: string): string[] {
  return ancestorsOf(path)
    .reverse()
    .slice(TOWN_DEPTH - 1, AREA_DEPTH);
}

/** The menu with layers over it, the widest first. */
export function layered(base: Catalogue, layers: readonly MenuLayer[]): Catalogue {
  return { ...base, services: layers.reduce(over, base.services) };
}

function over(below: readonly Service[], { services, dropped }: MenuLayer): readonly Service[] {
  const own = new Map(services.map((service) => [service.id, service]));
  const known = new Set(below.map(({ id }) => id));
  return [
    ...below.filter(({ id }) => !dropped.includes(id)).map((service) => own.get(service.id) ?? service),
    ...services.filter(({ id }) => !known.has(id)),
  ];
}

/** The layer with this entry: new, or instead of its own or of one below. */
export function withService(layer: MenuLayer, service: Service): MenuLayer {
  const known = layer.services.some(({ id }) => id === service.id);
  return {
    ...layer,
    dropped: layer.dropped.filter((id) => id !== service.id),
    services: known
      ? layer.services.map((each) => (each.id === service.id ? service : each))
      : [...layer.services, service],
  };
}

/** The layer that offers this entry no more. What stands below stays there for others, and is left out here. */
export function withoutService(layer: MenuLayer, id: string, below: Pick<Catalogue, 'services'>): MenuLayer {
  const stands = below.services.some((service) => service.id === id);
  return {
    ...layer,
    services: layer.services.filter((service) => service.id !== id),
    dropped: stands ? [...new Set([...layer.dropped, id])] : layer.dropped,
  };
}
