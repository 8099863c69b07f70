import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withEmulator } from '@/test/support/emulator';
import { startProcess } from '@/test/support/emulator-process';

/** The front of the house: pages, users, WeChat, and what it refuses to be. */
const folder = mkdtempSync(path.join(tmpdir(), 'gateway-'));
const dataDir = path.join(folder, 'data');
const staticDir = path.join(folder, 'h5');
mkdirSync(path.join(staticDir, 'js'), { recursive: true });
writeFileSync(
  path.join(staticDir, 'index.html'),
  '<title>一码办</title><script>scale()</script><script defer src="js/app.js"></script>',
);
writeFileSync(path.join(staticDir, 'js/app.0123abcd.js'), `// ${'x'.repeat(5000)}`);
writeFileSync(path.join(staticDir, '.secret'), 'no');
writeFileSync(path.join(folder, 'outside.txt'), 'no');

const schema = { collections: { notes: {} } };
const emulator = withEmulator({ schema, dataDir, staticDir });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLI = path.join(__dirname, '../cli.ts');
const cli = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', CLI, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

describe('what it refuses to be', () => {
  const file = path.join(folder, 'database.json');
  writeFileSync(file, JSON.stringify(schema));

  test('open on another address', () => {
    const { status, stderr } = cli(['--port', '0', '--schema', file, '--host', '0.0.0.0']);
    expect(status).toBe(2);
    expect(stderr).toContain('127.0.0.1');
  });

  test('production', () => {
    expect(cli(['--port', '0', '--schema', file], { NODE_ENV: 'production' }).status).toBe(2);
  });

  test('a second process on the same data', async () => {
    await expect(startProcess({ schema, dataDir })).rejects.toThrow('another emulator is using');
  });

  test('started with a database.json that is wrong', async () => {
    const wrong = { collections: { a: { indexes: [{ name: 'x', fields: [['a', 2]] }] } } };
    await expect(startProcess({ schema: wrong })).rejects.toThrow("the direction of 'a' must be 1 or -1");
  });

  const raw = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      request(`${emulator.url}/emulator/users`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });

  test('reached under another name, or by pages of other sites', async () => {
    expect(await raw({ host: 'evil.example' })).toBe(403);
    expect(await raw({ origin: 'https://evil.example' })).toBe(403);
    expect(await raw({ origin: 'null' })).toBe(403);
    expect(await raw({ origin: emulator.url })).toBe(200);
  });
});

