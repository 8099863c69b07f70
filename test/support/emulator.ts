import tcb from '@cloudbase/node-sdk';
import { type EmulatorProcess, type ProcessOptions, startProcess } from './emulator-process';

/** What `GET /emulator/calls` tells. */
export interface Calls {
  /** All calls of the SDK since the last reset. */
  readonly total: number;
  /** Calls per action, like `database.getDocument`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Documents read, and documents given back. */
  readonly examined: number;
  readonly returned: number;
  /** Index entries counted without their documents. */
  readonly entries: number;
  readonly collections: Readonly<Record<string, { queries: number; examined: number; returned: number }>>;
  readonly queries: readonly QuerySeen[];
}

export interface QuerySeen {
  readonly action: string;
  readonly collection: string;
  readonly plan: string;
  readonly fields: readonly string[];
  readonly examined: number;
  readonly returned: number;
  readonly sorted: boolean;
}

export interface ScanSeen {
  readonly kind: 'scan' | 'sort';
  readonly collection: string;
  readonly plan: string;
  readonly fields: readonly string[];
  readonly times: number;
  readonly examined: number;
}

/** What a call through the gateway gave: HTTP status and parsed JSON body (or text). */
export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it asked for
  readonly body: any;
}

export type App = ReturnType<typeof tcb.init>;
export type Database = ReturnType<App['database']>;

/** An emulator for one test file. Its properties may be read once `beforeAll` has run. */
export class TestEmulator {
  process!: EmulatorProcess;
  /** The real SDK, pointed at this emulator. */
  app!: App;
  db!: Database;

  get url(): string {
    return this.process.url;
  }

  async start(options: ProcessOptions): Promise<void> {
    this.process = await startProcess(options);
    Object.assign(process.env, this.process.env, { SILENCE: 'true' });
    // Bound to this address, so that one test file may hold several emulators.
    this.app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, serviceUrl: `${this.url}/admin` });
    this.db = this.app.database();
  }

  /** `GET` without a body, `POST` with one; paths like `/emulator/clock`. */
  async http(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(this.url + path, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      return { status: response.status, body: text };
    }
  }

  /** Calls a function as a phone does; `user` becomes WX_OPENID. Gives status and `{result}` or `{code}`. */
  call(name: string, data: unknown, user?: string): Promise<Reply> {
    return this.http(`/call/${name}`, data, user ? { 'x-emulator-user': encodeURIComponent(user) } : {});
  }

  async calls(): Promise<Calls> {
    return (await this.http('/emulator/calls')).body;
  }

  async resetCalls(): Promise<void> {
    await this.http('/emulator/calls/reset', {});
  }

  /** Queries no index serves, since the start or the last reset. */
  async scans(): Promise<readonly ScanSeen[]> {
    return (await this.http('/emulator/scans')).body.scans;
  }

  /** Moves the clock by `ms`; see docs/emulator.md for `fire`. */
  async advance(ms: number, fire: 'each' | 'last' | 'none' = 'last'): Promise<Reply> {
    return this.http('/emulator/clock', { advance: ms, fire });
  }

  async setClock(to: string | number, fire: 'each' | 'last' | 'none' = 'last'): Promise<Reply> {
    return this.http('/emulator/clock', { set: to, fire });
  }

  /** The emulator's time in ms. */
  async now(): Promise<number> {
    return (await this.http('/emulator/clock')).body.ms;
  }

  /** Sets the faults; an empty list removes them. Throws for faults that the emulator does not know. */
  async faults(faults: readonly object[], seed?: number): Promise<Reply> {
    const reply = await this.http('/emulator/faults', { faults, seed });
    if (reply.status !== 200) throw new Error(`faults: ${JSON.stringify(reply.body)}`);
    return reply;
  }

  /** Empties documents, files, counters and recordings; clock back to real time. */
  async reset(): Promise<void> {
    await this.http('/emulator/reset', {});
  }
}

/** Starts an emulator before the tests of a file, points the SDK at it, and stops it afterwards. */
export function withEmulator(options: ProcessOptions = {}): TestEmulator {
  const emulator = new TestEmulator();
  beforeAll(() => emulator.start(options), 30_000);
  afterAll(() => emulator.process?.stop());
  return emulator;
}
