/**
 * Photos: they go straight from the phone to storage, never through a function. The server invents the path and
 * signs it for one person, so a file id that comes back later proves by itself whose it is and when it was given; that
 * it is used once stands in its permit.
 *
 * What a phone put there (`u/…`) is looked at once, by content, and written anew where no phone can write (`p/…`),
 * signed for the person and the case that asked for it. Actions accept only those: in a case they pay nothing for it, a
 * new request pays one call.
 *
 * Lists show the small picture that the phone made: `…-small.jpg` beside `…-full.jpg`. A name without either has none.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CheckedPhoto, CheckedVoice, PhotoTicket, PhotoView } from '@/contract';
import { PHOTO_BYTES_MAX, SMALL_BYTES_MAX, SMALL_SIDE_MAX } from '@/contract/limits';
import { Refusal } from '@/domain/flow/refusal';
import { BadVoice, type CleanVoice, cleanVoice } from './audio';
import { app } from './cloud';
import { BadJpeg, type CleanJpeg, cleanJpeg } from './jpeg';
import { FILING, grant, LOOKED_AT_WITHIN, nameAt, requireFresh, take, USED_WITHIN } from './permits';

/** How long a link to a photo lives, in seconds. */
const LINK_SECONDS = 3600;
/** A photo that storage does not give in this time (ms) is tried again by the person. */
const FETCH_MS = 8000;
/** `-23.mp3`: how long a voice note is stands in its name, under the signature. */
const VOICE =
  /^cloud:\/\/([\w-]+)\.[\w-]+\/([uv])\/(\d{4}-\d\d)\/([0-9a-f]{16})-([0-9a-f]{16})(?:-(\d{1,2}))?\.(voice|mp3|webm|mp4)$/;
const PATH = /^cloud:\/\/([\w-]+)\.[\w-]+\/([up])\/(\d{4}-\d\d)\/([0-9a-f]{16})-([0-9a-f]{16})(-full)?\.jpg$/;
/** So many files at a call of storage. */
const FILES_MAX = 50;

/** A place in storage where this person may put one photo; one call of the database. */
export async function preparePhoto(person: string, now: number): Promise<PhotoTicket> {
  return placeFor(person, now, (month, name) => `u/${month}/${name}-${sign('put', person, month, name)}.jpg`);
}