describe('pages', () => {
  test('the index, asked for again each time', async () => {
    const response = await fetch(`${emulator.url}/`);
    expect(await response.text()).toContain('一码办');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const etag = response.headers.get('etag')!;
    expect((await fetch(`${emulator.url}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('hashed names for ever, and compressed', async () => {
    const response = await fetch(`${emulator.url}/js/app.0123abcd.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.text()).length).toBe(5003);
  });

  test.each(['/nothing', '/.secret', '/..%2foutside.txt', '/js/', '/%2e%2e/outside.txt', '/%'])(
    '%s is not there',
    async (address) => {
      expect((await fetch(emulator.url + address)).status).toBe(404);
    },
  );

  test('a page for people says that there is no authentication', async () => {
    const text = await (await fetch(`${emulator.url}/emulator`)).text();
    expect(text).toContain('没有任何真正的身份验证');
  });
});

test('T11 a page says what it may run: its own files and the scripts it was built with', async () => {
  const policy = (await fetch(`${emulator.url}/`)).headers.get('content-security-policy') ?? '';
  // sha256 of `scale()`, as a browser counts it
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='(?:;|$)/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("object-src 'none'");
  expect(
    (await fetch(`${emulator.url}/js/app.0123abcd.js`)).headers.get('content-security-policy'),
  ).toBeNull();
});

describe('users', () => {
  test('are what a seed wrote, in order', async () => {
    const users = [
      { id: 'lin', label: '林阿姨', note: '居民', group: '居民' },
      { id: 'zhao', label: '赵网格' },
    ];
    await emulator.http('/emulator/users', { users });
    expect((await emulator.http('/emulator/users')).body).toEqual({ users });
  });

  test('need an id and a label', async () => {
    expect((await emulator.http('/emulator/users', { users: [{ id: 'x' }] })).status).toBe(400);
  });
});

describe('WeChat', () => {
  const send = (apiName: string, requestData: object) =>
    emulator.app.callWxOpenApi({ apiName, cgiName: 'commrpcv2', requestData, apiOptions: {} } as never);

  beforeEach(() => emulator.reset());

  test('messages are recorded, not sent', async () => {
    const { result } = await send('subscribeMessage.send', { touser: 'lin', template_id: 't', data: {} });
    expect(result).toMatchObject({ errcode: 0 });
    const { sent, total } = (await emulator.http('/emulator/wechat')).body;
    expect(total).toBe(1);
    expect(sent).toMatchObject([{ api: 'subscribeMessage.send', data: { touser: 'lin' }, errcode: 0 }]);
  });

  test('a prepared refusal', async () => {
    await emulator.http('/emulator/wechat', {
      answers: [{ api: 'subscribeMessage.send', match: { touser: 'lin' }, errcode: 43101 }],
    });
    expect((await send('subscribeMessage.send', { touser: 'lin' })).result).toMatchObject({ errcode: 43101 });
    expect((await send('subscribeMessage.send', { touser: 'wu' })).result).toMatchObject({ errcode: 0 });
  });

  test('texts are judged by the list of words', async () => {
    await emulator.http('/emulator/wechat', { words: ['违禁词'] });
    expect((await send('security.msgSecCheck', { content: '有违禁词', version: 2 })).result).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky' },
    });
    expect((await send('security.msgSecCheck', { content: '修路灯', version: 2 })).result).toMatchObject({
      result: { suggest: 'pass' },
    });
    expect((await send('/wxa/msg_sec_check', { content: '违禁词' })).result).toMatchObject({
      errcode: 87014,
    });
  });

  test('an unknown interface is refused by name', async () => {
    await expect(send('pay.all', {})).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  /** Protobuf as wx-server-sdk writes it: CommApiData{2: {1: {1: key, 2: value}}}. */
  function openApiBody(pairs: Record<string, unknown>): Buffer {
    const field = (number: number, value: Buffer) =>
      Buffer.concat([Buffer.from([number * 8 + 2, value.length]), value]);
    const data = Object.entries(pairs).map(([key, value]) =>
      field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(JSON.stringify(value)))])),
    );
    return Buffer.concat([Buffer.from([8, 0]), field(2, Buffer.concat(data))]);
  }

  test('a code for a place comes as an image in protobuf', async () => {
    const reply: Buffer = await emulator.app.callCompatibleWxOpenApi({
      apiName: 'openapi.wxacode.getUnlimited',
      requestData: openApiBody({ scene: 'p=37011401' }),
    } as never);
    expect(reply.includes(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).toBe(true);
    expect(reply.includes(Buffer.from('image/png'))).toBe(true);
    const { sent } = (await emulator.http('/emulator/wechat')).body;
    expect(sent).toMatchObject([{ api: 'wxacode.getUnlimited', data: { scene: 'p=37011401' } }]);
  });
});

describe('restarting', () => {
  test('keeps documents, users and the moved clock', async () => {
    const own = path.join(folder, 'own');
    const first = await startProcess({ schema, dataDir: own });
    const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
    await post(`${first.url}/emulator/users`, { users: [{ id: 'a', label: 'A' }] });
    await post(`${first.url}/emulator/clock`, { set: '2030-01-01T00:00:00Z' });
    await first.stop();
    const second = await startProcess({ schema, dataDir: own });
    expect(await (await fetch(`${second.url}/emulator/users`)).json()).toEqual({
      users: [{ id: 'a', label: 'A' }],
    });
    expect((await (await fetch(`${second.url}/emulator/clock`)).json()).now).toMatch(/^2030-01-01/);
    await second.stop();
  });

  test('takes up an index declared later, over documents that are already there', async () => {
    const own = path.join(folder, 'later');
    const first = await startProcess({ schema, dataDir: own });
    const call = async (url: string, params: object) =>
      (
        await fetch(`${url}/admin`, {
          method: 'POST',
          body: JSON.stringify({ collectionName: 'notes', ...params }),
        })
      ).json();
    const data = ['{"_id":"1","a":5,"t":["x"]}', '{"_id":"2","a":7}', '{"_id":"3"}'];
    await call(first.url, { action: 'database.insertDocument', data });
    await first.stop();
    const indexes = [
      { name: 'by_a', fields: [['a', 1]] },
      { name: 'by_t', fields: [['t', 1]] },
    ];
    const second = await startProcess({ schema: { collections: { notes: { indexes } } }, dataDir: own });
    const find = async (query: string) =>
      (await call(second.url, { action: 'database.getDocument', query, limit: 10 })).data.list.length;
    expect(await find('{"a":{"$gt":5}}')).toBe(1);
    expect(await find('{"t":"x"}')).toBe(1);
    const { queries } = await (await fetch(`${second.url}/emulator/calls`)).json();
    expect(queries.map(({ plan }: { plan: string }) => plan)).toEqual(['by_a', 'scan']);
    await second.stop();
  });
});
