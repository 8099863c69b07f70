/** Which reports may be one thing: place and time decide who is shown, words only in which order. */
import { filed, START } from '@/test/builders/ticket';
import { AREA, FAR_END, STAIRWELL } from '@/test/builders/town';
import { alike, mayBeMerged, NEAR_FROM, nearness, stepOf } from './likeness';
import type { Ticket } from './ticket';

const DAY = 86_400_000;
const report = (over: object = {}) => ({
  orgPath: STAIRWELL,
  text: '二楼楼道的灯坏了三天',
  at: START,
  ...over,
});
const at = (days: number, id: string, over: Partial<Ticket> = {}): Ticket => ({
  ...filed({ at: START - days * DAY }),
  _id: id,
  ...over,
});

test.each([
  ['the same place and moment', {}, 0.7],
  ['the same grid', { orgPath: `${AREA}v01/g1/m099/` }, 0.5],
  ['the same village', { orgPath: `${AREA}v01/g2/m020/` }, 0.35],
  ['another village', { orgPath: FAR_END }, 0.2],
  ['a week apart', { at: START - 7 * DAY }, 0.6],
  ['two weeks apart', { at: START - 14 * DAY }, 0.5],
  ['a moment more', { at: START - 14 * DAY - 1 }, 0],
  ['other words', { text: '井盖丢了' }, 0.7],
])('%s', (_, other, near) => {
  expect(nearness(report(), report(other))).toBeCloseTo(near, 9);
  expect(nearness(report(other), report())).toBeCloseTo(near, 9);
});

test('who is shown is decided by place and time', () => {
  const far = { ...filed(), orgPath: `${AREA}v01/g2/m020/` };
  expect(nearness(report(), { ...far, at: far.openedAt })).toBeCloseTo(NEAR_FROM, 9);
  expect(alike(report(), [far])).toHaveLength(1);
  expect(alike(report({ at: START + 1 }), [far])).toEqual([]);
  expect(alike(report({ text: far.text }), [{ ...far, orgPath: FAR_END }])).toEqual([]);
});

test('three are shown at most, the nearest in time, none that follows another', () => {
  const open = [at(3, 'c'), at(1, 'a'), at(2, 'b'), at(4, 'd')];
  const follower = at(0, 'f', { parent: { id: 'a', no: 'T1' } });
  expect(alike(report({ text: '' }), [...open, follower]).map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
});

test('the same words come first among the three, and bring in no fourth', () => {
  const said = { text: '二楼楼道的灯坏了三天' };
  const open = [at(1, 'a', { text: '' }), at(2, 'b', { text: '' }), at(3, 'c', said), at(4, 'd', said)];
  expect(alike(report(), open).map(({ _id }) => _id)).toEqual(['c', 'a', 'b']);
});

test.each([
  ['the same', '二楼楼道的灯坏了三天', '二楼楼道的灯坏了三天', 2],
  ['one sign and blank more', '二楼 楼道的灯，坏了三天！', '二楼楼道的灯坏了三天', 2],
  ['one word more', '二楼楼道的灯坏了', '二楼楼道的灯坏了三天', 2],
  ['half of it', '二楼楼道的灯', '二楼楼道的灯坏了三天', 1],
  ['something else', '一楼楼道堆了很多旧家具', '二楼楼道的灯坏了三天', 0],
  ['too short to say anything', '灯坏了', '灯坏了', 0],
  ['no words', '', '二楼楼道的灯坏了三天', 0],
  ['a number alone', '13812345678', '13812345678', 0],
  ['letters alone', 'zhangsan@example', 'zhangsan@example', 0],
])('in words: %s', (_, a, b, step) => {
  expect(stepOf(a, b)).toBe(step);
  expect(stepOf(b, a)).toBe(step);
});

test('words and digits that are tried one by one change nothing', () => {
  const secret = '对门老张家的儿子昨晚把楼道的灯砸了，电话 13812345678，住 501，车牌 鲁A12345';
  const open = [at(1, 'a', { text: '灯不亮，晚上看不见路' }), at(2, 'b', { text: secret }), at(3, 'c')];
  const plain = alike(report({ text: '' }), open);
  const han = secret.replace(/\P{Script=Han}/gu, '');
  for (let from = 0; from < secret.length; from++)
    for (const length of [1, 2, 3, 4, 6, 8])
      expect(alike(report({ text: secret.slice(from, from + length) }), open)).toEqual(plain);
  for (const probe of ['13812345678', '老张的儿子砸了灯', `${han.slice(0, 7)}是不是这样的呢请问一下`])
    expect(alike(report({ text: probe }), open)).toEqual(plain);
});

test.each<[string, Partial<Ticket>]>([
  ['about somebody', { against: { unit: 'desk', person: null, name: '' } }],
  ['sealed', { sealed: true }],
  ['urgent', { urgency: 'L2' }],
  ['urgent at once', { urgency: 'L1' }],
  ['of somebody hurt', { text: '孩子被电了一下' }],
  ['answered with danger', { answers: [{ id: 'x', ask: '有人受伤吗', answer: '老人摔伤了' }] }],
  ['said and not written', { text: '（语音 12 秒）' }],
])('what is %s is merged by nobody but a person', (_, given) => {
  expect(mayBeMerged(filed())).toBe(true);
  expect(mayBeMerged({ ...filed(), ...given })).toBe(false);
});