async function placeFor(
  person: string,
  now: number,
  pathOf: (month: string, name: string) => string,
): Promise<PhotoTicket> {
  const name = nameAt(now, randomBytes(4).toString('hex'));
  const cloudPath = pathOf(new Date(now).toISOString().slice(0, 7), name);
  const { data } = await app.getUploadMetadata({ cloudPath });
  await grant(name, person, data.fileId, now);
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
 * Looks at a photo that arrived (type, structure, size, pixels), takes out what is no picture, and keeps it for `of`. Its
 * last `small` bytes are the small picture: looked at in the same way, and left out when it is none that lists can show.
 * Four storage calls, five with a small picture; of the database none for a new request, one for a case. A repeat gives
 * the same answer. Refuses PHOTO_FOREIGN (not this person's, or it never arrived), PHOTO_STALE (not within the hour),
 * PHOTO_USED (taken for something else), PHOTO_TOO_BIG and PHOTO_UNREADABLE; what was refused is removed.
 */
export async function checkPhoto({ person, of, now }: For, fileId: string, small = 0): Promise<CheckedPhoto> {
  const { name } = givenPlace(fileId, person, 'put', PATH);
  requireFresh(name, now, LOOKED_AT_WITHIN);
  const kept = keptOf(fileId, person, of);
  const link = await linksTo([...kept, fileId]);
  const before = kept.find((id) => link(id).url);
  if (before) return { fileId: before };
  const { url } = link(fileId);
  if (!url) throw new Refusal('PHOTO_FOREIGN', { why: 'not there' });
  if (of !== FILING) await take(name, person, of);
  try {
    const sent = await download(url, PHOTO_BYTES_MAX + small);
    const end = small < sent.length ? sent.length - small : sent.length;
    const { bytes } = clean(sent.subarray(0, end));
    if (bytes.length > PHOTO_BYTES_MAX) throw new Refusal('PHOTO_TOO_BIG', { why: 'bytes' });
    const [full = '', plain = ''] = kept;
    // the small one first: where the other is, it is
    const both = await keepSmall(sent.subarray(end), pathIn(beside(full)));
    const chosen = both ? full : plain;
    await app.uploadFile({ cloudPath: pathIn(chosen), fileContent: bytes });
    await remove(fileId);
    return { fileId: chosen };
  } catch (error) {
    if (error instanceof Refusal) await remove(fileId);
    throw error;
  }
}

/** The path of a file id, without the bucket. */
const pathIn = (fileId: string): string => fileId.slice(bucketOf(fileId).length);
const bucketOf = (fileId: string): string => fileId.slice(0, fileId.indexOf('/', 'cloud://'.length) + 1);

/** The file ids under which a photo is kept for `of`: with a small picture, and without. In whatever environment it lies. */
export function keptOf(put: string, person: string, of: string): string[] {
  const [, , , month = '', name = ''] = PATH.exec(put) ?? [];
  return [true, false].map((full) => {
    const signature = sign(purposeOf(of, full), person, month, name);
    return `${bucketOf(put)}p/${month}/${name}-${signature}${full ? '-full' : ''}.jpg`;
  });
}

/** Refuses PHOTO_FOREIGN for a place that this person was not given. */
export function requireGiven(person: string, fileId: string): void {
  if (fileId.endsWith('.voice')) givenPlace(fileId, person, 'say', VOICE);
  else givenPlace(fileId, person, 'put', PATH);
}

/** The parts of a place that this person was given; refuses PHOTO_FOREIGN. */
function givenPlace(fileId: string, person: string, verb: 'put' | 'say', path: RegExp) {
  const parts = partsOf(fileId, path);
  const { folder, month, name, signature } = parts;
  if (folder !== 'u' || !same(sign(verb, person, month, name), signature)) throw new Refusal('PHOTO_FOREIGN');
  return parts;
}

/** Keeps a small picture; false when it is none, too large for a list, or storage gives out: the photo goes without. */
async function keepSmall(sent: Buffer, cloudPath: string): Promise<boolean> {
  if (sent.length === 0 || sent.length > SMALL_BYTES_MAX) return false;
  try {
    const { bytes, width, height } = cleanJpeg(sent);
    if (Math.max(width, height) > SMALL_SIDE_MAX) return false;
    await app.uploadFile({ cloudPath, fileContent: bytes });
    return true;
  } catch {
    return false;
  }
}

/** Which of the two it is stands under the signature. */
const purposeOf = (of: string, full: boolean): string => (full ? `full:${of}` : of);

/** The name of the small picture beside this one. */
const beside = (full: string): string => full.replace(/-full\.jpg$/, '-small.jpg');

/** A file and what lies beside it. */
const withSmall = (id: string): string[] => (id.endsWith('-full.jpg') ? [id, beside(id)] : [id]);

/** A place in storage where this person may put one voice note. */
export async function prepareVoice(person: string, now: number): Promise<PhotoTicket> {
  return placeFor(
    person,
    now,
    (month, name) => `u/${month}/${name}-${sign('say', person, month, name)}.voice`,
  );
}

/**
 * Listens to the shape of a voice note that arrived and keeps it for `of`, as `checkPhoto` does with a photo; one call
 * of the database. Refuses VOICE_UNREADABLE and what `checkPhoto` refuses; what was refused is removed.
 */
export async function checkVoice({ person, of, now }: For, fileId: string): Promise<CheckedVoice> {
  const { month, name } = givenPlace(fileId, person, 'say', VOICE);
  requireFresh(name, now, LOOKED_AT_WITHIN);
  const link = await linksTo([fileId]);
  const { url } = link(fileId);
  if (!url) throw new Refusal('PHOTO_FOREIGN', { why: 'not there' });
  try {
    const { kind, seconds, bytes } = heard(await download(url));
    const purpose = sign(`voice:${of}:${seconds}`, person, month, name);
    const cloudPath = `v/${month}/${name}-${purpose}-${seconds}.${kind}`;
    const kept = bucketOf(fileId) + cloudPath;
    await take(name, person, of, [kept]);
    await app.uploadFile({ cloudPath, fileContent: bytes });
    await remove(fileId);
    return { fileId: kept, seconds };
  } catch (error) {
    if (error instanceof Refusal) await remove(fileId);
    throw error;
  }
}

function heard(bytes: Buffer): CleanVoice {
  try {
    return cleanVoice(bytes);
  } catch (error) {
    if (!(error instanceof BadVoice)) throw error;
    throw new Refusal('VOICE_UNREADABLE', { why: error.why });
  }
}

/** Is it a voice note; how long (s). Null for a photo. */
export function secondsOf(fileId: string): number | null {
  const [, , folder, , , , seconds] = VOICE.exec(fileId) ?? [];
  return folder === 'v' && seconds ? Number(seconds) : null;
}

/** The text of a report or an answer with the length of what was said: a voice alone is an account, too. */
export function withVoices(text: string, voices: readonly string[]): string {
  return [text, ...voices.map((id) => `（语音 ${secondsOf(id)} 秒）`)].filter(Boolean).join('');
}

/** Photos of a list that may hold voice notes, too. */
export const photosIn = (files: readonly string[]): string[] => files.filter((id) => secondsOf(id) === null);
export const voicesIn = (files: readonly string[]): string[] => files.filter((id) => secondsOf(id) !== null);

/** For whom and what files are, and when they are named. */
export interface For {
  readonly person: string;
  readonly of: string;
  readonly now: number;
}

/**
 * Accepts photos that were given to this person within a day and checked for this case; refuses any other file id, and says
 * which of them by its place in the list. No call. That each is used once is held by `spendFor` for a new request, and by
 * `Cases.save` in a case.
 */
export function requireOwnPhotos(whose: For, photos: readonly string[] = []): readonly string[] {
  photos.forEach((id, index) => {
    const [, , folder, , , , full] = PATH.exec(id) ?? [];
    const where = { field: 'photos', photo: index };
    requireOwn(whose, id, folder === 'p' ? purposeOf(whose.of, full !== undefined) : '', PATH, where);
  });
  return photos;
}

/** The same for voice notes. */
export function requireOwnVoices(whose: For, voices: readonly string[] = []): readonly string[] {
  for (const id of voices) {
    const seconds = secondsOf(id);
    const purpose = seconds === null ? '' : `voice:${whose.of}:${seconds}`;
    requireOwn(whose, id, purpose, VOICE, { field: 'voices' });
  }
  return voices;
}

function requireOwn(
  { person, now }: For,
  id: string,
  purpose: string,
  path: RegExp,
  where: Readonly<Record<string, string | number>>,
): void {
  const [, env, , month = '', name = '', signature = ''] = path.exec(id) ?? [];
  const own = env === environment() && purpose !== '' && same(sign(purpose, person, month, name), signature);
  if (!own) throw new Refusal('PHOTO_FOREIGN', where);
  requireFresh(name, now, USED_WITHIN, where);
}

/** The names under which the permits of files stand. */
export const namesOf = (ids: readonly string[]): string[] =>
  ids.map((id) => (PATH.exec(id) ?? VOICE.exec(id))?.[4] ?? '');

const environment = (): string => process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? '';

function partsOf(
  fileId: string,
  path = PATH,
): { folder: string; month: string; name: string; signature: string } {
  const [, env, folder, month, name, signature] = path.exec(fileId) ?? [];
  if (env !== environment() || !folder || !month || !name || !signature) throw new Refusal('PHOTO_FOREIGN');
  return { folder, month, name, signature };
}

/** The bytes behind a link; stops reading once there are more than `most`. */
async function download(url: string, most = PHOTO_BYTES_MAX): Promise<Buffer> {
  const answer = await fetch(encodeURI(url), { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok || !answer.body) throw Object.assign(new Error('storage'), { code: 'SYS_ERR' });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw new Refusal('PHOTO_TOO_BIG', { why: 'bytes' });
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

/** Removes files and their small pictures for good, fifty at a call; one that is gone already is no failure. */
export async function removeFiles(ids: readonly string[]): Promise<void> {
  for (const fileList of atOnce(ids)) await app.deleteFile({ fileList });
}

/** Links to photos and their small pictures, for showing: one storage call for fifty, none when there are none. */
export async function linksTo(ids: readonly string[]): Promise<(id: string) => PhotoView> {
  const links = new Map<string, string>();
  const answers = await Promise.all(
    atOnce(ids).map((files) =>
      app.getTempFileURL({ fileList: files.map((fileID) => ({ fileID, maxAge: LINK_SECONDS })) }),
    ),
  );
  for (const file of answers.flatMap(({ fileList }) => fileList))
    links.set(file.fileID, file.tempFileURL ?? '');
  return (id) => {
    const url = links.get(id) ?? '';
    return { id, url, small: links.get(beside(id)) || url };
  };
}

/** Each file once, with what lies beside it, as many together as storage takes. */
function atOnce(ids: readonly string[]): string[][] {
  const files = [...new Set(ids.flatMap(withSmall))];
  return Array.from({ length: Math.ceil(files.length / FILES_MAX) }, (_, nth) =>
    files.slice(nth * FILES_MAX, (nth + 1) * FILES_MAX),
  );
}

/** Links to photos that were checked for this person and `of`, before they are part of anything; refuses any other id. */
export async function readPhotos(whose: For, ids: readonly string[]): Promise<PhotoView[]> {
  return requireOwnPhotos(whose, ids).map(await linksTo(ids));
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
