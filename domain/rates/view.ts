/** A rate as people read it: the fraction, the share where there are enough, and everything that stands beside. */
import { total } from './counts';
import { RATES, type RateId } from './rates';
import { shareOf, type Tally } from './tally';
import { LOWER_IS_BETTER, RATE_WORDS, sayBeside, sayFraction, sayShare, TOO_FEW } from './words';

export interface RateView {
  readonly id: RateId;
  readonly title: string;
  /** What is counted, in one sentence. */
  readonly meaning: string;
  /** 43/51 */
  readonly fraction: string;
  /** 84 %, or why there is none. */
  readonly words: string;
  /** 0–1 for a bar; null when there are too few for a rate. */
  readonly share: number | null;
  readonly lowerIsBetter: boolean;
  /** 未评价 3 件，不算 … */
  readonly beside: readonly string[];
}

export function viewOf(id: RateId, tally: Tally): RateView {
  return {
    id,
    ...RATE_WORDS[id],
    fraction: sayFraction(tally),
    words: sayShare(tally) ?? TOO_FEW,
    share: shareOf(tally),
    lowerIsBetter: LOWER_IS_BETTER.includes(id),
    beside: sayBeside(id, tally),
  };
}

/** All rates of these rows, in their fixed order. */
export function viewsOf(rows: Parameters<typeof total>[0]): RateView[] {
  const tallies = total(rows);
  return RATES.map((id) => viewOf(id, tallies[id]));
}
