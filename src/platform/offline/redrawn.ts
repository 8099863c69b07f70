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
export function redrawn(photos: readonly SentPhoto[], of?: string): Promise<Redrawn[]> {
  const bare = photos.filter(({ thumb }) => !shelf.shows(thumb)).map(({ fileId }) => fileId);
  const arrived = bare.filter((id) => !isLocal(id));
  return Promise.all([
    ...bare.filter(isLocal).map(fromShelf),
    ...(arrived.length > 0 ? [fromCloud(arrived, of)] : []),
  ]).then((found) => found.flat());
}

const fromShelf = (fileId: string): Promise<Redrawn[]> =>
  shelf.take(fileId).then((kept) => (kept ? [{ fileId, src: kept.src, small: kept.thumb }] : []));

const fromCloud = (photos: string[], of?: string): Promise<Redrawn[]> =>
  call('photo.read', { photos, ...(of && { of }) }).then(
    (views) => views.map(({ id, url, small }) => ({ fileId: id, src: url, small })),
    () => [],
  );
