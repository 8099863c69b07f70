import { CloudError } from '../protocol/errors';

/** COS keys are at most 850 bytes. */
const MAX_BYTES = 850;
/** Characters that a URL or a file system reads as something else, and control characters. */
const FORBIDDEN = /[\\?#%:*"<>|]|\p{Cc}/u;

/**
 * A checked cloud path, like `u/2026-01/abc.jpg`. Refuses what could leave the folder or confuse a URL:
 * empty or dotted segments, a leading slash, backslashes, `? # %` and control characters.
 */
export function checkPath(path: unknown): string {
  const refuse = (why: string) => new CloudError('INVALID_PARAM', `the cloud path is not allowed: ${why}`);
  if (typeof path !== 'string' || path === '') throw refuse('it is empty');
  if (Buffer.byteLength(path) > MAX_BYTES) throw refuse(`longer than ${MAX_BYTES} bytes`);
  if (FORBIDDEN.test(path)) throw refuse('forbidden character');
  if (
    path
      .split('/')
      .some((part) => part === '' || part.startsWith('.') || part.endsWith('.') || part.endsWith(' '))
  )
    throw refuse('empty or dotted segment');
  return path;
}

/** Types a browser may show; all else is a download of unknown bytes, whatever it says it is. */
const SHOWN: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  mp4: 'video/mp4',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

/** Headers that keep a stored file from being run in the page's origin. */
export function safeHeaders(path: string): Record<string, string> {
  const name = path.split('/').at(-1)!;
  const type = SHOWN[name.split('.').at(-1)!.toLowerCase()];
  const inline = type?.startsWith('image/') || type?.startsWith('audio/') || type?.startsWith('video/');
  return {
    'content-type': type ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, max-age=3600',
  };
}
