import { createReadStream, createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Context, Hono } from 'hono';
import type { Files } from './files';
import { safeHeaders } from './paths';

/**
 * The bucket over HTTP. `PUT` with raw bytes is what the node SDK does; `POST` of a form with `key`,
 * `Signature` and `file` is COS's post-object, for browsers. Reading needs a link that has not expired.
 * Errors are COS's XML.
 */
export function fileRoutes(files: Files, maxBytes: number): Hono {
  const app = new Hono();
  app.put('/*', (c) => putRaw(c, files, maxBytes));
  app.post('/*', (c) => postForm(c, files, maxBytes));
  app.get('/*', (c) => download(c, files));
  app.onError((error) => xml(400, 'InvalidArgument', error.message));
  return app;
}

const cloudPathOf = (c: Context) => decodeURIComponent(new URL(c.req.url).pathname.replace(/^\/files\//, ''));

async function putRaw(c: Context, files: Files, maxBytes: number): Promise<Response> {
  const cloudPath = cloudPathOf(c);
  if (!files.mayUpload(cloudPath, c.req.header('authorization')))
    return xml(403, 'AccessDenied', 'the upload permit is missing, wrong or has expired');
  files.location(cloudPath);
  const temporary = files.temporary();
  let size = 0;
  try {
    await pipeline(
      Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as Parameters<typeof Readable.fromWeb>[0]),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > maxBytes) throw new TooLarge();
          yield chunk;
        }
      },
      createWriteStream(temporary, { flush: true }),
    );
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof TooLarge) return xml(400, 'EntityTooLarge', `more than ${maxBytes} bytes`);
    throw error;
  }
  files.accept(temporary, cloudPath);
  return new Response(null, { status: 200 });
}

class TooLarge extends Error {}

async function postForm(c: Context, files: Files, maxBytes: number): Promise<Response> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes + 64 * 1024)
    return xml(400, 'EntityTooLarge', `more than ${maxBytes} bytes`);
  const form = await c.req.formData();
  const text = (...names: string[]) => {
    for (const name of names) {
      const value = form.get(name);
      if (typeof value === 'string') return value;
    }
    return undefined;
  };
  const key = text('key') ?? cloudPathOf(c);
  const permit = text('Signature', 'signature', 'authorization', 'x-cos-security-token');
  if (!files.mayUpload(key, permit))
    return xml(403, 'AccessDenied', 'the upload permit is missing, wrong or has expired');
  const file = form.get('file');
  if (!(file instanceof Blob)) return xml(400, 'InvalidArgument', 'the form has no file');
  if (file.size > maxBytes) return xml(400, 'EntityTooLarge', `more than ${maxBytes} bytes`);
  files.location(key);
  const temporary = files.temporary();
  writeFileSync(temporary, Buffer.from(await file.arrayBuffer()), { flush: true });
  files.accept(temporary, key);
  const status = Number(text('success_action_status') ?? 204);
  return new Response(null, { status: status === 200 || status === 201 ? status : 204 });
}

function download(c: Context, files: Files): Response {
  const cloudPath = cloudPathOf(c);
  if (!files.mayDownload(cloudPath, c.req.query('t'), c.req.query('sign')))
    return xml(403, 'AccessDenied', 'the link is wrong or has expired');
  if (!files.exists(cloudPath)) return xml(404, 'NoSuchKey', 'the file does not exist');
  const location = files.location(cloudPath);
  const headers = { ...safeHeaders(cloudPath), 'content-length': String(statSync(location).size) };
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  return new Response(Readable.toWeb(createReadStream(location)) as ReadableStream, { headers });
}

function xml(status: number, code: string, message: string): Response {
  const safe = message.replace(/[<>&]/g, '');
  const body =
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${safe}</Message>` +
    '<RequestId>local</RequestId><TraceId>local</TraceId></Error>';
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
