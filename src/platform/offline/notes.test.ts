import { bounded, LARGEST, MOST, type Note, OLDEST } from './notes';

const note = (question: string, at: number, size = 1000): Note => ({ question, at, size });

test('the newest answer to a question stands first, and once', () => {
  const { stay, go } = bounded([note('a', 2), note('b', 1)], note('b', 3));
  expect(stay.map(({ question, at }) => [question, at])).toEqual([
    ['b', 3],
    ['a', 2],
  ]);
  expect(go).toEqual([]);
});

test('what is too old, too many or too much goes', () => {
  const many = Array.from({ length: MOST }, (_, nth) => note(`q${nth}`, 10));
  expect(bounded(many, note('fresh', 11)).go.map(({ question }) => question)).toEqual([`q${MOST - 1}`]);
  expect(bounded([note('old', 0)], note('fresh', OLDEST)).go).toHaveLength(1);
  expect(bounded([note('big', 1, LARGEST)], note('fresh', 2)).go).toHaveLength(1);
});

test('an answer that alone is too large is not kept', () => {
  expect(bounded([], note('huge', 1, LARGEST + 1)).stay).toEqual([]);
});
