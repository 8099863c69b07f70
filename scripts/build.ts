/**
 * Builds what is shipped: `dist/weapp`, `dist/h5` and one bundle per cloud function in `dist/functions`.
 *
 *   npm run build                       everything
 *   npm run build -- --only h5          one target (weapp, h5, functions)
 *   npm run build -- --if-changed       skip a target whose sources have not changed since it was built
 *
 * Needs no network, no global tool and no home folder. A target is built beside the live folder and then
 * swapped in, so a reader never meets half a build; two builds of one target wait for each other.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as esbuild, type Plugin } from 'esbuild';

const ROOT = path.resolve(__dirname, '..');
const DIST = path.join(ROOT, 'dist');
const STAMPS = path.join(DIST, '.built');

const TARGETS = ['functions', 'weapp', 'h5'] as const;
type Target = (typeof TARGETS)[number];

const SHARED = ['domain', 'contract', 'package-lock.json', 'tsconfig.json', 'scripts/build.ts'];
const PHONE = [...SHARED, 'src', 'config', 'babel.config.js', 'project.config.json'];
/** What a target is made from: when none of it changed, neither did the target. */
const SOURCES: Record<Target, string[]> = {
  weapp: PHONE,
  h5: PHONE,
  functions: [...SHARED, 'cloudfunctions'],
};
/** The cloud functions; a folder that is not there yet is passed over. */
const FUNCTIONS = ['api', 'jobs'];

/** All files under a path, sorted, as paths from the root. Nothing when it does not exist. */
function filesUnder(start: string): string[] {
  const full = path.join(ROOT, start);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [start];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(start, entry.name)));
}

