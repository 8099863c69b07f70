import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Identity, identityVariables } from './identity';
import { Instance, type Outcome } from './instance';

/** How one function is run: what `cloudbaserc.json` says about it, or the defaults. */
export interface FunctionSettings {
  /** Seconds, as in cloudbaserc.json. */
  readonly timeout?: number;
  /** Megabytes. */
  readonly memorySize?: number;
  readonly envVariables?: Readonly<Record<string, string>>;
}

export interface HostOptions {
  /** Holds `<name>/index.js`, one folder per function. */
  readonly functionsDir: string;
  readonly settings: Readonly<Record<string, FunctionSettings>>;
  /** Variables every instance starts with: they point the SDK at this emulator. */
  readonly env: Readonly<Record<string, string>>;
  readonly offset: SharedArrayBuffer;
  readonly instances: number;
  readonly log: (line: string) => void;
}

/** Limits of a synchronous call, in bytes: event and answer. */
export const PAYLOAD_BYTES = 6 * 1024 * 1024;
const DEFAULT_TIMEOUT_S = 20;
const DEFAULT_MEMORY_MB = 256;
/** V8 needs more room than the platform's figure, which counts only what the code itself uses. */
const HEADROOM_MB = 128;

interface Pool {
  readonly instances: Instance[];
  readonly waiting: (() => void)[];
  built: string;
}

export type Result =
  | { readonly ok: true; readonly result: string; readonly requestId: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly requestId: string };

/** Runs built functions: a small pool of instances each, one event at a time per instance, reloaded when rebuilt. */
export class FunctionHost {
  private readonly pools = new Map<string, Pool>();
  private stopped = false;

  constructor(private readonly options: HostOptions) {}

  /** Names of the functions that are built. */
  names(): readonly string[] {
    try {
      return readdirSync(this.options.functionsDir).filter((name) => this.builtAt(name) !== undefined);
    } catch {
      return [];
    }
  }

  /** Runs a function; never throws. `event` is JSON text. */
  async invoke(name: string, event: string, identity: Identity): Promise<Result> {
    const requestId = randomUUID();
    const refuse = (code: string, message: string): Result => ({ ok: false, code, message, requestId });
    const built = this.builtAt(name);
    if (built === undefined) return refuse('FUNCTION_NOT_FOUND', `function ${name} is not built`);
    if (Buffer.byteLength(event) > PAYLOAD_BYTES)
      return refuse('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 6 MB');

    const settings = this.options.settings[name] ?? {};
    const timeout = (settings.timeout ?? DEFAULT_TIMEOUT_S) * 1000;
    const memory = settings.memorySize ?? DEFAULT_MEMORY_MB;
    const environment = identityVariables(identity, this.options.env.TCB_ENV!);
    const instance = await this.take(name, built);
    if (!instance) return refuse('SYS_ERR', 'the emulator is stopping');
    const context = {
      request_id: requestId,
      function_name: name,
      function_version: '$LATEST',
      namespace: this.options.env.SCF_NAMESPACE,
      memory_limit_in_mb: memory,
      time_limit_in_ms: timeout,
      callbackWaitsForEmptyEventLoop: true,
      environment: JSON.stringify({ ...this.options.env, ...settings.envVariables, ...environment }),
    };
    const outcome = await instance.run({ event, context, environment }, timeout);
    this.release(name);
    return this.answer(name, outcome, requestId);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const { instances, waiting } of this.pools.values()) {
      for (const wake of waiting.splice(0)) wake();
      await Promise.all(instances.map((instance) => instance.stop()));
    }
  }

  private answer(name: string, outcome: Outcome, requestId: string): Result {
    if (outcome.ok) {
      if (Buffer.byteLength(outcome.result) > PAYLOAD_BYTES)
        return {
          ok: false,
          code: 'EXCEED_MAX_PAYLOAD_SIZE',
          message: 'the answer is larger than 6 MB',
          requestId,
        };
      return { ok: true, result: outcome.result, requestId };
    }
    this.options.log(`${name}: ${outcome.stack ?? outcome.message}`);
    const code = outcome.kind === 'timeout' ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL';
    return { ok: false, code, message: outcome.message, requestId };
  }

  /** A free instance of the present build, started if the pool has room, else the next that becomes free. */
  private async take(name: string, first: string): Promise<Instance | undefined> {
    let built = first;
    const pool = this.pools.get(name) ?? { instances: [], waiting: [], built };
    this.pools.set(name, pool);
    for (;;) {
      if (this.stopped) return undefined;
      if (pool.built !== built) this.retire(pool, built);
      for (let i = pool.instances.length - 1; i >= 0; i--)
        if (pool.instances[i]!.dead) pool.instances.splice(i, 1);
      const free = pool.instances.find((instance) => !instance.busy);
      if (free) return claim(free);
      if (pool.instances.length < this.options.instances) {
        const instance = this.start(name);
        pool.instances.push(instance);
        return claim(instance);
      }
      await new Promise<void>((resolve) => pool.waiting.push(resolve));
      built = this.builtAt(name) ?? built;
    }
  }

  private release(name: string): void {
    this.pools.get(name)?.waiting.shift()?.();
  }

  /** Instances of an older build finish what they do and are not used again. */
  private retire(pool: Pool, built: string): void {
    pool.built = built;
    for (const instance of pool.instances.splice(0)) {
      if (!instance.busy) void instance.stop();
      else void untilFree(instance).then(() => instance.stop());
    }
  }

  private start(name: string): Instance {
    const { options } = this;
    const settings = options.settings[name] ?? {};
    return new Instance({
      file: this.file(name),
      env: { ...baseEnvironment(), ...options.env, ...settings.envVariables },
      offset: options.offset,
      memoryMb: (settings.memorySize ?? DEFAULT_MEMORY_MB) + HEADROOM_MB,
      print: (line) => options.log(`[${name}] ${line}`),
    });
  }

  private file(name: string): string {
    return path.join(this.options.functionsDir, name, 'index.js');
  }

  /** Tells builds apart; undefined when there is no such function. */
  private builtAt(name: string): string | undefined {
    if (!/^[\w-]+$/.test(name)) return undefined;
    const stat = statSync(this.file(name), { throwIfNoEntry: false });
    return stat?.isFile() ? `${stat.mtimeMs}:${stat.size}` : undefined;
  }
}

function claim(instance: Instance): Instance {
  instance.busy = true;
  return instance;
}

async function untilFree(instance: Instance): Promise<void> {
  while (instance.busy) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The little of the real environment a function may see. */
function baseEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TZ', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(kept.flatMap((key) => (process.env[key] ? [[key, process.env[key]!]] : [])));
}
