/** Duty and leave: rules by table, and what a leave leaves open. */
import { AREA, ma, qian, SERVICES, shu, sun, TOWN, zhao } from '@/test/builders/town';
import { DAY, moment } from '../time/day';
import type { Area } from './org';
import {
  daysWithout,
  isLeave,
  isRoster,
  keepsLeave,
  keepsPost,
  mayJoin,
  touchesOwn,
  uncovered,
  withHolders,
  withLeave,
  withoutLeave,
  withPersonLeave,
} from './roster';
import { sayDays, sayLeave, sayUncovered, sayWeekdays } from './roster-words';

/** A Wednesday. */
const NOW = moment('2026-03-11 09:00');
const at = (text: string) => moment(`2026-03-${text}`);

test.each([
  ['from today to tomorrow', '11 00:00', '12 00:00', true],
  ['from now', '11 09:00', '12 00:00', true],
  ['begun yesterday', '10 00:00', '12 00:00', false],
  ['over already', '11 00:00', '11 08:00', false],
  ['backwards', '13 00:00', '12 00:00', false],
  ['of no length', '12 00:00', '12 00:00', false],
])('a leave %s', (_, from, until, fits) => {
  expect(isLeave({ from: at(from), until: at(until) }, NOW)).toBe(fits);
});

test('a leave is at most a year, and begins within one', () => {
  expect(isLeave({ from: NOW, until: NOW + 366 * DAY }, NOW)).toBe(true);
  expect(isLeave({ from: NOW, until: NOW + 367 * DAY }, NOW)).toBe(false);
  expect(isLeave({ from: NOW + 367 * DAY, until: NOW + 368 * DAY }, NOW)).toBe(false);
});

test.each([
  [
    'apart',
    [1, 2],
    [4, 5],
    [
      [1, 2],
      [4, 5],
    ],
  ],
  ['touching', [1, 2], [2, 3], [[1, 3]]],
  ['inside', [1, 9], [3, 4], [[1, 9]]],
  ['over both ends', [3, 4], [1, 9], [[1, 9]]],
  [
    'before',
    [4, 5],
    [1, 2],
    [
      [1, 2],
      [4, 5],
    ],
  ],
])('stretches %s', (_, [a, b], [c, d], expected) => {
  const made = withLeave([{ from: a!, until: b! }], { from: c!, until: d! });
  expect(made.map(({ from, until }) => [from, until])).toEqual(expected);
});

test('a leave taken back: what lies ahead goes, what has begun ends now, what is over stays', () => {
  const [over, begun, ahead] = [
    { from: 1, until: 5 },
    { from: 8, until: 20 },
    { from: 30, until: 40 },
  ] as const;
  const all = [over, begun, ahead];
  expect(withoutLeave(all, ahead, 10)).toEqual([over, begun]);
  expect(withoutLeave(all, begun, 10)).toEqual([over, { from: 8, until: 10 }, ahead]);
  expect(withoutLeave(all, over, 10)).toBeNull();
  expect(withoutLeave(all, { from: 8, until: 21 }, 10)).toBeNull();
});

const postOf = (id: string, area: Area = TOWN) => area.posts.find((post) => post.id === id)!;

test.each([
  ['grid@m012', { zhao: false, sun: true, ma: false, qian: true, shu: true }],
  ['urban', { zhao: false, sun: false, ma: true, qian: true, shu: true }],
  ['dispatcher', { zhao: false, sun: false, ma: false, qian: false, shu: true }],
  ['leader', { zhao: false, sun: false, ma: false, qian: false, shu: true }],
])('who says who holds %s', (id, expected) => {
  const told = Object.fromEntries(
    Object.entries({ zhao, sun, ma, qian, shu }).map(([name, { staff }]) => [
      name,
      keepsPost(staff!, postOf(id)),
    ]),
  );
  expect(told).toEqual(expected);
});

