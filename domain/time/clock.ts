/**
 * A running clock: a limit that started once, may be paused and resumed with a reason, and is stopped at the end.
 * Plain JSON without undefined, as it is stored in a case; every function returns a new clock.
 *
 * The due moment follows from limit, start and pauses alone: each pause that began before it moves it by exactly
 * the time (working time for working limits) the pause took, so what was left at the pause is left at the resume.
 * A pause that begins after the due moment heals nothing: late stays late.
 */
import {
  addWorkingMs,
  type Calendar,
  closingAfter,
  covers,
  type Moment,
  workdays,
  workingMs,
} from './calendar';
import { dueAt, isWorking, type Limit } from './limit';

/** `to` is null while the pause lasts. `why` is shown to the people concerned. */
export type Pause = { readonly from: number; readonly to: number | null; readonly why: string };

/** A due moment that moved because calendar data arrived or changed: when, from which moment to which. */
export type DueChange = { readonly at: number; readonly from: number; readonly to: number };

export type Clock = {
  readonly limit: Limit;
  /** Granted on top of the limit, in the order they were granted. */
  readonly extensions: readonly Limit[];
  readonly startedAt: number;
  /** While paused: as it stood when the pause began; resuming moves it. */
  readonly dueAt: number;
  /** The due moment rests on days nobody has published yet; `recompute` when data arrives. */
  readonly beyondCoverage: boolean;
  readonly pauses: readonly Pause[];
  readonly stoppedAt: number | null;
  /** What this clock has already caused (a nudge, a slip …) and when, so that a second tick repeats nothing. */
  readonly told: Readonly<Record<string, number>>;
  readonly dueChanges: readonly DueChange[];
};

/** What is left of a limit, or by how much it is exceeded. */
export type Left = {
  late: boolean;
  /** Milliseconds left or exceeded (never negative), of working time when `working`. */
  ms: number;
  working: boolean;
  /**
   * Only for limits in working days, and in working hours from two days on. Left: working days that follow today, 0 on
   * the last day. Late: whole working days passed since, 0 until the next one has closed.
   */
  workingDays?: number;
};

/** Starts a clock. */
export function start(calendar: Calendar, limit: Limit, now: number): Clock {
  const due = dueAt(calendar, now, limit);
  return {
    limit,
    extensions: [],
    startedAt: now,
    dueAt: due.at,
    beyondCoverage: due.beyondCoverage,
    pauses: [],
    stoppedAt: null,
    told: {},
    dueChanges: [],
  };
}

/** Since when the clock is paused, or null. A clock stopped during a pause counts as stopped. */
export function pausedAt(clock: Clock): number | null {
  const last = lastPause(clock);
  return clock.stoppedAt === null && last?.to === null ? last.from : null;
}

/** Is the clock neither paused nor stopped? */
export const isRunning = (clock: Clock): boolean => clock.stoppedAt === null && pausedAt(clock) === null;

/** Pauses a running clock; leaves any other as it is. */
export function pause(clock: Clock, now: number, why: string): Clock {
  if (!isRunning(clock)) return clock;
  return { ...clock, pauses: [...clock.pauses, { from: notBefore(clock, now), to: null, why }] };
}

/** Resumes a paused clock: what was left when it was paused is left now. Leaves any other as it is. */
export function resume(calendar: Calendar, clock: Clock, now: number): Clock {
  if (pausedAt(clock) === null) return clock;
  const last = lastPause(clock)!;
  const pauses = [...clock.pauses.slice(0, -1), { ...last, to: notBefore(clock, now) }];
  const due = dueOf(calendar, { ...clock, pauses });
  return { ...clock, pauses, dueAt: due.at, beyondCoverage: due.beyondCoverage };
}

/** Grants more time after the due moment that stands; the change is kept. Leaves a stopped clock as it is. */
export function extend(calendar: Calendar, clock: Clock, extension: Limit, now: number): Clock {
  if (clock.stoppedAt !== null) return clock;
  const extended = { ...clock, extensions: [...clock.extensions, extension] };
  const due = dueOf(calendar, extended);
  return {
    ...extended,
    dueAt: due.at,
    beyondCoverage: due.beyondCoverage,
    dueChanges: [...clock.dueChanges, { at: now, from: clock.dueAt, to: due.at }],
  };
}

/** Stops a clock for good; a pause it was stopped in stays open, as it never ran again. */
export function stop(clock: Clock, now: number): Clock {
  return clock.stoppedAt === null ? { ...clock, stoppedAt: notBefore(clock, now) } : clock;
}

/** Notes that the clock has caused `what`; the first time stays. */
export function tell(clock: Clock, what: string, now: number): Clock {
  return what in clock.told ? clock : { ...clock, told: { ...clock.told, [what]: now } };
}

/** Is the limit exceeded at `now`? The due moment itself is still in time. A stopped clock keeps its answer. */
export const isLate = (clock: Clock, now: number): boolean => ranUntil(clock, now) > clock.dueAt;

/** Share of the limit used at `now`: 0 at the start, 1 at the due moment, more when late. Pauses do not count. */
export function used(calendar: Calendar, clock: Clock, now: number): number {
  return spent(calendar, clock, now) / granted(calendar, clock);
}

