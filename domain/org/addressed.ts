/** What was promised to somebody who has lost the post since goes to whoever has that work today. */
import type { Promised } from '../flow/flow';
import type { Area } from './org';
import { officeOf } from './policy';

/** A duty that names persons in a case: who had it when it was saved, and who has it today. */
export interface Duty {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** The duty of one person, who keeps it while they are among those who may have it. */
export const dutyOf = (person: string, able: readonly string[]): Duty => ({
  was: [person],
  is: able.includes(person) ? [person] : able,
});

/** People of the staff are known by ids of their area's list, residents by ids of their own. */
export const isStaff = (id: string): boolean => !id.startsWith('u_');

/**
 * The promises of a case with today's addresses, by the lists of `homes`: its own area's, and others where work went up. Who has lost the duty for which they were told passes it on to who has
 * it now; who works nowhere any more is told nothing. Residents are told as ever, and so are the `doing`, who have a part
 * in the work itself.
 */
export function addressed(
  outbox: readonly Promised[],
  duties: readonly Duty[],
  homes: readonly Area[],
  doing: readonly string[] = [],
): readonly Promised[] {
  const mine = (id: string) => homes.some((home) => officeOf(home, id) !== null);
  const next = outbox.flatMap((promised) => {
    const { to } = promised;
    if (!isStaff(to)) return [promised];
    const held = duties.filter(({ was }) => was.includes(to));
    if (mine(to) && (held.length === 0 || doing.includes(to) || held.some(({ is }) => is.includes(to))))
      return [promised];
    return [...new Set(held.flatMap(({ is }) => is))]
      .filter(mine)
      .map((other) => ({ ...promised, to: other }));
  });
  if (next.length === outbox.length && next.every((promised, nth) => promised === outbox[nth])) return outbox;
  const seen = new Set<string>();
  return next.filter(({ to, kind, at, about }) => {
    const key = JSON.stringify([to, kind, at, about.id]);
    return !seen.has(key) && seen.add(key);
  });
}
