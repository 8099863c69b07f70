/**
 * Working time: which days are worked in China, 调休 included, and how much working time lies between two moments.
 *
 * A calendar is plain JSON. All questions are answered from one running total, "working milliseconds from a fixed
 * past until this moment": its difference is a duration, its inverse an addition. Both cost a few binary searches
 * over the published exceptions (about thirty a year), however far the two moments lie apart.
 */
import cn from './cn.json';
import { type DayName, dayNumber, dayStart, parseDay, parseTime, type TimeName } from './day';

/** From–to within one day, `['08:30', '12:00']`. */
export type Hours = readonly [from: TimeName, to: TimeName];

/** What the State Council published: weekdays that are off, weekend days that are worked, each with its name. */
export type NationalDays = {
  /** First and last day the published notices settle. Outside, Monday to Friday is a guess and is flagged. */
  readonly coverage: { readonly from: DayName; readonly to: DayName };
  readonly off: Readonly<Record<DayName, string>>;
  readonly on: Readonly<Record<DayName, string>>;
};

/** A unit is closed on one day, wholly or (with `hours`) in part; `why` is shown to people. */
export type Closure = { readonly day: DayName; readonly hours?: Hours; readonly why: string };

/** National days and one unit's own hours and closures. */
export type Calendar = NationalDays & {
  /** Opening hours of a working day in order, without overlap; the gap is the lunch break. */
  readonly hours: readonly Hours[];
  readonly closures: readonly Closure[];
};

/** A computed moment. `beyondCoverage`: it rests on days nobody has published yet and may move. */
export type Moment = { at: number; beyondCoverage: boolean };

/** The published calendar this version ships with. Made by `npm run calendar`; source and licence in NOTICE.md. */
export const CHINA: NationalDays = { coverage: cn.coverage, off: cn.off, on: cn.on };

/** Usual office hours where a unit has not set its own. */
export const OFFICE_HOURS: readonly Hours[] = [
  ['08:30', '12:00'],
  ['13:30', '17:30'],
];

/** A unit's calendar from what it has set; office hours and the shipped national days where it has set nothing. */
export function unitCalendar(unit: Partial<Calendar> = {}): Calendar {
  return { ...CHINA, hours: OFFICE_HOURS, closures: [], ...unit };
}

/** Is the day of this moment worked? A day closed in part is; a day closed wholly is not. */
export function isWorkday(calendar: Calendar, at: number): boolean {
  return partsOf(tableOf(calendar), dayNumber(at)).length > 0;
}

/** Is the unit open at this moment? The opening minute is, the closing minute is not. */
export function isOpen(calendar: Calendar, at: number): boolean {
  const day = dayNumber(at);
  const time = at - dayStart(day);
  return partsOf(tableOf(calendar), day).some(([from, to]) => from <= time && time < to);
}

/** Working days after the day of `from`, up to and including the day of `to`; negative when `to` lies before. */
export function workdays(calendar: Calendar, from: number, to: number): number {
  const table = tableOf(calendar);
  return daysBefore(table, dayNumber(to) + 1) - daysBefore(table, dayNumber(from) + 1);
}

/**
 * Closing time of the `count`-th working day after the day of `from`, which does not count itself. Refuses
 * (RangeError) a count that is not 1, 2, …
 */
export function closingAfter(calendar: Calendar, from: number, count: number): Moment {
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`not a number of working days: ${count}`);
  const table = tableOf(calendar);
  const start = dayNumber(from);
  const wanted = daysBefore(table, start + 1) + count;
  const day = firstDay(start, (day) => daysBefore(table, day + 1) >= wanted);
  const parts = partsOf(table, day);
  const [, closing] = parts[parts.length - 1]!;
  return foreseen(calendar, from, dayStart(day) + closing);
}

/** Working milliseconds between two moments; negative when `to` lies before `from`. */
export function workingMs(calendar: Calendar, from: number, to: number): number {
  const table = tableOf(calendar);
  return workedUntil(table, to) - workedUntil(table, from);
}

/**
 * The earliest moment at which `ms` of working time have passed since `from`. When they end exactly at closing, it
 * is closing time and not the next morning. 0 is `from` itself. Refuses (RangeError) less.
 */
export function addWorkingMs(calendar: Calendar, from: number, ms: number): Moment {
  if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`cannot add ${ms} ms of working time`);
  if (ms === 0) return foreseen(calendar, from, from);
  const table = tableOf(calendar);
  const wanted = workedUntil(table, from) + ms;
  const day = firstDay(dayNumber(from), (day) => msBefore(table, day + 1) >= wanted);
  let rest = wanted - msBefore(table, day);
  for (const [open, close] of partsOf(table, day)) {
    if (rest <= close - open) return foreseen(calendar, from, dayStart(day) + open + rest);
    rest -= close - open;
  }
  throw new Error('a day held less working time than its sum');
}

