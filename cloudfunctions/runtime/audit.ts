/**
 * What was done stays what was done. Three chains, each checked by `npm run audit:verify`:
 *
 * - Every entry of a case's history carries a mark over itself and the mark before it. It is made inside the write that
 *   adds the entry, so it costs no call. Looks at sealed names are moves, so they stand there too.
 * - What happens outside cases (the table changed, codes printed, an identity bound) is a row of `audit`, chained per
 *   running instance, which does one thing at a time: one insert.
 * - Once an hour a witness writes down where all of these chains stood. Who removes a case, an end of a history or the
 *   last rows is found out by what the witness saw; witnesses are chained themselves.
 *
 * Marks are keyed (`YIMA_AUDIT_KEY`): who can write to the database but does not hold the key cannot make new ones.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Case, Happened } from '@/domain/flow/flow';
import { command, db, isDuplicate } from './cloud';

/** One deed outside cases. `about` holds ids and counts, never what a person wrote. All moments in ms. */
export interface Deed {
  readonly at: number;
  /** Person id; '' for nobody. A work identity where the person has asked to be forgotten. */
  readonly by: string;
  /** The action: `desk.save`. */
  readonly what: string;
  readonly about: Readonly<Record<string, string | number | boolean>>;
  /** `ok`, or the code of the refusal. */
  readonly result: string;
}

export interface DeedRow extends Deed {
  readonly _id: string;
  readonly kind: 'deed';
  readonly chain: string;
  readonly n: number;
  readonly mark: string;
  /** Who it was has asked to be forgotten: a digest stands for the person id. */
  readonly erased?: string;
}

/** A chain's last mark: `[collection, id, mark]` of a case, `['audit', chain, mark]` of deeds. It is there for ever after. */
export type Head = readonly [string, string, string];
export interface WitnessRow {
  readonly _id: string;
  readonly kind: 'witness';
  readonly n: number;
  readonly at: number;
  readonly heads: readonly Head[];
  readonly mark: string;
}

export const AUDIT = 'audit';

/** The case with a mark on each entry that has none yet; `kept` are those that are stored already. */
export function marked<C extends Case>(subject: C, kept: readonly Happened[] = []): C {
  let last = kept.at(-1)?.mark ?? startOf(subject);
  const fresh = subject.history.slice(kept.length).map((entry) => {
    last = markOf(last, entry);
    return { ...entry, mark: last };
  });
  return { ...subject, history: [...kept, ...fresh] };
}

/** What the first entry of a case is chained to: an entry of one case is none of another. */
export const startOf = ({ flow, _id }: Pick<Case, 'flow' | '_id'>): string => `${flow}:${_id}`;

/**
 * The mark of an entry after `last`. What a person is or wrote goes in as a digest of its own, so that it can be
 * taken out later (`blanked`) and the chain still holds.
 */
export function markOf(last: string, entry: Happened): string {
  const { at, move, by, to = '' } = entry;
  return keyed(last, String(at), move, by.role, to, personalOf(entry));
}

function personalOf({ erased, by, text, photos, about, key, sent }: Happened): string {
  return erased ?? keyed(canonical({ id: by.id, name: by.name, text, photos, about, key, sent }));
}

/** The entry without anything personal, for whoever has asked to be forgotten; its mark stays right, and so do the rates. */
export function blanked(entry: Happened): Happened {
  const { at, move, by, to, mark, about } = entry;
  const codes = Object.entries(about ?? {}).filter(([, value]) => isCode(value));
  return {
    at,
    move,
    by: { id: '', name: '已注销', role: by.role },
    ...(to !== undefined && { to }),
    ...(codes.length > 0 && { about: Object.fromEntries(codes) }),
    ...(mark !== undefined && { mark }),
    erased: personalOf(entry),
  };
}

/** Counts, limits kept or passed, a verdict's word: what the rates count and names nobody. */
const isCode = (value: string | number | boolean): boolean =>
  typeof value !== 'string' || /^[a-z][a-z_,-]{0,40}$/.test(value);

/** Somebody else's entry in which a forgotten person is named, with other words; its mark stays right. */
export function reworded(entry: Happened, words: Pick<Happened, 'text' | 'photos' | 'about'>): Happened {
  const { sent: _, ...kept } = entry;
  return { ...kept, ...words, erased: personalOf(entry) };
}

let chain = newChain();
let turn: Promise<unknown> = Promise.resolve();

function newChain(): { id: string; n: number; last: string } {
  const id = randomBytes(6).toString('hex');
  return { id, n: 0, last: id };
}

/** Writes a deed down; one insert. Throws when it cannot: what is not written down is not answered. */
export function note(deed: Deed): Promise<void> {
  const mine = turn.then(() => append(deed));
  turn = mine.catch(() => undefined);
  return mine;
}

async function append(deed: Deed): Promise<void> {
  const { id, n, last } = chain;
  const mark = deedMark(last, deed);
  const row: DeedRow = { _id: `${id}-${pad(n)}`, kind: 'deed', chain: id, n, ...deed, mark };
  // Whether a row arrived may be unknown when this throws; a chain that is begun anew has no hole then.
  chain = newChain();
  await db.collection(AUDIT).add(row);
  chain = { id, n: n + 1, last: mark };
}

