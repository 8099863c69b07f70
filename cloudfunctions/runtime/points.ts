/**
 * Points in the database: one account for each person and area, which holds its ledger. Entries are only ever pushed,
 * by a conditional write, so nothing is lost, written twice or overdrawn. The balance is stored nowhere.
 */
import type { Promised } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import type { Conduct } from '@/domain/points/conduct';
import { ledgerEffect } from '@/domain/points/conduct';
import {
  type Entry,
  earn,
  expire,
  giveBack,
  type Ledger,
  nextExpiry,
  penalise,
  reverse,
  spend,
} from '@/domain/points/ledger';
import { openReturn, type Return, type ShelfItem } from '@/domain/points/returns';
import { DEFAULT_RULES, earned, expiryOf, type Fact, type PointRules } from '@/domain/points/rules';
import { Cache } from './cache';
import { Cases } from './cases';
import { command, db, isDuplicate, only, readDocument } from './cloud';
import { digest } from './digest';
import { readInside, together } from './together';

export interface Account {
  readonly _id: string;
  readonly person: string;
  readonly area: string;
  readonly rev: number;
  readonly entries: Ledger;
  readonly outbox: readonly Promised[];
  /** When something runs out, or at once while there is something to tell. */
  readonly wakeAt: number | null;
  readonly updatedAt: number;
}

const ACCOUNTS = 'points';
const SHELF = 'shelf';
/** Tries of one conditional write while others are faster. */
const TRIES = 20;

export const conducts = new Cases<Conduct>('conduct');
export const returns = new Cases<Return>('returns');

export const accountId = (person: string, area: string): string => `p${digest('points', person, area)}`;

const rules = new Cache<PointRules>(60_000, 100);

/** The rules of an area: its own (`directory/points:<path>`), or those that every area begins with. */
export async function rulesOf(area: string): Promise<PointRules> {
  const kept = await rules.get(area, async () => {
    const own = await readDocument<PointRules>('directory', `points:${area}`);
    return own ?? DEFAULT_RULES;
  });
  return kept ?? DEFAULT_RULES;
}

export function forgetRules(): void {
  rules.clear();
}

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

/** Accounts whose moment has come, oldest first; one call. */
export async function accountsDue(now: number, limit: number): Promise<Account[]> {
  const { data } = await db
    .collection(ACCOUNTS)
    .where({ wakeAt: command.lte(now) })
    .orderBy('wakeAt', 'asc')
    .limit(limit)
    .get();
  return data as Account[];
}

/**
 * Gives the points that confirmed facts earn; saying the same facts again changes nothing. Call it from the jobs when a
 * case reaches its confirmed state, and again whenever in doubt.
 */
export async function credit(facts: readonly Fact[], now: number): Promise<void> {
  for (const fact of facts) {
    const { rules } = await rulesOf(fact.area);
    const due = rules.map((rule) => earned(rule, fact)).filter((each) => each !== null);
    if (due.length === 0) continue;
    await post(fact.person, fact.area, now, (entries) =>
      collect(entries, due, (before, { days, ...draft }) =>
        earn(before, { ...draft, expiresAt: expiryOf(days, now) }, now),
      ),
    );
  }
}

/**
 * Takes back what a case earned, as when a record is corrected or a confirmation withdrawn: `why` is read by the person,
 * who may appeal. Saying it again changes nothing.
 */
export async function takeBack(
  { kind, caseId, person, area }: Pick<Fact, 'kind' | 'caseId' | 'person' | 'area'>,
  why: string,
  now: number,
): Promise<void> {
  const source = { kind, id: caseId };
  await post(person, area, now, (entries) => {
    const gained = entries.filter(
      (entry) => entry.kind === 'earn' && entry.source.kind === kind && entry.source.id === caseId,
    );
    return collect(entries, gained, (before, { id }) =>
      reverse(before, { id: `back:${id}`, undoes: id, why, source }, now),
    );
  });
}