test.each([
  ['s_zhao', { zhao: true, sun: true, ma: false, qian: true, shu: true }],
  ['s_hou', { zhao: false, sun: false, ma: true, qian: true, shu: true }],
  ['s_shu', { zhao: false, sun: false, ma: false, qian: true, shu: true }],
  ['s_nobody', { zhao: false, sun: false, ma: false, qian: false, shu: false }],
])('who enters the leave of %s', (person, expected) => {
  const told = Object.fromEntries(
    Object.entries({ zhao, sun, ma, qian, shu }).map(([name, { staff }]) => [
      name,
      keepsLeave(TOWN, staff!, person),
    ]),
  );
  expect(told).toEqual(expected);
});

test('a dispatcher of another town keeps nobody’s leave here', () => {
  const far = { ...qian.staff!, posts: [{ ...postOf('dispatcher'), path: '370114/diaozhen/liuli/' }] };
  expect(keepsLeave(TOWN, far, 's_zhao')).toBe(false);
});

test.each([
  [
    'two who share the week',
    [
      { person: 's_zhao', days: [1, 2] },
      { person: 's_sun', days: [3] },
    ],
    true,
  ],
  ['nobody', [], true],
  ['one twice', [{ person: 's_zhao' }, { person: 's_zhao', days: [1] }], false],
  ['a stranger', [{ person: 's_nobody' }], false],
  [
    'as many as twenty',
    Array(20)
      .fill(0)
      .map((_, n) => ({ person: `p${n}` })),
    true,
  ],
  [
    'more than twenty',
    Array(21)
      .fill(0)
      .map((_, n) => ({ person: `p${n}` })),
    false,
  ],
  ['a day twice', [{ person: 's_zhao', days: [1, 1] }], false],
  ['no day at all', [{ person: 's_zhao', days: [] }], false],
  ['days out of order', [{ person: 's_zhao', days: [2, 1] }], false],
  ['a day that is none', [{ person: 's_zhao', days: [8] }], false],
])('a roster with %s', (_, holders, fits) => {
  const many = Array.from({ length: 21 }, (_, n) => ({ ...TOWN.persons[0]!, id: `p${n}` }));
  expect(isRoster({ ...TOWN, persons: [...TOWN.persons, ...many] }, holders)).toBe(fits);
});

test.each([
  ['goes', [{ person: 's_hou' }], true],
  ['comes on fewer days', [{ person: 's_ma', days: [1, 2] }, { person: 's_hou' }], true],
  ['comes on every day, written out', [{ person: 's_ma', days: [1, 2, 3, 4, 5, 6, 7] }], false],
  ['stays while another goes', [{ person: 's_ma' }], false],
  ['stays while another comes first', [{ person: 's_sun' }, { person: 's_ma' }], false],
])('a change in which ma %s touches ma’s own: %s', (_, next, touched) => {
  expect(touchesOwn(postOf('urban'), next, 's_ma')).toBe(touched);
});

test('who puts themselves on a post touches their own', () => {
  expect(touchesOwn(postOf('urban'), [{ person: 's_sun' }], 's_sun')).toBe(true);
  expect(touchesOwn(postOf('urban'), [{ person: 's_zhao' }], 's_sun')).toBe(false);
});

test('a leave that ends in the morning still leaves that day open', () => {
  const leave = { from: at('12 14:00'), until: at('13 08:00') };
  expect(uncovered(TOWN, SERVICES, 's_zhao', leave)[0]?.days).toEqual(['2026-03-12', '2026-03-13']);
});

test('who may be put on a post: who works in the unit, who leads it, who holds none at all', () => {
  const gone = withHolders(TOWN, 'grid@m012', []);
  const may = (area: Area) =>
    ['s_zhao', 's_sun', 's_ma', 's_nobody'].filter((person) => mayJoin(area, 'grid-v02', person));
  expect(may(TOWN)).toEqual(['s_sun']);
  expect(may(gone)).toEqual(['s_zhao', 's_sun']);
});

