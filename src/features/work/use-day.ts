/** How a worker looks at the day: which step, and in which order; kept between visits. */
import { useState } from 'react';
import type { TicketRow } from '@/contract';
import type { Point } from '@/domain/org/point';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { keep, personal, recall, say } from '@/src/platform';
import { whereNow } from '@/src/platform/where';
import { DAY } from './words';

/** What a list may offer as the next step. */
const STEPS = ['sign', 'contact', 'resolve', 'resume'] as const satisfies readonly TicketMove[];
export type Step = (typeof STEPS)[number];
export type Shown = 'all' | 'sign' | 'contact' | 'resolve';

/** The next step that the cloud allows on this row, or null. */
export const stepOf = ({ allowed }: Pick<TicketRow, 'allowed'>): Step | null =>
  STEPS.find((move) => allowed.includes(move)) ?? null;

interface Kept {
  readonly shown: Shown;
  readonly byRoute: boolean;
}
const slot = (): string => personal('work.day');

export interface Day extends Kept {
  /** Where one stood when the route was asked for; null when nobody said. */
  readonly from: Point | null;
  readonly show: (shown: Shown) => void;
  /** To the other order. Asks where one is, in the tap; without an answer the route begins at what presses most. */
  readonly turn: () => void;
}

export function useDay(): Day {
  const [kept, setKept] = useState<Kept>(() => ({
    shown: 'all',
    byRoute: false,
    ...recall<Partial<Kept>>(slot()),
  }));
  const [from, stand] = useState<Point | null>(null);
  const change = (patch: Partial<Kept>) => {
    const next = { ...kept, ...patch };
    setKept(next);
    keep(slot(), next);
  };
  const turn = async () => {
    if (kept.byRoute) return change({ byRoute: false });
    const here = await whereNow();
    stand(here);
    change({ byRoute: true });
    if (!here) say(DAY.noPlace);
  };
  return { ...kept, from, show: (shown) => change({ shown }), turn: () => void turn() };
}

/** Rows of the chosen step. Where nothing of it is left, all. */
export function shownOf<T extends Pick<TicketRow, 'allowed'>>(
  rows: readonly T[],
  shown: Shown,
): readonly T[] {
  const some = shown === 'all' ? rows : rows.filter((row) => stepOf(row) === shown);
  return some.length > 0 ? some : rows;
}

/** The steps that there are rows for, with their counts; none where there is nothing to tell apart. */
export function countsOf(rows: readonly Pick<TicketRow, 'allowed'>[]): { value: Shown; count: number }[] {
  const steps = (['sign', 'contact', 'resolve'] as const)
    .map((value) => ({ value, count: rows.filter((row) => stepOf(row) === value).length }))
    .filter(({ count }) => count > 0);
  return steps.length > 1 ? [{ value: 'all', count: rows.length }, ...steps] : [];
}
