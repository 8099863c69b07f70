/**
 * Points in the database: one account for each person and area, which holds its ledger. Entries are only ever pushed,
 * by a conditional write, so nothing is lost, written twice or overdrawn. The balance is stored nowhere.
 */
import type { Promised } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import type { Conduct } from '@/domain/points/conduct';
import { ledgerEffect } from '@/domain/points/conduct';
import { factsOfPart, partId } from '@/domain/points/facts';
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
import { counts, NOTICE, type Participation } from '@/domain/record/participation';
import { Cache } from './cache';
import { Cases } from './cases';
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

/** A return between its payment and its record. `settled` once a piece of the shelf is its own. */
export interface Pending extends Pick<Return, '_id' | 'no' | 'owner' | 'code'> {
  readonly key: string;
  readonly at: number;
  readonly item: ShelfItem;
  readonly settled: boolean;
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

/**
 * Gives the points that confirmed facts earn; saying the same facts again changes nothing. Call it from the jobs when a
 * case reaches its confirmed state, and again whenever in doubt.
 */
export async function credit(facts: readonly Fact[], now: number): Promise<void> {
  for (const fact of facts) {
    const { rules } = await rulesOf(fact.area);
    const due = rules.map((rule) => earned(rule, fact)).filter((each) => each !== null);
    if (due.length === 0) continue;
    await post(fact.person, fact.area, now, ({ entries }) => ({
      entries: collect(entries, due, (before, { days, ...draft }) =>
        earn(before, { ...draft, expiresAt: expiryOf(days, now) }, now),
      ),
    }));
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
  await post(person, area, now, ({ entries }) => {
    const gained = entries.filter(
      (entry) => entry.kind === 'earn' && entry.source.kind === kind && entry.source.id === caseId,
    );
    return {
      entries: collect(entries, gained, (before, { id }) =>
        reverse(before, { id: `back:${id}`, undoes: id, why, source }, now),
      ),
    };
  });
}

/**
 * Brings the ledger to what the hours of one part in an activity are now: those that are certain are earned, and hours
 * that were earned before and have changed are taken back. May be done again.
 */
export async function creditPart(part: Participation, now: number): Promise<void> {
  if (!part.person || part.source.kind !== 'activity' || part.amendment) return;
  const facts = factsOfPart(part, now);
  if (facts.length === 0 && counts(part)) return;
  const account = await accountOf(part.person, part.area);
  const stale = (account?.entries ?? []).filter(
    ({ kind, source }) =>
      kind === 'earn' &&
      source.kind === 'activity' &&
      source.id.startsWith(`${part._id}@`) &&
      (!counts(part) || source.id !== partId(part)),
  );
  const { person, area } = part;
  for (const id of new Set(stale.map(({ source }) => source.id)))
    await takeBack({ kind: 'activity', caseId: id, person, area }, `服务时长改了：${part.title}`, now);
  await credit(facts, now);
}

/** Parts whose hours became certain, or were changed, between two moments: two indexed queries for each batch. */
export async function* partsRipe(from: number, until: number): AsyncGenerator<Participation> {
  const windows = [
    ['settledAt', from - NOTICE, until - NOTICE],
    ['updatedAt', from, until],
  ] as const;
  for (const [field, above, most] of windows) {
    for (let seen = 0; ; ) {
      const { data } = await db
        .collection('participations')
        .where({ [field]: command.gt(above).and(command.lte(most)) })
        .orderBy(field, 'asc')
        .skip(seen)
        .limit(100)
        .get();
      const rows = data as Participation[];
      yield* rows;
      seen += rows.length;
      if (rows.length < 100) break;
    }
  }
}

/** Brings the ledger to what a decided case says: takes, gives back, or leaves it. May be done again. */
export async function settleConduct(subject: Conduct, now: number): Promise<void> {
  const effect = ledgerEffect(subject);
  if (!effect) return;
  const source = { kind: 'conduct', id: subject._id };
  await post(subject.subject.id, subject.area, now, ({ entries }) => {
    const { ground, points, entry: undoes, effect: id } = subject;
    const written =
      effect === 'giveBack'
        ? giveBack(entries, { id: `undo:${id}`, undoes: id, why: `恢复：${ground.words}`, source }, now)
        : undoes !== null
          ? reverse(entries, { id, undoes, why: `更正：${ground.words}`, source }, now)
          : penalise(entries, { id, points, why: ground.words, source }, now);
    return written && { entries: [written] };
  });
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
 * Takes one thing from the shelf for points. Three documents change one after the other, and the account alone decides:
 * it is paid first, then a piece of the stock is claimed, and the account says whether that went well or gives the points
 * back. Whoever comes second, be it the same tap again or the jobs, finds where it stands and goes on from there. Refuses
 * RETURN_GONE and POINTS_SHORT.
 */
export async function book(
  made: Omit<Pending, 'item' | 'at' | 'settled'> & { readonly item: string },
  now: number,
): Promise<Return> {
  const item = await shelfItem(made.item);
  if (!item) throw new Refusal('RETURN_GONE');
  const id = `return:${made._id}`;
  await post(made.owner.id, item.area, now, ({ entries, pending }) => {
    const source = { kind: 'return', id: made._id };
    const entry = spend(entries, { id, why: `换了${item.name}`, source, points: item.points }, now);
    if (!entry) return null;
    if (!item.offered || item.left < 1) throw new Refusal('RETURN_GONE');
    if (entry === 'short') throw new Refusal('POINTS_SHORT');
    return { entries: [entry], pending: [...pending, { ...made, item, at: now, settled: false }] };
  });
  return finish(made.owner.id, item, made._id, now);
}

/** Brings a paid return to its record, or gives the points back and refuses RETURN_GONE when the shelf is empty. */
export async function finish(person: string, item: ShelfItem, id: string, now: number): Promise<Return> {
  const begun = (await accountOf(person, item.area))?.pending.find(({ _id }) => _id === id);
  const claimed = begun && !begun.settled ? await claimPiece(item._id, id) : false;
  const account = await post(person, item.area, now, ({ entries, pending }) => {
    const open = pending.find(({ _id, settled }) => _id === id && !settled);
    if (!open) return null;
    if (claimed)
      return { pending: pending.map((each) => (each === open ? { ...each, settled: true } : each)) };
    return { entries: refund(entries, id, item.name, now), pending: pending.filter((each) => each !== open) };
  });
  const settled = account?.pending.find(({ _id }) => _id === id);
  if (settled) return returns.insert(openReturn(settled, settled.at));
  const booked = await returns.read(id);
  if (booked) return booked;
  // Somebody else gave the points back meanwhile: the piece is nobody's.
  if (claimed) await releasePiece(item._id, id);
  throw new Refusal('RETURN_GONE');
}

/** Claims one piece of the stock under this name: one conditional write. True when the name has one, from now or before. */
async function claimPiece(item: string, id: string): Promise<boolean> {
  const { updated } = await db
    .collection(SHELF)
    .where({ _id: item, left: command.gt(0), taken: command.nin([id]) })
    .update({ left: command.inc(-1), rev: command.inc(1), taken: command.push([id]) });
  if (updated === 1) return true;
  const { taken = [] } = (await readDocument<{ taken?: readonly string[] }>(SHELF, item)) ?? {};
  return taken.includes(id);
}

/** Puts a piece back, if this name has one. */
async function releasePiece(item: string, id: string): Promise<void> {
  await db
    .collection(SHELF)
    .where({ _id: item, taken: id })
    .update({ taken: command.pull(id), left: command.inc(1), rev: command.inc(1) });
}

function refund(entries: Ledger, id: string, name: string, now: number): Entry[] {
  const undoes = `return:${id}`;
  const source = { kind: 'return', id };
  const why = `没有换成${name}，退回`;
  const entry = giveBack(entries, { id: `undo:${undoes}`, undoes, why, source }, now);
  return entry ? [entry] : [];
}

/** After a return has ended: stock and points go back if it was not handed over. May be done again. */
export async function settleReturn({ _id, state, item, owner, area }: Return, now: number): Promise<void> {
  if (state === 'booked') return;
  if (state === 'handed') {
    await db
      .collection(SHELF)
      .where({ _id: item.id, taken: _id })
      .update({ taken: command.pull(_id) });
    return;
  }
  await releasePiece(item.id, _id);
  await post(owner.id, area, now, ({ entries }) => ({ entries: refund(entries, _id, item.name, now) }));
}

/** What is to be written: entries are added, the returns under way replaced. */
interface Step {
  readonly entries?: readonly Entry[];
  readonly pending?: readonly Pending[];
}

/**
 * Changes an account as `step` says from what it is, by one conditional write that is tried again while others are
 * faster; nothing is written for null or for no entries. Gives the account as it is then, or null while there is none.
 */
async function post(
  person: string,
  area: string,
  now: number,
  step: (account: Account) => Step | null,
): Promise<Account | null> {
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
function noticeOf(to: string, { id, kind, why, source }: Entry, at: number): Promised[] {
  if (kind === 'earn') return [{ to, at, kind: 'points-earned', about: { id, no: '', service: why } }];
  if (kind === 'expire') return [{ to, at, kind: 'points-expired', about: { id, no: '', service: why } }];
  const byItself = kind === 'reverse' && source.kind !== 'conduct';
  return byItself ? [{ to, at, kind: 'points-reversed', about: { id, no: '', service: why } }] : [];
}

function blank(person: string, area: string, now: number): Account {
  const _id = accountId(person, area);
  return { _id, person, area, rev: 0, entries: [], outbox: [], pending: [], wakeAt: null, updatedAt: now };
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
