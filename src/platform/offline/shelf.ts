import type { Picture } from '../pictures';

/** Photos that wait on this phone, under the name by which a letter calls them. Losing one must never lose words. */
export interface Shelf {
  /** False when the phone refuses: full, private mode. */
  put: (ref: string, picture: Picture) => Promise<boolean>;
  /** Null when it is gone. */
  take: (ref: string) => Promise<Picture | null>;
  drop: (ref: string) => Promise<void>;
  /** Can this phone still draw what a draft kept of a photo? */
  shows: (thumb: string) => boolean;
}

/** shelf.h5.ts keeps them in IndexedDB, shelf.weapp.ts as saved files. */
export const shelf: Shelf = {
  put: async () => false,
  take: async () => null,
  drop: async () => undefined,
  shows: () => false,
};
