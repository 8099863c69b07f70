import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface ProcessOptions {
  /** A parsed database.json, or the path of one; the repository's own when absent. */
  readonly schema?: object | string;
  readonly dataDir?: string;
  readonly functionsDir?: string;
  readonly staticDir?: string;
  /** A parsed cloudbaserc.json, or the path of one: timers, timeouts, variables. */
  readonly config?: object | string;
  /** A parsed function-rules.json, or the path of one. */
  readonly rules?: object | string;
  readonly routes?: readonly string[];
  readonly sync?: 'FULL' | 'NORMAL' | 'OFF';
  readonly instances?: number;
  readonly transactionMs?: number;
  /** Show what the emulator and the functions print. */
  readonly loud?: boolean;
}

export interface EmulatorProcess {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  /** Ends the process as politely as it deserves: SIGTERM, or SIGKILL for crash tests. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const ROOT = path.join(__dirname, '../..');
/** Node's young generation grows to 48 MB with what was done since the start; so it is 12, and memory stays level. */
const HEAP = '--max-semi-space-size=4';

/**
 * Starts the emulator as a process of its own, so that tests meet it over HTTP only, as functions do, and
 * jest's realms stay out of it. It ends with this process even if nobody stops it.
 */
export async function startProcess(options: ProcessOptions = {}): Promise<EmulatorProcess> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'emulator-test-'));
  const asFile = (value: object | string, name: string) => {
    if (typeof value === 'string') return value;
    const file = path.join(scratch, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const flags: (string | undefined)[] = [
    ...['--port', '0', '--json', '--tied'],
    ...['--schema', asFile(options.schema ?? path.join(ROOT, 'database.json'), 'database.json')],
    ...['--sync', options.sync ?? 'OFF'],
    ...(options.dataDir ? ['--data', options.dataDir] : []),
    ...(options.functionsDir ? ['--functions', options.functionsDir] : []),
    ...(options.staticDir ? ['--static', options.staticDir] : []),
    ...(options.config ? ['--config', asFile(options.config, 'cloudbaserc.json')] : []),
    ...(options.rules ? ['--rules', asFile(options.rules, 'function-rules.json')] : []),
    ...(options.routes ? ['--routes', options.routes.join(',')] : []),
    ...(options.instances ? ['--instances', String(options.instances)] : []),
    ...(options.transactionMs ? ['--transaction-ms', String(options.transactionMs)] : []),
    ...(options.loud ? [] : ['--quiet']),
  ];
  const child = spawn(
    process.execPath,
    [
      HEAP,
      '--import',
      'tsx',
      path.join(ROOT, 'emulator/cli.ts'),
      ...flags.filter((flag) => flag !== undefined),
    ],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } },
  );
  const { url, env } = await firstLine(child, options.loud ?? false);
  return {
    url,
    env,
    pid: child.pid ?? 0,
    stop: async (signal = 'SIGTERM') => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await gone;
      }
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function firstLine(
  child: ChildProcess,
  loud: boolean,
): Promise<{ url: string; env: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
      if (loud) process.stderr.write(chunk);
    });
    child.once('exit', (code) => reject(new Error(`the emulator ended with code ${code}: ${errors}`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line));
      else if (loud) console.log(line);
    });
  });
}
