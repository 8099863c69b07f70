/**
 * Whatever arrives, an envelope leaves: any depth, any width, any bytes, over both doors of a call, at both functions.
 * Seeds are printed by fast-check when something fails.
 */
import * as fc from 'fast-check';
import { contextOf, openidOf, TIMER, withYima } from '@/test/support/yima';

const yima = withYima();
const RUNS = Number(process.env.MALFORMED ?? 200);
const LEAK = /at .*\.[jt]s|node_modules|secret|tcb_|E11000|\[object/i;

const asLin = () => contextOf({ WX_OPENID: openidOf('lin'), WX_APPID: 'wx' });

/** The answer of the function to an event, which must be an envelope with our request id. */
async function codeOf(event: unknown): Promise<string> {
  const api = await import('@/cloudfunctions/api');
  const context = asLin() as { request_id: string };
  const given = await api.main(event, context);
  const answer = (
    typeof (given as { body?: unknown }).body === 'string'
      ? JSON.parse((given as { body: string }).body)
      : given
  ) as Record<string, unknown>;
  if (answer.ok === true) return 'ok';
  expect(answer).toMatchObject({ ok: false, requestId: context.request_id });
  expect(answer.message).toMatch(/[\u4e00-\u9fff]/);
  expect(JSON.stringify(answer)).not.toMatch(LEAK);
  return String(answer.code);
}

/** JSON nested so deep, as text: writing such a value out would need a stack of its own. */
const nested = (depth: number, [open, close]: readonly [string, string], core = '1'): string =>
  open.repeat(depth) + core + close.repeat(depth);
const LIST = ['[', ']'] as const;
const OBJECT = ['{"a":', '}'] as const;

const overHttp = (body: unknown, isBase64Encoded = false) => ({ httpMethod: 'POST', body, isBase64Encoded });
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

describe('depth', () => {
  test.each([31, 33, 5_000, 200_000])('%i levels of lists or objects anywhere', async (depth) => {
    for (const shape of [LIST, OBJECT])
      for (const [before, after] of [
        ['', ''],
        ['{"id":', '}'],
        ['{"text":"a","photos":[', ']}'],
        ['{"id":"a","', '":1}'],
      ] as const) {
        const text = `{"action":"ticket.move","input":${before}${before.endsWith('"') ? 'x' : nested(depth, shape)}${after}}`;
        expect(await codeOf(JSON.parse(text))).toBe('BAD_INPUT');
        expect(await codeOf(overHttp(text))).toBe('BAD_INPUT');
      }
    expect(await codeOf(JSON.parse(nested(depth, LIST)))).toBe('UNKNOWN_ACTION');
    expect(await codeOf(JSON.parse(`{"action":${nested(depth, OBJECT)}}`))).toBe('UNKNOWN_ACTION');
    expect(await codeOf(overHttp(nested(depth, LIST)))).toMatch(/UNKNOWN_ACTION|BAD_INPUT/);
  });

  test('is refused before anything looks into it, also where nothing else would mind', async () => {
    const { receive } = await import('@/cloudfunctions/runtime/envelope');
    const event = (depth: number) => JSON.parse(`{"action":"x","input":${nested(depth, LIST, '"\\ud800"')}}`);
    expect(() => receive(event(32))).not.toThrow();
    for (const depth of [33, 20_000, 30_000]) {
      expect(() => receive(event(depth))).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
      expect(await codeOf({ ...event(depth), action: 'session.open' })).toBe('BAD_INPUT');
    }
  });

  test('a ring', async () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    expect(await codeOf({ action: 'session.open', input: ring })).toBe('BAD_INPUT');
  });

  test('the jobs look at one word', async () => {
    const { main } = await import('@/cloudfunctions/jobs');
    for (const event of [null, undefined, 1, 'x', [], JSON.parse(nested(200_000, OBJECT)), { job: {} }])
      expect(await main(event, contextOf(TIMER))).toMatchObject({ more: false });
  });
});

