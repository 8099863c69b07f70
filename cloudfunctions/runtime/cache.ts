/**
 * A small memory of an instance: values live for `ttl` ms, and at most `size` of them, the oldest leaving first. Who asks
 * while a value is being loaded waits for that one.
 */
import { now } from './clock';

export class Cache<T> {
  private readonly kept = new Map<string, { value: T; until: number }>();
  private readonly coming = new Map<string, Promise<T | null>>();

  constructor(
    private readonly ttl: number,
    private readonly size: number,
  ) {}

  /** The kept value, or a fresh one. A null is never kept: what is not there may appear. */
  async get(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const hit = this.kept.get(key);
    if (hit && hit.until > now() && hit.until <= now() + this.ttl) return hit.value;
    return this.coming.get(key) ?? this.begin(key, load);
  }

  private begin(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const isMine = () => this.coming.get(key) === coming;
    const coming = load()
      .then((value) => {
        // forgotten meanwhile: what was on its way may be of before
        if (isMine()) this.keep(key, value);
        return value;
      })
      .finally(() => {
        if (isMine()) this.coming.delete(key);
      });
    this.coming.set(key, coming);
    return coming;
  }

  private keep(key: string, value: T | null): void {
    this.kept.delete(key);
    if (value !== null) this.kept.set(key, { value, until: now() + this.ttl });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > this.size && oldest !== undefined) this.kept.delete(oldest);
  }

  forget(key: string): void {
    this.kept.delete(key);
    this.coming.delete(key);
  }

  clear(): void {
    this.kept.clear();
    this.coming.clear();
  }
}
