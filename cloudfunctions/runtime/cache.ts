/** A small memory of an instance: values live for `ttl` ms, and at most `size` of them, the oldest leaving first. */
import { now } from './clock';

export class Cache<T> {
  private readonly kept = new Map<string, { value: T; until: number }>();

  constructor(
    private readonly ttl: number,
    private readonly size: number,
  ) {}

  /** The kept value, or a fresh one. A null is never kept: what is not there may appear. */
  async get(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const hit = this.kept.get(key);
    if (hit && hit.until > now() && hit.until <= now() + this.ttl) return hit.value;
    const value = await load();
    this.kept.delete(key);
    if (value !== null) this.kept.set(key, { value, until: now() + this.ttl });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > this.size && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }

  forget(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
