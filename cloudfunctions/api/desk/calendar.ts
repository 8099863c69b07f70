/** Working calendars: read by the desk, changed by leaders; what a change moves is worked out anew by the jobs. */

import type { Input } from '@/contract';
import type { CalendarView } from '@/contract/calendar';
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { Area, Unit } from '@/domain/org/org';
import { may } from '@/domain/org/policy';
import { OFFICE_HOURS } from '@/domain/time/calendar';
import { holidaysOf, sayClosure, sayCoverage, sayHours } from '@/domain/time/calendar-words';
import {
  ALL_UNITS,
  isClosure,
  isHours,
  type Own,
  withClosure,
  withHours,
  withoutClosure,
} from '@/domain/time/closures';
import { dayName } from '@/domain/time/day';
import { calendarsOf } from '../../runtime/amend';
import { area, areaAt, calendarOf, nationalCalendar, saveArea } from '../../runtime/directory';
import { requireParts } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { askRecount } from '../../runtime/tickets';

export const readCalendar = signed<'desk.calendar'>(async ({ unit }, { actor, now }) => {
  const { staff } = requireParts(actor.staff, 'readCalendar');
  const home = await area(staff.area);
  return viewOf(home, staff, unit, { now, recounting: null });
});

export const saveCalendar = signed<'desk.closures'>(async ({ unit, rev, ...change }, { actor, now }) => {
  const { staff } = requireParts(actor.staff, 'saveCalendar');
  requireReach(await area(staff.area), staff, unit);
  const home = await areaAt(staff.area, rev);
  requireReach(home, staff, unit);
  const units = home.units.filter(({ id }) => unit === ALL_UNITS || id === unit);
  if (units.length === 0) throw new Refusal('NOT_FOUND');
  const owns = new Map<string, Own>();
  for (const one of units) {
    const own = await changed(one, change, now);
    if (own) owns.set(one.id, { ...own, changedAt: now });
  }
  if (owns.size === 0) throw new Refusal(REFUSED[Object.keys(change)[0] ?? ''] ?? 'CLOSURE_INVALID');
  const saved = await saveArea(calendarsOf(home, owns, change), rev, { by: staff.id, at: now });
  const recounting = await askRecount(saved, [...owns.keys()], now);
  return viewOf(saved, staff, unit === ALL_UNITS ? undefined : unit, { now, recounting });
});

/** Whoever changes a calendar leads the place of each unit that it reaches. */
function requireReach(home: Area, staff: Staff, unit: string): void {
  const units = home.units.filter(({ id }) => id === unit);
  const reach = unit === ALL_UNITS ? [home.path] : units.map(({ path }) => path);
  if (!reach.every((path) => may(staff, 'saveCalendar', path))) throw new Refusal('NOT_ALLOWED');
}

type Change = Omit<Input<'desk.closures'>, 'unit' | 'rev'>;

/** A unit's own calendar after the change; null where it cannot be made, as on a day that this unit does not work. */
async function changed(unit: Unit, { close, open, hours }: Change, now: number): Promise<Own | null> {
  const own = unit.calendar ?? {};
  if (open !== undefined) return withoutClosure(own, open, now);
  if (hours !== undefined) return hours === null || isHours(hours) ? withHours(own, hours) : null;
  if (!close) return null;
  const { day, why, hours: part } = close;
  const closure = { day, why, ...(part && { hours: part }) };
  const before = withoutClosure(own, day, now) ?? own;
  // judged without a closure of that very day, which it would take the place of
  return isClosure(await calendarOf({ ...unit, calendar: before }), closure, now)
    ? withClosure(own, closure, now)
    : null;
}

const REFUSED = { close: 'CLOSURE_INVALID', open: 'CLOSURE_GONE', hours: 'HOURS_INVALID' } as Readonly<
  Record<string, 'CLOSURE_INVALID' | 'CLOSURE_GONE' | 'HOURS_INVALID'>
>;

async function viewOf(
  home: Area,
  staff: Staff,
  unit: string | undefined,
  { now, recounting }: Pick<CalendarView, 'recounting'> & { now: number },
): Promise<CalendarView> {
  const units = home.units.filter(({ path }) => may(staff, 'readCalendar', path));
  const shown = unit === undefined ? units[0] : units.find(({ id }) => id === unit);
  if (!shown) throw new Refusal('NOT_FOUND');
  const days = await nationalCalendar();
  const { words, left } = sayCoverage(days, now);
  const hours = shown.calendar?.hours ?? OFFICE_HOURS;
  return {
    rev: home.rev ?? 0,
    maySave: may(staff, 'saveCalendar', shown.path),
    coverage: words,
    left,
    holidays: holidaysOf(days, now),
    units: units.map(({ id, name }) => ({ id, name })),
    unit: shown.id,
    hours,
    hoursWords: sayHours(hours),
    ownHours: shown.calendar?.hours !== undefined,
    closures: (shown.calendar?.closures ?? [])
      .filter(({ day }) => day >= dayName(now))
      .map((closure) => ({ day: closure.day, words: sayClosure(closure, now) })),
    recounting,
  };
}
