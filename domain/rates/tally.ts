/** What is counted for one rate. Tallies add up in any order and grouping. */

export interface Tally {
  /** A half for 部分解决, else whole; ms for a share of time. */
  readonly numerator: number;
  readonly denominator: number;
  /** How many cases a share of time is about; 0 where cases themselves are counted. */
  readonly cases: number;
  /** Time (ms) in which an answer was awaited: within the denominator, and not in the numerator. */
  readonly waited: number;
  /** How many of the numerator's halves there are. */
  readonly partly: number;
  readonly notAsked: number;
  readonly notReached: number;
  readonly notAnswered: number;
  /** Left out, by reason: a state off the usual road, or `handed_on`. */
  readonly excluded: Readonly<Record<string, number>>;
}

export const NOTHING: Tally = {
  numerator: 0,
  denominator: 0,
  cases: 0,
  waited: 0,
  partly: 0,
  notAsked: 0,
  notReached: 0,
  notAnswered: 0,
  excluded: {},
};

const NUMBERS = [
  'numerator',
  'denominator',
  'cases',
  'waited',
  'partly',
  'notAsked',
  'notReached',
  'notAnswered',
] as const;

/** The sum of two tallies. */
export function add(one: Partial<Tally>, other: Partial<Tally>): Tally {
  const excluded = { ...one.excluded };
  for (const [reason, count] of Object.entries(other.excluded ?? {}))
    excluded[reason] = (excluded[reason] ?? 0) + count;
  const sums = NUMBERS.map((field) => [field, (one[field] ?? 0) + (other[field] ?? 0)] as const);
  return { ...NOTHING, ...Object.fromEntries(sums), excluded };
}

/** Fewer than this is no rate: one person's luck would read as a unit's quality. */
export const LEAST = 5;

/** What makes a share: cases are counted, or the time that they took. */
export type Shared = Pick<Tally, 'numerator' | 'denominator'> & Partial<Pick<Tally, 'cases'>>;

/** Numerator ÷ denominator, or null below the least number of cases. May exceed 1 only for 重办率 of a short period. */
export function shareOf({ numerator, denominator, cases }: Shared): number | null {
  return denominator === 0 || (cases || denominator) < LEAST ? null : numerator / denominator;
}
