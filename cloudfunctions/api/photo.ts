/** Where a phone may put one photo or one voice note, and the look at it once it has arrived. */
import { checkPhoto, checkVoice, FILING, preparePhoto, prepareVoice } from '../runtime/files';
import { signed } from '../runtime/serve';

export const preparePhotoPlace = signed<'photo.prepare'>((_, { actor, now }) => preparePhoto(actor.id, now));

export const checkPhotoSent = signed<'photo.check'>(({ fileId, of = FILING }, { actor }) =>
  checkPhoto(actor.id, fileId, of),
);

export const prepareVoicePlace = signed<'voice.prepare'>((_, { actor, now }) => prepareVoice(actor.id, now));

export const checkVoiceSent = signed<'voice.check'>(({ fileId, of = FILING }, { actor }) =>
  checkVoice(actor.id, fileId, of),
);
