/** Counts of a period, by unit and service: counted from tickets, added up from days, read as rates. */
import { contributionsOf, RATES, type RateId } from './rates';
import type { Counted } from './steps';
import { add, NOTHING, type Tally } from './tally';

export type Tallies = Readonly<Partial<Record<RateId, Tally>>>;

/** One unit and one service. `unit` is '' for what no unit had. */
export interface Row {
  readonly unit: string;
  readonly service: string;
  readonly rates: Tallies;
}

/** Half open, in ms. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** Counts what was settled within the period. Rows are in one order, whatever order the tickets have. */
export function countsOf(tickets: readonly Counted[], { from, until }: Period): Row[] {
  return merged(
    tickets.flatMap((ticket) =>
      contributionsOf(ticket)
        .filter(({ at }) => at >= from && at < until)
        .map(({ unit, service, rate, adds }) => ({ unit, service, rates: { [rate]: add(NOTHING, adds) } })),
    ),
  );
}

/** Adds up the rows of any days, units and services; the order does not matter. */
export function merged(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.unit} ${row.service}`;
    const sum = sums.get(key);
    sums.set(key, { ...row, rates: sum ? addAll(sum.rates, row.rates) : row.rates });
  }
  return [...sums.values()].sort((a, b) => compare(a.unit, b.unit) || compare(a.service, b.service));
}

/** The tallies of all rows together. */
export function total(rows: readonly Pick<Row, 'rates'>[]): Record<RateId, Tally> {
  const sum = rows.reduce<Tallies>((so, { rates }) => addAll(so, rates), {});
  return Object.fromEntries(RATES.map((rate) => [rate, sum[rate] ?? NOTHING])) as Record<RateId, Tally>;
}

function addAll(one: Tallies, other: Tallies): Tallies {
  const sum: Partial<Record<RateId, Tally>> = {};
  for (const rate of RATES) {
    const [a, b] = [one[rate], other[rate]];
    if (a || b) sum[rate] = add(a ?? NOTHING, b ?? NOTHING);
  }
  return sum;
}

/** By code points: machines sort words of a language in different ways. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