/** A fingerprint of everything a target is made from. Tests are not shipped, so they do not count. */
function fingerprint(target: Target): string {
  const hash = createHash('sha256');
  for (const file of SOURCES[target].flatMap(filesUnder)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** Total bytes of the files in a built folder that match, gzipped when asked. */
function weigh(folder: string, match: RegExp, gzip = false): number {
  return filesUnder(path.relative(ROOT, folder))
    .filter((file) => match.test(file))
    .map((file) => readFileSync(path.join(ROOT, file)))
    .reduce((sum, bytes) => sum + (gzip ? gzipSync(bytes).length : bytes.length), 0);
}

/** How often a build that takes its time says so, in ms. */
const BEAT = 10_000;

/** Says every few seconds that a target is being built, how far it is, and for how long already. */
function beating(target: Target, share: () => string): () => void {
  const started = Date.now();
  console.log(`${target.padEnd(9)}  正在构建 building, 第一次约一分钟 about a minute the first time`);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${target.padEnd(9)}  还在构建 still building${share()}, ${seconds} s`);
  }, BEAT);
  return () => clearInterval(timer);
}

/** The end of what Taro said, without its progress and its cache's complaints; all of it is kept in a file. */
function complaint(type: string, said: string): string {
  const log = path.join(STAMPS, `${type}.log`);
  writeFileSync(log, said);
  const lines = said
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !/^(?:<w>|\s*●)/.test(line));
  return `${lines.slice(-LINES).join('\n')}\n(all of it: ${path.relative(ROOT, log)})`;
}
const LINES = 60;

/** Runs Taro quietly; its words are shown only when it fails. */
function taro(type: 'weapp' | 'h5', out: string): Promise<void> {
  const home = path.join(STAMPS, 'home');
  mkdirSync(home, { recursive: true });
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // Taro keeps settings in the home folder; a build must not depend on whose it is.
        HOME: home,
        YIMA_OUT: path.relative(ROOT, out),
        BROWSERSLIST_IGNORE_OLD_DATA: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let share = '';
  const stop = beating(type, () => share);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += bytes;
      const [, percent] = /\((\d+)%\)/.exec(String(bytes)) ?? [];
      if (percent) share = `, ${percent} %`;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      stop();
      // Taro ends with 0 after a failed webpack run: the app's entry is the proof.
      const entry = path.join(out, type === 'h5' ? 'index.html' : 'app.json');
      if (code === 0 && existsSync(entry) && !/Module build failed|Module not found/.test(said)) resolve();
      else reject(new Error(complaint(type, said.trim() || `taro ended with ${code}`)));
    });
  });
}

/**
 * Parts of the SDK for data models, SQL and AI, which it loads at every start and which nothing here uses: a fifth of the
 * bundle and of the cold start. The SDK itself expects that setting them up may fail, and goes on.
 */
const UNUSED: Plugin = {
  name: 'unused',
  setup(bundler) {
    bundler.onResolve(
      { filter: /^(?:@cloudbase\/wx-cloud-client-sdk|\.\/ai)$/ },
      ({ path: wanted, importer }) =>
        importer.includes('@cloudbase/node-sdk') ? { path: wanted, namespace: 'unused' } : null,
    );
    bundler.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** One self-contained CommonJS file per function, as CloudBase wants it. */
async function functions(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const name of FUNCTIONS) {
    const entry = path.join(ROOT, 'cloudfunctions', name, 'index.ts');
    if (!existsSync(entry)) {
      console.log(`functions  ${name}: not there yet, passed over`);
      continue;
    }
    await esbuild({
      entryPoints: [entry],
      outfile: path.join(out, name, 'index.js'),
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      legalComments: 'none',
      // Chinese as it is, not escaped to twice its bytes
      charset: 'utf8',
      plugins: [UNUSED],
      logLevel: 'error',
      absWorkingDir: ROOT,
      tsconfig: path.join(ROOT, 'tsconfig.json'),
    });
    const about = { name, version: '1.0.0', private: true, main: 'index.js' };
    writeFileSync(path.join(out, name, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  }
}

function sizes(target: Target, folder: string): string {
  if (target === 'functions')
    return (
      FUNCTIONS.filter((name) => existsSync(path.join(folder, name)))
        .map((name) => `${name} ${kb(weigh(path.join(folder, name), /./))}`)
        .join(', ') || 'none'
    );
  if (target === 'weapp') {
    const [staff, volunteer] = ['staff', 'volunteer'].map((name) =>
      weigh(path.join(folder, 'pages', name), /./),
    );
    const main = weigh(folder, /./) - (staff ?? 0) - (volunteer ?? 0);
    return `main ${kb(main)}, staff ${kb(staff ?? 0)}, volunteer ${kb(volunteer ?? 0)}`;
  }
  return `${kb(weigh(folder, /\.(js|css|html)$/, true))} gzip in all`;
}

/** Holds the target for this process; a lock whose owner has died is taken over. */
async function locked<T>(target: Target, work: () => Promise<T>): Promise<T> {
  const lock = path.join(STAMPS, `${target}.lock`);
  mkdirSync(STAMPS, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      if (owner > 0 && !alive(owner)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function build(target: Target, ifChanged: boolean): Promise<void> {
  const live = path.join(DIST, target);
  const stamp = path.join(STAMPS, target);
  const print = fingerprint(target);
  const unchanged = existsSync(live) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
  if (ifChanged && unchanged) {
    console.log(`${target.padEnd(9)}  unchanged  ${sizes(target, live)}`);
    return;
  }
  const started = Date.now();
  const next = path.join(DIST, '.next', target);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(path.dirname(next), { recursive: true });
  await (target === 'functions' ? functions(next) : taro(target, next));
  rmSync(stamp, { force: true });
  const old = `${next}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(live)) renameSync(live, old);
  renameSync(next, live);
  rmSync(old, { recursive: true, force: true });
  // The print was taken before building: an edit made meanwhile is built again next time.
  writeFileSync(stamp, print);
  console.log(`${target.padEnd(9)}  ${((Date.now() - started) / 1000).toFixed(0)} s  ${sizes(target, live)}`);
}

/** Reads `--only x` and `--if-changed`; refuses anything else by name. */
function parse(argv: string[]): { only: Target[]; ifChanged: boolean } {
  const only: Target[] = [];
  let ifChanged = false;
  for (let i = 0; i < argv.length; i++) {
    const flag = argv[i];
    if (flag === '--if-changed') ifChanged = true;
    else if (flag === '--only') {
      const target = TARGETS.find((name) => name === argv[i + 1]);
      if (!target) throw new Error(`--only wants one of ${TARGETS.join(', ')}`);
      only.push(target);
      i++;
    } else throw new Error(`unknown flag ${flag}; known: --only ${TARGETS.join('|')}, --if-changed`);
  }
  return { only: only.length > 0 ? only : [...TARGETS], ifChanged };
}

async function main(): Promise<void> {
  const { only, ifChanged } = parse(process.argv.slice(2));
  const results = await Promise.allSettled(
    only.map((target) => locked(target, () => build(target, ifChanged))),
  );
  results.forEach((result, i) => {
    if (result.status === 'fulfilled') return;
    console.error(
      `${only[i]}  FAILED\n${result.reason instanceof Error ? result.reason.message : result.reason}`,
    );
    process.exitCode = 1;
  });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
