/**
 * `npm start`: the whole product on this machine, with people in it. Builds what has changed, makes the world of
 * 闫满工作区 once (`.data/yanman`) and serves it with the emulator until Ctrl-C. `--help` lists the options.
 *
 * What cannot work is said before anything is built: a port that is taken, a second start on the same data, damaged data.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { RunningEmulator } from '@/emulator';
import { ROOT, startLocal } from './local';
import { ABOUT, damageOf } from './start/damage';
import { checkPort, DATA, HELP, readOptions, Wrong } from './start/options';
import { hold } from './start/running';
import { databaseOf, loadWorld, playWeek } from './worlds/build';
import { LIN_PATH, yanman } from './worlds/yanman';

const PORT = 4100;
const PORTS = 20;
const HOUR = 3_600_000;
/** A week of history that ends yesterday no longer looks like today. */
const STALE = 20 * HOUR;

/** Where the world is kept, and where the next one is made. */
interface Folders {
  readonly data: string;
  readonly next: string;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return console.log(HELP);
  if (options.port !== undefined) await checkPort(options.port);
  const root = path.resolve(ROOT, options.data);
  const held = hold(root);
  const folders = { data: path.join(root, 'yanman'), next: path.join(root, '.next') };
  const damage = options.fresh ? null : damageOf(folders.data);
  if (damage) throw new Wrong(damaged(options.data, damage));
  const kept = options.keep && existsSync(path.join(folders.data, ABOUT));
  const why = kept ? null : whyMake(folders, options.fresh);
  if (options.build) {
    say('正在构建有改动的部分… building what has changed');
    await build('functions');
  }
  // A week is lived while the phone is built: a machine of two cores does both at once.
  await Promise.all([options.build && build('h5'), why !== null && make(folders, why)]);
  const cloud = await open(folders, options.port === undefined ? range(PORT, PORTS) : [options.port]);
  held.at(cloud.url);
  process.stdout.write(welcome(cloud));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void cloud.stop().then(() => {
      held.release();
      console.log(`\n  已停止，数据留在 ${options.data}。Stopped; the data stays in ${options.data}.`);
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const damaged = (data: string, damage: string) =>
  `${data} 里的演示数据坏了：${damage}。The demonstration kept there is damaged.\n` +
  `  重新布置 make it anew:  npm start -- --fresh${data === DATA ? '' : ` --data ${data}`}   （里面的数据会清空 what is in it is lost）`;

/** Builds a target where its sources have changed. A build that fails has said why. */
async function build(target: 'functions' | 'h5'): Promise<void> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, 'scripts/build.ts', '--if-changed', '--only', target],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.on('data', (said: Buffer) => process.stdout.write(String(said).replace(/^(?=.)/gm, '  ')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) process.exit(code ?? 1);
}

/** Why the world has to be made, or null when the one that is there will do. */
function whyMake({ data }: Folders, fresh: boolean): string | null {
  if (fresh) return '重新开始 made anew, as you asked';
  const file = path.join(data, ABOUT);
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
async function make({ data, next }: Folders, why: string): Promise<void> {
  say(`正在布置闫满工作区（${why}）…`);
  const madeAt = Date.now();
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const cloud = await startLocal({ dataDir: next, sync: 'OFF' });
  const world = yanman(madeAt);
  try {
    await loadWorld(databaseOf(cloud), world);
    const played = await playWeek(cloud, world, madeAt, quarters());
    writeFileSync(path.join(next, ABOUT), JSON.stringify({ madeAt, print: print(), played }));
  } finally {
    await cloud.stop();
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(next, data);
  say(`布置好了 ready, ${Math.round((Date.now() - madeAt) / 1000)} s`);
}

/** Opens the world on the first of these ports that is free. */
async function open({ data }: Folders, ports: readonly number[]): Promise<RunningEmulator> {
  for (const port of ports) {
    try {
      return await startLocal({ dataDir: data, port, staticDir: path.join(ROOT, 'dist/h5') });
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
  const people = personas.map(({ label, note, english }) => `    ${label}\t${note}\t${dim(english)}`);
  return `
  ${bold('一码办 Yima')}  闫满工作区：${counts[0]} 个行政村，${counts[1]} 个自然村，${counts[2]} 个微网格，4468 户

  打开 open              ${bold(url)}
  扫林阿姨楼下的码 scan   ${scan}

  界面是中文；五分钟导览在 README。The screens are in Chinese; README.md has a five-minute tour.
  换个身份：“我的”页最下面“换一个人看看” be somebody else: 我的 (bottom right), then 换一个人看看 at its end:
${people.join('\n')}

  拨时钟 move the clock ${shifted}  curl -X POST ${url}/emulator/clock -H 'content-type: application/json' -d '{"advance":86400000}'
  模拟云 the local cloud  ${url}/emulator  运行状况 health ${url}/health
  ${dim('只在这台机器上，没有真实的人和电话。This machine only; no real people, no real numbers.')}
  停止 Ctrl-C

`;
}

/** Says how much of the week has gone by; lines, since the build speaks meanwhile. */
function quarters(): (share: number) => void {
  let said = 0;
  return (share) => {
    const quarter = Math.floor(share * 4);
    if (quarter <= said) return;
    said = quarter;
    say(`一周过了 ${quarter * 25} % of the week has gone by`);
  };
}

const paint = (code: number) => (text: string) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const say = (line: string) => console.log(`  ${line}`);

main().catch((error: Error) => {
  console.error(
    error instanceof Wrong ? `\n  ${error.message}\n` : `  没能启动 could not start: ${error.message}`,
  );
  process.exit(1);
});