/** Brings the ledger to what a decided case says: takes, gives back, or leaves it. May be done again. */
export async function settleConduct(subject: Conduct, now: number): Promise<void> {
  const effect = ledgerEffect(subject);
  if (!effect) return;
  const source = { kind: 'conduct', id: subject._id };
  await post(subject.subject.id, subject.area, now, (entries) => {
    const { ground, points, entry: undoes, effect: id } = subject;
    const written =
      effect === 'giveBack'
        ? giveBack(entries, { id: `undo:${id}`, undoes: id, why: `恢复：${ground.words}`, source }, now)
        : undoes !== null
          ? reverse(entries, { id, undoes, why: `更正：${ground.words}`, source }, now)
          : penalise(entries, { id, points, why: ground.words, source }, now);
    return written ? [written] : [];
  });
}

/** What has run out by now; the account as it is then. */
export const runOut = (account: Account, now: number): Promise<Account | null> =>
  post(account.person, account.area, now, (entries) => {
    const entry = expire(entries, now);
    return entry ? [entry] : [];
  });

/** After the account's promises were delivered. A change meanwhile leaves them for the next sweep. */
export async function quiet(account: Account): Promise<void> {
  await db
    .collection(ACCOUNTS)
    .where({ _id: account._id, rev: account.rev })
    .update({ rev: account.rev + 1, outbox: [], wakeAt: nextExpiry(account.entries) });
}

/** What is offered in an area, or all that ever was; one call. */
export async function shelfOf(area: string, all = false): Promise<ShelfItem[]> {
  const { data } = await db
    .collection(SHELF)
    .where(only({ area, ...(all ? {} : { offered: true }) }))
    .orderBy('points', 'asc')
    .limit(100)
    .get();
  return data as ShelfItem[];
}

export const shelfItem = (id: string): Promise<ShelfItem | null> => readDocument<ShelfItem>(SHELF, id);

/** Puts an item on the shelf; the same id again gives what is there. */
export async function addToShelf(item: ShelfItem): Promise<ShelfItem> {
  try {
    await db.collection(SHELF).add({ ...item, taken: [] });
    return item;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await shelfItem(item._id)) ?? item;
  }
}

/** Changes an item if nobody has since `rev`, not even by taking one; refuses MOVED_ON. */
export async function changeShelf(
  id: string,
  rev: number,
  change: Pick<ShelfItem, 'name' | 'points' | 'left' | 'where' | 'offered' | 'updatedAt'>,
): Promise<void> {
  const { updated } = await db
    .collection(SHELF)
    .where({ _id: id, rev })
    .update({ ...change, rev: rev + 1 });
  if (updated !== 1) throw new Refusal('MOVED_ON');
}

/**
 * Takes one thing from the shelf for points: stock, ledger and the case change together, or not at all. Booking the same
 * id again gives the same case. Refuses RETURN_GONE and POINTS_SHORT.
 */
export async function book(
  made: Omit<Parameters<typeof openReturn>[0], 'item'> & { readonly item: string },
  now: number,
): Promise<Return> {
  return together(async (inside) => {
    const before = await readInside<Return>(inside, 'returns', made._id);
    if (before) return before;
    const item = await readInside<ShelfItem>(inside, SHELF, made.item);
    if (!item?.offered || item.left < 1) throw new Refusal('RETURN_GONE');
    const account = await readInside<Account>(inside, ACCOUNTS, accountId(made.owner.id, item.area));
    const id = `return:${made._id}`;
    const source = { kind: 'return', id: made._id };
    const entry = spend(
      account?.entries ?? [],
      { id, why: `换了${item.name}`, source, points: item.points },
      now,
    );
    if (!account || entry === 'short') throw new Refusal('POINTS_SHORT');
    const booked = openReturn({ ...made, item }, now);
    await inside
      .collection(SHELF)
      .doc(item._id)
      .update({ left: command.inc(-1), rev: command.inc(1), taken: command.push([made._id]) });
    if (entry)
      await inside
        .collection(ACCOUNTS)
        .doc(account._id)
        .update(pushed(account, [entry], now));
    await inside.collection('returns').add(booked);
    return booked;
  });
}

