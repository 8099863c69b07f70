import { AREA, FAR_END, qian, STAIRWELL, shu, sun, TOWN, zhao } from '@/test/builders/town';
import type { Post, PostKind } from './org';
import {
  actsFor,
  covers,
  type Deed,
  desksOf,
  handlingUnit,
  isDeskPost,
  isLeading,
  leaversOf,
  may,
  officeOf,
  POLICY,
  partsOf,
  whoMay,
  workplaceOf,
  worksIn,
} from './policy';

const post = (kind: PostKind, path: string): Post => ({
  id: `${kind}@${path}`,
  kind,
  name: '',
  unit: 'u',
  path,
  holders: [],
});
const V1 = `${AREA}v01/`;
const V2 = `${AREA}v02/`;
const COUNTY = '370114/';
const holding = (...posts: Post[]) => ({ id: 's', area: AREA, posts, leads: [] });

const LEVELS = [
  ['county', COUNTY],
  ['town', '370114/guanzhuang/'],
  ['area', AREA],
  ['village', V1],
  ['other village', V2],
  ['other town', '370114/diaozhen/liuli/'],
  ['a name that begins alike', '370114/guanzhuang/yan/'],
] as const;

describe.each(Object.keys(POLICY) as Deed[])('%s', (deed) => {
  const [kind = 'leader'] = POLICY[deed];

  test.each(LEVELS)('by a post on the %s', (level, path) => {
    const over = ['county', 'town', 'area'].includes(level);
    expect(may(holding(post(kind, path)), deed, AREA)).toBe(over);
    expect(may(holding(post(kind, path)), deed, STAIRWELL)).toBe(over || level === 'village');
  });

  test('by a post of any other kind: never', () => {
    for (const other of ['grid-worker', 'property', 'office', 'dispatcher', 'leader'] as const) {
      const kinds: readonly PostKind[] = POLICY[deed];
      expect([other, may(holding(post(other, COUNTY)), deed, STAIRWELL)]).toEqual([
        other,
        kinds.includes(other),
      ]);
    }
  });
});

test('a post covers its path and all below, by whole names', () => {
  expect(covers(holding(post('leader', V1)), ['leader'], STAIRWELL)).toBe(true);
  expect(covers(holding(post('leader', V1)), ['leader'], V1)).toBe(true);
  expect(covers(holding(post('leader', V1)), ['leader'], AREA)).toBe(false);
  expect(covers(holding(post('leader', V1)), ['leader'], FAR_END)).toBe(false);
});

test('the parts of an area: the whole of it, or what the posts cover, each once', () => {
  const parts = (...posts: Post[]) => partsOf(holding(...posts), 'readPool', AREA);
  expect(parts(post('dispatcher', COUNTY))).toEqual([AREA]);
  expect(parts(post('dispatcher', V2), post('dispatcher', V1))).toEqual([V1, V2]);
  expect(parts(post('dispatcher', STAIRWELL), post('dispatcher', V1))).toEqual([V1]);
  expect(parts(post('dispatcher', V1), post('dispatcher', V1))).toEqual([V1]);
  expect(parts(post('leader', AREA))).toEqual([]);
  expect(parts(post('dispatcher', '370114/diaozhen/liuli/'))).toEqual([]);
});

test('where somebody works: any post, any unit they lead', () => {
  expect(workplaceOf(zhao.staff!, TOWN, AREA)).toEqual([STAIRWELL]);
  expect(workplaceOf(sun.staff!, TOWN, AREA)).toEqual([V1, V2]);
  expect(workplaceOf(sun.staff!, TOWN, STAIRWELL)).toEqual([STAIRWELL]);
  expect(workplaceOf(zhao.staff!, TOWN, V2)).toEqual([]);
  expect(workplaceOf(qian.staff!, TOWN, AREA)).toEqual([AREA]);
});

test('who works in a unit holds a post of it or leads it', () => {
  expect(worksIn(zhao.staff!, 'grid-v01')).toBe(true);
  expect(worksIn(sun.staff!, 'grid-v02')).toBe(true);
  expect(worksIn(zhao.staff!, 'grid-v02')).toBe(false);
  expect(handlingUnit(shu.staff!)).toBeUndefined();
});

test('of a part of the area is enough to speak for it, where that is asked', () => {
  const grid = holding(post('grid-worker', STAIRWELL));
  expect(actsFor(grid, ['grid-worker'], AREA)).toBe(true);
  expect(actsFor(grid, ['office'], AREA)).toBe(false);
  expect(actsFor(grid, ['grid-worker'], '370114/diaozhen/liuli/')).toBe(false);
});

test('who holds no post and leads nothing has no work identity, whatever list they stand on', () => {
  expect(officeOf(TOWN, 's_zhao')?.posts.map(({ id }) => id)).toEqual(['grid@m012']);
  expect(officeOf(TOWN, 's_nobody')).toBeNull();
  const without = { ...TOWN, posts: TOWN.posts.filter(({ id }) => id !== 'grid@m012') };
  expect(officeOf(without, 's_zhao')).toBeNull();
  const leading = { ...without, units: [{ id: 'x', name: '', path: AREA, lead: 's_zhao' }] };
  expect(officeOf(leading, 's_zhao')?.leads).toEqual(['x']);
});

test('who may here: those who hold these posts above it, and nobody else', () => {
  expect(whoMay(TOWN, 'dispatch', STAIRWELL)).toEqual(['s_qian']);
  expect(whoMay(TOWN, 'direct', STAIRWELL)).toEqual(['s_shu']);
  expect(whoMay(TOWN, 'dispatch', '370114/elsewhere/')).toEqual([]);
});

test('which desks a phone shows', () => {
  const desks = (...kinds: PostKind[]) => desksOf({ posts: kinds.map((kind) => post(kind, V1)) });
  expect(desks()).toEqual([]);
  expect(desks('grid-worker')).toEqual(['worker']);
  expect(desks('office', 'property')).toEqual(['worker']);
  expect(desks('dispatcher', 'leader')).toEqual(['dispatcher', 'leader']);
  expect(desks('leader', 'office')).toEqual(['worker', 'leader']);
});

test('who left a post: neither in it nor anywhere in its unit any more', () => {
  const before = TOWN.posts.find(({ id }) => id === 'grid@m012')!;
  expect(leaversOf(TOWN, before)).toEqual([]);
  const off = {
    ...TOWN,
    posts: TOWN.posts.map((one) => (one.id === before.id ? { ...one, holders: [] } : one)),
  };
  expect(leaversOf(off, before)).toEqual(['s_zhao']);
  const lead = {
    ...off,
    units: off.units.map((unit) => (unit.id === before.unit ? { ...unit, lead: 's_zhao' } : unit)),
  };
  expect(leaversOf(lead, before)).toEqual([]);
  expect(leaversOf({ ...off, persons: off.persons.filter(({ id }) => id !== 's_zhao') }, before)).toEqual([
    's_zhao',
  ]);
});

test('a desk’s post, and one that leads', () => {
  const kinds = ['grid-worker', 'property', 'office', 'dispatcher', 'leader'] as const;
  expect(kinds.filter((kind) => isDeskPost({ kind }))).toEqual(['dispatcher', 'leader']);
  expect(kinds.filter((kind) => isLeading({ kind }))).toEqual(['leader']);
});
