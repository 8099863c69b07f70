import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** Smaller files are sent as they are. */
const COMPRESS_FROM = 1024;
/** A name with a hash of its content never changes meaning. */
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/;

/**
 * What a page may load and run: its own files, the scripts that stand in it as it was built, pictures from the bucket or made
 * on the spot. Text that slips into a page as markup runs nothing. Whoever serves the app elsewhere sends the same.
 */
export function policyFor(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

type Coding = 'br' | 'gzip' | '';

/**
 * Serves a folder: hashed names for ever, all else after asking again; text compressed once and kept while the
 * file is unchanged. There is no fallback page: what does not exist is 404.
 */
export function staticFiles(folder: string): (c: Context) => Response {
  const cache = new Map<string, { stamp: string; bytes: Buffer; policy?: string }>();

  return (c) => {
    const file = locate(folder, new URL(c.req.url).pathname);
    const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    if (file === undefined || !stat?.isFile()) return c.text('404 没有这个页面', 404);
    const type = TYPES[file.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';
    const stamp = `${stat.mtimeMs.toString(36)}-${stat.size.toString(36)}`;
    const coding = codingFor(type, stat.size, c.req.header('accept-encoding') ?? '');
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${stamp}${coding && `-${coding}`}"`,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    };
    if (c.req.header('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
    const key = `${coding}:${file}`;
    let entry = cache.get(key);
    if (entry?.stamp !== stamp) {
      const source = readFileSync(file);
      const page = type.startsWith('text/html');
      entry = {
        stamp,
        bytes: compress(source, coding),
        ...(page && { policy: policyFor(source.toString()) }),
      };
      cache.set(key, entry);
    }
    if (entry.policy) headers['content-security-policy'] = entry.policy;
    if (coding) headers['content-encoding'] = coding;
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(entry.bytes), { headers });
  };
}

/** The file a URL path names inside the folder; undefined when it points elsewhere. */
function locate(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (
    decoded.includes('\0') ||
    decoded.includes('\\') ||
    decoded.split('/').some((part) => part.startsWith('.'))
  )
    return undefined;
  const file = path.join(folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
  // A link inside the folder may lead out of it.
  if (!existsSync(file)) return undefined;
  return realpathSync(file).startsWith(realpathSync(folder) + path.sep) ? file : undefined;
}

function codingFor(type: string, size: number, accepted: string): Coding {
  if (size < COMPRESS_FROM || !/^text|json|javascript|svg|manifest/.test(type)) return '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : '';
}

function compress(bytes: Buffer, coding: Coding): Buffer {
  if (coding === 'br') return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return coding === 'gzip' ? gzipSync(bytes) : bytes;
}
