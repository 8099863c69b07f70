/**
 * A person's points in one work area: an append-only ledger. The balance is the sum of its entries and nothing else; it
 * is never negative, and never compared with anybody else's. Every entry comes from a case and is named after it, so
 * that writing it twice leaves one. Pure: time arrives as `now` in ms, points are whole numbers.
 */
import { DAY, dayName } from '../time/day';

/**
 * `earn` for what was done; `reverse` takes back what was earned wrongly; `penalty` for conduct that two bodies
 * upheld; `restore` gives back what one of these took; `spend` for a return from the shelf, `refund` when it is not
 * handed over; `expire` for what was not used in time.
 */
export const ENTRY_KINDS = ['earn', 'reverse', 'penalty', 'restore', 'spend', 'refund', 'expire'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What an entry follows from: a case of a flow. The clock's own entries name the moment. */
export interface Source {
  readonly kind: string;
  readonly id: string;
}

/** Points that run out together (ms); null = never. */
export interface Lot {
  readonly points: number;
  readonly expiresAt: number | null;
}

export interface Entry {
  /** Unique in the ledger and made from what caused it. */
  readonly id: string;
  readonly at: number;
  readonly kind: EntryKind;
  /** Signed. 0 where something was to be taken and nothing was there. */
  readonly points: number;
  /** What it is for, in the plain words of that day. */
  readonly why: string;
  readonly source: Source;
  /** The rule that gave it. */
  readonly rule?: string;
  /** The entry that this one takes back or gives back. */
  readonly undoes?: string;
  /** What a credit brings. */
  readonly lots?: readonly Lot[];
}

export type Ledger = readonly Entry[];

/** Points given back live at least so long, however old they are: a mistake of ours must not cost anybody. */
export const GRACE = 30 * DAY;

export interface Standing {
  readonly balance: number;
  /** What is left, the first to run out first. */
  readonly lots: readonly (Lot & { readonly entry: string })[];
  /** What each debit took, by its entry's id. */
  readonly drawn: ReadonlyMap<string, readonly Lot[]>;
}

export const balanceOf = (entries: Ledger): number => entries.reduce((sum, { points }) => sum + points, 0);

/** Walks the ledger once: what is left, when it runs out, and from what each debit was taken. */
export function standing(entries: Ledger): Standing {
  const lots: { entry: string; points: number; expiresAt: number | null }[] = [];
  const drawn = new Map<string, Lot[]>();
  for (const { id, points, lots: brought = [], undoes, kind } of entries) {
    if (points > 0) {
      for (const lot of brought) lots.push({ entry: id, ...lot });
      continue;
    }
    const own = (lot: { entry: string }) => kind === 'reverse' && lot.entry === undoes;
    const order = lots
      .filter((lot) => lot.points > 0)
      .sort((a, b) => Number(own(b)) - Number(own(a)) || soonest(a, b));
    const taken: Lot[] = [];
    let left = -points;
    for (const lot of order) {
      const part = Math.min(left, lot.points);
      if (part === 0) break;
      lot.points -= part;
      left -= part;
      taken.push({ points: part, expiresAt: lot.expiresAt });
    }
    drawn.set(id, taken);
  }
  return { balance: balanceOf(entries), lots: lots.filter(({ points }) => points > 0).sort(soonest), drawn };
}

/** The next moment (ms) at which something runs out, or null. */
export function nextExpiry(entries: Ledger): number | null {
  return standing(entries).lots[0]?.expiresAt ?? null;
}

/** What a rule or a decision asks the ledger to write. */
export type Draft = Pick<Entry, 'id' | 'why' | 'source'>;

/**
 * Adds what was earned, or what of it a month still holds by its rule (`most`): beyond that an entry of 0, so that the
 * person sees that it was counted. Null when it is there already.
 */
export function earn(
  entries: Ledger,
  draft: Draft & {
    readonly rule: string;
    readonly points: number;
    readonly expiresAt: number | null;
    readonly most?: number | null;
  },
  now: number,
): Entry | null {
  const { points, expiresAt, most = null, ...rest } = draft;
  if (has(entries, draft.id) || points <= 0) return null;
  const room =
    most === null ? points : Math.max(0, Math.min(points, most - earnedIn(entries, draft.rule, now)));
  const why = room < points ? `${draft.why}（这个月已记满 ${most} 分）` : draft.why;
  const lots = room > 0 ? [{ points: room, expiresAt }] : [];
  return { ...rest, why, at: now, kind: 'earn', points: room, lots };
}

/** What a rule gave in the calendar month of `now` and what still stands of it. */
function earnedIn(entries: Ledger, rule: string, now: number): number {
  const gained = entries.filter(
    (each) => each.kind === 'earn' && each.rule === rule && isSameMonth(each.at, now),
  );
  const names = new Set(gained.map(({ id }) => id));
  const gone = entries.filter(
    ({ kind, undoes }) => kind === 'reverse' && undoes !== undefined && names.has(undoes),
  );
  const taken = new Set(gone.map(({ id }) => id));
  const back = entries.filter(({ undoes }) => undoes !== undefined && taken.has(undoes));
  return balanceOf(gained) + balanceOf(gone) + balanceOf(back);
}

/** How many returns were taken in the calendar month of `now` and not given back. */
export function spentIn(entries: Ledger, now: number): number {
  const given = new Set(entries.map(({ undoes }) => undoes));
  return entries.filter(({ kind, id, at }) => kind === 'spend' && isSameMonth(at, now) && !given.has(id))
    .length;
}

/** How many things somebody took in the month of `now`, also those that were given back: each of them stays in the ledger. */
export function takenIn(entries: Ledger, now: number): number {
  return entries.filter(({ kind, at }) => kind === 'spend' && isSameMonth(at, now)).length;
}

const isSameMonth = (a: number, b: number): boolean => dayName(a).slice(0, 7) === dayName(b).slice(0, 7);

/**
 * Takes back an earned entry: what of it still stands, and never more than there is. What was spent meanwhile stays
 * spent. Null when it is not there, was taken back before, or this was written already.
 */
export function reverse(
  entries: Ledger,
  draft: Draft & { readonly undoes: string },
  now: number,
): Entry | null {
  const target = entries.find(({ id, kind }) => id === draft.undoes && kind === 'earn');
  if (!target || has(entries, draft.id)) return null;
  const gone = entries.filter(({ kind, undoes }) => kind === 'reverse' && undoes === target.id);
  const names = new Set(gone.map(({ id }) => id));
  const back = entries.filter(({ undoes }) => undoes !== undefined && names.has(undoes));
  const stands = target.points + balanceOf(gone) + balanceOf(back);
  // A reversal that found nothing left to take still counts as one, until it is given back.
  if (stands <= 0 || gone.length > back.length) return null;
  return { ...draft, at: now, kind: 'reverse', points: minus(stands, balanceOf(entries)) };
}

/** Takes points for conduct that was upheld, and never more than there are; null when it was written already. */
export function penalise(
  entries: Ledger,
  draft: Draft & { readonly points: number },
  now: number,
): Entry | null {
  if (has(entries, draft.id)) return null;
  return { ...draft, at: now, kind: 'penalty', points: minus(draft.points, balanceOf(entries)) };
}

/** Takes the price of a return. `short` when the balance is not enough; null when it was written already. */
export function spend(
  entries: Ledger,
  draft: Draft & { readonly points: number },
  now: number,
): Entry | 'short' | null {
  if (has(entries, draft.id)) return null;
  if (balanceOf(entries) < draft.points) return 'short';
  return { ...draft, at: now, kind: 'spend', points: minus(draft.points, Number.POSITIVE_INFINITY) };
}

/** Gives back exactly what a debit took, each part for as long as it still had. Null when there is no such debit, or it was given back. */
export function giveBack(
  entries: Ledger,
  draft: Draft & { readonly undoes: string },
  now: number,
): Entry | null {
  const debit = entries.find(({ id }) => id === draft.undoes);
  if (!debit || !isUndoable(debit) || has(entries, draft.id)) return null;
  if (entries.some(({ points, undoes }) => points >= 0 && undoes === debit.id)) return null;
  const drawn = standing(entries).drawn.get(debit.id) ?? [];
  return refunded(
    draft,
    { points: -debit.points, drawn },
    now,
    debit.kind === 'spend' ? 'refund' : 'restore',
  );
}

/** The entry that gives back what a debit drew from these lots. */
export function refunded(
  draft: Draft & { readonly undoes: string },
  { points, drawn }: { readonly points: number; readonly drawn: readonly Lot[] },
  now: number,
  kind: 'refund' | 'restore' = 'refund',
): Entry {
  const lots = drawn.map((lot) => ({
    points: lot.points,
    expiresAt: lot.expiresAt === null ? null : Math.max(lot.expiresAt, now + GRACE),
  }));
  return { ...draft, at: now, kind, points: Math.abs(points), lots };
}

/** What has run out by now, as one entry; null when nothing has. */
export function expire(entries: Ledger, now: number): Entry | null {
  const over = standing(entries).lots.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
  const last = over.at(-1)?.expiresAt;
  if (last === undefined || last === null) return null;
  const points = -over.reduce((sum, lot) => sum + lot.points, 0);
  const id = `expire:${last}`;
  return {
    id,
    at: now,
    kind: 'expire',
    points,
    why: '到期没有用',
    source: { kind: 'clock', id: String(last) },
  };
}

const isUndoable = ({ kind }: Entry): boolean => kind === 'spend' || kind === 'reverse' || kind === 'penalty';

const has = (entries: Ledger, id: string): boolean => entries.some((entry) => entry.id === id);

/** At most what there is, as a debit; 0 and never -0. */
const minus = (wanted: number, there: number): number => 0 - Math.max(0, Math.min(wanted, there));

function soonest(a: Lot, b: Lot): number {
  return (a.expiresAt ?? Number.MAX_SAFE_INTEGER) - (b.expiresAt ?? Number.MAX_SAFE_INTEGER);
}
