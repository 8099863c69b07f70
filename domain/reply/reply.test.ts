/** Reply templates: what fits, how braces are filled, and what ships. */
import menu from '../catalogue/default.json';
import { REPLIES } from './replies';
import { fill, fitting, isReplyText, OWN_REPLIES_MAX, REPLY_MAX, REPLY_USES, type Reply } from './reply';

const LAMP = { id: 'street-light', office: 'urban' };
const ALL = { service: '路灯楼道灯', place: '3号楼2单元', day: '11月23日 周一' };

test.each([
  ['已到{地点}看过', { place: '村口' }, '已到村口看过'],
  ['{服务}在{地点}', { service: '灯', place: '村口' }, '灯在村口'],
  ['已到{地点}看过', {}, null],
  ['已到{地点}看过', { place: '' }, null],
  ['约好{日子}', ALL, null],
  ['没有括号', {}, '没有括号'],
  ['{服务}的事，{日期}办', { service: '灯' }, null],
  ['{}', ALL, null],
])('%s with %p', (text, filling, filled) => {
  expect(fill(text, filling)).toBe(filled);
});

test.each([
  ['已到{地点}', true],
  ['  ', false],
  ['{名字}您好', false],
  ['字'.repeat(REPLY_MAX), true],
  ['字'.repeat(REPLY_MAX + 1), false],
  ['{}', false],
  ['一个括号{', true],
])('may %p be saved', (text, may) => {
  expect(isReplyText(text)).toBe(may);
});

const own = (use: Reply['use'], text: string, services?: string[]): Reply => ({
  id: text,
  use,
  text,
  ...(services && { services }),
});

test('this kind before the move, this service before its office before all, a township’s own among equals first', () => {
  const given = [
    own('hold', '总要等'),
    own('hold:weather', '下雨'),
    own('hold:weather', '下雨修路', ['office:urban']),
    own('hold:weather', '下雨修灯', ['street-light']),
    own('hold:weather', '别的服务', ['noise']),
    own('hold:material', '配件'),
    own('ask', '几楼'),
  ];
  expect(fitting(given, { use: 'hold:weather', of: LAMP })).toEqual([
    '下雨修灯',
    '下雨修路',
    '下雨',
    '总要等',
  ]);
  expect(fitting(given, { use: 'hold:weather' })).toEqual(['下雨', '总要等']);
});

test('at most six, none twice, none with an empty brace', () => {
  const many = Array.from({ length: 9 }, (_, nth) => own('ask', `问${nth}`));
  expect(fitting([own('ask', '{日期}行吗'), own('ask', '问0'), ...many], { use: 'ask' })).toEqual([
    '问0',
    '问1',
    '问2',
    '问3',
    '问4',
    '问5',
  ]);
});

test('what ships: unique ids, savable texts, known services, something for every move, also without a ticket', () => {
  expect(new Set(REPLIES.map(({ id }) => id)).size).toBe(REPLIES.length);
  const services = menu.services.map(({ id }) => id);
  for (const { use, text, services: only = [] } of REPLIES) {
    expect(REPLY_USES).toContain(use);
    expect([text, isReplyText(text)]).toEqual([text, true]);
    for (const one of only) expect(services).toContain(one);
  }
  for (const use of REPLY_USES.filter((one) => one !== 'hold')) {
    expect([use, fitting(REPLIES, { use, ...ALL }).length]).toEqual([use, expect.any(Number)]);
    expect(fitting(REPLIES, { use, ...ALL }).length).toBeGreaterThan(0);
  }
  expect(REPLIES.length).toBeGreaterThan(50);
  expect(OWN_REPLIES_MAX).toBeGreaterThan(0);
});

test('a lamp is answered as a lamp', () => {
  expect(fitting(REPLIES, { use: 'resolve:solved', of: LAMP, ...ALL })[0]).toBe(
    '3号楼2单元的灯已经换好，夜里试过亮了。',
  );
});
