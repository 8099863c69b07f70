import { behalfSent, lackOfBehalf, UNNAMED } from './behalf';

const granny = { name: '王奶奶', phone: '', callback: 'door', consent: true } as const;

test('a name, a way to ask and a consent are all said at once', () => {
  expect(Object.keys(lackOfBehalf(UNNAMED))).toEqual([
    'onBehalf.name',
    'onBehalf.callback',
    'onBehalf.consent',
  ]);
  expect(behalfSent(UNNAMED)).toBeUndefined();
});

test('a visit needs no phone, a call does', () => {
  expect(lackOfBehalf(granny)).toEqual({});
  expect(Object.keys(lackOfBehalf({ ...granny, callback: 'phone' }))).toEqual(['onBehalf.phone']);
  expect(behalfSent({ ...granny, name: ' 王奶奶 ' })).toEqual(granny);
});
