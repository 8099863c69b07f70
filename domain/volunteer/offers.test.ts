import * as fc from 'fast-check';
import { DAY } from '../time/day';
import { match, type Need } from './match';
import { type Listener, TOLD_MAX, whoIsTold } from './offers';

const AREA = '370114/guanzhuang/yanman/';
const HOME = `${AREA}v01/`;
const TODAY = 100 * DAY;
const NEED: Need = { skills: ['electric', 'plumber'], path: `${HOME}g1/` };
const one = (id: string, offer: Partial<Listener['offer']> = {}, toldAt: number | null = null): Listener => ({
  id,
  toldAt,
  offer: { skills: ['electric'], places: [], teams: [], ...offer },
});
const ids = (listeners: readonly Listener[]) => listeners.map(({ id }) => id);
const tell = (listeners: readonly Listener[], need = NEED, except: readonly string[] = []) => {
  const { fresh, again } = whoIsTold(need, listeners, { today: TODAY, except });
  return [ids(fresh), ids(again)];
};

test.each<[string, Listener, boolean]>([
  ['who can do it', one('a'), true],
  ['who can do another of the skills', one('a', { skills: ['plumber'] }), true],
  ['who cannot', one('a', { skills: ['barber'] }), false],
  ['whose village it is', one('a', { places: [HOME] }), true],
  ['who helps in another village', one('a', { places: [`${AREA}v02/`] }), false],
  ['who wants no news', one('a', { quiet: true }), false],
  ['who is too young to claim', one('a', { under16: true }), false],
  ['who was told yesterday', one('a', {}, TODAY - 1), true],
])('%s', (_, listener, told) => {
  expect(tell([listener])).toEqual([told ? ['a'] : [], []]);
});

test('who has time is told of what has a time', () => {
  const timed = { ...NEED, from: Date.parse('2026-11-22T09:00:00+08:00') };
  expect(tell([one('a', { times: ['weekend'] }), one('b', { times: ['workday'] })], timed)).toEqual([
    ['a'],
    [],
  ]);
});

test('anybody is told of what anybody can do; not who posted it, not who had it', () => {
  const anybody = { ...NEED, skills: [] };
  expect(tell([one('a', { skills: [] }), one('b'), one('c')], anybody, ['b'])).toEqual([['a', 'c'], []]);
});

test('the team that does such things is asked first, whatever its members can do', () => {
  const need = { ...NEED, teams: ['handy'] };
  const told = tell([one('a', { places: [HOME] }), one('b', { skills: [], teams: ['handy'] })], need);
  expect(told).toEqual([['b', 'a'], []]);
  expect(tell([one('b', { skills: [], teams: ['red-boat'] })], need)).toEqual([[], []]);
});

test('who was told today already is only reminded that there are several', () => {
  expect(tell([one('a', {}, TODAY), one('b')])).toEqual([['b'], ['a']]);
});

test('those who named the place stand before those who named none, otherwise it goes around', () => {
  expect(tell([one('a'), one('b', { places: [HOME] }), one('c')])).toEqual([['b', 'a', 'c'], []]);
});

test('of many a few are told, and those told today fill up what is left', () => {
  const many = Array.from({ length: 3 * TOLD_MAX }, (_, index) => one(`u${index}`));
  expect(tell(many)).toEqual([ids(many.slice(0, TOLD_MAX)), []]);
  const told = many.map((each, index) => ({ ...each, toldAt: index < 5 ? null : TODAY }));
  expect(tell(told).map(({ length }) => length)).toEqual([5, TOLD_MAX - 5]);
});

const listener = fc.record({
  id: fc.uuid(),
  toldAt: fc.option(fc.integer({ min: TODAY - DAY, max: TODAY + DAY })),
  offer: fc.record({
    skills: fc.subarray(['electric', 'barber']),
    places: fc.subarray([HOME, `${AREA}v02/`]),
    teams: fc.constant([]),
    quiet: fc.boolean(),
    under16: fc.boolean(),
  }),
});

test('never more than a few, never twice, never who does not fit or asked for quiet', () => {
  fc.assert(
    fc.property(fc.array(listener, { maxLength: 60 }), (listeners) => {
      const { fresh, again } = whoIsTold(NEED, listeners, { today: TODAY, except: [] });
      const all = [...fresh, ...again];
      expect(all.length).toBeLessThanOrEqual(TOLD_MAX);
      expect(new Set(ids(all)).size).toBe(all.length);
      for (const { offer } of all) {
        expect(offer.quiet || offer.under16).toBe(false);
        expect(match(offer, NEED).fits).toBe(true);
      }
      for (const { toldAt } of fresh) expect(toldAt === null || toldAt < TODAY).toBe(true);
    }),
  );
});
