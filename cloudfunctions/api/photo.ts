/** Where a phone may put one photo, and the look at it once it has arrived. */
import { checkPhoto, FILING, preparePhoto } from '../runtime/files';
import { signed } from '../runtime/serve';

export const preparePhotoPlace = signed<'photo.prepare'>((_, { actor, now }) => preparePhoto(actor.id, now));

export const checkPhotoSent = signed<'photo.check'>(({ fileId, of = FILING }, { actor }) =>
  checkPhoto(actor.id, fileId, of),
);
