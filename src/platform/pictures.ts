import type { PhotoTicket } from '@/contract';

/** A photo as this phone holds it: at most 1600 px on its longer side, a JPEG, without place or camera data. */
export interface Picture {
  /** What Image can show while the page lives. */
  readonly src: string;
  /** What Image can show later, too, small enough for a draft. */
  readonly thumb: string;
  readonly bytes: number;
  readonly content: unknown;
}

/** Lets the person take or choose up to `most` photos, compressed. Empty when they change their mind. */
export async function choosePictures(_most: number): Promise<Picture[]> {
  return [];
}

/** Sends one to where the cloud said; answers its file id. */
export async function sendPicture(_picture: Picture, _to: PhotoTicket): Promise<string> {
  throw new Error('no target: pictures are chosen by the build');
}
