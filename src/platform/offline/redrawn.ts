/** Photos of a form that is opened again. */
import { call } from '../call';
import { isLocal } from '../local';
import type { SentPhoto } from '../photos';
import { shelf } from './shelf';

/** What stands for a photo again: `src` when it is opened, `small` in the grid. */
export interface Redrawn {
  readonly fileId: string;
  readonly src: string;
  readonly small: string;
}

/**
 * Those of them whose thumb this phone can no longer draw: what waits here is on the shelf, what has arrived is asked of the
 * cloud, `of` being the case. What cannot be had is left out: the photo itself is not lost.
 */
export async function redrawn(photos: readonly SentPhoto[], of?: string): Promise<Redrawn[]> {
  const bare = photos.filter(({ thumb }) => !shelf.shows(thumb)).map(({ fileId }) => fileId);
  const [kept, arrived] = await Promise.all([
    Promise.all(bare.filter(isLocal).map(fromShelf)),
    fromCloud(
      bare.filter((id) => !isLocal(id)),
      of,
    ),
  ]);
  return [...kept.flat(), ...arrived];
}

async function fromShelf(fileId: string): Promise<Redrawn[]> {
  const picture = await shelf.take(fileId);
  return picture ? [{ fileId, src: picture.src, small: picture.thumb }] : [];
}

async function fromCloud(photos: string[], of?: string): Promise<Redrawn[]> {
  if (photos.length === 0) return [];
  try {
    const views = await call('photo.read', { photos, ...(of && { of }) });
    return views.map(({ id, url, small }) => ({ fileId: id, src: url, small }));
  } catch {
    return [];
  }
}
