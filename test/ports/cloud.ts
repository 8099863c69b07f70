import { randomUUID } from 'node:crypto';
import tcb from '@cloudbase/node-sdk';
import { type App, type Database, TestEmulator } from '@/test/support/emulator';
import type { ProcessOptions } from '@/test/support/emulator-process';

/** Set by `npm run smoke:cloud`: the suite runs there instead of on an emulator of its own. */
const { SMOKE_ENV, SMOKE_AT, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;

/** True when the suite talks to an environment that is not its own. */
export const REAL = Boolean(SMOKE_ENV);

/** For cases that need what only the emulator can be given: an index, a moved clock, a short transaction. */
export const emulatorTest = REAL ? test.skip : test;

export interface CloudOptions {
  /** Collections of this file, by short name. */
  readonly collections: readonly string[];
  /** Unique fields per collection; on the emulator only, the SDK cannot make indexes. */
  readonly unique?: Readonly<Record<string, string>>;
  readonly emulator?: ProcessOptions;
}

/** The cloud of one test file: an emulator of its own, or throw-away collections of an environment. */
export class Cloud {
  readonly emulator = new TestEmulator();
  app!: App;
  db!: Database;
  private readonly prefix = REAL ? `conf_${randomUUID().slice(0, 8)}_` : '';

  constructor(private readonly options: CloudOptions) {}

  async open(): Promise<void> {
    const { collections, unique = {}, emulator } = this.options;
    if (REAL) {
      this.app = tcb.init({
        env: SMOKE_ENV!,
        secretId: TENCENTCLOUD_SECRETID!,
        secretKey: TENCENTCLOUD_SECRETKEY!,
        ...(SMOKE_AT && { serviceUrl: `${SMOKE_AT}/admin` }),
      });
      this.db = this.app.database();
      for (const name of collections) await this.db.createCollection(this.prefix + name);
      return;
    }
    const schema = {
      collections: Object.fromEntries(
        collections.map((name) => {
          const field = unique[name];
          return [name, field ? { indexes: [{ name: 'uq', fields: [[field, 1]], unique: true }] } : {}];
        }),
      ),
    };
    await this.emulator.start({ schema, ...emulator });
    this.app = this.emulator.app;
    this.db = this.emulator.db;
  }

  /** The full name of a collection of this file. */
  name(short: string): string {
    return this.prefix + short;
  }

  collection(short: string): ReturnType<Database['collection']> {
    return this.db.collection(this.name(short));
  }

  /** Empties a collection. */
  async empty(short: string): Promise<void> {
    await this.collection(short)
      .where({ _id: this.db.command.exists(true) })
      .remove();
  }

  async close(): Promise<void> {
    if (REAL) for (const name of this.options.collections) await this.empty(name);
    else await this.emulator.process?.stop();
  }
}

export function withCloud(options: CloudOptions): Cloud {
  const cloud = new Cloud(options);
  beforeAll(() => cloud.open(), 60_000);
  afterAll(() => cloud.close(), 60_000);
  return cloud;
}

/** The code and message of what a promise refuses with; fails when it does not. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error('it was expected to be refused');
}

/** The service answers a duplicate key in one of two ways; callers have to accept both. */
export function isDuplicate({ code, message }: { code: string; message: string }): boolean {
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(message);
}
