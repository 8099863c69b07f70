import { call } from './call';
import { type Picture, sendPicture } from './pictures';

/** Sends a photo and has the cloud look at it; answers its file id. `of` is the id of the case that it belongs to. */
export async function upload(picture: Picture, of?: string): Promise<string> {
  const to = await call('photo.prepare', { bytes: picture.bytes });
  const { fileId: arrived, small } = await sendPicture(picture, to);
  const { fileId } = await call('photo.check', {
    fileId: arrived,
    ...(of && { of }),
    ...(small > 0 && { small }),
  });
  return fileId;
}
