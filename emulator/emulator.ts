import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clock } from './clock';
import { Files } from './files/files';
import { Doors, type FunctionRules } from './functions/doors';
import { FunctionHost, type FunctionSettings } from './functions/host';
import { Faults } from './gateway/faults';
import { Admin } from './protocol/admin';
import { type Action, type Answer, databaseActions, type Params } from './protocol/database';
import { CloudError, invalidParam } from './protocol/errors';
import { checkSchema, type DatabaseSchema } from './schema';
import { Counters } from './store/counters';
import { lockDirectory } from './store/lock';
import { Store } from './store/store';
import { type FireMode, type Firing, type TimerConfig, Timers } from './timers';
import { WeChat } from './wechat/wechat';

export interface EmulatorOptions {
  /** Where everything is kept; null for a temporary folder that `stop` removes. */
  readonly dataDir: string | null;
  /** A parsed `database.json`. */
  readonly schema: DatabaseSchema | unknown;
  /** Holds `<name>/index.js`; without it no function can be called. */
  readonly functionsDir?: string;
  /** Per function: timeout in seconds, memory in MB, variables (as in cloudbaserc.json). */
  readonly functionSettings?: Readonly<Record<string, FunctionSettings>>;
  readonly timers?: readonly TimerConfig[];
  /** Which functions phones may call; all of them without it. */
  readonly rules?: FunctionRules;
  /** The functions with a route of HTTP access; all of them without it. */
  readonly routes?: readonly string[];
  /** SQLite's `synchronous`; FULL survives a power cut, the others are for tests. */
  readonly sync?: 'FULL' | 'NORMAL' | 'OFF';
  /** Instances per function. */
  readonly instances?: number;
  /** Life of a transaction in ms. */
  readonly transactionMs?: number;
  /** A function that knows how the product is: it answers this event with `{checks}`, shown at `/emulator/health`. */
  readonly health?: { readonly name: string; readonly event: object };
  readonly quiet?: boolean;
}

/** The id of the only environment there is. */
const ENV_ID = 'local';
const TRANSACTION_MS = 30_000;
const INSTANCES = 2;

/** All parts of the local cloud, without the HTTP server in front. */
export class Emulator {
  readonly clock = new Clock();
  readonly faults = new Faults();
  readonly counters: Counters;
  readonly store: Store;
  readonly files: Files;
  readonly wechat: WeChat;
  readonly functions: FunctionHost;
  readonly timers: Timers;
  readonly admin: Admin;
  /** Set these and the real SDK talks to this emulator. Complete once `origin` is known. */
  readonly env: Record<string, string>;
  readonly log: (line: string) => void;
  private readonly dataDir: string;
  private readonly unlock: () => void;
  /** Where the server in front answers. */
  origin = '';
  readonly health: EmulatorOptions['health'];
  readonly doors: Doors;

