/** Something that goes wrong on purpose. */
export interface Fault {
  /**
   * dropBefore: the connection breaks and nothing was done · dropAfter: it was done, the answer is lost ·
   * duplicate: the request arrives twice · delay: it waits `ms` · conflict: DATABASE_TRANSACTION_CONFLICT,
   * and the transaction is aborted · error: an answer with `code` and `message`.
   */
  readonly kind: 'dropBefore' | 'dropAfter' | 'duplicate' | 'delay' | 'conflict' | 'error';
  /** Which door: calls of the SDK (`admin`) or of phones (`call`). Both when absent. */
  readonly door?: 'admin' | 'call';
  /** An admin action, with or without its prefix (`database.modifyDocument`, `modifyDocument`). */
  readonly action?: string;
  readonly collection?: string;
  readonly function?: string;
  /** Chance per request, 0–1; 1 when absent. */
  readonly rate?: number;
  /** How many more requests it may hit; without end when absent. */
  readonly count?: number;
  /** Delay in ms. */
  readonly ms?: number;
  readonly code?: string;
  readonly message?: string;
}

/** What a request is, for the choice of faults. */
export interface Target {
  readonly door: 'admin' | 'call';
  readonly action?: string;
  readonly collection?: string;
  readonly function?: string;
}

/** Given instead of an answer when the connection is to break. */
export const DROP = Symbol('drop');

const KINDS = ['dropBefore', 'dropAfter', 'duplicate', 'delay', 'conflict', 'error'];
const KEYS = ['kind', 'door', 'action', 'collection', 'function', 'rate', 'count', 'ms', 'code', 'message'];

/** The switch-board of faults. With a seed, equal requests in equal order meet equal faults. */
export class Faults {
  private active: { fault: Fault; left: number; hits: number }[] = [];
  private random: () => number = Math.random;

  /** Replaces all faults; throws an Error that names what is wrong with them. */
  set(faults: unknown, seed?: unknown): void {
    if (!Array.isArray(faults)) throw new Error('faults must be an array');
    this.active = faults.map((raw) => ({
      fault: check(raw),
      left: (raw as Fault).count ?? Infinity,
      hits: 0,
    }));
    this.random = typeof seed === 'number' ? mulberry32(seed) : Math.random;
  }

  report() {
    return this.active.map(({ fault, left, hits }) => ({
      ...fault,
      hits,
      ...(left !== Infinity && { left }),
    }));
  }

  /** Runs a request through the faults that hit it; DROP means: break the connection. */
  async around<T>(target: Target, run: () => Promise<T>, refuse: (code: string, message: string) => T) {
    if (this.active.length === 0) return run();
    const hit = this.choose(target);
    const has = (kind: Fault['kind']) => hit.find((fault) => fault.kind === kind);
    const delay = has('delay');
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay.ms ?? 1000));
    if (has('dropBefore')) return DROP;
    if (has('conflict')) return refuse('DATABASE_TRANSACTION_CONFLICT', 'conflict injected by the emulator');
    const error = has('error');
    if (error) return refuse(error.code ?? 'SYS_ERR', error.message ?? 'error injected by the emulator');
    if (has('duplicate')) await run();
    const answer = await run();
    return has('dropAfter') ? DROP : answer;
  }

  private choose(target: Target): Fault[] {
    return this.active.flatMap((entry) => {
      const { fault } = entry;
      const mine =
        (!fault.door || fault.door === target.door) &&
        (!fault.action || [target.action, target.action?.replace(/^\w+\./, '')].includes(fault.action)) &&
        (!fault.collection || fault.collection === target.collection) &&
        (!fault.function || fault.function === target.function);
      if (!mine || entry.left <= 0 || this.random() >= (fault.rate ?? 1)) return [];
      entry.left--;
      entry.hits++;
      return [fault];
    });
  }
}

function check(raw: unknown): Fault {
  if (typeof raw !== 'object' || raw === null) throw new Error('a fault must be an object');
  const odd = Object.keys(raw).find((key) => !KEYS.includes(key));
  if (odd) throw new Error(`a fault has no '${odd}'`);
  const fault = raw as Fault;
  if (!KINDS.includes(fault.kind)) throw new Error(`the kind of a fault is one of ${KINDS.join(', ')}`);
  if (fault.rate !== undefined && !(fault.rate >= 0 && fault.rate <= 1))
    throw new Error('rate must be 0 to 1');
  return fault;
}

/** A small seedable generator of numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
