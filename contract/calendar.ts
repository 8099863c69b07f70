/** Working calendars on the desk: the nation's days in force, a unit's own hours and closures. */
import * as z from 'zod/mini';
import type { Hours } from '@/domain/time/calendar';
import type { Holiday } from '@/domain/time/calendar-words';
import { parseDay } from '@/domain/time/day';
import { line } from './text';

const id = z.string().check(z.regex(/^[\w@:*-]{1,60}$/));
const day = z.string().check(z.refine(isDay, '日期要写成 2026-11-25 这样'));
const time = z.string().check(z.regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, '时间要写成 08:30 这样'));
const hours = z.tuple([time, time]);

/** One unit's calendar; the first of the area when none is named. */
export const calendarInput = z.strictObject({ unit: z.optional(id) });

/** One change: a day closed, a closure taken back, or other hours (`null`: the usual ones again). */
export const calendarSaveInput = z
  .strictObject({
    /** A unit, or `*` for all of the area. */
    unit: id,
    rev: z.int().check(z.minimum(0), z.maximum(1e9)),
    close: z.optional(z.strictObject({ day, why: line(30), hours: z.optional(hours) })),
    open: z.optional(day),
    hours: z.optional(z.nullable(z.array(hours).check(z.minLength(1), z.maxLength(4)))),
  })
  .check(
    z.refine(
      ({ close, open, hours }) => [close, open, hours].filter((given) => given !== undefined).length === 1,
      '一次改一处',
    ),
  );

export interface ClosureView {
  readonly day: string;
  /** 11月25日 周三：大雪封路 */
  readonly words: string;
}

export interface CalendarView {
  readonly rev: number;
  readonly maySave: boolean;
  /** 已公布到 2026年12月28日 */
  readonly coverage: string;
  /** Days until then. */
  readonly left: number;
  readonly holidays: readonly Holiday[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly unit: string;
  readonly hours: readonly Hours[];
  readonly hoursWords: string;
  /** Hours of its own rather than the usual. */
  readonly ownHours: boolean;
  /** From today on. */
  readonly closures: readonly ClosureView[];
  /** After a change: how many open tickets the jobs work out anew; null otherwise. */
  readonly recounting: number | null;
}

function isDay(name: string): boolean {
  try {
    return Number.isFinite(parseDay(name));
  } catch {
    return false;
  }
}