/** What is left at `now`; frozen while paused and once stopped. */
export function left(calendar: Calendar, clock: Clock, now: number): Left {
  const late = isLate(clock, now);
  const ms = Math.abs(granted(calendar, clock) - spent(calendar, clock, now));
  const working = isWorking(clock.limit);
  if (!working) return { late, ms, working };
  const until = ranUntil(clock, now);
  // A unit that closes at 24:00 is due at the first moment of the next day; the last day is the one before.
  const lastDay = clock.dueAt - 1;
  const days = late ? fullDays(calendar, lastDay, until) : workdays(calendar, until, lastDay);
  // Nobody sees 40 working hours before them; a few they do.
  if (clock.limit.unit === 'working-hours' && days < 2) return { late, ms, working };
  return { late, ms, working, workingDays: days };
}

/**
 * The moment at which `fraction` of the limit is used (0.75 for the nudge, 1 is the due moment), also when it has
 * passed; null if a paused or stopped clock does not get there.
 */
export function pointAt(calendar: Calendar, clock: Clock, fraction: number): number | null {
  let rest = Math.ceil(granted(calendar, clock) * fraction);
  for (const [from, to] of stretches(clock)) {
    const point = add(calendar, clock.limit, from, rest).at;
    if (point <= to) return point;
    rest -= measure(calendar, clock.limit, from, to);
  }
  return null;
}

/**
 * Works the due moment out again with new calendar data. Null when nothing changes or the clock has stopped; else
 * the clock with the change in its history, and the old and new due moment, which are equal when the data only
 * confirmed it (`beyondCoverage` is then cleared).
 */
export function recompute(
  calendar: Calendar,
  clock: Clock,
  now: number,
): { clock: Clock; from: number; to: number } | null {
  if (clock.stoppedAt !== null) return null;
  const { at, beyondCoverage } = dueOf(calendar, clock);
  const moved = at !== clock.dueAt;
  if (!moved && beyondCoverage === clock.beyondCoverage) return null;
  const change = { at: now, from: clock.dueAt, to: at };
  const dueChanges = moved ? [...clock.dueChanges, change] : clock.dueChanges;
  return { clock: { ...clock, dueAt: at, beyondCoverage, dueChanges }, from: clock.dueAt, to: at };
}

function dueOf(calendar: Calendar, clock: Clock): Moment {
  const { limit, startedAt } = clock;
  let { at } = dueAt(calendar, startedAt, limit);
  for (const extension of clock.extensions) at = dueAt(calendar, at, extension).at;
  for (const { from, to } of clock.pauses) {
    if (to === null || from >= at) break;
    at = add(calendar, limit, at, measure(calendar, limit, from, to)).at;
  }
  return { at, beyondCoverage: isWorking(limit) && !covers(calendar, startedAt, at) };
}

/** The whole limit in its own measure; neither a pause that still lasts nor a stop makes it shorter. */
function granted(calendar: Calendar, clock: Clock): number {
  const pauses = clock.pauses.filter((pause) => pause.to !== null);
  return spent(calendar, { ...clock, pauses, stoppedAt: null }, clock.dueAt);
}

/** Time by the limit's own measure that the clock has run until `until`. */
function spent(calendar: Calendar, clock: Clock, until: number): number {
  const end = Math.min(until, clock.stoppedAt ?? until);
  return stretches(clock)
    .filter(([from]) => from < end)
    .reduce((sum, [from, to]) => sum + measure(calendar, clock.limit, from, Math.min(to, end)), 0);
}

/** From–to of each stretch the clock ran; the last one of a running clock has no end. */
function stretches(clock: Clock): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let from: number = clock.startedAt;
  for (const pause of clock.pauses) {
    runs.push([from, pause.from]);
    if (pause.to === null) return runs;
    from = pause.to;
  }
  runs.push([from, clock.stoppedAt ?? Number.POSITIVE_INFINITY]);
  return runs;
}

const measure = (calendar: Calendar, limit: Limit, from: number, to: number): number =>
  isWorking(limit) ? workingMs(calendar, from, to) : to - from;

const add = (calendar: Calendar, limit: Limit, from: number, ms: number): Moment =>
  isWorking(limit) ? addWorkingMs(calendar, from, ms) : { at: from + ms, beyondCoverage: false };

const lastPause = (clock: Clock): Pause | undefined => clock.pauses[clock.pauses.length - 1];

/** `now`, or where the clock stood still before it. */
const ranUntil = (clock: Clock, now: number): number =>
  Math.min(now, clock.stoppedAt ?? now, clock.pauses.find((pause) => pause.to === null)?.from ?? now);

/** Machines disagree by minutes: an event never lies before the one it follows. */
function notBefore(clock: Clock, now: number): number {
  const last = lastPause(clock);
  return Math.max(now, last?.to ?? last?.from ?? clock.startedAt);
}

function fullDays(calendar: Calendar, from: number, to: number): number {
  const days = workdays(calendar, from, to);
  return days > 0 && closingAfter(calendar, from, days).at > to ? days - 1 : days;
}
