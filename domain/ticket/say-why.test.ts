import { sayWhy } from './words';

const why = { rule: 'r1', clause: '《消防法》第二十八条', post: '安全应急岗', load: 1, among: 3 };

test('the reason names the post, the clause, and every part of the score', () => {
  const score = { load: 40, distance: 25, continuity: 20, fairness: 2 };
  expect(sayWhy({ ...why, score })).toBe(
    '这类事在这个地方由安全应急岗负责，依据：《消防法》第二十八条；' +
      '当班的 3 人里他最合适，共 87 分：手上 1 件 40，离得近 25，熟悉情况 20，轮到他 2。',
  );
});

test('who should have answered first is named, with what was lacking', () => {
  const passed = [
    { post: 'property', lack: 'missing' },
    { post: '第12微网格网格员', lack: 'off' },
    { post: '第2网格网格长', lack: 'vacant' },
  ] as const;
  expect(sayWhy({ ...why, among: 1, clause: '', passed })).toBe(
    '这类事在这个地方先找物业（这里没有），再找第12微网格网格员（没人当班），' +
      '再找第2网格网格长（岗位空着），最后由安全应急岗接办；今天由他当班。',
  );
});

test('a ticket from before scores were kept still says its reason', () => {
  expect(sayWhy(why)).toContain('当班的 3 人里他最合适，手上 1 件。');
});
