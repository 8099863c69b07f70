/**
 * Photos: they go straight from the phone to storage, never through a function. The server invents the path and
 * signs it for one person, so a file id that comes back later proves by itself whose it is; no database needed.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PhotoTicket, PhotoView } from '@/contract';
import { Refusal } from '@/domain/flow/refusal';
import { app } from './cloud';

/** How long a link to a photo lives, in seconds. */
const LINK_SECONDS = 3600;
const PATH = /^cloud:\/\/([\w-]+)\.[\w-]+\/u\/(\d{4}-\d\d)\/([0-9a-f]{16})-([0-9a-f]{16})\.jpg$/;

/** A place in storage where this person may put one photo. */
export async function preparePhoto(person: string, now: number): Promise<PhotoTicket> {
  const month = new Date(now).toISOString().slice(0, 7);
  const name = randomBytes(8).toString('hex');
  const cloudPath = `u/${month}/${name}-${sign(person, month, name)}.jpg`;
  const { data } = await app.getUploadMetadata({ cloudPath });
  return {
    fileId: data.fileId,
    cloudPath,
    url: data.url,
    fields: {
      key: cloudPath,
      signature: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
    },
  };
}

/** Accepts photos that this person was given the place for; refuses any other file id. */
export function requireOwnPhotos(person: string, photos: readonly string[] = []): readonly string[] {
  const environment = process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? '';
  for (const id of photos) {
    const [, env, month, name, signature] = PATH.exec(id) ?? [];
    if (env !== environment || !month || !name || !signature) throw new Refusal('PHOTO_FOREIGN');
    const expected = Buffer.from(sign(person, month, name));
    if (!timingSafeEqual(expected, Buffer.from(signature))) throw new Refusal('PHOTO_FOREIGN');
  }
  return photos;
}

/** Links to photos, for showing; one storage call for all, none when there are none. */
export async function linksTo(ids: readonly string[]): Promise<(id: string) => PhotoView> {
  const links = new Map<string, string>();
  if (ids.length > 0) {
    const fileList = [...new Set(ids)].slice(0, 50).map((fileID) => ({ fileID, maxAge: LINK_SECONDS }));
    const answer = await app.getTempFileURL({ fileList });
    for (const file of answer.fileList) links.set(file.fileID, file.tempFileURL ?? '');
  }
  return (id) => ({ id, url: links.get(id) ?? '' });
}

function sign(person: string, month: string, name: string): string {
  const key = process.env.YIMA_FILE_KEY;
  if (!key) throw new Error('YIMA_FILE_KEY is not set');
  return createHmac('sha256', key).update(`photo:${person}:${month}:${name}`).digest('hex').slice(0, 16);
}
