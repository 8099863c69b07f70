import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Emulator } from '../emulator';
import { PAYLOAD_BYTES, type Result } from '../functions/host';
import { type Identity, withUserInfo } from '../functions/identity';
import { DROP } from './faults';

type App = { Bindings: HttpBindings };

/**
 * The doors phones use. `POST /call/<fn>` stands in for `wx.cloud.callFunction`: the JSON body is the event,
 * the header `x-emulator-user` is the person (WX_OPENID). `/api/<fn>` is HTTP access: no person, and the
 * event describes the request; `x-emulator-source: http` asks the same of `/call/<fn>`.
 */
export function callRoutes(emulator: Emulator): Hono<App> {
  const app = new Hono<App>();
  app.post('/call/:name', (c) =>
    c.req.header('x-emulator-source') === 'http' ? overHttp(emulator, c) : fromPhone(emulator, c),
  );
  app.all('/api/:name', (c) => overHttp(emulator, c));
  app.all('/api/:name/*', (c) => overHttp(emulator, c));
  return app;
}

async function fromPhone(emulator: Emulator, c: Context<App>): Promise<Response> {
  const name = c.req.param('name')!;
  if (!emulator.doors.isOpenToPhones(name))
    return c.json({ code: 'PERMISSION_DENIED', message: `phones may not call ${name}` }, 403);
  const text = await c.req.text();
  if (text.length > PAYLOAD_BYTES)
    return c.json({ code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'body over 6 MB' }, 413);
  const sent = text === '' ? '{}' : text;
  let event: unknown;
  try {
    event = JSON.parse(sent);
  } catch {
    return c.json({ code: 'INVALID_PARAM', message: 'the body is not JSON' }, 400);
  }
  const openId = c.req.header('x-emulator-user');
  const identity: Identity = {
    source: 'wx_client',
    clientIp: '127.0.0.1',
    ...(openId && { openId: decode(openId) }),
  };
  const payload = withUserInfo(sent, event, identity);
  const result = await guarded(emulator, name, payload, identity);
  if (result === DROP) return drop(c);
  if (!result.ok) {
    const { code, message, requestId } = result;
    return c.json({ code, message, requestId }, code === 'FUNCTION_NOT_FOUND' ? 404 : 500);
  }
  return c.body(`{"result":${result.result},"requestId":"${result.requestId}"}`, 200, {
    'content-type': 'application/json; charset=utf-8',
  });
}

/** Header values are bytes; a name in Chinese arrives percent-encoded. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function overHttp(emulator: Emulator, c: Context<App>): Promise<Response> {
  const url = new URL(c.req.url);
  const name = c.req.param('name')!;
  if (!emulator.doors.isOnTheWeb(name))
    return c.json({ code: 'INVALID_PATH', message: `${name} has no route` }, 404);
  const bytes = Buffer.from(await c.req.arrayBuffer());
  if (bytes.length > PAYLOAD_BYTES)
    return c.json({ code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'body over 6 MB' }, 413);
  const textual = /json|text|urlencoded|xml/.test(c.req.header('content-type') ?? 'text');
  const event = {
    path: url.pathname.replace(/^\/(api|call)\/[^/]+/, '') || '/',
    httpMethod: c.req.method,
    headers: c.req.header(),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { appId: '', envId: emulator.env.TCB_ENV, requestId: crypto.randomUUID(), uin: '' },
    body: textual ? bytes.toString('utf8') : bytes.toString('base64'),
    isBase64Encoded: !textual,
  };
  const identity: Identity = { source: 'http', clientIp: '127.0.0.1' };
  const result = await guarded(emulator, name, JSON.stringify(event), identity);
  if (result === DROP) return drop(c);
  if (!result.ok) {
    const { code, message, requestId } = result;
    return c.json({ code, message, requestId }, code === 'FUNCTION_NOT_FOUND' ? 404 : 500);
  }
  return integrationResponse(result.result);
}

/** `{statusCode, headers, body, isBase64Encoded}` becomes that answer; anything else is sent as it is. */
function integrationResponse(text: string): Response {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'string')
    return new Response(value, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  if (typeof value !== 'object' || value === null || !('statusCode' in value))
    return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
  const { statusCode, headers, body, isBase64Encoded } = value as {
    statusCode: number;
    headers?: Record<string, string>;
    body?: unknown;
    isBase64Encoded?: boolean;
  };
  const content = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const bytes = isBase64Encoded ? Buffer.from(content, 'base64') : Buffer.from(content);
  const empty = statusCode === 204 || statusCode === 304;
  return new Response(empty ? null : bytes, { status: statusCode, ...(headers && { headers }) });
}

function guarded(
  emulator: Emulator,
  name: string,
  event: string,
  identity: Identity,
): Promise<Result | typeof DROP> {
  return emulator.faults.around<Result>(
    { door: 'call', function: name },
    () => emulator.functions.invoke(name, event, identity),
    (code, message) => ({ ok: false, code, message, requestId: crypto.randomUUID() }),
  );
}

/** Breaks the connection without an answer. */
function drop(c: Context<App>): Response {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
