/** What earns points, and what takes them back: said as facts of cases, any number of times. */
import { factsOfPart, partId } from '@/domain/points/facts';
import { type Entry, earn, type Ledger, reverse, type Source } from '@/domain/points/ledger';
import { earned, expiryOf, type Fact } from '@/domain/points/rules';
import { counts, NOTICE, type Participation } from '@/domain/record/participation';
import { command, db } from './cloud';
import { rulesOf } from './point-rules';
import { accountOf, post } from './points';

/**
 * Gives the points that confirmed facts earn; saying the same facts again changes nothing. Call it from the jobs when a
 * case reaches its confirmed state, and again whenever in doubt.
 */
export async function credit(facts: readonly Fact[], now: number): Promise<void> {
  for (const fact of facts) {
    const { rules } = await rulesOf(fact.area);
    const due = rules.map((rule) => earned(rule, fact)).filter((each) => each !== null);
    if (due.length === 0) continue;
    await post(fact.person, fact.area, now, ({ entries }) => {
      // What earned once earns no more, though the rules were changed meanwhile.
      const before = entries.some(({ kind, source }) => kind === 'earn' && isOf(source, fact));
      if (before) return null;
      return {
        entries: collect(entries, due, (all, { days, ...draft }) =>
          earn(all, { ...draft, expiresAt: expiryOf(days, now) }, now),
        ),
      };
    });
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
    const gained = entries.filter((entry) => entry.kind === 'earn' && isOf(entry.source, { kind, caseId }));
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

const isOf = (source: Source, { kind, caseId }: Pick<Fact, 'kind' | 'caseId'>): boolean =>
  source.kind === kind && source.id === caseId;

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
