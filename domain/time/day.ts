/**
 * Days and minutes of China, by fixed arithmetic: UTC+8, no summer time. Nothing here reads a clock or the time
 * zone of the machine, so a phone abroad and a function in UTC say the same. Moments are milliseconds since epoch.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** A day as `2026-11-25`. */
export type DayName = string;

/** A time of day as `08:30`; `24:00` is the end of the day. */
export type TimeName = string;

/** The number of the Chinese day that a moment lies in; 1970-01-01 is 0. */
export const dayNumber = (at: number): number => Math.floor((at + OFFSET) / DAY);

/** The first moment of a numbered Chinese day. */
export const dayStart = (day: number): number => day * DAY - OFFSET;

/** `2026-11-25` for a moment. */
export const dayName = (at: number): DayName => new Date(at + OFFSET).toISOString().slice(0, 10);

/** `17:30` for a moment. */
export const timeName = (at: number): TimeName => new Date(at + OFFSET).toISOString().slice(11, 16);

/** 0 Sunday … 6 Saturday, for a moment. */
export const weekday = (at: number): number => (((dayNumber(at) + 4) % 7) + 7) % 7;

/** Reads `2026-11-25` as a day number. Refuses (RangeError) what is no real day, such as 2026-02-30. */
export function parseDay(name: DayName): number {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(name) ? Date.parse(`${name}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== name) {
    throw new RangeError(`not a day: ${name}`);
  }
  return utc / DAY;
}

/** Reads `08:30` (00:00–24:00) as milliseconds after midnight. Refuses (RangeError) anything else. */
export function parseTime(name: TimeName): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(name) ?? [];
  const ms = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (!(ms <= DAY)) throw new RangeError(`not a time of day: ${name}`);
  return ms;
}

/** The moment of `2026-11-25 17:30` on a Chinese wall clock. Refuses (RangeError) anything else. */
export function moment(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return dayStart(parseDay(day)) + parseTime(time);
}
