import * as fc from 'fast-check';
import { characterString, fieldsOf, name, number, PLAN, phrase, spends, TEMPLATES, thing } from './budget';

test.each([
  ['nothing left', 'resolved', {}, null],
  ['the last one, for what must be known', 'resolved', { result: 1 }, 'result'],
  ['only of another template', 'resolved', { progress: 5 }, null],
  ['the last one is kept from news', 'closed', { result: 1 }, null],
  ['with two there is one for news', 'closed', { result: 2 }, 'result'],
  ['two are kept from “dispatched”', 'dispatched', { progress: 2 }, null],
  ['three', 'dispatched', { progress: 3 }, 'progress'],
  ['a question stops the clock: the last one', 'asked', { progress: 1 }, 'progress'],
  ['a notice that is not in the plan', 'noted', { result: 9, progress: 9, task: 9, activity: 9 }, null],
  ['no such notice', 'constructor', { result: 9 }, null],
] as const)('%s', (_, kind, left, expected) => {
  expect(spends(kind, left)).toBe(expected);
});

test('the plan names templates that exist, and for each something spends the last', () => {
  for (const { template, keep } of Object.values(PLAN)) {
    expect(TEMPLATES).toContain(template);
    expect(keep).toBeGreaterThanOrEqual(0);
  }
  const last = Object.values(PLAN).filter(({ keep }) => keep === 0);
  expect(new Set(last.map(({ template }) => template))).toEqual(
    new Set(['activity', 'result', 'progress', 'task']),
  );
});

test.each([
  ['楼道灯不亮', '楼道灯不亮'],
  ['', '请打开看看'],
  ['  \n ', '请打开看看'],
  ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['两\n行', '两 行'],
  ['\u202e反\u200b了', '反 了'],
  [`一二三四五六七八九十一二三四五六七八😀尾巴`, '一二三四五六七八九十一二三四五六七八…'],
])('thing %j', (text, expected) => {
  expect(thing(text)).toBe(expected);
});

test.each([
  ['T1122-7KQ4M', 'T1122-7KQ4M'],
  ['编号 T1', 'T1'],
  ['', '-'],
  ['x'.repeat(40), 'x'.repeat(32)],
])('character_string %j', (text, expected) => {
  expect(characterString(text)).toBe(expected);
});

test('phrase, name, number', () => {
  expect([phrase('已经办好了啊'), phrase('OK'), phrase('')]).toEqual(['已经办好了', '有新进展', '有新进展']);
  expect([name('赵海平'), name('Li 明'), name('')]).toEqual(['赵海平', '明', '居民']);
  expect([number(12.9), number(-3), number(Number.NaN)]).toEqual(['12', '3', '0']);
});

test('whatever comes, WeChat’s limits hold', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom('灯', '😀', '\n', ' ', '…', '', 'a', '\ud83d', '\ude00'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  const isThing = (value = '') =>
    value.length >= 1 && value.length <= 20 && !/[\n\r]/.test(value) && encodeURIComponent(value) !== '';
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      const fields = fieldsOf({ what: one, no: other, when: '2026年11月22日 15:01', words: other });
      return (
        isThing(fields.thing1?.value) &&
        isThing(fields.thing4?.value) &&
        /^[!-~]{1,32}$/.test(fields.character_string2?.value ?? '') &&
        /^[\u4e00-\u9fff]{1,5}$/.test(phrase(one)) &&
        /^[\u4e00-\u9fff·]{1,10}$/.test(name(one))
      );
    }),
    { numRuns: 10_000, seed: 1122 },
  );
});
