import fc from 'fast-check';
import { metresBetween, type Point } from '@/domain/org/point';
import { routeOrder } from './route-order';

const at = (east: number, north = 0): Point => ({
  longitude: 117.5 + east / 1000,
  latitude: 36.7 + north / 1000,
});
const names = (rows: { id: string; at?: Point }[], from: Point | null) =>
  routeOrder(rows, from)
    .map(({ row }) => row.id)
    .join('');

test('from where one stands always on to the nearest', () => {
  const rows = [
    { id: 'a', at: at(9) },
    { id: 'b', at: at(1) },
    { id: 'c', at: at(5) },
  ];
  expect(names(rows, at(0))).toBe('bca');
});

test('with no place told it begins with what presses most', () => {
  const rows = [
    { id: 'a', at: at(9) },
    { id: 'b', at: at(1) },
    { id: 'c', at: at(5) },
  ];
  const [first] = routeOrder(rows, null);
  expect(first).toMatchObject({ row: { id: 'a' }, metres: null });
  expect(names(rows, null)).toBe('acb');
});

test('what was never measured stands at the end, in its order', () => {
  expect(names([{ id: 'x' }, { id: 'a', at: at(3) }, { id: 'y' }, { id: 'b', at: at(1) }], at(0))).toBe(
    'baxy',
  );
});

test('every row once, and no nearer one is passed by', () => {
  const row = fc.record({
    id: fc.uuid(),
    at: fc.option(fc.tuple(fc.integer({ max: 50, min: 0 }), fc.integer({ max: 50, min: 0 })), {
      nil: undefined,
    }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (raw) => {
      const rows = raw.map(({ id, at: given }) => ({ id, ...(given && { at: at(...given) }) }));
      const stops = routeOrder(rows, at(0));
      expect(stops.map((stop) => stop.row.id).sort()).toEqual(rows.map(({ id }) => id).sort());
      let here = at(0);
      stops.forEach(({ row: { at: there } }, nth) => {
        if (!there) return;
        const rest = stops.slice(nth).flatMap((stop) => stop.row.at ?? []);
        expect(metresBetween(here, there)).toBe(Math.min(...rest.map((one) => metresBetween(here, one))));
        here = there;
      });
    }),
  );
});