/** The mark of a deed after `last`; the first of a chain follows the chain's id. Who did it goes in as a digest. */
export function deedMark(
  last: string,
  { at, by, what, about, result, erased }: Deed & Pick<DeedRow, 'erased'>,
): string {
  return keyed(last, canonical({ at, by: erased ?? keyed(by), what, about, result }));
}

/** How many deeds of a person are written down; one indexed call. */
export async function countDeeds(person: string): Promise<number> {
  return (await db.collection(AUDIT).where({ by: person }).count()).total ?? 0;
}

/** Takes a person out of the deeds: the work identity stands in their place, or nobody. One call, and one per deed. */
export async function forgetDeeds(person: string, staff: string): Promise<void> {
  for (;;) {
    const { data } = await db
      .collection(AUDIT)
      .where({ by: person })
      .orderBy('at', 'desc')
      .limit(BATCH)
      .get();
    for (const { _id } of data as DeedRow[])
      await db
        .collection(AUDIT)
        .where({ _id, by: person })
        .update({ by: staff, erased: keyed(person) });
    if (data.length < BATCH) return;
  }
}

export const witnessMark = (last: string, { n, at, heads }: Pick<WitnessRow, 'n' | 'at' | 'heads'>): string =>
  keyed(last, canonical({ n, at, heads }));

/** Heads in one row: some 100 kB. */
const HEADS = 1000;
const BATCH = 200;
/** Instances' clocks differ, and a change may be stamped a little before it is stored. */
const SKEW = 600_000;

/**
 * Writes down where the chains of these collections and of the deeds stand that moved since the last time. Costs what
 * moved: a call, one per page of each collection, one per thousand heads. Two at once leave one.
 */
export async function witness(collections: readonly string[], now: number): Promise<void> {
  const last = await lastWitness();
  const from = last ? last.at - SKEW : 0;
  const heads: Head[] = [];
  for (const name of collections)
    for await (const { _id, history } of changedSince(name, from)) {
      const mark = history.at(-1)?.mark;
      if (mark) heads.push([name, _id, mark]);
    }
  const deeds = new Map<string, DeedRow>();
  for await (const row of deedsSince(from)) deeds.set(row.chain, row);
  for (const row of deeds.values()) heads.push([AUDIT, row.chain, row.mark]);
  let before = last?.mark ?? '';
  let n = last ? last.n + 1 : 0;
  for (let at = 0; at < heads.length; at += HEADS, n++) {
    const part = { n, at: now, heads: heads.slice(at, at + HEADS) };
    before = witnessMark(before, part);
    try {
      await db.collection(AUDIT).add({ _id: `witness-${pad(n)}`, kind: 'witness', ...part, mark: before });
    } catch (error) {
      if (isDuplicate(error)) return;
      throw error;
    }
  }
}

/** The newest witness, or null before the first hour; one call. */
export async function lastWitness(): Promise<WitnessRow | null> {
  const { data } = await db.collection(AUDIT).where({ kind: 'witness' }).orderBy('n', 'desc').limit(1).get();
  return (data[0] as WitnessRow | undefined) ?? null;
}

type Changed = Pick<Case, '_id' | 'history' | 'updatedAt'>;

function changedSince(collection: string, since: number): AsyncGenerator<Changed> {
  return paged<Changed>(
    since,
    ({ updatedAt }) => updatedAt,
    (from, skip) =>
      db
        .collection(collection)
        .where({ updatedAt: command.gte(from) })
        .orderBy('updatedAt', 'asc')
        .field({ updatedAt: true, history: command.project.slice(-1) })
        .skip(skip)
        .limit(BATCH)
        .get(),
  );
}

function deedsSince(since: number): AsyncGenerator<DeedRow> {
  return paged<DeedRow>(
    since,
    ({ at }) => at,
    (from, skip) =>
      db
        .collection(AUDIT)
        .where({ kind: 'deed', at: command.gte(from) })
        .orderBy('at', 'asc')
        .skip(skip)
        .limit(BATCH)
        .get(),
  );
}

/** All rows from a moment on, in pages of one sort field; many rows may share one moment. */
async function* paged<T>(
  since: number,
  momentOf: (row: T) => number,
  page: (from: number, skip: number) => Promise<{ data: unknown[] }>,
): AsyncGenerator<T> {
  for (let from = since, seen = 0; ; ) {
    const rows = (await page(from, seen)).data as T[];
    yield* rows;
    if (rows.length < BATCH) return;
    const last = momentOf(rows[rows.length - 1] as T);
    const ties = rows.filter((row) => momentOf(row) === last).length;
    seen = ties + (last === from ? seen : 0);
    from = last;
  }
}

const pad = (n: number): string => String(n).padStart(8, '0');

function keyed(...parts: string[]): string {
  return createHmac('sha256', process.env.YIMA_AUDIT_KEY ?? '')
    .update(parts.join('\u0000'))
    .digest('hex')
    .slice(0, 32);
}

/** JSON with its keys in order and without what is undefined: the same for a value that was stored and read again. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
