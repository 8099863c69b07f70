/**
 * Points in the database: one account for each person and area, which holds its ledger. Entries are only ever pushed,
 * by a conditional write, so nothing is lost, written twice or overdrawn. The balance is stored nowhere.
 */
import type { Promised } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import { type Entry, expire, type Ledger, nextExpiry } from '@/domain/points/ledger';
import type { Return, ShelfItem } from '@/domain/points/returns';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { digest } from './digest';

export interface Account {
  readonly _id: string;
  readonly person: string;
  readonly area: string;
  readonly rev: number;
  readonly entries: Ledger;
  readonly outbox: readonly Promised[];
  /** Returns that are paid for and not yet on record: the jobs finish what a function left. */
  readonly pending: readonly Pending[];
  /** When something runs out, or at once while there is something to tell. */
  readonly wakeAt: number | null;
  readonly updatedAt: number;
}

/** A return between its payment and its record. */
export interface Pending extends Pick<Return, '_id' | 'no' | 'owner' | 'code' | 'drawn'> {
  readonly key: string;
  readonly sent?: string;
  readonly at: number;
  readonly item: ShelfItem;
}

const ACCOUNTS = 'points';
/** Tries of one conditional write while others are faster. */
const TRIES = 20;

export const accountId = (person: string, area: string): string => `p${digest('points', person, area)}`;

/** A person's account in an area, or null while nothing was ever earned there. */
export const accountOf = (person: string, area: string): Promise<Account | null> =>
  readDocument<Account>(ACCOUNTS, accountId(person, area));

/** All accounts of a person, by area; one call. */
export async function accountsOf(person: string): Promise<Account[]> {
  const { data } = await db
    .collection(ACCOUNTS)
    .where(only({ person }))
    .orderBy('area', 'asc')
    .limit(20)
    .get();
  return data as Account[];
}

/** Accounts whose moment has come, oldest first but for the first `skip`; one call. */
export async function accountsDue(now: number, limit: number, skip: number): Promise<Account[]> {
  const { data } = await db
    .collection(ACCOUNTS)
    .where({ wakeAt: command.lte(now) })
    .orderBy('wakeAt', 'asc')
    .skip(skip)
    .limit(limit)
    .get();
  return data as Account[];
}

/** What has run out by now; the account as it is then. */
export const runOut = (account: Account, now: number): Promise<Account | null> =>
  post(account.person, account.area, now, ({ entries }) => {
    const entry = expire(entries, now);
    return entry && { entries: [entry] };
  });

/** After the account's promises were delivered and these returns finished. A change meanwhile leaves it for the next sweep. */
export async function quiet(account: Account, finished: readonly string[]): Promise<void> {
  const pending = account.pending.filter(({ _id }) => !finished.includes(_id));
  await db
    .collection(ACCOUNTS)
    .where({ _id: account._id, rev: account.rev })
    .update({
      rev: account.rev + 1,
      outbox: [],
      pending,
      wakeAt: pending[0]?.at ?? nextExpiry(account.entries),
    });
}

/** What is to be written: entries are added, the returns under way replaced. */
export interface Step {
  readonly entries?: readonly Entry[];
  readonly pending?: readonly Pending[];
}

/**
 * Changes an account as `step` says from what it is, by one conditional write that is tried again while others are
 * faster; nothing is written for null or for no entries. Gives the account as it is then, or null while there is none.
 */
export async function post(
  person: string,
  area: string,
  now: number,
  step: (account: Account) => Step | null,
): Promise<Account | null> {
  // whoever it was has been forgotten
  if (!person) return null;
  for (let tries = 0; tries < TRIES; tries++) {
    const account = await accountOf(person, area);
    const before = account ?? blank(person, area, now);
    const wanted = step(before);
    if (!wanted || (!wanted.pending && !wanted.entries?.length)) return account;
    const change = changed(before, wanted, now);
    const next = { ...before, ...change };
    if (!account) {
      try {
        await db.collection(ACCOUNTS).add(next);
        return next;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        continue;
      }
    }
    const { entries: _, ...rest } = change;
    const { updated } = await db
      .collection(ACCOUNTS)
      .where({ _id: account._id, rev: account.rev })
      .update({ ...rest, ...(wanted.entries?.length ? { entries: command.push([...wanted.entries]) } : {}) });
    if (updated === 1) return next;
  }
  throw new Refusal('BUSY');
}

/**
 * Adds an entry that depends on no other, to an account that exists: one write, none when it is there already. The jobs
 * look at the account next.
 */
export async function add(person: string, area: string, entry: Entry): Promise<void> {
  await db
    .collection(ACCOUNTS)
    .where({ _id: accountId(person, area), 'entries.id': command.nin([entry.id]) })
    .update({
      entries: command.push([entry]),
      rev: command.inc(1),
      wakeAt: entry.at,
      updatedAt: entry.at,
    });
}

/** What an account becomes: the ledger grows, and what the person must know waits to be told. */
function changed(account: Account, { entries = [], pending = account.pending }: Step, now: number) {
  const grown = [...account.entries, ...entries];
  const outbox = [...account.outbox, ...entries.flatMap((entry) => noticeOf(account.person, entry, now))];
  return {
    rev: account.rev + 1,
    entries: grown,
    outbox,
    pending,
    wakeAt: outbox[0]?.at ?? pending[0]?.at ?? nextExpiry(grown),
    updatedAt: now,
  };
}

/** Who is told: what a person did themselves, and what their case tells already, needs no notice of its own. */
function noticeOf(to: string, { id, kind, points, why, source }: Entry, at: number): Promised[] {
  if (kind === 'earn' && points === 0) return [];
  if (kind === 'earn') return [{ to, at, kind: 'points-earned', about: { id, no: '', service: why } }];
  if (kind === 'expire') return [{ to, at, kind: 'points-expired', about: { id, no: '', service: why } }];
  const byItself = kind === 'reverse' && source.kind !== 'conduct';
  return byItself ? [{ to, at, kind: 'points-reversed', about: { id, no: '', service: why } }] : [];
}

function blank(person: string, area: string, now: number): Account {
  const _id = accountId(person, area);
  return { _id, person, area, rev: 0, entries: [], outbox: [], pending: [], wakeAt: null, updatedAt: now };
}