test('the weekdays for which nobody is rostered', () => {
  const shared = withHolders(TOWN, 'urban', [
    { person: 's_ma', days: [1, 2, 3] },
    { person: 's_hou', days: [3, 5] },
  ]);
  expect(daysWithout(postOf('urban', shared))).toEqual([4, 6, 7]);
  expect(daysWithout(postOf('grid@m012'))).toEqual([]);
  expect(daysWithout(postOf('urban', withHolders(TOWN, 'urban', [])))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a leave of the only holder: the next of the chain takes over, on these days', () => {
  const leave = { from: at('12 00:00'), until: at('14 00:00') };
  expect(uncovered(TOWN, SERVICES, 's_zhao', leave)).toEqual([
    { post: postOf('grid@m012'), days: ['2026-03-12', '2026-03-13'], standIns: ['闫满村网格员'], lost: [] },
  ]);
});

test('with the next one away as well, what nobody takes is named', () => {
  const leave = { from: at('12 00:00'), until: at('14 00:00') };
  const sunAway = withPersonLeave(TOWN, 's_sun', () => [{ from: at('13 00:00'), until: at('20 00:00') }]);
  const [open] = uncovered(sunAway, SERVICES, 's_zhao', leave);
  // only the lamp goes to the grid; everything else of this small menu is the office's
  expect(open).toMatchObject({ standIns: ['闫满村网格员'], lost: ['street-lamp'] });
  expect(sayUncovered(open!, NOW, SERVICES)).toEqual({
    title: '第12微网格网格员：3月12日至3月13日没人值班',
    line: '事情由闫满村网格员接；楼道灯不亮没人接，会先进工单池',
  });
});

test('where somebody else is on duty nothing stands open, and only on the days when they are', () => {
  const leave = { from: at('12 00:00'), until: at('19 00:00') };
  expect(uncovered(TOWN, SERVICES, 's_ma', leave)).toEqual([]);
  const shared = withHolders(TOWN, 'urban', [{ person: 's_ma' }, { person: 's_hou', days: [1, 2, 4, 5] }]);
  const [open] = uncovered(shared, SERVICES, 's_ma', leave);
  expect(open?.days).toEqual(['2026-03-14', '2026-03-15', '2026-03-18']);
  expect(sayDays(open?.days ?? [], NOW)).toBe('3月14日至3月15日、3月18日');
  expect(open?.lost.length).toBe(4);
});

test('whoever dispatches is missed too, though no service names them', () => {
  const [open] = uncovered(TOWN, SERVICES, 's_qian', { from: NOW, until: at('12 00:00') });
  expect(sayUncovered(open!, NOW, SERVICES)).toEqual({
    title: '调度员：3月11日没人值班',
    line: '没有别人顶上',
  });
});

test('a year away is looked at for a month', () => {
  const [open] = uncovered(TOWN, SERVICES, 's_zhao', { from: NOW, until: NOW + 365 * DAY });
  expect(open?.days).toHaveLength(31);
});

test.each([
  [undefined, '每天'],
  [[1, 2, 3, 4, 5, 6, 7], '每天'],
  [[1, 2, 3, 4, 5], '周一至周五'],
  [[1, 2, 4, 7], '周一、周二、周四、周日'],
  [[6], '周六'],
  [[], ''],
])('weekdays %p', (days, words) => {
  expect(sayWeekdays(days)).toBe(words);
});

test.each([
  ['11 09:00', '12 00:00', '今天'],
  ['11 09:00', '13 00:00', '到3月12日 周四止'],
  ['12 00:00', '13 00:00', '3月12日 周四 一天'],
  ['12 00:00', '15 00:00', '3月12日 周四起，到3月14日 周六止'],
])('a leave from %s until %s', (from, until, words) => {
  expect(sayLeave({ from: at(from), until: at(until) }, NOW)).toBe(words);
});

test('places of the vacant post alone are judged', () => {
  const two = { ...TOWN, nodes: TOWN.nodes.filter(({ path }) => path !== `${AREA}v01/g1/m012/`) };
  const [open] = uncovered(two, SERVICES, 's_zhao', { from: NOW, until: NOW + DAY });
  expect(open).toMatchObject({ standIns: [], lost: [] });
});
