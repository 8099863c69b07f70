import { moment } from '../time/day';
import { DEFAULT_RULES, earned, expiryOf, type Fact, type FactKind, faultsIn, type PointRule } from './rules';

const AT = moment('2026-03-11 09:00');
const wish: Fact = { kind: 'wish', caseId: 'w1', person: 'u_1', area: 'a/', at: AT };
const rule: PointRule = {
  id: 'r',
  kind: 'wish',
  words: '完成一个微心愿',
  points: 5,
  per: 'case',
  days: 365,
  most: null,
};
const { returns } = DEFAULT_RULES;
const hourly: PointRule = { ...rule, kind: 'activity', per: 'hour', points: 3 };

test.each([
  ['a confirmed wish', rule, wish, 5],
  ['another kind', rule, { ...wish, kind: 'activity', hours: 3 }, null],
  ['no hours', hourly, { ...wish, kind: 'activity' }, null],
  ['less than half an hour', hourly, { ...wish, kind: 'activity', hours: 0.49 }, null],
  ['half an hour, rounded down', hourly, { ...wish, kind: 'activity', hours: 0.5 }, 1],
  ['two and a half', hourly, { ...wish, kind: 'activity', hours: 2.5 }, 7],
  ['just under three', hourly, { ...wish, kind: 'activity', hours: 2.99 }, 7],
  ['a forgotten check-out', hourly, { ...wish, kind: 'activity', hours: 40 }, 36],
  ['negative hours', hourly, { ...wish, kind: 'activity', hours: -3 }, null],
  ['no number', hourly, { ...wish, kind: 'activity', hours: Number.NaN }, null],
  ['the first day', { ...rule, from: '2026-03-11' }, wish, 5],
  ['the day before', { ...rule, from: '2026-03-12' }, wish, null],
  ['the last day', { ...rule, until: '2026-03-11' }, wish, 5],
  ['the day after', { ...rule, until: '2026-03-10' }, wish, null],
] as [string, PointRule, Fact, number | null][])('%s', (_, given, fact, points) => {
  expect(earned(given, fact)?.points ?? null).toBe(points);
});

test('rule and case name the entry; what it was stands in its words', () => {
  expect(earned(rule, { ...wish, what: '一盏台灯' })).toMatchObject({
    id: 'earn:r:wish:w1',
    why: '完成一个微心愿：一盏台灯',
    source: { kind: 'wish', id: 'w1' },
  });
  expect(earned({ ...rule, most: 20 }, wish)).toEqual({
    id: 'earn:r:wish:w1',
    rule: 'r',
    points: 5,
    why: '完成一个微心愿',
    source: { kind: 'wish', id: 'w1' },
    days: 365,
    most: 20,
  });
});

test('points are good to the end of their last day', () => {
  expect(expiryOf(1, AT)).toBe(moment('2026-03-13 00:00'));
  expect(expiryOf(null, AT)).toBeNull();
});

test('the rules of a new area are sound', () => {
  expect(faultsIn(DEFAULT_RULES)).toEqual([]);
});

test.each([
  ['points for opening the app', { kind: 'login' as FactKind }, '只有做过并且确认了的事才能得分'],
  ['points that are none', { points: 0 }, '分数要在 1 到 100 之间'],
  ['half points', { points: 1.5 }, '分数要在 1 到 100 之间'],
  ['three months are the least but one is offered', { days: 30 }, '有效期至少 90 天'],
  ['more than thanks', { points: 101 }, '分数要在 1 到 100 之间'],
  ['a wish by the hour', { per: 'hour' as const }, '只有志愿活动按小时记'],
  ['a month that holds less than one case', { most: 4 }, '每月最多的分，不能比一次的还少'],
  ['a day that is none', { from: '2026-02-30' }, '日期写成 2026-12-01 这样'],
  ['an end before the beginning', { from: '2026-03-12', until: '2026-03-11' }, '结束的日子在开始之前'],
  ['no words', { words: ' ' }, '写清楚做什么得分'],
  ...['每天打开一码办', '签到一次', '转发通知', '本月积分第一名', '邀请邻居注册', '在线满一小时'].map(
    (words) =>
      [words, { words }, '不能得分，只有帮到了别人、并且确认了的事才记分'] as [
        string,
        Partial<PointRule>,
        string,
      ],
  ),
] as [string, Partial<PointRule>, string][])('refused: %s', (_, over, why) => {
  expect(faultsIn({ rules: [{ ...rule, ...over }], grounds: [], returns })).toEqual([
    expect.stringMatching(new RegExp(`^${over.words ?? rule.words}：.*${why}$`)),
  ]);
});

test.each([
  { points: 1 },
  { points: 100 },
  { days: 90 },
  { days: null },
  { most: 5 },
  { from: '2026-03-11', until: '2026-03-11' },
])('good, though only just: %j', (over) => {
  expect(faultsIn({ rules: [{ ...rule, ...over }], grounds: [], returns })).toEqual([]);
});

test.each([
  [{ price: 1, perMonth: 1 }, 0],
  [{ price: 500, perMonth: 31 }, 0],
  [{ price: 500, perMonth: 32 }, 1],
  [{ price: 501, perMonth: null }, 1],
  [{ price: 0, perMonth: 0 }, 2],
  [{ price: 30, perMonth: 2 }, 0],
])('returns %j', (given, count) => {
  expect(faultsIn({ rules: [rule], grounds: [], returns: given })).toHaveLength(count);
});

test('two rules of one name are refused', () => {
  expect(faultsIn({ rules: [rule, rule], grounds: [], returns })).toEqual(['有两条规则编号相同']);
});

test.each<[string, { words?: string; points?: number }, string[]]>([
  ['one that is sound', {}, []],
  ['one point', { points: 1 }, []],
  ['a hundred', { points: 100 }, []],
  ['without words', { words: ' ' }, ['leak：写清楚是什么情形']],
  ['that takes nothing', { points: 0 }, ['把情况告诉了别人：扣的分要在 1 到 100 之间']],
  ['that takes more than any rule gives', { points: 101 }, ['把情况告诉了别人：扣的分要在 1 到 100 之间']],
])('a ground %s', (_, over, expected) => {
  const ground = { id: 'leak', words: '把情况告诉了别人', points: 10, ...over };
  expect(faultsIn({ rules: [], grounds: [ground], returns })).toEqual(expected);
  expect(faultsIn({ rules: [], grounds: [ground, ground], returns })[0]).toBe('有两条规则编号相同');
});

test('the shelf is for small thanks, and says so', () => {
  const faults = (given: { price: number; perMonth: number | null }) =>
    faultsIn({ rules: [], grounds: [], returns: given });
  expect(faults({ price: 501, perMonth: 0 })).toEqual(['谢礼最多 500 分', '一个月能换几次，写 1 到 31']);
});
