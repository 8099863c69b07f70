/** `npm start` at its very beginning: what cannot work is said at once, before anything is built. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'acorn';
import { damageOf } from '@/scripts/start/damage';
import { readOptions, Wrong } from '@/scripts/start/options';
import { hold } from '@/scripts/start/running';
import { startProcess } from '@/test/support/emulator-process';

// a machine that is busy takes its time to start a program at all
jest.setTimeout(60_000);

const ROOT = path.join(__dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts as `npm start -- …` does; it has to end by itself, and long before a build could. */
function start(flags: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...flags], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
}

const BUILDING = /构建|building/;

describe('a port', () => {
  test.each(['0', '65536', '-1', 'http', '80.5', '1e3', ' 4100', '４１００', '99999999'])(
    '%p is none, wherever it is asked for',
    (port) => {
      expect(() => readOptions([`--port=${port}`], {})).toThrow(Wrong);
      expect(() => readOptions([], { PORT: port })).toThrow(Wrong);
    },
  );

  test.each([
    [['--port', '4200'], { PORT: '4411' }, 4200],
    [[], { PORT: '4411' }, 4411],
    [[], { npm_config_port: '4300' }, 4300],
    [[], { PORT: '' }, undefined],
    [[], {}, undefined],
  ])('%j with %j is %p', (argv, env, port) => {
    expect(readOptions(argv, env).port).toBe(port);
  });

  test.each(['--port', 'PORT'])(
    'that is taken is said at once, asked for by %s, with one that is free',
    async (how) => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as { port: number };
      const data = path.join(scratch, 'taken');
      const { code, said } =
        how === 'PORT'
          ? await start(['--data', data], { PORT: String(port) })
          : await start(['--data', data, '--port', String(port)]);
      other.close();
      expect(code).toBe(1);
      expect(said).toContain(`Port ${port} is taken`);
      expect(said).toMatch(/npm start -- --port \d+/);
      expect(said).not.toMatch(BUILDING);
    },
  );

  test('that is impossible is said at once', async () => {
    const { code, said } = await start(['--port', '99999']);
    expect([code, said]).toEqual([1, expect.stringContaining('99999 is no port')]);
    expect(said).not.toMatch(BUILDING);
  });
});

test('an option that does not exist is told with those that do', async () => {
  const { code, said } = await start(['--prot', '4200']);
  expect(code).toBe(1);
  expect(said).toContain('--prot');
  expect(said).toContain('--fresh');
});

describe('two at once', () => {
  test('the second is told who is first and where, and touches nothing', async () => {
    const data = path.join(scratch, 'two');
    const first = hold(data);
    try {
      const early = await start(['--data', data]);
      expect(early).toMatchObject({ code: 1, said: expect.stringContaining(`process ${process.pid}`) });
      first.at('http://127.0.0.1:4123');
      const late = await start(['--data', data, '--fresh']);
      expect(late).toMatchObject({ code: 1, said: expect.stringContaining('http://127.0.0.1:4123') });
      expect(early.said + late.said).not.toMatch(BUILDING);
    } finally {
      first.release();
    }
  });

  test('whoever has ended, however, is in nobody’s way', () => {
    const data = path.join(scratch, 'ended');
    hold(data).release();
    writeFileSync(path.join(data, 'running.json'), JSON.stringify({ pid: 1, url: 'http://127.0.0.1:1' }));
    hold(data).release();
  });

  test('a file in the place of the data folder is said', () => {
    const file = path.join(scratch, 'file');
    writeFileSync(file, '');
    expect(() => hold(file)).toThrow(Wrong);
  });
});

