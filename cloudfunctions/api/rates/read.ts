/** The rates of a period for those who lead the area: from the stored days, one query, however many tickets. */
import { DAYS_MAX, type ShortRate, type UnitRates } from '@/contract/rates';
import { Refusal } from '@/domain/flow/refusal';
import { type Area, isWithin } from '@/domain/org/org';
import { merged, type Row } from '@/domain/rates/counts';
import type { RateId } from '@/domain/rates/rates';
import { NOTHING } from '@/domain/rates/tally';
import { viewOf, viewsOf } from '@/domain/rates/view';
import { parseDay } from '@/domain/time/day';
import { area } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { requireParts } from '../../runtime/office';
import { storedDays } from '../../runtime/rates';
import { signed } from '../../runtime/serve';

export const readRates = signed<'rates.read'>(async ({ from, to, unit, service }, { actor }) => {
  const { staff, parts } = requireParts(actor.staff, 'readRates');
  const days = parseDay(to) - parseDay(from) + 1;
  if (days < 1 || days > DAYS_MAX) throw new Refusal('BAD_INPUT', { field: 'to' });

  const stored = await storedDays(staff.area, from, to);
  const home = await area(staff.area);
  // Counts are kept by unit: a post over a part of the area reads those of the units that work there.
  const within = (unit: string) =>
    home.units.some(({ id, path }) => id === unit && parts.some((part) => isWithin(path, part)));
  const whole = parts.includes(home.path);
  const rows = merged(stored.flatMap((day) => day.rows)).filter((row) => whole || within(row.unit));
  const ofService = service === undefined ? rows : rows.filter((row) => row.service === service);
  const { services } = await catalogue(staff.area);
  const served = new Set(rows.map((row) => row.service));
  return {
    asOf: stored.at(-1)?.asOf ?? null,
    days: stored.length,
    rates: viewsOf(unit === undefined ? ofService : ofService.filter((row) => row.unit === unit)),
    units: unitsOf(home, ofService),
    services: services.filter(({ id }) => served.has(id)).map(({ id, name }) => ({ id, name })),
  };
});

/** Every unit that has something to count, in the order of the tree and then of the list; never by their numbers. */
function unitsOf(home: Area, rows: readonly Row[]): UnitRates[] {
  const counted = new Map(
    merged(rows.map((row) => ({ ...row, service: '' }))).map(({ unit, rates }) => [unit, rates]),
  );
  const known = [...home.units].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const gone = [...counted.keys()].filter((unit) => unit && !known.some(({ id }) => id === unit));
  return [...known, ...gone.map((id) => ({ id, name: id }))]
    .filter(({ id }) => counted.has(id))
    .map(({ id, name }) => {
      const short = (rate: RateId): ShortRate => {
        const { title, fraction, words, share } = viewOf(rate, counted.get(id)?.[rate] ?? NOTHING);
        return { title, fraction, words, share };
      };
      return { id, name, onTime: short('onTime'), paused: short('paused') };
    });
}
