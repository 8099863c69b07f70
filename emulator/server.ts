import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Emulator } from './emulator';
import { fileRoutes } from './files/routes';
import { callRoutes } from './gateway/calls';
import { controlRoutes } from './gateway/control';
import { DROP } from './gateway/faults';
import { staticFiles } from './gateway/static';
import type { Params } from './protocol/database';
import { invalidParam } from './protocol/errors';
import { readForm } from './protocol/multipart';

/** The only address the emulator answers on: it has no authentication. */
export const HOST = '127.0.0.1';
/** The SDK drops idle connections after 4.8 s; it must be the first to do so. */
const KEEP_ALIVE_MS = 60_000;
/** Largest body of an admin call: 1000 documents of a sensible size. */
const ADMIN_BYTES = 64 * 1024 * 1024;

export interface ServerOptions {
  readonly port: number;
  readonly staticDir?: string;
  readonly maxFileBytes: number;
}

/** Puts an HTTP server in front of an emulator and waits until it answers. */
export async function serve(emulator: Emulator, options: ServerOptions): Promise<Server> {
  const app = new Hono();
  app.get('/emulator/', (c) => c.redirect('/emulator'));
  app.get('/health', (c) => c.redirect('/emulator/health'));
  app.route('/emulator', controlRoutes(emulator));
  app.route('/files', fileRoutes(emulator.files, options.maxFileBytes));
  app.route('/', callRoutes(emulator));
  if (options.staticDir) app.get('*', staticFiles(options.staticDir));
  const pages = getRequestListener(app.fetch);

  const server = createServer((request, response) => {
    const refusal = foreign(request);
    if (refusal) response.writeHead(403, { 'content-type': 'text/plain' }).end(refusal);
    else if (request.url?.startsWith('/admin')) void admin(emulator, request, response);
    else void pages(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, HOST, resolve);
  });
  emulator.listenAt(`http://${HOST}:${(server.address() as AddressInfo).port}`);
  return server;
}

/** Doors that act, even when somebody merely follows a link to them. */
const ACTS = /^\/+(?:admin|api|call)(?:[/?]|$)/;

/**
 * Other pages in the same browser must not reach a cloud without authentication: neither those of other sites nor those another
 * program serves on another port of this machine. Following a link to a page here is no call, and a signed link to a file is
 * protected by itself.
 */
function foreign({ headers, method = 'GET', url = '/', socket }: IncomingMessage): string | undefined {
  const [, name = '', port] = /^([^:]*)(?::(\d+))?$/.exec(headers.host ?? '') ?? [];
  if (!NAMES.includes(name) || Number(port ?? 80) !== socket.localPort)
    return `the emulator is only ${HOST}, not ${headers.host ?? 'nameless'}`;
  const own = NAMES.map((each) => `http://${each}:${socket.localPort}`);
  if (headers.origin !== undefined) return own.includes(headers.origin) ? undefined : FOREIGN;
  // What browsers say of requests that carry no origin: scripts, images, frames, links.
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  const reads = method === 'GET' || method === 'HEAD';
  const link = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return reads && (url.startsWith('/files/') || (link && !ACTS.test(url))) ? undefined : FOREIGN;
}

const NAMES: readonly string[] = [HOST, 'localhost'];
const FOREIGN = 'pages of other sites and of other ports may not call the emulator';

/** The door of the SDK, on plain node:http: it carries every database call. */
async function admin(emulator: Emulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await readBody(request);
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('multipart/form-data')) return openApi(emulator, readForm(body, type), response);
    const params = JSON.parse(body.toString('utf8')) as Params;
    const { action, collectionName } = params;
    const answer = await emulator.faults.around(
      {
        door: 'admin',
        action: String(action),
        ...(typeof collectionName === 'string' && { collection: collectionName }),
      },
      () => emulator.admin.run(params),
      (code, message) => emulator.injected(params, code, message),
    );
    if (answer === DROP) response.destroy();
    else send(response, 200, answer);
  } catch (error) {
    send(response, 400, { code: 'INVALID_PARAM', message: (error as Error).message });
  }
}

function openApi(emulator: Emulator, form: ReadonlyMap<string, Buffer>, response: ServerResponse): void {
  const action = form.get('action')?.toString() ?? '';
  emulator.counters.call(action);
  try {
    if (action !== 'wx.openApi') throw invalidParam(`action '${action}' is not supported by the emulator`);
    const name = form.get('apiName')?.toString() ?? '';
    const reply = emulator.wechat.openApi(name, form.get('requestData') ?? Buffer.alloc(0));
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply);
  } catch (error) {
    const { code = 'SYS_ERR', message } = error as { code?: string; message: string };
    send(response, 200, { code, message, requestId: 'local' });
  }
}

/** The exact content type tells the SDK that this is JSON and not a binary answer. */
function send(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    .end(text);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ADMIN_BYTES) throw new Error(`the request is larger than ${ADMIN_BYTES} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
