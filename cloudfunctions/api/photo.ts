/** Where a phone may put one photo or one voice note, and the look at it once it has arrived. */
import { checkPhoto, checkVoice, FILING, preparePhoto, prepareVoice, readPhotos } from '../runtime/files';
import { signed } from '../runtime/serve';

export const preparePhotoPlace = signed<'photo.prepare'>((_, { actor, now }) => preparePhoto(actor.id, now));

export const checkPhotoSent = signed<'photo.check'>(({ fileId, of = FILING, small }, { actor }) =>
  checkPhoto(actor.id, fileId, of, small),
);

export const readPhotosSent = signed<'photo.read'>(({ photos, of = FILING }, { actor }) =>
  readPhotos(actor.id, photos, of),
);

export const prepareVoicePlace = signed<'voice.prepare'>((_, { actor, now }) => prepareVoice(actor.id, now));

export const checkVoiceSent = signed<'voice.check'>(({ fileId, of = FILING }, { actor }) =>
  checkVoice(actor.id, fileId, of),
);
