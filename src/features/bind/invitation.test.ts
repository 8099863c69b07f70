import { asPrinted, lettersOf } from './invitation';

test('a code may be typed small, with spaces, with or without its hyphen', () => {
  for (const typed of ['7kq4m2xa', '7KQ4-M2XA', ' 7kq4 m2xa ', '7kq4—m2xaZZ'])
    expect(asPrinted(typed)).toBe('7KQ4-M2XA');
});

test('a part of a code is drawn as far as it goes, and can be taken back letter by letter', () => {
  expect(asPrinted('7kq4')).toBe('7KQ4');
  expect(asPrinted('7KQ4-M')).toBe('7KQ4-M');
  expect(asPrinted('7KQ4-')).toBe('7KQ4');
  expect(lettersOf('')).toBe('');
});
