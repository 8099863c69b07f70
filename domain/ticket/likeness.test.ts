/** When two reports are the same thing: near, soon after one another, in like words. */
import { filed, START } from '@/test/builders/ticket';
import { FAR_END, STAIRWELL } from '@/test/builders/town';
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

test('three are shown at most, the most alike first, none that follows another', () => {
  const at = (days: number, id: string) => ({ ...filed({ at: START - days * DAY }), _id: id });
  const open = [at(3, 'c'), at(1, 'a'), at(2, 'b'), at(4, 'd')];
  const follower = { ...at(0, 'f'), parent: { id: 'a', no: 'T1' } };
  expect(alike(report(), [...open, follower]).map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
  expect(alike(report({ orgPath: FAR_END, text: '井盖丢了' }), [at(13, 'a')])).toEqual([]);
});
