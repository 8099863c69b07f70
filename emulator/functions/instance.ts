import path from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';

/** What one run of a function gave. `result` is JSON text. */
export type Outcome =
  | { readonly ok: true; readonly result: string }
  | {
      readonly ok: false;
      readonly kind: 'failed' | 'timeout' | 'crashed';
      readonly message: string;
      readonly stack?: string;
    };

export interface Invocation {
  /** JSON text of the event. */
  readonly event: string;
  /** The SCF context object. */
  readonly context: Record<string, unknown>;
  /** Identity and source variables of this event, as SCF sets them. */
  readonly environment: Record<string, string>;
}

export interface InstanceOptions {
  readonly file: string;
  readonly env: Record<string, string>;
  readonly offset: SharedArrayBuffer;
  readonly memoryMb: number;
  readonly print: (line: string) => void;
}

/** One worker thread. It takes one event at a time; after a timeout or a crash it is dead. */
export class Instance {
  dead = false;
  busy = false;
  private readonly worker: Worker;
  private answer: ((outcome: Outcome) => void) | undefined;

  constructor(options: InstanceOptions) {
    this.worker = new Worker(path.join(__dirname, 'worker.cjs'), {
      workerData: { file: options.file, offset: options.offset },
      env: options.env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    for (const stream of [this.worker.stdout, this.worker.stderr])
      createInterface({ input: stream }).on('line', options.print);
    this.worker.on('message', (outcome: Outcome) => this.settle(outcome));
    this.worker.on('error', (error) => this.die(`the instance crashed: ${error.message}`));
    this.worker.on('exit', (code) => this.die(`the instance exited with code ${code}`));
  }

  /** Runs one event, for at most `timeoutMs` of real time. */
  run(invocation: Invocation, timeoutMs: number): Promise<Outcome> {
    this.busy = true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.dead = true;
        void this.worker.terminate();
        this.settle({
          ok: false,
          kind: 'timeout',
          message: `Invoking task timed out after ${timeoutMs / 1000} seconds`,
        });
      }, timeoutMs);
      this.answer = (outcome) => {
        clearTimeout(timer);
        this.busy = false;
        resolve(outcome);
      };
      this.worker.postMessage(invocation);
    });
  }

  async stop(): Promise<void> {
    this.dead = true;
    await this.worker.terminate();
  }

  private settle(outcome: Outcome): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.(outcome.ok ? outcome : { ...outcome, kind: outcome.kind ?? 'failed' });
  }

  private die(message: string): void {
    this.dead = true;
    this.settle({ ok: false, kind: 'crashed', message });
  }
}
