import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withEmulator } from '@/test/support/emulator';
import { startProcess } from '@/test/support/emulator-process';

/** Functions, timers and the doors phones use. The functions here are written as a build would leave them. */
const folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
const SDK = require.resolve('@cloudbase/node-sdk');

function build(name: string, body: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(
    path.join(folder, name, 'index.js'),
    `const tcb = require(${JSON.stringify(SDK)});
     const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
     const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
     let busy = 0; let served = 0;
     exports.main = async (event, context) => { ${body} };`,
  );
}

build('who', 'return tcb.getCloudbaseContext(context);');
build('env', 'return { ...process.env, sdk: app.auth().getUserInfo() };');
build('echo', 'return { event, request: context.request_id, name: context.function_name };');
build('fails', 'throw new Error("no luck");');
build('slow', 'await sleep(60000);');
build('quits', 'process.exit(7);');
build('void', '');
build('one', 'busy++; const most = busy; await sleep(30); busy--; served++; return { most, served };');
build('big', 'return "x".repeat(7 * 1024 * 1024);');
build(
  'clock',
  'return [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date];',
);
build('save', 'return (await app.database().collection("runs").add({ at: new Date(), event })).id;');
build('calls', 'return (await app.callFunction({ name: "who", data: {} })).result;');
build('web', 'return { statusCode: 201, headers: { "x-a": "b" }, body: JSON.stringify(event) };');
build('changes', 'return 1;');
build(
  'deep',
  'let levels = 0; for (let at = event.a; Array.isArray(at); at = at[0]) levels++; return [levels, event.userInfo?.openId];',
);
build('inner', 'return tcb.getCloudbaseContext(context).TCB_SOURCE;');
build('reaches', 'return (await app.callFunction({ name: "inner", data: {} })).result;');

const HOUR = 3_600_000;
const functions = ['slow', 'save'].map((name) => ({
  name,
  timeout: name === 'slow' ? 1 : 20,
  envVariables: { STAGE: 'test' },
  triggers: name === 'save' ? [{ name: 'tick', type: 'timer', config: '0 */10 * * * * *' }] : [],
}));

