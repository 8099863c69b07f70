import { Cron } from 'croner';
import type { Clock } from './clock';
import type { FunctionHost } from './functions/host';

/** A trigger of `cloudbaserc.json`: seven fields (s m h d M w y), always in UTC+8. */
export interface TimerConfig {
  readonly name: string;
  readonly function: string;
  readonly config: string;
}

/** What one firing gave. `at` is the scheduled moment, ISO in UTC. */
export interface Firing {
  readonly timer: string;
  readonly function: string;
  readonly at: string;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly code?: string;
  readonly message?: string;
}

/** How due timers fire when the clock is moved: every one, the last of each, or none. */
export type FireMode = 'each' | 'last' | 'none';

/** Node's longest timeout, in ms. */
const LONGEST_SLEEP = 2 ** 31 - 1;

/** Fires timers as the emulator's clock passes their moments. One that is late is not made up for. */
export class Timers {
  private readonly timers: { config: TimerConfig; cron: Cron; last?: Firing }[];
  private alarm: NodeJS.Timeout | undefined;
  private held = 0;

  constructor(
    configs: readonly TimerConfig[],
    private readonly clock: Clock,
    private readonly functions: FunctionHost,
    private readonly log: (line: string) => void,
  ) {
    this.timers = configs.map((config) => {
      if (config.config.trim().split(/\s+/).length !== 7)
        throw new Error(`timer ${config.name}: the pattern needs seven fields: '${config.config}'`);
      const cron = new Cron(config.config, { timezone: 'Asia/Shanghai', paused: true });
      return { config, cron };
    });
    clock.onChange(() => this.arm());
    this.arm();
  }

  report() {
    return this.timers.map(({ config, cron, last }) => ({
      ...config,
      next: cron.nextRun(this.clock.date())?.toISOString() ?? null,
      ...(last && { last }),
    }));
  }

  /** Fires a timer now, whatever its pattern says, and gives its result. */
  async fire(name: string): Promise<Firing> {
    const timer = this.timers.find(({ config }) => config.name === name);
    if (!timer) throw new Error(`there is no timer ${name}`);
    return this.run(timer, this.clock.date());
  }

  /** Moves the clock to `to` (ms) and fires what would have been due on the way, as `mode` says. */
  async travel(to: number, mode: FireMode): Promise<readonly Firing[]> {
    const firings: Firing[] = [];
    this.held++;
    try {
      if (mode === 'each')
        for (let due = this.nextDue(this.clock.now(), to); due; due = this.nextDue(this.clock.now(), to)) {
          this.clock.set(due.at);
          for (const timer of due.timers) firings.push(await this.run(timer, new Date(due.at)));
          // Work takes real time, which the clock counts too; the next step starts from the moment itself.
          this.clock.set(due.at);
        }
      const from = this.clock.now();
      this.clock.set(to);
      if (mode === 'last')
        for (const timer of this.timers) {
          // it gives what lies before a whole second: the moment itself is asked for, and may be still to come
          const runs = timer.cron.previousRuns(2, new Date(to + 1000));
          const at = runs.find((run) => run.getTime() <= to);
          if (at && at.getTime() > from) firings.push(await this.run(timer, at));
        }
    } finally {
      this.held--;
      this.arm();
    }
    return firings;
  }

  stop(): void {
    this.held = Number.POSITIVE_INFINITY;
    clearTimeout(this.alarm);
  }

  private nextDue(from: number, to: number) {
    const all = this.timers.flatMap((timer) => {
      const at = timer.cron.nextRun(new Date(from))?.getTime();
      return at !== undefined && at <= to ? [{ timer, at }] : [];
    });
    if (all.length === 0) return undefined;
    const at = Math.min(...all.map((each) => each.at));
    return { at, timers: all.filter((each) => each.at === at).map(({ timer }) => timer) };
  }

  /** Waits, in real time, for the next moment on the emulator's clock. */
  private arm(): void {
    clearTimeout(this.alarm);
    if (this.held > 0 || this.timers.length === 0) return;
    const from = this.clock.now();
    const due = this.nextDue(from, Number.POSITIVE_INFINITY);
    if (!due) return;
    const sleep = Math.min(due.at - from, LONGEST_SLEEP);
    this.alarm = setTimeout(() => {
      if (this.clock.now() >= due.at) for (const timer of due.timers) void this.run(timer, new Date(due.at));
      this.arm();
    }, sleep);
    this.alarm.unref();
  }

  private async run(timer: (typeof this.timers)[number], at: Date): Promise<Firing> {
    const { name, function: fn } = timer.config;
    const event = {
      Type: 'Timer',
      TriggerName: name,
      Time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
      Message: '',
    };
    const outcome = await this.functions.invoke(fn, JSON.stringify(event), { source: 'wx_trigger' });
    const base = { timer: name, function: fn, at: at.toISOString(), ok: outcome.ok };
    timer.last = outcome.ok
      ? { ...base, result: JSON.parse(outcome.result) }
      : { ...base, code: outcome.code, message: outcome.message };
    if (!outcome.ok) this.log(`timer ${name}: ${outcome.message}`);
    return timer.last;
  }
}