describe('width', () => {
  const wide = (count: number) => Array.from({ length: count }, (_, index) => index);
  const SHAPES: Record<string, unknown> = {
    'a list of nothing': Array(2_000_000),
    'a list of numbers': wide(500_000),
    'an object of many keys': Object.fromEntries(wide(200_000).map((each) => [`k${each}`, 1])),
    'a key': { ['k'.repeat(3_000_000)]: 1 },
    'a text': 'x'.repeat(6_000_000),
    'lists of lists': wide(300).map(() => wide(300)),
  };
  test.each(Object.keys(SHAPES))('%s', async (name) => {
    for (const input of [SHAPES[name], { id: SHAPES[name] }])
      expect(await codeOf({ action: 'ticket.read', input })).toBe('BAD_INPUT');
  });

  test('an HTTP body is counted before it is read', async () => {
    expect(await codeOf(overHttp('['.repeat(6_000_000)))).toBe('BAD_INPUT');
    expect(await codeOf(overHttp(base64(' '.repeat(3_000_000)), true))).toBe('BAD_INPUT');
    const many = JSON.stringify({ action: 'place.read', input: { scene: yima.filing().scene } });
    expect(await codeOf(overHttp(many))).toBe('ok');
    expect(await codeOf(overHttp(many + ' '.repeat(500_000)))).toBe('BAD_INPUT');
  });

  test('what is allowed at most still arrives, in whatever way a phone writes its characters', async () => {
    const input = { ...yima.filing(), text: '灯'.repeat(8000), address: '楼'.repeat(60) };
    const escaped = JSON.stringify({ action: 'ticket.file', input }).replace(
      /[^ -~]/g,
      (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(await codeOf(JSON.parse(escaped))).toBe('ok');
    expect(await codeOf(overHttp(escaped))).toBe('ok');
  });
});

describe('keys and characters', () => {
  test('of a key given twice the last counts, at both doors', async () => {
    const { scene } = yima.filing();
    const twice = (first: string, last: string) =>
      `{"action":"session.open","action":"place.read","input":{"scene":"${first}","scene":"${last}"}}`;
    for (const [text, code] of [
      [twice('x', scene), 'ok'],
      [twice(scene, 'x'), 'BAD_INPUT'],
    ] as const) {
      expect(await codeOf(JSON.parse(text))).toBe(code);
      expect(await codeOf(overHttp(text))).toBe(code);
      expect(await codeOf(overHttp(base64(text), true))).toBe(code);
    }
  });

  test('a prototype is no input, at any depth', async () => {
    for (const text of [
      '{"__proto__":{"scene":"x"}}',
      '{"scene":{"__proto__":1}}',
      '{"a":[{"b":{"__proto__":null}}]}',
    ])
      expect(await codeOf({ action: 'place.read', input: JSON.parse(text) })).toBe('BAD_INPUT');
    expect(({} as Record<string, unknown>).scene).toBeUndefined();
  });

  test.each([NaN, Infinity, -Infinity, 1n, () => 1, Symbol('x')])('%p is no JSON', async (value) => {
    for (const input of [value, { after: value }, [[value]]])
      expect(await codeOf({ action: 'notice.list', input })).toBe('BAD_INPUT');
  });

  test('a number beyond all numbers', async () => {
    expect(await codeOf(overHttp('{"action":"photo.prepare","input":{"bytes":1e999}}'))).toBe('BAD_INPUT');
  });

  test('bytes that are no UTF-8, and base64 that is none', async () => {
    const good = Buffer.from(JSON.stringify({ action: 'place.read', input: { scene: yima.filing().scene } }));
    expect(await codeOf(overHttp(base64(good), true))).toBe('ok');
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe4, 0xbd]]) {
      const [before = '', after = ''] = JSON.stringify({
        action: 'ticket.file',
        input: yima.filing({ text: '#' }),
      }).split('#');
      const spoiled = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
      expect(await codeOf(overHttp(base64(spoiled), true))).toBe('BAD_INPUT');
    }
    for (const garbage of ['!!!!', 'abc', `${base64(good)}=`, `${base64(good).slice(0, -5)}\n`, 'ab=c', ' '])
      expect(await codeOf(overHttp(garbage, true))).toBe('BAD_INPUT');
    for (const body of [null, undefined, 1, {}, [], '', 'null', '1', '"x"', '[]', '\u0000'])
      expect(await codeOf(overHttp(body))).toMatch(/BAD_INPUT|UNKNOWN_ACTION/);
  });

  test('half a character is left out of what is kept, and changes no number of characters that stay', async () => {
    const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text: `灯\ud83d坏\udc00了😀` }));
    const { text } = await yima.call('lin', 'ticket.read', { id });
    expect(text).toBe('灯坏了😀');
    const [stored] = (await yima.emulator.db.collection('tickets').doc(id).get()).data;
    expect(stored.text).toBe('灯坏了😀');
  });
});

test('anything at all, as an event, an input or a body', async () => {
  const anything = fc.anything({
    maxDepth: 6,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withUnicodeString: true,
  });
  const actions = fc.constantFrom(
    'ticket.file',
    'ticket.move',
    'wish.post',
    'desk.save',
    'session.open',
    'x',
  );
  await fc.assert(
    fc.asyncProperty(anything, fc.json(), fc.uint8Array({ maxLength: 60 }), actions, async (...given) => {
      const [value, json, bytes, action] = given;
      await codeOf(value);
      await codeOf({ action, input: value });
      await codeOf({ action: value, input: value });
      await codeOf(overHttp(json));
      await codeOf(overHttp(value));
      await codeOf(overHttp(base64(bytes), true));
      await codeOf(overHttp(`{"action":"${action}","input":${json}}`));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('a failure that is no error, and one of the jobs, have their envelope too', async () => {
  const { refusalOf } = await import('@/cloudfunctions/runtime/envelope');
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const thrown of [null, undefined, 0, 'x', {}, new Error('x'), Object.create(null)])
    expect(refusalOf(thrown, {}).code).toBe('SOMETHING_WRONG');
  const { main } = await import('@/cloudfunctions/jobs');
  await yima.emulator.faults([{ kind: 'error', door: 'admin', code: 'DATABASE_TIMEOUT' }]);
  expect(await main({}, { ...contextOf(TIMER), request_id: 'r1' })).toEqual({
    ok: false,
    code: 'BUSY',
    message: expect.stringMatching(/[\u4e00-\u9fff]/),
    requestId: 'r1',
  });
  await yima.emulator.faults([]);
  quiet.mockRestore();
});
