/** When two reports are the same thing: near, soon after one another, in like words. */
import { filed, START } from '@/test/builders/ticket';
import { AREA, FAR_END, STAIRWELL } from '@/test/builders/town';
import { alike, LIKE_FROM, likeness } from './likeness';

const DAY = 86_400_000;
const report = (over: object = {}) => ({ orgPath: STAIRWELL, text: '二楼的灯坏了三天', at: START, ...over });

test('the same words at the same place and moment are as alike as can be', () => {
  expect(likeness(report(), report())).toBeCloseTo(1);
});

test('two weeks later it is another report, a moment earlier it is not', () => {
  expect(likeness(report(), report({ at: START + 14 * DAY }))).toBeCloseTo(0.8);
  expect(likeness(report(), report({ at: START + 14 * DAY + 1 }))).toBe(0);
  expect(likeness(report({ at: START + 14 * DAY + 1 }), report())).toBe(0);
});

test('farther away, later, in other words: each makes it less alike', () => {
  const near = likeness(report(), report());
  for (const other of [{ orgPath: FAR_END }, { at: START + DAY }, { text: '井盖丢了' }])
    expect(likeness(report(), report(other))).toBeLessThan(near);
  expect(
    likeness(report(), report({ orgPath: FAR_END, text: '井盖丢了', at: START + 10 * DAY })),
  ).toBeLessThan(LIKE_FROM);
});

test.each([
  ['the same grid', { orgPath: `${AREA}v01/g1/m099/` }, 0.8],
  ['the same village', { orgPath: `${AREA}v01/g2/m020/` }, 0.65],
  ['another village', { orgPath: FAR_END }, 0.5],
  ['a week apart', { at: START - 7 * DAY }, 0.9],
  ['half of the words', { text: '二楼的窗' }, 0.7 + 0.3 * (2 / 3)],
  ['a few of many words', { text: '灯坏了' }, 1],
  ['blanks and signs between the words', { text: '二楼 的灯，坏了三天！' }, 1],
  ['no words, but a photo', { text: '' }, 0.85],
])('%s', (_, other, score) => {
  expect(likeness(report(), report(other))).toBeCloseTo(score, 9);
  expect(likeness(report(other), report())).toBeCloseTo(score, 9);
});

test('half alike is alike enough to be shown', () => {
  const far = { ...filed(), orgPath: FAR_END };
  expect(alike(report(), [far])).toHaveLength(1);
  expect(alike(report({ at: START + 1 }), [far])).toEqual([]);
});

test('three are shown at most, the most alike first, none that follows another', () => {
  const at = (days: number, id: string) => ({ ...filed({ at: START - days * DAY }), _id: id });
  const open = [at(3, 'c'), at(1, 'a'), at(2, 'b'), at(4, 'd')];
  const follower = { ...at(0, 'f'), parent: { id: 'a', no: 'T1' } };
  expect(alike(report(), [...open, follower]).map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
  expect(alike(report({ orgPath: FAR_END, text: '井盖丢了' }), [at(13, 'a')])).toEqual([]);
});