/** After a return has ended: stock and points go back if it was not handed over. May be done again. */
export async function settleReturn(subject: Return, now: number): Promise<void> {
  if (subject.state === 'booked') return;
  const given = subject.state === 'handed';
  await db
    .collection(SHELF)
    .where({ _id: subject.item.id, taken: subject._id })
    .update({
      taken: command.pull(subject._id),
      ...(given ? {} : { left: command.inc(1), rev: command.inc(1) }),
    });
  if (given) return;
  const undoes = `return:${subject._id}`;
  const source = { kind: 'return', id: subject._id };
  await post(subject.owner.id, subject.area, now, (entries) => {
    const entry = giveBack(
      entries,
      { id: `undo:${undoes}`, undoes, why: `没有换成${subject.item.name}，退回`, source },
      now,
    );
    return entry ? [entry] : [];
  });
}

/**
 * Adds entries to an account, as `write` makes them from the ledger as it is; nothing is written when it makes none.
 * Gives the account as it is then, or null while there is none.
 */
async function post(
  person: string,
  area: string,
  now: number,
  write: (entries: Ledger) => readonly Entry[],
): Promise<Account | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const account = await accountOf(person, area);
    const entries = write(account?.entries ?? []);
    if (entries.length === 0) return account;
    const fresh = account ?? blank(person, area, now);
    const next = { ...fresh, ...changed(fresh, entries, now) };
    if (!account) {
      try {
        await db.collection(ACCOUNTS).add(next);
        return next;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        continue;
      }
    }
    const { updated } = await db
      .collection(ACCOUNTS)
      .where({ _id: account._id, rev: account.rev })
      .update(pushed(account, entries, now));
    if (updated === 1) return next;
  }
  throw new Refusal('MOVED_ON');
}

/** What an account becomes with these entries: the ledger grows, and what the person must know waits to be told. */
function changed(account: Account, entries: readonly Entry[], now: number) {
  const grown = [...account.entries, ...entries];
  const told = entries.flatMap((entry) => noticeOf(account.person, entry, now));
  const outbox = [...account.outbox, ...told];
  return {
    rev: account.rev + 1,
    entries: grown,
    outbox,
    wakeAt: outbox[0]?.at ?? nextExpiry(grown),
    updatedAt: now,
  };
}

/** The same as an update, in which entries are only pushed. */
function pushed(account: Account, entries: readonly Entry[], now: number) {
  const { entries: _, ...rest } = changed(account, entries, now);
  return { ...rest, entries: command.push([...entries]) };
}

/** Who is told: what a person did themselves, and what their case tells already, needs no notice of its own. */
function noticeOf(to: string, { id, kind, why, source }: Entry, at: number): Promised[] {
  if (kind === 'earn') return [{ to, at, kind: 'points-earned', about: { id, no: '', service: why } }];
  if (kind === 'expire') return [{ to, at, kind: 'points-expired', about: { id, no: '', service: why } }];
  const byItself = kind === 'reverse' && source.kind !== 'conduct';
  return byItself ? [{ to, at, kind: 'points-reversed', about: { id, no: '', service: why } }] : [];
}

function blank(person: string, area: string, now: number): Account {
  const _id = accountId(person, area);
  return { _id, person, area, rev: 0, entries: [], outbox: [], wakeAt: null, updatedAt: now };
}

/** Several entries, each made from the ledger with those before it. */
function collect<T>(
  entries: Ledger,
  items: readonly T[],
  make: (before: Ledger, item: T) => Entry | null,
): Entry[] {
  const made: Entry[] = [];
  for (const item of items) {
    const entry = make([...entries, ...made], item);
    if (entry) made.push(entry);
  }
  return made;
}