/** Is every day between these two moments settled by a published notice? */
export function covers(calendar: Calendar, from: number, to: number): boolean {
  const { coverage } = tableOf(calendar);
  return dayNumber(from) >= coverage.from && dayNumber(to) <= coverage.to;
}

function foreseen(calendar: Calendar, from: number, at: number): Moment {
  return { at, beyondCoverage: !covers(calendar, from, at) };
}

type Part = readonly [from: number, to: number]; // milliseconds after midnight

/** A calendar prepared for arithmetic: the ordinary day, and running totals of how exceptional days differ. */
type Table = {
  coverage: { from: number; to: number };
  ordinary: readonly Part[];
  ordinaryMs: number;
  exceptions: Map<number, readonly Part[]>;
  days: number[];
  extraDays: number[]; // extraDays[i]: sum over days[0 … i-1]
  extraMs: number[];
};

// Calendars are immutable JSON, so the prepared form belongs to the object and goes when it goes.
const tables = new WeakMap<Calendar, Table>();

function tableOf(calendar: Calendar): Table {
  let table = tables.get(calendar);
  if (!table) {
    table = prepare(calendar);
    tables.set(calendar, table);
  }
  return table;
}

function prepare(calendar: Calendar): Table {
  const ordinary = calendar.hours.map(parseHours);
  if (ordinary.length === 0) throw new RangeError('a calendar needs working hours');
  if (ordinary.some(([from], i) => i > 0 && from < ordinary[i - 1]![1])) {
    throw new RangeError('working hours overlap or are out of order');
  }
  const exceptions = new Map<number, readonly Part[]>();
  for (const name of Object.keys(calendar.off)) exceptions.set(parseDay(name), []);
  for (const name of Object.keys(calendar.on)) exceptions.set(parseDay(name), ordinary);
  for (const closure of calendar.closures) {
    const day = parseDay(closure.day);
    const parts = exceptions.get(day) ?? (isWeekday(day) ? ordinary : []);
    exceptions.set(day, closure.hours ? without(parts, parseHours(closure.hours)) : []);
  }
  const ordinaryMs = length(ordinary);
  const days = [...exceptions.keys()].sort((a, b) => a - b);
  const extraDays = [0];
  const extraMs = [0];
  days.forEach((day, i) => {
    const parts = exceptions.get(day)!;
    extraDays.push(extraDays[i]! + Number(parts.length > 0) - Number(isWeekday(day)));
    extraMs.push(extraMs[i]! + length(parts) - (isWeekday(day) ? ordinaryMs : 0));
  });
  const coverage = { from: parseDay(calendar.coverage.from), to: parseDay(calendar.coverage.to) };
  return { coverage, ordinary, ordinaryMs, exceptions, days, extraDays, extraMs };
}

function parseHours([from, to]: Hours): Part {
  const part = [parseTime(from), parseTime(to)] as const;
  if (part[0] >= part[1]) throw new RangeError(`hours end before they begin: ${from}–${to}`);
  return part;
}

const length = (parts: readonly Part[]): number => parts.reduce((sum, [from, to]) => sum + to - from, 0);

function without(parts: readonly Part[], [from, to]: Part): Part[] {
  return parts
    .flatMap(([open, close]): Part[] => [
      [open, Math.min(close, from)],
      [Math.max(open, to), close],
    ])
    .filter(([open, close]) => open < close);
}

// Day 0 was a Thursday, so day + 3 counts from a Monday.
const isWeekday = (day: number): boolean => weekdaysBefore(day + 1) > weekdaysBefore(day);

function weekdaysBefore(day: number): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(day + 3 - weeks * 7, 5);
}

function partsOf(table: Table, day: number): readonly Part[] {
  return table.exceptions.get(day) ?? (isWeekday(day) ? table.ordinary : []);
}

const daysBefore = (table: Table, day: number): number =>
  weekdaysBefore(day) + table.extraDays[exceptionsBefore(table, day)]!;

const msBefore = (table: Table, day: number): number =>
  weekdaysBefore(day) * table.ordinaryMs + table.extraMs[exceptionsBefore(table, day)]!;

function workedUntil(table: Table, at: number): number {
  const day = dayNumber(at);
  const time = at - dayStart(day);
  return partsOf(table, day).reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(time, to) - from),
    msBefore(table, day),
  );
}

function exceptionsBefore({ days }: Table, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Further ahead (days) lies no moment that a `Date` can hold. */
const FARTHEST = 100_000_000;

/** The first day from `start` on at which `reached`, which never turns false again, is true. Refuses where there is none. */
function firstDay(start: number, reached: (day: number) => boolean): number {
  let low = start;
  let step = 1;
  while (!reached(low + step)) {
    // No number is ever reached from what is none.
    if (step > FARTHEST) throw new RangeError(`no such day after day ${start}`);
    step *= 2;
  }
  let high = low + step;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
