/**
 * The one door to dayjs: China's wall clock for months, weeks, and dates that people write. It works on the UTC fields of
 * `ms + 8 h`, so that neither the zone of the machine nor its summer time has a say. The four ways in which the product says
 * time to people stay in `words.ts`: they are in the phone's first load, and this is not.
 */
import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import utc from 'dayjs/plugin/utc';
import { HOUR } from './day';

dayjs.extend(utc);
dayjs.extend(customParseFormat);

const OFFSET = 8 * HOUR;

/** A moment as a Chinese wall clock shows it. */
export interface China {
  /** The moment itself, milliseconds since epoch. */
  readonly ms: number;
  /** In dayjs's letters: `YYYY-MM-DD HH:mm`. */
  readonly as: (form: string) => string;
  /** The first moment of the day, week (Monday), month or year that this one lies in. */
  readonly startOf: (unit: 'day' | 'week' | 'month' | 'year') => China;
  /** The same hour so many later, or earlier; the 31st becomes the last day of a shorter month. */
  readonly add: (count: number, unit: 'day' | 'week' | 'month' | 'year') => China;
}

/** What the clock in China shows at a moment (ms). */
export const china = (ms: number): China => of(dayjs.utc(ms + OFFSET));

/**
 * The moment (ms) that a text names on a Chinese clock, by the first of the forms that fits it whole; null where none does.
 * `2026-02-30` and `2026-3-2` under `YYYY-MM-DD` fit nothing.
 */
export function parseChina(text: string, forms: readonly string[]): number | null {
  // One form at a time: given several, dayjs takes the latest that is a date, strict or not.
  for (const form of forms) {
    const read = dayjs.utc(text, form, true);
    if (read.isValid()) return read.valueOf() - OFFSET;
  }
  return null;
}

function of(wall: Dayjs): China {
  return {
    ms: wall.valueOf() - OFFSET,
    as: (form) => wall.format(form),
    startOf: (unit) =>
      of(unit === 'week' ? wall.subtract((wall.day() + 6) % 7, 'day').startOf('day') : wall.startOf(unit)),
    add: (count, unit) => of(wall.add(count, unit)),
  };
}
