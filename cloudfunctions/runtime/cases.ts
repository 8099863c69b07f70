/**
 * Cases in the database: a change is one conditional write on one document, so there is no lost update, no double
 * claim and no transaction. Costs: read 1 call, insert 1, save 1.
 */
import type { Case } from '@/domain/flow/flow';
import { type Growth, requireRoom } from '@/domain/flow/growth';
import { Refusal } from '@/domain/flow/refusal';
import { marked } from './audit';
import { command, db, isDuplicate, only, readDocument } from './cloud';

/** Rows a phone gets at once. */
export const PAGE = 20;

/** One list: rows with these values, by one sort field (a number, its path with dots), which may lie between two bounds. */
export interface Listing {
  readonly is: Readonly<Record<string, string | number | boolean | null>>;
  /** Fields that may have any of several values; none of them, and the page is empty. */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
  /** Parts of the tree, of which a row lies in one; the whole area when absent. */
  readonly within?: readonly string[];
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  /** Bounds of the sort field, both exclusive. */
  readonly above?: number;
  readonly below?: number;
  readonly after?: string | undefined;
  /**
   * For rows that are only drawn, never saved: of the history what happened and by whom, without what was written and
   * sent; nothing of what is still to be told. `words` keeps what was written.
   */
  readonly bare?: true | 'words';
}

/** What becomes of the rows that were found, before a page is full. */
export interface Sieve<C> {
  /** Which rows may be shown; absent = all. */
  readonly keep?: (row: C) => boolean;
}

/** What no row is drawn from; and what was written, which few rows are drawn from. */
const WRITTEN = {
  outbox: false,
  'history.photos': false,
  'history.mark': false,
  'history.key': false,
  'history.sent': false,
};
const SKELETON = { ...WRITTEN, 'history.text': false };

/** What a sweep knows of a case before it reads it: when it is due, and whether something is to be told. */
export type Head = Pick<Case, '_id' | 'wakeAt' | 'outbox'>;

/** Pages that are looked through, at most, until one is full. */
const LOOKS = 5;

export class Cases<C extends Case> {
  /** `growth` says how far a case may grow: asked wherever one is saved. */
  constructor(
    readonly collection: string,
    readonly growth: Growth,
  ) {}

  /** The case, or null. */
  read(id: string): Promise<C | null> {
    return readDocument<C>(this.collection, id);
  }

  /** Adds a case; when the same id is there already, that one is the answer. */
  async insert(opened: C): Promise<C> {
    const fresh = marked(opened);
    try {
      await db.collection(this.collection).add(fresh);
      return fresh;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const first = await this.read(fresh._id);
      if (!first) throw error;
      return first;
    }
  }

  /** Saves `next` if nobody has changed the case since `before` was read; refuses MOVED_ON when someone was faster. */
  async save(before: C, next: C): Promise<C> {
    requireOnce(before, next);
    requireRoom(this.growth, before, next, Buffer.byteLength(JSON.stringify(next)));
    const saved = { ...marked(next, before.history), rev: before.rev + 1 };
    const { updated } = await db
      .collection(this.collection)
      .where({ _id: before._id, rev: before.rev })
      .update(changes(before, saved));
    if (updated !== 1) throw new Refusal('MOVED_ON');
    return saved;
  }

  /**
   * Saves what `decide` makes of the case. Where only the jobs were faster, who tell what was promised and leave the story
   * as it is, it is decided once more on the case as it is now; refuses MOVED_ON when something has happened meanwhile,
   * unless this was it: `isDone` says so of the case as it is now.
   */
  async change(
    before: C,
    decide: (subject: C) => C,
    isDone: (current: C) => boolean = () => false,
  ): Promise<C> {
    const next = decide(before);
    try {
      return await this.save(before, next);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
      const current = await this.read(before._id);
      if (current && isDone(current)) return current;
      if (current?.history.length !== before.history.length) throw error;
      return this.save(current, decide(current));
    }
  }

  /**
   * Cases whose moment has come, oldest first but for the first `skip`: its cost is what is due, never what exists. Only
   * their heads: fifty whole cases at once might be more than an instance holds.
   */
  async due(now: number, limit: number, skip = 0): Promise<Head[]> {
    const { data } = await db
      .collection(this.collection)
      .where({ wakeAt: command.lte(now) })
      .orderBy('wakeAt', 'asc')
      .skip(skip)
      .limit(limit)
      .field({ _id: true, wakeAt: true, outbox: command.project.slice(1) })
      .get();
    return data as Head[];
  }

