import type { PhotoTicket } from '@/contract';

/** A photo as this phone holds it: a JPEG as large as `fitted` says, without place or camera data. */
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

/** A photo that has arrived, and how many bytes at its end are the small picture for lists; 0 for none. */
export interface Arrived {
  readonly fileId: string;
  readonly small: number;
}

/** Sends one to where the cloud said, its small picture behind it in the same file. */
export async function sendPicture(_picture: Picture, _to: PhotoTicket): Promise<Arrived> {
  throw new Error('no target: pictures are chosen by the build');
}
