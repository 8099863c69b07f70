/**
 * The emulator's clock: real time plus an offset that can be moved. Functions see it too: the offset lives in
 * shared memory that every worker reads.
 */
export class Clock {
  /** One signed 64-bit number: milliseconds added to real time. */
  readonly shared = new SharedArrayBuffer(8);
  private readonly cell = new BigInt64Array(this.shared);
  private readonly listeners = new Set<() => void>();

  /** Milliseconds since 1970, as the emulator has it. */
  now(): number {
    return Date.now() + this.offset;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Milliseconds by which this clock is ahead of real time. */
  get offset(): number {
    return Number(Atomics.load(this.cell, 0));
  }

  set offset(ms: number) {
    Atomics.store(this.cell, 0, BigInt(Math.round(ms)));
    for (const listener of this.listeners) listener();
  }

  /** Moves the clock so that it shows `ms` (since 1970) now, and goes on from there. */
  set(ms: number): void {
    this.offset = ms - Date.now();
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }
}
