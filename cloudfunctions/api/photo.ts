/** Where a phone may put one photo. */
import { preparePhoto } from '../runtime/files';
import { signed } from '../runtime/serve';

export const preparePhotoPlace = signed<'photo.prepare'>((_, { actor, now }) => preparePhoto(actor.id, now));
