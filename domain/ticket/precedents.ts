/**
 * What is ruled three times the same way belongs into the table of responsibility (BJ §12 派单目录; domain practice G3).
 * Derived from the tickets that were ruled; nothing else is stored.
 */
import { areaPathOf, isWithin, type Responsibility } from '../org/org';
import type { Ticket } from './ticket';

export type Ruled = Pick<Ticket, '_id' | 'no' | 'service' | 'orgPath' | 'place' | 'ruling'>;

/** So many like rulings make a suggestion. */
export const LIKE_RULINGS = 3;

export interface Suggestion {
  readonly rule: Responsibility;
  readonly cases: readonly Ruled[];
}

/**
 * The lines that the table should have: one for each service and post that three rulings agree on, at the deepest
 * place that holds all their cases. What the table says already is not suggested again.
 */
export function suggestionsFrom(ruled: readonly Ruled[], table: readonly Responsibility[]): Suggestion[] {
  const groups = new Map<string, Ruled[]>();
  for (const one of ruled) {
    if (!one.ruling) continue;
    const key = `${one.service.id} ${one.ruling.post}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .filter((cases) => cases.length >= LIKE_RULINGS)
    .map((cases) => ({ cases, rule: ruleFrom(cases, table) }))
    .filter(({ rule }) => !table.some((line) => says(line, rule)));
}

function ruleFrom(cases: readonly Ruled[], table: readonly Responsibility[]): Responsibility {
  const [first] = cases as readonly [Ruled];
  const place = cases.map(({ orgPath }) => orgPath).reduce(shared);
  const taken = new Set(table.map(({ id }) => id));
  let nth = 1;
  while (taken.has(`ruled-${first.service.id}-${nth}`)) nth += 1;
  return {
    id: `ruled-${first.service.id}-${nth}`,
    service: first.service.id,
    place,
    post: first.ruling?.post ?? '',
    clause: `裁定先例 ${cases
      .slice(0, LIKE_RULINGS)
      .map(({ no }) => no)
      .join('、')}`,
  };
}

const says = (line: Responsibility, rule: Responsibility): boolean =>
  line.service === rule.service && line.post === rule.post && isWithin(rule.place, line.place);

/** The deepest place above both, never above the area. */
function shared(one: string, other: string): string {
  const [left, right] = [one.split('/'), other.split('/')];
  const differs = left.findIndex((part, nth) => part === '' || part !== right[nth]);
  const path = `${left.slice(0, differs).join('/')}/`;
  return path.length < areaPathOf(one).length ? areaPathOf(one) : path;
}
