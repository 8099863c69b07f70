import { sayWallCode, wallCode } from './wall-code';

test.each([
  ['K7QM-2XDA', 'k7qm2xda'],
  [' k7qm 2xda ', 'k7qm2xda'],
  ['k7qm－2xda', 'k7qm2xda'],
  ['IOL0-2XDA', '10102xda'],
  ['K7QM-2XD', null],
  ['K7QM-2XDA9', null],
  ['K7QM-2XDU', null],
  ['', null],
])('typed %j is read as %j', (typed, code) => {
  expect(wallCode(typed)).toBe(code);
});

test('what is printed is read again', () => {
  expect(sayWallCode('p=sta1rwe110.k7qm2xda')).toBe('K7QM-2XDA');
  expect(wallCode(sayWallCode('p=sta1rwe110.k7qm2xda'))).toBe('k7qm2xda');
  expect(sayWallCode('')).toBe('');
});
