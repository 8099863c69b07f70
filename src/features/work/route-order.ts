/** In which order to go round: always on to the nearest place that is left. Pure; distances in metres. */
import { metresBetween, type Point } from '@/domain/org/point';

export interface Stop<T> {
  readonly row: T;
  /** From the stop before, or from where one stands; null where the place was never measured, and for a first stop. */
  readonly metres: number | null;
}

/**
 * Begins nearest to `from`; with nobody saying where they are, at the first row that has a place: rows come in the order
 * in which they press. Rows whose place was never measured stand at the end, in their order.
 */
export function routeOrder<T extends { readonly at?: Point | undefined }>(
  rows: readonly T[],
  from: Point | null,
): Stop<T>[] {
  const left = rows.filter(({ at }) => at);
  const stops: Stop<T>[] = [];
  let here = from;
  while (left.length > 0) {
    const start = here;
    const far = ({ at }: T) => (start && at ? metresBetween(start, at) : 0);
    const next = left.reduce((best, row) => (far(row) < far(best) ? row : best));
    left.splice(left.indexOf(next), 1);
    stops.push({ row: next, metres: start ? Math.round(far(next)) : null });
    here = next.at ?? here;
  }
  return [...stops, ...rows.filter(({ at }) => !at).map((row) => ({ row, metres: null }))];
}