const emulator = withEmulator({
  schema: { collections: { runs: {} } },
  functionsDir: folder,
  rules: { '*': { invoke: 'auth != null' }, inner: { invoke: false } },
  routes: ['web', 'who'],
  config: {
    functions: [
      ...functions,
      { name: 'web', triggers: [{ name: 'noon', type: 'timer', config: '0 0 12 * * * *' }] },
    ],
  },
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(async () => {
  await emulator.reset();
});

const runs = () => emulator.db.collection('runs');

describe('identity', () => {
  test('the caller of the mini-program', async () => {
    const { body } = await emulator.call('who', {}, 'lin');
    expect(body.result).toMatchObject({ WX_OPENID: 'lin', TCB_SOURCE: 'wx_client', TCB_ENV: 'local' });
  });

  test('in the environment of the process too, and not of the next event', async () => {
    expect((await emulator.call('env', {}, '林')).body.result).toMatchObject({
      WX_OPENID: '林',
      sdk: { openId: '林' },
    });
    for (let i = 0; i < 3; i++)
      expect((await emulator.call('env', {})).body.result.WX_OPENID).toBeUndefined();
  });

  test('the event carries userInfo, as WeChat adds it', async () => {
    const { body } = await emulator.call('echo', { a: 1 }, 'lin');
    expect(body.result.event).toEqual({ a: 1, userInfo: { appId: 'wxlocal0000000000', openId: 'lin' } });
  });

  test('nobody, when no user is named', async () => {
    const { body } = await emulator.call('who', {});
    expect(body.result.WX_OPENID).toBeUndefined();
  });

  test('forty callers keep their names apart', async () => {
    const names = Array.from({ length: 40 }, (_each, i) => `user${i}`);
    const replies = await Promise.all(names.map((name) => emulator.call('env', {}, name)));
    expect(replies.map(({ body }) => body.result.WX_OPENID)).toEqual(names);
  });

  test('a function called by a function has no person', async () => {
    const { body } = await emulator.call('calls', {}, 'lin');
    expect(body.result.WX_OPENID).toBeUndefined();
    expect(body.result.TCB_SOURCE).toBe('scf');
  });
});

describe('doors', () => {
  test('a function that the rule keeps from phones is reached by none of them', async () => {
    for (const user of ['lin', undefined])
      expect(await emulator.call('inner', { Type: 'Timer' }, user)).toMatchObject({
        status: 403,
        body: { code: 'PERMISSION_DENIED' },
      });
  });

  test('nor over HTTP without a route, by either address', async () => {
    const direct = await fetch(`${emulator.url}/api/inner`, { method: 'POST' });
    const headers = { 'x-emulator-source': 'http' };
    const called = await fetch(`${emulator.url}/call/inner`, { method: 'POST', headers });
    expect([direct.status, called.status]).toEqual([404, 404]);
  });

  test('other functions come past the rule', async () => {
    expect((await emulator.call('reaches', {}, 'lin')).body.result).toBe('scf');
  });

  test('a rule that the emulator cannot read is said at the start', async () => {
    const rules = { '*': { invoke: 'auth.openid == "lin"' } };
    await expect(startProcess({ schema: { collections: {} }, rules })).rejects.toThrow(
      'the rule of function *',
    );
  });
});

describe('running', () => {
  test('context tells the function about itself', async () => {
    expect((await emulator.call('echo', {})).body.result).toMatchObject({
      name: 'echo',
      request: expect.any(String),
    });
  });

  test('nothing returned is null', async () => {
    expect((await emulator.call('void', {})).body.result).toBeNull();
  });

  test('an error of the function', async () => {
    expect(await emulator.call('fails', {})).toMatchObject({
      status: 500,
      body: { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'no luck' },
    });
  });

  test('a timeout, after which it works again', async () => {
    expect((await emulator.call('slow', {})).body.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
    expect((await emulator.call('slow', {})).body.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
  });

  test('an instance that ends itself', async () => {
    expect((await emulator.call('quits', {})).body.code).toBe('FUNCTIONS_EXECUTE_FAIL');
    expect((await emulator.call('quits', {})).body.message).toContain('7');
  });

  test('one event at a time in each of two instances', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => emulator.call('one', {})));
    const results = replies.map(({ body }) => body.result);
    expect(results.map(({ most }) => most)).toEqual(Array(10).fill(1));
    expect(Math.max(...results.map(({ served }) => served))).toBeGreaterThanOrEqual(5);
  });

  test('an answer above 6 MB', async () => {
    expect((await emulator.call('big', {})).body.code).toBe('EXCEED_MAX_PAYLOAD_SIZE');
  });

  test('an event above 6 MB', async () => {
    expect(await emulator.call('echo', 'x'.repeat(7 * 1024 * 1024))).toMatchObject({ status: 413 });
  });

  test('an event deeper than any stack arrives as it is, with and without its caller', async () => {
    const send = async (body: string, user: Record<string, string>) => {
      const sent = await fetch(`${emulator.url}/call/deep`, { method: 'POST', body, headers: user });
      return ((await sent.json()) as { result: unknown }).result;
    };
    const body = `{"a":0,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await send(body, { 'x-emulator-user': 'lin' })).toEqual([100_000, 'lin']);
    expect(await send(body, {})).toEqual([100_000, null]);
    expect(await send(' { } ', { 'x-emulator-user': 'lin' })).toEqual([0, 'lin']);
    expect(await send('{"userInfo":{"openId":"wang"}}', { 'x-emulator-user': 'lin' })).toEqual([0, 'lin']);
  });

  test('a function that is not built', async () => {
    for (const name of ['nothing', '..', 'a.b'])
      expect((await emulator.http(`/call/${encodeURIComponent(name)}`, {})).status).toBe(404);
  });

  test('a body that is not JSON', async () => {
    const response = await fetch(`${emulator.url}/call/echo`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
  });

  test('a new build is used at the next call', async () => {
    expect((await emulator.call('changes', {})).body.result).toBe(1);
    build('changes', 'return 2;');
    const soon = new Date(Date.now() + 5000);
    utimesSync(path.join(folder, 'changes/index.js'), soon, soon);
    expect((await emulator.call('changes', {})).body.result).toBe(2);
  });

  test('through the SDK', async () => {
    const { result } = await emulator.app.callFunction({ name: 'echo', data: { a: 1 } });
    expect(result).toMatchObject({ event: { a: 1 } });
    await expect(emulator.app.callFunction({ name: 'fails', data: {} })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
  });
});

describe('HTTP access', () => {
  test('describes the request and answers as the function says', async () => {
    const response = await fetch(`${emulator.url}/api/web/a/b?x=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-emulator-user': 'lin' },
      body: '{"k":1}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-a')).toBe('b');
    expect(await response.json()).toMatchObject({
      path: '/a/b',
      httpMethod: 'POST',
      queryStringParameters: { x: '1' },
      body: '{"k":1}',
      isBase64Encoded: false,
    });
  });

  test('bytes travel as base64', async () => {
    const response = await fetch(`${emulator.url}/api/web`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from([1, 2, 3]),
    });
    expect(await response.json()).toMatchObject({ body: 'AQID', isBase64Encoded: true });
  });

  test('carries no person', async () => {
    const { body } = await emulator.http(
      '/call/who',
      {},
      { 'x-emulator-user': 'lin', 'x-emulator-source': 'http' },
    );
    expect(body.WX_OPENID).toBeUndefined();
    expect(body.TCB_SOURCE).toBe('http');
  });
});

