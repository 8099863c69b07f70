/** What `npm run bench` measures beside the actions: sizes of what is built, cold starts, what this machine can do at best. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import Database from 'libsql';
import { ROOT } from '@/scripts/local';
import { built, bytes, filesIn, h5Weights } from '@/test/weapp/built';

/** The middle value, and the one that nineteen of twenty stay below. */
export function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`;

export interface Sizes {
  readonly functions: Readonly<Record<string, number>>;
  readonly weapp: { readonly main: number; readonly packages: Readonly<Record<string, number>> } | null;
  /** Gzip bytes before anything appears, of the heaviest page that somebody begins with; and the most that a further page adds. */
  readonly h5: { readonly first: number; readonly page: number } | null;
}

/** Bytes of what lies in `dist`; null for what is not built. */
export function sizes(): Sizes {
  const folder = path.join(ROOT, 'dist/functions');
  const names = ['api', 'jobs'].filter((name) => existsSync(path.join(folder, name, 'index.js')));
  return {
    functions: Object.fromEntries(names.map((name) => [name, bytes(path.join(folder, name, 'index.js'))])),
    weapp: existsSync(path.join(ROOT, 'dist/weapp/app.json')) ? weapp() : null,
    h5: existsSync(path.join(ROOT, 'dist/h5/index.html')) ? h5() : null,
  };
}

function weapp(): Sizes['weapp'] {
  const dist = built('weapp');
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  const files = filesIn(dist);
  const total = (mine: (file: string) => boolean) =>
    files.filter(mine).reduce((sum, file) => sum + bytes(path.join(dist, file)), 0);
  return {
    main: total((file) => !roots.some((root) => file.startsWith(root))),
    packages: Object.fromEntries(roots.map((root) => [root, total((file) => file.startsWith(root))])),
  };
}

function h5(): Sizes['h5'] {
  const { first, further } = h5Weights();
  const most = (some: readonly { readonly weight: number }[]) =>
    Math.max(0, ...some.map(({ weight }) => weight));
  return { first: most(first), page: most(further) };
}

/** Milliseconds until a fresh process has loaded the code, the middle of `rounds`. */
function loading(file: string, rounds: number): number {
  const code = `const t = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const env = {
    ...process.env,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'x',
    SCF_NAMESPACE: 'x',
    TCB_ENV: 'x',
  };
  const times = Array.from({ length: rounds }, () =>
    Number(execFileSync(process.execPath, ['-e', code], { env, encoding: 'utf8' }).trim().split('\n').at(-1)),
  );
  return percentiles(times).p50;
}

/** Cold start of each built function, and of a function that holds the SDK and nothing else. */
export async function coldStarts(rounds = 7): Promise<Readonly<Record<string, number>>> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const alone = path.join(scratch, 'sdk.js');
  await build({
    stdin: { contents: "require('@cloudbase/node-sdk').init({ env: 'x' })", resolveDir: ROOT },
    outfile: alone,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    logLevel: 'error',
  });
  const files = Object.keys(sizes().functions).map((name) => [
    name,
    path.join(ROOT, 'dist/functions', name, 'index.js'),
  ]);
  const starts = [...files, ['the SDK alone', alone]].map(([name, file]) => [
    name,
    loading(String(file), rounds),
  ]);
  rmSync(scratch, { recursive: true, force: true });
  return Object.fromEntries(starts);
}

/** Durable commits of one small row per second: what no store on this disk can beat. */
export function durableCommits(count = 300): number {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const db = new Database(path.join(scratch, 'plain.db'));
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table rows (id integer primary key, body text)',
  );
  const insert = db.prepare('insert into rows (body) values (?)');
  const body = 'x'.repeat(2000);
  const started = performance.now();
  for (let index = 0; index < count; index++) insert.run(body);
  const rate = count / ((performance.now() - started) / 1000);
  db.close();
  rmSync(scratch, { recursive: true, force: true });
  return rate;
}

/** Requests per second of a server that only reads JSON and writes it back, one caller over one kept connection. */
export async function bareHttp(count = 1000): Promise<number> {
  const server = createServer(async (incoming, response) => {
    let text = '';
    for await (const part of incoming) text += part;
    const body = JSON.stringify(JSON.parse(text));
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({ action: 'x', data: 'y'.repeat(500) });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const once = () =>
    new Promise<void>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', method: 'POST', agent, headers }, (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => {
          JSON.parse(text);
          resolve();
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const started = performance.now();
  for (let index = 0; index < count; index++) await once();
  const rate = count / ((performance.now() - started) / 1000);
  agent.destroy();
  server.closeAllConnections();
  server.close();
  return rate;
}

/** CPU seconds a process has used and megabytes it holds; Linux only, zeros elsewhere. */
export function usageOf(pid: number): { cpu: number; rss: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, rss: Number(kb) / 1024 };
  } catch {
    return { cpu: 0, rss: 0 };
  }
}