  constructor(private readonly options: EmulatorOptions) {
    const { schema: rawSchema, quiet } = options;
    this.health = options.health;
    this.doors = new Doors(options.rules, options.routes);
    const schema = checkSchema(rawSchema);
    this.log = quiet ? () => {} : (line) => console.log(`[emulator] ${line}`);
    this.dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'cloud-'));
    mkdirSync(this.dataDir, { recursive: true });
    this.unlock = lockDirectory(this.dataDir);
    this.env = {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: ENV_ID,
      TCB_ENV: ENV_ID,
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      TCB_CONTEXT_CNFG: '',
    };
    this.counters = new Counters((line) => this.log(line));
    this.store = new Store({
      file: path.join(this.dataDir, 'documents.db'),
      schema,
      synchronous: options.sync ?? 'FULL',
      transactionMs: options.transactionMs ?? TRANSACTION_MS,
      counters: this.counters,
    });
    this.clock.offset = Number(this.store.getMeta('clock') ?? 0);
    this.clock.onChange(() => this.store.setMeta('clock', String(this.clock.offset)));
    this.files = new Files(
      path.join(this.dataDir, 'files'),
      this.clock,
      () => this.origin,
      ENV_ID,
      this.store.getMeta('secret'),
      (secret) => this.store.setMeta('secret', secret),
    );
    this.wechat = new WeChat(this.clock);
    this.functions = new FunctionHost({
      functionsDir: path.resolve(options.functionsDir ?? path.join(this.dataDir, 'functions')),
      settings: options.functionSettings ?? {},
      env: this.env,
      offset: this.clock.shared,
      instances: options.instances ?? INSTANCES,
      log: this.log,
    });
    this.timers = new Timers(options.timers ?? [], this.clock, this.functions, this.log);
    this.admin = new Admin(
      {
        ...databaseActions(this.store, this.clock),
        ...this.files.actions(),
        ...this.wechat.actions(),
        ...this.otherActions(),
      },
      this.counters,
      this.log,
    );
  }

  /** Tells every part where the server answers. */
  listenAt(origin: string): void {
    this.origin = origin;
    this.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${origin}/admin` });
  }

  clockReport() {
    return { now: this.clock.date().toISOString(), ms: this.clock.now(), offset: this.clock.offset };
  }

  /** `{advance: ms}` or `{set: iso | ms | "real"}`, with `fire`: how timers due on the way fire (default last). */
  async moveClock(
    raw: unknown,
  ): Promise<{ now: string; ms: number; offset: number; fired: readonly Firing[] }> {
    const {
      advance,
      set,
      fire = 'last',
    } = (raw ?? {}) as { advance?: unknown; set?: unknown; fire?: FireMode };
    if (!['each', 'last', 'none'].includes(fire)) throw new Error('fire is each, last or none');
    const to = this.destination(advance, set);
    const fired = await this.timers.travel(to, fire);
    return { ...this.clockReport(), fired };
  }

  private destination(advance: unknown, set: unknown): number {
    if (typeof advance === 'number' && Number.isFinite(advance)) return this.clock.now() + advance;
    if (set === 'real') return Date.now();
    const to = typeof set === 'string' ? Date.parse(set) : set;
    if (typeof to === 'number' && Number.isFinite(to)) return to;
    throw new Error('say {advance: ms} or {set: iso | ms | "real"}');
  }

  /** Empties collections, bucket, counters and recordings, removes faults, and sets the clock to real time. */
  reset(): void {
    this.store.clear();
    this.files.clear();
    this.counters.resetCalls();
    this.counters.resetScans();
    this.faults.set([]);
    this.wechat.configure({ words: [], answers: [], clear: true });
    this.clock.offset = 0;
  }

  async stop(): Promise<void> {
    this.timers.stop();
    await this.functions.stop();
    this.store.close();
    this.unlock();
    if (this.options.dataDir === null) rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** An injected failure; a conflict also aborts the transaction it hits, as the service does. */
  injected(params: Params, code: string, message: string): Answer {
    const open = code === 'DATABASE_TRANSACTION_CONFLICT' && typeof params.transactionId === 'string';
    if (open) this.store.transactions.abandon(String(params.transactionId));
    return { requestId: 'injected', code, message };
  }

  private otherActions(): Record<string, Action> {
    return {
      'functions.invokeFunction': async (params) => {
        const { function_name: name, request_data: data } = params;
        if (typeof name !== 'string') throw invalidParam('function_name must be a string');
        const event = typeof data === 'string' && data !== '' ? data : '{}';
        const outcome = await this.functions.invoke(name, event, { source: 'scf' });
        if (!outcome.ok) throw new CloudError(outcome.code, outcome.message);
        return { data: { response_data: outcome.result } };
      },
      'auth.getUserInfoForAdmin': (params) => {
        const users = JSON.parse(this.store.getMeta('users') ?? '[]') as { id: string }[];
        const user = users.find(({ id }) => id === params.uuid);
        return { data: user ? { uid: user.id, openId: user.id } : {} };
      },
    };
  }
}
