import type { PlaceView } from '@/contract';
import { parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { REFUSALS } from '@/domain/flow/refusal';
import { LACKS } from '@/domain/ticket/complete';
import { type Filled, lack } from './lack';
import { FILING } from './words';

const { services } = parseCatalogue(menu);
const service = (id: string) => services.find((one) => one.id === id)!;
const place: PlaceView = { scene: 'p=0123456789.abcdefgh', name: '闫满小区3号楼', words: '', worker: null };
const filled: Filled = {
  place,
  text: '三楼的灯坏了',
  answers: [],
  photos: [],
  phone: '17000000001',
  address: '闫满小区3号楼',
};

test('a report with words, at a place, can be sent', () => {
  expect(lack(service('street-light'), filled)).toBeNull();
});

test('a report that says and shows nothing is asked for words', () => {
  expect(lack(service('other'), { ...filled, text: '' })?.field).toBe('text');
  expect(lack(service('other'), { ...filled, text: '', photos: ['one'] })).toBeNull();
});

test('an unanswered question is named as it was asked', () => {
  const asked = services.find(({ questions }) => questions[0]?.required)!;
  expect(lack(asked, filled)).toEqual({
    field: `answers.${asked.questions[0]!.id}`,
    words: `请先回答：${asked.questions[0]!.ask}`,
  });
});

test('no place, no address: said before sending', () => {
  expect(lack(service('road'), { ...filled, place: null })?.field).toBe('scene');
  expect(lack(service('road'), { ...filled, address: '' })?.field).toBe('address');
});

test('the form says what the cloud would say', () => {
  for (const code of LACKS) expect(FILING.missing[code]).toBe(REFUSALS[code]);
});
