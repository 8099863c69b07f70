/**
 * Photos: they go straight from the phone to storage, never through a function. The server invents the path and
 * signs it for one person, so a file id that comes back later proves by itself whose it is; no database needed.
 *
 * What a phone put there (`u/…`) is looked at once, by content, and written anew where no phone can write (`p/…`),
 * signed for the person and the case that asked for it. Actions accept only those, and pay nothing for it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CheckedPhoto, PhotoTicket, PhotoView } from '@/contract';
import { PHOTO_BYTES_MAX } from '@/contract/limits';
import { Refusal } from '@/domain/flow/refusal';
import { app } from './cloud';
import { BadJpeg, type CleanJpeg, cleanJpeg } from './jpeg';

/** How long a link to a photo lives, in seconds. */
const LINK_SECONDS = 3600;
/** A photo that storage does not give in this time (ms) is tried again by the person. */
const FETCH_MS = 8000;
const PATH = /^cloud:\/\/([\w-]+)\.[\w-]+\/([up])\/(\d{4}-\d\d)\/([0-9a-f]{16})-([0-9a-f]{16})\.jpg$/;

/** What photos are taken for: a request that is yet to be sent, or the case with this id. */
export const FILING = 'filing';

/** A place in storage where this person may put one photo. */
export async function preparePhoto(person: string, now: number): Promise<PhotoTicket> {
  const month = new Date(now).toISOString().slice(0, 7);
  const name = randomBytes(8).toString('hex');
  const cloudPath = `u/${month}/${name}-${sign('put', person, month, name)}.jpg`;
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

/**
 * Looks at a photo that arrived (type, structure, size, pixels), takes out what is no picture, and keeps it for `of`.
 * Four storage calls, none of the database; a repeat gives the same answer. Refuses PHOTO_FOREIGN (not this person's, or
 * it never arrived), PHOTO_TOO_BIG and PHOTO_UNREADABLE; what was refused is removed.
 */
export async function checkPhoto(person: string, fileId: string, of: string): Promise<CheckedPhoto> {
  const { folder, month, name, signature } = partsOf(fileId);
  if (folder !== 'u' || !same(sign('put', person, month, name), signature))
    throw new Refusal('PHOTO_FOREIGN');
  const cloudPath = `p/${month}/${name}-${sign(of, person, month, name)}.jpg`;
  const checked = fileId.slice(0, fileId.indexOf('/', 'cloud://'.length) + 1) + cloudPath;
  const link = await linksTo([checked, fileId]);
  if (link(checked).url) return { fileId: checked };
  const { url } = link(fileId);
  if (!url) throw new Refusal('PHOTO_FOREIGN', { why: 'not there' });
  try {
    const { bytes } = clean(await download(url));
    await app.uploadFile({ cloudPath, fileContent: bytes });
  } catch (error) {
    if (error instanceof Refusal) await remove(fileId);
    throw error;
  }
  await remove(fileId);
  return { fileId: checked };
}

/**
 * Accepts photos that were checked for this person and this case; refuses any other file id, and says which of them by
 * its place in the list.
 */
export function requireOwnPhotos(
  person: string,
  photos: readonly string[] = [],
  of: string = FILING,
): readonly string[] {
  const environment = process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? '';
  photos.forEach((id, index) => {
    const [, env, folder, month, name, signature] = PATH.exec(id) ?? [];
    const own =
      env === environment && folder === 'p' && month && name && signature
        ? same(sign(of, person, month, name), signature)
        : false;
    if (!own) throw new Refusal('PHOTO_FOREIGN', { field: 'photos', photo: index });
  });
  return photos;
}

function partsOf(fileId: string): { folder: string; month: string; name: string; signature: string } {
  const environment = process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? '';
  const [, env, folder, month, name, signature] = PATH.exec(fileId) ?? [];
  if (env !== environment || !folder || !month || !name || !signature) throw new Refusal('PHOTO_FOREIGN');
  return { folder, month, name, signature };
}

/** The bytes behind a link; stops reading once it is more than a photo may have. */
async function download(url: string): Promise<Buffer> {
  const answer = await fetch(encodeURI(url), { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok || !answer.body) throw Object.assign(new Error('storage'), { code: 'SYS_ERR' });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > PHOTO_BYTES_MAX) throw new Refusal('PHOTO_TOO_BIG', { why: 'bytes' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function clean(bytes: Buffer): CleanJpeg {
  try {
    return cleanJpeg(bytes);
  } catch (error) {
    if (!(error instanceof BadJpeg)) throw error;
    const code = error.why === 'too-many-pixels' ? 'PHOTO_TOO_BIG' : 'PHOTO_UNREADABLE';
    throw new Refusal(code, { why: error.why });
  }
}

/** What is left behind is removed by the bucket's own rule for `u/` later, so a failure here is nobody's loss. */
async function remove(fileId: string): Promise<void> {
  await app.deleteFile({ fileList: [fileId] }).catch(() => undefined);
}

/** Removes files for good, fifty at a call; one that is gone already is no failure. */
export async function removeFiles(ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 50)
    await app.deleteFile({ fileList: ids.slice(from, from + 50) });
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

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** `purpose`: `put` for the phone's own place, else what the photo was taken for. */
function sign(purpose: string, person: string, month: string, name: string): string {
  const key = process.env.YIMA_FILE_KEY;
  if (!key) throw new Error('YIMA_FILE_KEY is not set');
  return createHmac('sha256', key)
    .update(`photo:${purpose}:${person}:${month}:${name}`)
    .digest('hex')
    .slice(0, 16);
}