describe('damaged data', () => {
  const whole = path.join(scratch, 'whole');

  beforeAll(async () => {
    const emulator = await startProcess({ dataDir: whole, schema: { collections: { places: {} } } });
    await fetch(`${emulator.url}/admin`, {
      method: 'POST',
      body: JSON.stringify({
        action: 'database.insertDocument',
        collectionName: 'places',
        data: Array.from({ length: 500 }, (_, n) => JSON.stringify({ _id: `p${n}`, name: '楼'.repeat(200) })),
      }),
    });
    await emulator.stop();
    writeFileSync(path.join(whole, 'world.json'), JSON.stringify({ madeAt: 1, print: 'x' }));
  });

  const spoiled = (name: string, spoil: (folder: string) => void) => {
    const folder = path.join(scratch, `spoiled-${name}`, 'yanman');
    cpSync(whole, folder, { recursive: true });
    spoil(folder);
    return folder;
  };
  const database = (folder: string) => path.join(folder, 'documents.db');

  test('what is whole, and what is not there yet, is no damage', () => {
    expect(damageOf(spoiled('none', () => {}))).toBeNull();
    expect(damageOf(path.join(scratch, 'nowhere'))).toBeNull();
    mkdirSync(path.join(scratch, 'bare'));
    expect(damageOf(path.join(scratch, 'bare'))).toBeNull();
  });

  test.each<[string, (folder: string) => void, string]>([
    ['empty', (folder) => truncateSync(database(folder), 0), 'is empty'],
    [
      'no database',
      (folder) => writeFileSync(database(folder), 'hello, this is a text of some length'),
      'is no database',
    ],
    ['cut at the half', (folder) => truncateSync(database(folder), 40 * 1024), 'is broken'],
    ['cut in a page', (folder) => truncateSync(database(folder), 100), 'is broken'],
    ['overwritten', (folder) => scribble(database(folder)), 'is broken'],
    ['gone', (folder) => rmSync(database(folder)), 'is missing'],
    ['without a note', (folder) => rmSync(path.join(folder, 'world.json')), 'world.json'],
    ['an empty note', (folder) => writeFileSync(path.join(folder, 'world.json'), ''), 'world.json'],
    ['half a note', (folder) => writeFileSync(path.join(folder, 'world.json'), '{"madeAt":17'), 'world.json'],
    [
      'a note of something else',
      (folder) => writeFileSync(path.join(folder, 'world.json'), 'null'),
      'world.json',
    ],
    ['without its files', (folder) => rmSync(path.join(folder, 'files'), { recursive: true }), 'photos'],
  ])('%s', (name, spoil, words) => {
    expect(damageOf(spoiled(name, spoil))).toContain(words);
  });

  test('is said at once, with the way out, and left as it is', async () => {
    const folder = spoiled('said', (each) => truncateSync(database(each), 0));
    const { code, said } = await start(['--data', path.dirname(folder)]);
    expect(code).toBe(1);
    expect(said).toContain('documents.db');
    expect(said).toContain('npm start -- --fresh');
    expect(said).not.toMatch(BUILDING);
    expect(readFileSync(database(folder))).toHaveLength(0);
  });
});

/** Writes nonsense over the middle of a file. */
function scribble(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
}

describe('an old Node', () => {
  const script = path.join(ROOT, 'scripts/old-node.cjs');
  const run = (version: string) => {
    const as = path.join(scratch, `node-${version}.cjs`);
    writeFileSync(
      as,
      `Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '${version}' }) })`,
    );
    const child = spawn(process.execPath, ['-r', as, script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes) => (said += bytes));
    return new Promise<[number | null, string]>((resolve) =>
      child.on('close', (code) => resolve([code, said])),
    );
  };

  test.each(['0.10.48', '8.17.0', '18.20.4', '19.9.0'])('%s is told which one is needed', async (version) => {
    const [code, said] = await run(version);
    expect(code).toBe(1);
    expect(said).toContain(version);
    expect(said).toContain('Node 20');
  });

  test.each(['20.0.0', '22.12.0', '100.1.0'])('%s goes on', async (version) => {
    expect(await run(version)).toEqual([0, '']);
  });

  test('reads what tells it so, which stands before all else', () => {
    const { scripts, engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(() => parse(readFileSync(script, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
    for (const name of ['start', 'test']) expect(scripts[name]).toMatch(/^node scripts\/old-node\.cjs && /);
    expect(engines.node).toBe('>=20');
  });
});