describe('the clock', () => {
  test('is what functions see', async () => {
    await emulator.setClock('2027-03-01T00:00:00Z', 'none');
    const [now, made, given, isDate] = (await emulator.call('clock', {})).body.result;
    const start = Date.UTC(2027, 2, 1);
    expect(now - start).toBeLessThan(60_000);
    expect(made - start).toBeGreaterThanOrEqual(0);
    expect(given).toBe(5);
    expect(isDate).toBe(true);
  });

  test('is what serverDate is', async () => {
    await emulator.setClock('2027-03-01T00:00:00Z', 'none');
    await runs().add({ _id: 's', at: emulator.db.serverDate() });
    expect((await runs().doc('s').get()).data[0].at.getUTCFullYear()).toBe(2027);
  });

  test('moved without firing', async () => {
    expect((await emulator.advance(HOUR, 'none')).body.fired).toEqual([]);
    expect(await runs().count()).toMatchObject({ total: 0 });
  });

  test('moved, each timer fires once, for its last moment', async () => {
    await emulator.setClock('2027-03-01T00:01:00Z', 'none');
    const { body } = await emulator.advance(24 * HOUR);
    const fired = body.fired.map(({ timer, at, ok }: { timer: string; at: string; ok: boolean }) => [
      timer,
      at,
      ok,
    ]);
    expect(fired).toEqual([
      ['tick', '2027-03-02T00:00:00.000Z', true],
      ['noon', '2027-03-01T04:00:00.000Z', true],
    ]);
  });

  test.each([
    ['in the second before the next moment', '2027-03-01T05:09:59.500Z', '2027-03-01T05:00:00.000Z'],
    ['onto the very moment', '2027-03-01T05:10:00.000Z', '2027-03-01T05:10:00.000Z'],
    ['just behind it', '2027-03-01T05:10:00.500Z', '2027-03-01T05:10:00.000Z'],
  ])('moved to %s, it fires for the last one that is over', async (_, to, last) => {
    await emulator.setClock('2027-03-01T04:30:00.300Z', 'none');
    const { body } = await emulator.setClock(to);
    expect(body.fired.map(({ timer, at }: { timer: string; at: string }) => [timer, at])).toEqual([
      ['tick', last],
    ]);
  });

  test('moved, every moment fires, at its own time', async () => {
    await emulator.setClock('2027-03-01T03:35:00Z', 'none');
    const { body } = await emulator.advance(HOUR / 2, 'each');
    expect(body.fired.map(({ timer, at }: { timer: string; at: string }) => `${timer} ${at}`)).toEqual([
      'tick 2027-03-01T03:40:00.000Z',
      'tick 2027-03-01T03:50:00.000Z',
      'tick 2027-03-01T04:00:00.000Z',
      'noon 2027-03-01T04:00:00.000Z',
    ]);
    const { data } = await runs().orderBy('at', 'asc').get();
    expect(data.map(({ at }: { at: Date }) => at.toISOString().slice(11, 16))).toEqual([
      '03:40',
      '03:50',
      '04:00',
    ]);
  });

  test('a timer by hand: its event, and nobody as caller', async () => {
    const { body } = await emulator.http('/emulator/timers/tick', {});
    expect(body).toMatchObject({ timer: 'tick', function: 'save', ok: true });
    const { data } = await runs().get();
    expect(data[0].event).toMatchObject({ Type: 'Timer', TriggerName: 'tick', Message: '' });
    expect(data[0].event.Time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((await emulator.http('/emulator/timers/nobody', {})).status).toBe(400);
  });

  test('a nonsense time is refused', async () => {
    for (const body of [{}, { advance: 'x' }, { set: 'someday' }, { advance: 1, fire: 'some' }])
      expect((await emulator.http('/emulator/clock', body)).status).toBe(400);
  });
});

describe('faults', () => {
  const add = (_id: string) => runs().add({ _id });
  const there = async (_id: string) => (await runs().doc(_id).get()).data.length === 1;

  test('dropped before: nothing was done', async () => {
    await emulator.faults([{ kind: 'dropBefore', action: 'insertDocument', count: 1 }]);
    await expect(add('a')).rejects.toThrow();
    expect(await there('a')).toBe(false);
    await add('a');
  });

  test('dropped after: it was done, the answer is lost', async () => {
    await emulator.faults([
      { kind: 'dropAfter', collection: 'runs', action: 'database.insertDocument', count: 1 },
    ]);
    await expect(add('b')).rejects.toThrow();
    expect(await there('b')).toBe(true);
  });

  test('duplicate: it arrives twice', async () => {
    await emulator.faults([{ kind: 'duplicate', door: 'call', function: 'save', count: 1 }]);
    await emulator.call('save', {});
    expect(await runs().count()).toMatchObject({ total: 2 });
  });

  test('a conflict aborts the transaction', async () => {
    const tx = await emulator.db.startTransaction();
    await emulator.faults([{ kind: 'conflict', action: 'insertDocument' }]);
    await expect(tx.collection('runs').add({})).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    await emulator.faults([]);
    await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });

  test('an error of choice, and a lost call of a phone', async () => {
    await emulator.faults([
      { kind: 'error', door: 'admin', code: 'EXCEED_REQUEST_LIMIT', message: 'slow down' },
      { kind: 'dropBefore', door: 'call' },
    ]);
    await expect(add('c')).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' });
    await expect(emulator.call('void', {})).rejects.toThrow();
  });

  test('a rate with a seed is the same every time', async () => {
    const pattern = async () => {
      await emulator.faults([{ kind: 'error', action: 'calculateDocument', rate: 0.5 }], 7);
      const tries = [];
      for (let i = 0; i < 20; i++)
        tries.push(
          await runs()
            .count()
            .then(
              () => 1,
              () => 0,
            ),
        );
      return tries.join('');
    };
    const first = await pattern();
    expect(first).toMatch(/0.*1|1.*0/);
    expect(await pattern()).toBe(first);
  });

  test('an unknown kind is refused', async () => {
    await expect(emulator.faults([{ kind: 'flood' }])).rejects.toThrow('kind');
  });
});
