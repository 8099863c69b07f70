/**
 * `npm start`: the whole product on this machine, with people in it. Builds what has changed, makes the world of
 * 闫满工作区 once (`.data/yanman`) and serves it with the emulator until Ctrl-C.
 *
 *   npm start                       port 4100, or the next free one
 *   npm start -- --port 4200
 *   npm start -- --fresh            makes the world anew; it is made anew by itself when it is older than 20 hours
 *   npm start -- --keep             keeps the world as it is, however old
 *   npm start -- --no-build         serves what is in dist
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { RunningEmulator } from '@/emulator';
import { ROOT, startLocal } from './local';
import { databaseOf, loadWorld, playWeek } from './worlds/build';
import { LIN_PATH, yanman } from './worlds/yanman';

const DATA = path.join(ROOT, '.data/yanman');
const NEXT = path.join(ROOT, '.data/.next');
const ABOUT = 'world.json';
const PORT = 4100;
const PORTS = 20;
const HOUR = 3_600_000;
/** A week of history that ends yesterday no longer looks like today. */
const STALE = 20 * HOUR;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  });
  if (!values['no-build']) build();
  const why = values.keep && existsSync(path.join(DATA, ABOUT)) ? null : whyMake(values.fresh);
  if (why) await make(why);
  const cloud = await open(values.port ? [Number(values.port)] : range(PORT, PORTS));
  process.stdout.write(welcome(cloud));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void cloud.stop().then(() => {
      console.log('\n  已停止，数据留在 .data/yanman。Stopped; the data stays in .data/yanman.');
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Builds the browser app and the functions where their sources have changed. Ends this process when that fails. */
function build(): void {
  say('正在构建… building what has changed');
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, ...['scripts/build.ts', '--if-changed', '--only', 'functions', '--only', 'h5']],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
}

/** Why the world has to be made, or null when the one that is there will do. */
function whyMake(fresh: boolean): string | null {
  if (fresh) return '重新开始 made anew, as you asked';
  const file = path.join(DATA, ABOUT);
  if (!existsSync(file)) return '第一次运行 for the first time';
  const about = JSON.parse(readFileSync(file, 'utf8')) as { madeAt: number; print: string };
  if (about.print !== print()) return '数据定义变了 its sources have changed';
  return Date.now() - about.madeAt > STALE ? '上次的数据已过一天 the old one is of another day' : null;
}

/** What the world is made from. The functions do not count: they are reloaded over the same data. */
function print(): string {
  const worlds = path.join(ROOT, 'scripts/worlds');
  const files = readdirSync(worlds).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const file of [
    ...files.map((name) => path.join(worlds, name)),
    path.join(ROOT, 'domain/catalogue/default.json'),
    path.join(ROOT, 'domain/ticket/ticket.ts'),
    path.join(ROOT, 'database.json'),
  ])
    hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Makes the world beside the old one and puts it in its place when it is whole. */
async function make(why: string): Promise<void> {
  say(`正在布置闫满工作区（${why}）…`);
  const madeAt = Date.now();
  rmSync(NEXT, { recursive: true, force: true });
  mkdirSync(NEXT, { recursive: true });
  const cloud = await startLocal({ dataDir: NEXT, sync: 'OFF' });
  const world = yanman(madeAt);
  try {
    await loadWorld(databaseOf(cloud), world);
    const played = await playWeek(cloud, world, madeAt, bar());
    writeFileSync(path.join(NEXT, ABOUT), JSON.stringify({ madeAt, print: print(), played }));
  } finally {
    await cloud.stop();
  }
  rmSync(DATA, { recursive: true, force: true });
  renameSync(NEXT, DATA);
  say(`布置好了，用时 ${Math.round((Date.now() - madeAt) / 1000)} 秒。`);
}

/** Opens the world on the first of these ports that is free. */
async function open(ports: readonly number[]): Promise<RunningEmulator> {
  for (const port of ports) {
    try {
      return await startLocal({ dataDir: DATA, port, staticDir: path.join(ROOT, 'dist/h5') });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE' || port === ports.at(-1)) throw error;
    }
  }
  throw new Error('no port to try');
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);

function welcome({ url, clock }: RunningEmulator): string {
  const { personas, places, area } = yanman(Date.now());
  const building = places.find((place) => place.orgPath === LIN_PATH && place.kind === 'building');
  const scan = `${url}/#/pages/resident/home/index?scene=${encodeURIComponent(sceneOf(building?._id ?? ''))}`;
  const counts = ['village', 'grid', 'micro'].map(
    (kind) => area.nodes.filter((node) => node.kind === kind).length,
  );
  const ahead = Math.round(clock.offset / HOUR);
  const shifted = ahead === 0 ? '' : `（现在比真实时间快 ${ahead} 小时 hours ahead）`;
  const people = personas.map(({ id, label, note }) => `    ${label}\t${note}\t${dim(id)}`);
  return `
  ${bold('一码办')}  闫满工作区：${counts[0]} 个行政村，${counts[1]} 个自然村，${counts[2]} 个微网格，4468 户

  打开 open              ${bold(url)}
  扫林阿姨楼下的码 scan   ${scan}

  换个身份：“我的”页最下面“换一个人看看” be somebody else, on the page 我的:
${people.join('\n')}

  拨时钟 move the clock ${shifted}  curl -X POST ${url}/emulator/clock -H 'content-type: application/json' -d '{"advance":86400000}'
  模拟云 the local cloud  ${url}/emulator  运行状况 health ${url}/health
  ${dim('只在这台机器上，没有真实的人和电话。This machine only; no real people, no real numbers.')}
  停止 Ctrl-C

`;
}

/** A bar that fills while a week goes by; silent where there is no screen. */
function bar(): (share: number) => void {
  if (!process.stdout.isTTY) return () => {};
  let shown = -1;
  return (share) => {
    const done = Math.round(share * 30);
    if (done === shown) return;
    shown = done;
    process.stdout.write(`\r  ${'█'.repeat(done)}${'░'.repeat(30 - done)}${done === 30 ? '\n' : ''}`);
  };
}

const paint = (code: number) => (text: string) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const say = (line: string) => console.log(`  ${line}`);

main().catch((error: Error) => {
  console.error(`  没能启动 could not start: ${error.message}`);
  process.exit(1);
});
