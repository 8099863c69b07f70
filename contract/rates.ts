/** Reading the rates: a period of whole days and, if wanted, one unit or one service; and what is answered. */
import * as z from 'zod/mini';
import type { RateView } from '@/domain/rates/view';
import { parseDay } from '@/domain/time/day';

/** A quarter at most: one query brings it. */
export const DAYS_MAX = 93;

const day = z.string().check(z.refine(isDay, '不是一个日期，请重新选'));

export const ratesInput = z.strictObject({
  /** `2026-11-01`, inclusive. */
  from: day,
  /** Inclusive. */
  to: day,
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  service: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
});

export interface RatesView {
  /** When the newest day was counted (ms); null when nothing is stored for the period. */
  readonly asOf: number | null;
  /** Days of the period that are stored. */
  readonly days: number;
  /** In their fixed order. */
  readonly rates: readonly RateView[];
  /** In the order of the tree, never by their numbers. */
  readonly units: readonly UnitRates[];
  /** Services that have something to count. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/** What stands beside a unit's name: whether it kept its limits, and how much of its time the clock stood. */
export interface UnitRates {
  readonly id: string;
  readonly name: string;
  readonly onTime: ShortRate;
  readonly paused: ShortRate;
}
export type ShortRate = Pick<RateView, 'title' | 'fraction' | 'words' | 'share'>;

function isDay(text: unknown): boolean {
  try {
    return typeof text === 'string' && Number.isFinite(parseDay(text));
  } catch {
    return false;
  }
}
