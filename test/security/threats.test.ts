/**
 * What strangers, neighbours and colleagues may try against every action there is. Who may do what is the matrix; what
 * photos and the audit log withstand stands beside this file; docs/security.md says which threat is shown where.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EJSON } from 'bson';
import * as fc from 'fast-check';
import { ACTIONS, type ActionName } from '@/contract';
import type { Area } from '@/domain/org/org';
import { goodInput, subjectOf } from '@/test/api/inputs';
import { ACTORS, readMatrix } from '@/test/api/matrix';
import { AREA, TOWN } from '@/test/builders/town';
import { withEmulator } from '@/test/support/emulator';
import { type Name, openidOf, Yima } from '@/test/support/yima';
import { INJECTIONS, MARK, TEXTS, WORDS } from './corpus';

const NAMES = Object.keys(ACTIONS) as ActionName[];
/** Gate sizes; the full ones with `SWAPS=1000 BREAKS=100`. */
const SWAPS = Number(process.env.SWAPS ?? 250);
const BREAKS = Number(process.env.BREAKS ?? 30);
/** Open to everybody, as the matrix says. */
const OPEN = new Set(
  [...readMatrix()].flatMap(([entry, answers]) =>
    answers.nobody === 'WHO_ARE_YOU' ? [] : [entry.split(':')[0]],
  ),
);
const emulator = withEmulator();
/** Everything the SDK sends passes here first. */
let wire: Server;
let sent: string[] = [];
beforeAll(async () => {
  wire = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', async () => {
      sent.push(body);
      const headers = { 'content-type': 'application/json' };
      try {
        const answer = await fetch(`${emulator.url}${request.url}`, { method: 'POST', headers, body });
        response.writeHead(answer.status, headers).end(await answer.text());
      } catch {
        response.destroy(); // a line that breaks, breaks here too
      }
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const { port } = wire.address() as AddressInfo;
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` });
});
const yima = new Yima(emulator);
beforeAll(() => yima.start(), 30_000);
afterAll(() => {
  wire.closeAllConnections();
  wire.close();
});

/** All rows of all collections but what is told and written down about calls. */
async function rows(): Promise<string> {
  const { collections } = JSON.parse(readFileSync('database.json', 'utf8')) as { collections: object };
  const names = Object.keys(collections).filter((name) => name !== 'audit');
  const all = await Promise.all(
    names.map(
      async (name) => (await emulator.db.collection(name).orderBy('_id', 'asc').limit(1000).get()).data,
    ),
  );
  return JSON.stringify(all);
}

const inputFor = async (action: ActionName): Promise<Record<string, unknown>> =>
  goodInput(yima, action, await subjectOf(yima, action));

test(`T1 ${SWAPS} ids of other people’s tickets: not one answer, and all the same one`, async () => {
  const ids: string[] = [];
  for (let index = 0; index < 40; index++)
    ids.push((await yima.call(`guest${index}`, 'ticket.file', yima.filing({ text: `秘密${index}` }))).id);
  const answers = new Set<string>();
  const pick = fc.sample(fc.tuple(fc.nat(39), fc.nat(39)), { numRuns: SWAPS, seed: 20261122 });
  for (const [who, whose] of pick) {
    if (who === whose) continue;
    const answer = await yima.ask(`guest${who}`, 'ticket.read', { id: ids[whose] });
    if (answer.ok) throw new Error(`guest${who} read the ticket of guest${whose}`);
    const { requestId: _, ...same } = answer;
    answers.add(JSON.stringify(same));
  }
  const absent = await yima.ask('guest0', 'ticket.read', { id: `t${'f'.repeat(24)}` });
  if (absent.ok) throw new Error('there is no such ticket');
  const { requestId: _, ...same } = absent;
  expect([...answers]).toEqual([JSON.stringify(same)]);
}, 120_000);

const RESERVED = [
  'openid',
  'OPENID',
  '_openid',
  'userInfo',
  'actor',
  'role',
  'staff',
  'orgPath',
  'area',
  '_id',
  'rev',
  'state',
  'now',
  'createdAt',
  'openedAt',
  'history',
  'outbox',
  'wakeAt',
  'reporter',
  'handler',
  '$set',
  '$where',
  'a.b',
  'mark',
];

test.each(NAMES)('T2 %s refuses every reserved key, and nothing changes', async (action) => {
  const good = await inputFor(action);
  const before = await rows();
  for (const key of RESERVED.filter((name) => !(name in good))) {
    const answer = await yima.ask('lin', action, { ...good, [key]: 'admin' });
    // a key that this action knows for something else has its own shape, and is refused for that
    expect([key, answer.ok ? 'ok' : answer.code]).toEqual([key, 'BAD_INPUT']);
  }
  expect(await rows()).toBe(before);
});

test.each(NAMES)('T3 %s knows nobody without an identity', async (action) => {
  const good = await inputFor(action);
  const before = await rows();
  const answer = await yima.ask('nobody', action, good);
  const code = answer.ok ? 'ok' : answer.code;
  expect(code === 'WHO_ARE_YOU').toBe(!OPEN.has(action));
  // an identity that the payload claims is none
  const claimed = { action, input: good, userInfo: { openId: openidOf('shu') }, openid: openidOf('shu') };
  const { main } = await import('@/cloudfunctions/api');
  const { contextOf } = await import('@/test/support/yima');
  const forged = (await main(claimed, contextOf({}))) as { ok: boolean; code?: string };
  expect(forged.ok ? 'ok' : forged.code).toBe(code);
  expect(await rows()).toBe(before);
});

describe('T4 operators in fields', () => {
  test('the corpus is as large as was asked for', () => expect(INJECTIONS.length).toBeGreaterThanOrEqual(60));

  test.each(NAMES)('%s sends none of them on', async (action) => {
    const good = await inputFor(action);
    let turn = 0;
    sent = [];
    for (const field of wordFields(good))
      for (const payload of [...INJECTIONS, ...WORDS])
        await yima.ask(turn++ % 2 ? 'lin' : 'shu', action, put(good, field, payload));
    expect(keysFromInput(sent)).toEqual([]);
  });

  test('and the spy would see one', async () => {
    sent = [];
    const tcb = (await import('@cloudbase/node-sdk')).default;
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
    await db
      .collection('tickets')
      .where({ state: { [MARK]: 'x' } })
      .get();
    expect(keysFromInput(sent)).toHaveLength(1);
  });
});

/** Paths of the fields of an input that hold a word. */
function wordFields(
  value: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .slice(0, 12)
    .flatMap(([key, inner]) => wordFields(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function put(good: unknown, [key, ...rest]: readonly (string | number)[], payload: unknown): unknown {
  if (key === undefined) return payload;
  const copy = Array.isArray(good) ? [...good] : { ...(good as object) };
  (copy as Record<string | number, unknown>)[key] = put(
    (good as Record<string | number, unknown>)[key],
    rest,
    payload,
  );
  return copy;
}

/** Keys on the wire that an input brought: with the mark in them, or of an object whose value is only the mark. */
function keysFromInput(bodies: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (value: unknown, above: string): void => {
    if (typeof value === 'string' && /^[[{]/.test(value)) {
      // documents travel as text inside the call; a person's own words are text inside those
      if (above === 'query' || above === 'data' || above === 'data[]') walk(EJSON.parse(value), 'parsed');
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes(MARK)) found.push(key);
      if (key.startsWith('$') && inner === MARK) found.push(key);
      walk(inner, Array.isArray(value) ? `${above}[]` : key);
    }
  };
  for (const body of bodies) if (body.startsWith('{')) walk(JSON.parse(body), '');
  return found;
}

test('T14 no action takes a number that people say on the phone, and ids are not to be guessed', async () => {
  const { no } = await yima.call('lin', 'ticket.file', yima.filing());
  for (const action of ['ticket.read', 'ticket.assignees'] as const)
    expect(await yima.outcome('lin', action, { id: no })).toBe('BAD_INPUT');
  const ids = new Set<string>();
  for (let index = 0; index < 200; index++)
    ids.add((await yima.call('lin', 'ticket.file', yima.filing())).id.slice(0, 9));
  // 200 ids share no first 32 bits, so nothing follows from one for another
  expect(ids.size).toBe(200);
});

test('T11 text is kept as text: one form, nothing invisible, nothing lost', async () => {
  const invisible = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
  for (const text of TEXTS) {
    const { id } = await yima.call('lin', 'ticket.file', yima.filing({ text }));
    const { data } = await emulator.db.collection('tickets').doc(id).get();
    expect(data[0].text.replaceAll('\n', '')).not.toMatch(invisible);
    expect(data[0].text.normalize('NFC')).toBe(data[0].text);
    expect((await yima.call('zhao', 'ticket.read', { id })).text).toBe(data[0].text);
  }
});

test(`T20 ${BREAKS} breaks between the change and the telling: every notice arrives, once`, async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const told = async () => (await emulator.db.collection('notices').count()).total;
  const ids: string[] = [];
  for (let round = 0; round < BREAKS; round++) {
    ids.push((await yima.call('lin', 'ticket.file', yima.filing())).id);
    await emulator.faults([
      {
        kind: round % 2 ? 'dropBefore' : 'dropAfter',
        door: 'admin',
        action: 'insertDocument',
        collection: 'notices',
      },
    ]);
    await yima.tick();
    await emulator.faults([]);
    await yima.tick();
  }
  quiet.mockRestore();
  for (let sweeps = 0; sweeps < 3; sweeps++) await yima.tick();
  const before = await told();
  for (const id of ids) {
    const ticket = (await emulator.db.collection('tickets').doc(id).get()).data[0];
    expect(ticket.outbox).toEqual([]);
    const { data } = await emulator.db.collection('notices').where({ 'about.id': id }).limit(100).get();
    const lines = (data as { to: string; kind: string; at: number }[]).map(
      ({ to, kind, at }) => `${to} ${kind} ${at}`,
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines).size).toBe(lines.length);
  }
  await yima.tick();
  expect(await told()).toBe(before);
}, 240_000);

test('T22 what is logged when something breaks holds no name, no number, no words', async () => {
  const lines: string[] = [];
  const spies = (['error', 'warn', 'info', 'log'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation((...said) => void lines.push(said.join(' '))),
  );
  delete process.env.YIMA_LOG;
  await emulator.faults([
    { kind: 'error', door: 'admin', code: 'SYS_ERR', message: '17000000001 林桂芬 in the database' },
  ]);
  for (const action of NAMES)
    for (const name of ['lin', 'zhao', 'shu'] as const)
      await yima.ask(name, action, goodInput(yima, action, `t${'0'.repeat(24)}`));
  await yima.tick().catch(() => undefined);
  await emulator.faults([]);
  for (const name of ['wang', 'hou'] as const)
    await yima.ask(name, 'ticket.read', { id: `t${'0'.repeat(24)}` });
  process.env.YIMA_LOG = 'off';
  for (const spy of spies) spy.mockRestore();
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    expect(line).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|林桂芬|二楼的灯|openid-of/);
    expect(() => JSON.parse(line)).not.toThrow();
  }
});

test('L9 no answer shows a resident’s number to somebody who has no part in it', async () => {
  const secret = '17012345678';
  const filing = yima.filing({ contact: { name: '秘密人', phone: secret } });
  const { id } = await yima.call('lin', 'ticket.file', filing);
  const seen: string[] = [];
  for (const [entry] of readMatrix()) {
    const action = entry.split(':')[0] as ActionName;
    for (const name of ACTORS.filter((actor) => !['lin', 'zhao'].includes(actor)) as Name[]) {
      const input = action === 'ticket.read' ? { id } : (listed(entry) ?? goodInput(yima, action, id));
      if (action === 'profile.save' || action === 'ticket.file') continue;
      const answer = JSON.stringify(await yima.ask(name, action, input));
      if (answer.includes(secret) || answer.includes('秘密人')) seen.push(`${name} ${entry}`);
    }
  }
  expect(seen).toEqual([]);
});

// last: it changes who holds what
test('T5 no fifty steps of anybody give them a post they did not have', async () => {
  const areaNow = async () =>
    (await emulator.db.collection('directory').doc(`area:${AREA}`).get()).data[0] as Area;
  const heldBy = (home: Area, person: string) =>
    home.posts
      .filter((post) => post.holders.some((holder) => holder.person === person))
      .map((post) => post.id);
  const gained: string[] = [];
  for (const name of ['zhao', 'hou', 'sun', 'qian'] as const) {
    const person = `s_${name}`;
    const before = heldBy(await areaNow(), person);
    const steps = fc.sample(fc.tuple(fc.nat(TOWN.posts.length - 1), fc.nat(3)), { numRuns: 50, seed: 7 });
    for (const [index, kind] of steps) {
      const home = await areaNow();
      const { rev = 0 } = home as Area & { rev?: number };
      const post = TOWN.posts[index]?.id ?? '';
      if (kind === 0) await yima.ask(name, 'desk.save', { responsibility: home.responsibility, rev });
      else if (kind === 1) await yima.ask(name, 'staff.bind', { code: 'ABCD2345' });
      else await yima.ask(name, 'desk.holders', { post, holders: [{ person }], rev });
    }
    const after = heldBy(await areaNow(), person);
    gained.push(...after.filter((post) => !before.includes(post)).map((post) => `${name} ${post}`));
  }
  expect(gained).toEqual([]);
});

function listed(entry: string): object | null {
  const [action, variant] = entry.split(':');
  return action?.endsWith('.list') && variant ? { box: variant } : null;
}
