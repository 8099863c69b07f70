/** The rules of an area about points: its own document in the directory, changed as a whole; each change is kept. */
import { Refusal } from '@/domain/flow/refusal';
import { DEFAULT_RULES, type PointRules } from '@/domain/points/rules';
import { Cache } from './cache';
import { command, db, isDuplicate, readDocument } from './cloud';

/** As stored: rules, which change of them this is, and what was before. */
export interface StoredRules extends PointRules {
  readonly rev: number;
  readonly by: { readonly id: string; readonly name: string };
  /** When they were changed (ms). */
  readonly at: number;
}

const idOf = (area: string) => `points:${area}`;
/** Changes kept with the rules; the audit log keeps all. */
const HISTORY_KEPT = 50;

const rules = new Cache<PointRules>(60_000, 100);

/** The rules of an area: its own, or those that every area begins with. Known for a minute. */
export async function rulesOf(area: string): Promise<PointRules> {
  const kept = await rules.get(area, async () => (await ownRules(area)) ?? DEFAULT_RULES);
  return kept ?? DEFAULT_RULES;
}

/** An area's own rules as they are now, or null; one call. */
export const ownRules = (area: string): Promise<StoredRules | null> =>
  readDocument<StoredRules>('directory', idOf(area));

/**
 * Puts rules in place of those with this `rev` (0 = none of its own yet); one write. Refuses MOVED_ON when somebody was
 * faster. Points that were earned stay as they are.
 */
export async function saveRules(
  area: string,
  next: PointRules,
  rev: number,
  { by, at }: Pick<StoredRules, 'by' | 'at'>,
): Promise<StoredRules> {
  const saved = { ...next, rev: rev + 1, by, at };
  const line = { rev: rev + 1, by: by.id, at, now: next };
  rules.forget(area);
  if (rev === 0) {
    try {
      await db.collection('directory').add({ ...saved, _id: idOf(area), history: [line] });
    } catch (error) {
      throw isDuplicate(error) ? new Refusal('MOVED_ON') : error;
    }
    return saved;
  }
  const { updated } = await db
    .collection('directory')
    .where({ _id: idOf(area), rev })
    .update({
      ...saved,
      by: command.set(by),
      returns: command.set(next.returns),
      history: command.push({ each: [line], slice: -HISTORY_KEPT }),
    });
  if (updated !== 1) throw new Refusal('MOVED_ON');
  return saved;
}
