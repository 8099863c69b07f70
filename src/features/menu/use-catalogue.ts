/** The menu, read once and kept on the phone: it changes a few times a year. */
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { remembered } from '@/src/features/place';
import { call, keep, type Loaded, recall, serverNow, useLoaded } from '@/src/platform';

const SLOT = 'menu';
/** A menu this old is read anew before it is shown. Milliseconds. */
const FRESH = 10 * 60_000;

let reading: { at: number; scene: string | undefined; menu: Promise<Catalogue>; read?: Catalogue } | null =
  null;

/** The menu of the place this phone knows; from this phone when it is fresh, or when there is no network. */
export function readCatalogue(): Promise<Catalogue> {
  const scene = remembered()?.scene;
  if (reading && reading.scene === scene && serverNow() - reading.at < FRESH) return reading.menu;
  const menu = call('catalogue.read', scene ? { scene } : {}).then(
    (answer) => {
      keep(SLOT, answer);
      return answer;
    },
    (error: unknown) => {
      reading = null;
      const kept = recall<Catalogue>(SLOT);
      if (kept) return kept;
      throw error;
    },
  );
  const mine: typeof reading = { at: serverNow(), scene, menu };
  reading = mine;
  menu.then(
    (answer) => {
      mine.read = answer;
    },
    () => undefined,
  );
  return menu;
}

const one = (menu: Catalogue, id: string): Service | null =>
  menu.services.find((service) => service.id === id) ?? null;

export function useCatalogue(): Loaded<Catalogue> {
  return useLoaded(readCatalogue, []);
}

/** One service of the menu, or null when it is no longer there. */
export function useService(id: string): Loaded<Service | null> {
  return useLoaded(
    async () => one(await readCatalogue(), id),
    [id],
    // from the menu its form opens whole
    () => (reading?.read ? one(reading.read, id) : undefined),
  );
}
