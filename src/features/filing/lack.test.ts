import type { PlaceView } from '@/contract';
import { parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { lack } from './lack';
import { FILING } from './words';

const { services } = parseCatalogue(menu);
const service = (id: string) => services.find((one) => one.id === id)!;
const place: PlaceView = { scene: 'p=0123456789.abcdefgh', name: '闫满小区3号楼', words: '', worker: null };
const filled = {
  place,
  body: { answers: {}, text: '' },
  address: '闫满小区3号楼',
  phone: '17000000001',
  shown: 0,
};

test('an order whose questions are all optional needs no word', () => {
  const plain = services.find(
    ({ kind, questions }) => kind === 'order' && questions.every(({ required }) => !required),
  )!;
  expect(lack({ ...filled, service: plain })).toEqual({});
});

test('a report says something: words, a photo or an answer', () => {
  const other = service('other');
  expect(lack({ ...filled, service: other })).toEqual({ text: FILING.missing.words });
  expect(lack({ ...filled, service: other, shown: 1 })).toEqual({});
  expect(lack({ ...filled, service: other, body: { answers: {}, text: '灯坏了' } })).toEqual({});
});

test('what is missing is named in the order of the form, questions first', () => {
  const asked = services.find(
    ({ questions, phone }) => phone === 'required' && questions.some(({ required }) => required),
  )!;
  const found = Object.keys(lack({ ...filled, service: asked, place: null, phone: ' ' }));
  expect(found[0]).toMatch(/^answers\./);
  expect(found.slice(-2)).toEqual(['scene', 'contact.phone']);
});

test('an address that was emptied is asked for', () => {
  expect(lack({ ...filled, service: service('road'), address: ' ', shown: 1 })).toEqual({
    address: FILING.missing.address,
  });
});
