import type { Server } from 'node:http';
import { Emulator, type EmulatorOptions } from './emulator';
import { HOST, serve } from './server';

export { readCloudbaseRc } from './cloudbaserc';
export type { FunctionRules } from './functions/doors';
export type { FunctionSettings } from './functions/host';
export type { CollectionSchema, DatabaseSchema, IndexSchema } from './schema';
export { checkSchema } from './schema';
export type { Firing, TimerConfig } from './timers';

export interface StartOptions extends EmulatorOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Only 127.0.0.1; anything else is refused. */
  readonly host?: string;
  /** A folder served at `/`, like dist/h5. */
  readonly staticDir?: string;
  /** Largest file of the bucket in bytes. */
  readonly maxFileBytes?: number;
}

export interface RunningEmulator {
  /** Like `http://127.0.0.1:41000`. */
  readonly url: string;
  /** Variables that point the real SDK here; set them before `tcb.init`. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Emulator['clock'];
  readonly emulator: Emulator;
  stop(): Promise<void>;
}

/** The emulator would be open to others: another address, or production. */
export class UnsafeStart extends Error {}

const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Starts the local cloud. Refuses an address other than 127.0.0.1 and NODE_ENV=production (UnsafeStart). */
export async function startEmulator(options: StartOptions): Promise<RunningEmulator> {
  if (options.host !== undefined && options.host !== HOST)
    throw new UnsafeStart(
      `the emulator has no authentication and only answers on ${HOST}, not ${options.host}`,
    );
  if (process.env.NODE_ENV === 'production')
    throw new UnsafeStart('the emulator has no authentication and does not run with NODE_ENV=production');
  const emulator = new Emulator(options);
  let server: Server;
  try {
    const { staticDir, maxFileBytes = MAX_FILE_BYTES } = options;
    server = await serve(emulator, { port: options.port, maxFileBytes, ...(staticDir && { staticDir }) });
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  return {
    url: emulator.origin,
    env: emulator.env,
    clock: emulator.clock,
    emulator,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.stop();
    },
  };
}