  /**
   * One page of an indexed list: one call, or more where `keep` leaves rows out, so that a page is full while there is
   * more. The cursor is the last row's sort value and how many rows of that value were seen, because many cases are due
   * at the same closing minute.
   */
  async list({
    keep = () => true,
    ...listing
  }: Listing & Sieve<C>): Promise<{ rows: C[]; next: string | null }> {
    const kept: C[] = [];
    let after = listing.after;
    for (let looks = 0; looks < LOOKS; looks++) {
      const rows = await this.page({ ...listing, after });
      for (const [nth, row] of rows.entries()) {
        if (keep(row)) kept.push(row);
        if (kept.length === PAGE) return { rows: kept, next: cursorAt(rows, nth, listing.sort, after) };
      }
      if (rows.length < PAGE) return { rows: kept, next: null };
      after = cursorAt(rows, PAGE - 1, listing.sort, after);
    }
    return { rows: kept, next: after ?? null };
  }

  private async page({
    is,
    oneOf = {},
    within = [],
    sort,
    direction,
    above,
    below,
    after,
    bare,
  }: Listing): Promise<C[]> {
    const any = Object.entries(oneOf).map(([field, values]) => [field, command.in([...values])]);
    const [from, seen = 0] = after === undefined ? [] : after.split('.').map(Number);
    const bounds = [
      ...(above === undefined ? [] : [command.gt(above)]),
      ...(below === undefined ? [] : [command.lt(below)]),
      ...(from === undefined ? [] : [direction === 'asc' ? command.gte(from) : command.lte(from)]),
    ];
    const range = bounds.length > 1 ? command.and(...bounds) : bounds[0];
    const found = db
      .collection(this.collection)
      .where(
        only({
          ...is,
          ...Object.fromEntries(any),
          ...inside(is, within),
          ...(range ? { [sort]: range } : {}),
        }),
      )
      .orderBy(sort, direction)
      .skip(seen)
      .limit(PAGE);
    const { data } = await (bare ? found.field(bare === 'words' ? WRITTEN : SKELETON) : found).get();
    return data as C[];
  }

  /** Cases flagged by `field`, in batches by id; for jobs that go over all of them. */
  async *flagged(field: string): AsyncGenerator<C> {
    for (let last = ''; ; ) {
      const { data } = await db
        .collection(this.collection)
        .where({ [field]: true, ...(last ? { _id: command.gt(last) } : {}) })
        .orderBy('_id', 'asc')
        .limit(100)
        .get();
      const rows = data as C[];
      yield* rows;
      if (rows.length < 100) return;
      last = (rows.at(-1) as C)._id;
    }
  }
}

/** Where a list goes on behind its `nth` row of a page that began at `after`. */
function cursorAt(rows: readonly object[], nth: number, sort: string, after: string | undefined): string {
  const value = (row: object | undefined) =>
    sort
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], row);
  const last = value(rows[nth]);
  const [from, seen = 0] = after === undefined ? [] : after.split('.').map(Number);
  const ties = rows.slice(0, nth + 1).filter((row) => value(row) === last).length;
  return `${last}.${ties + (last === from ? seen : 0)}`;
}

/** The condition on a row's place; none where a part is the whole area that the list is of. */
function inside({ area }: Listing['is'], parts: readonly string[]): Record<string, unknown> {
  if (parts.length === 0 || parts.some((part) => part === area)) return {};
  const ranges = parts.map((part) => command.gte(part).and(command.lt(`${part}~`)));
  return { orgPath: ranges.length === 1 ? ranges[0] : command.or(...ranges) };
}

/** A photo stands once in a case: refuses PHOTO_USED for what comes now and is named there already, or twice. */
function requireOnce(before: Case, next: Case): void {
  const fresh = next.history.slice(before.history.length).flatMap(({ photos = [] }) => photos);
  if (fresh.length === 0) return;
  const there = JSON.stringify(before);
  if (new Set(fresh).size < fresh.length || fresh.some((id) => there.includes(id)))
    throw new Refusal('PHOTO_USED', { field: 'photos' });
}

/** The update that turns `before` into `next`: whole values for what changed, pushes for what only grew. */
function changes<C extends Case>(before: C, next: C): Record<string, unknown> {
  const update: Record<string, unknown> = {};
  for (const field of Object.keys(next) as (keyof C & string)[]) {
    const [old, fresh]: [unknown, unknown] = [before[field], next[field]];
    if (old === fresh || field === '_id') continue;
    update[field] = isPlainObject(fresh) ? command.set(fresh) : fresh;
  }
  update.history = command.push(next.history.slice(before.history.length));
  if (next.history.length === before.history.length) delete update.history;
  return update;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
