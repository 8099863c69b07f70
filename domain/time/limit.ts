/** Time limits and the moment they end. */
import { addWorkingMs, type Calendar, closingAfter, type Moment } from './calendar';
import { HOUR, MINUTE } from './day';

/**
 * How long something may take. `minutes` and `hours` run day and night; `working-hours` run only while the unit is
 * open; `working-days` are counted as whole days.
 */
export type Limit = {
  readonly unit: 'minutes' | 'hours' | 'working-hours' | 'working-days';
  readonly amount: number;
};

export const minutes = (amount: number): Limit => ({ unit: 'minutes', amount });
export const hours = (amount: number): Limit => ({ unit: 'hours', amount });
export const workingHours = (amount: number): Limit => ({ unit: 'working-hours', amount });
export const workingDays = (amount: number): Limit => ({ unit: 'working-days', amount });

/** Does this limit count working time only? */
export const isWorking = (limit: Limit): boolean =>
  limit.unit === 'working-hours' || limit.unit === 'working-days';

/**
 * When a limit that starts at `from` ends.
 *
 * Working days follow 民法典 §201–§203: the day of the start does not count, a day off is not counted and cannot be
 * the last one, and the last day ends when business closes. So: closing time of the Nth working day after the day
 * of the start, whatever the hour of the start.
 *
 * Natural limits are never beyond coverage. Refuses (RangeError) an amount that is not positive, or half a day.
 */
export function dueAt(calendar: Calendar, from: number, limit: Limit): Moment {
  const { unit, amount } = limit;
  if (!(amount > 0 && Number.isFinite(amount))) throw new RangeError(`a limit of ${amount} ${unit}`);
  switch (unit) {
    case 'minutes':
      return { at: from + Math.round(amount * MINUTE), beyondCoverage: false };
    case 'hours':
      return { at: from + Math.round(amount * HOUR), beyondCoverage: false };
    case 'working-hours':
      return addWorkingMs(calendar, from, Math.round(amount * HOUR));
    case 'working-days':
      return closingAfter(calendar, from, amount);
  }
}
