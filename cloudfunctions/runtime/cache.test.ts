import { Cache } from './cache';

/** A load that is answered when the test says so. */
function loads() {
  const answers: ((value: string | null) => void)[] = [];
  const load = jest.fn(() => new Promise<string | null>((resolve) => answers.push(resolve)));
  return { load, answer: (value: string | null) => answers.shift()?.(value) };
}

test('who asks while a value is being loaded waits for that one', async () => {
  const cache = new Cache<string>(60_000, 10);
  const { load, answer } = loads();
  const both = Promise.all([cache.get('a', load), cache.get('a', load)]);
  answer('one');
  expect(await both).toEqual(['one', 'one']);
  expect(await cache.get('a', load)).toBe('one');
  expect(load).toHaveBeenCalledTimes(1);
});

test('what is forgotten while it is being loaded is not kept', async () => {
  const cache = new Cache<string>(60_000, 10);
  const { load, answer } = loads();
  const early = cache.get('a', load);
  cache.forget('a');
  const late = cache.get('a', load);
  answer('before');
  answer('after');
  expect(await early).toBe('before');
  expect(await late).toBe('after');
  expect(await cache.get('a', load)).toBe('after');
  expect(load).toHaveBeenCalledTimes(2);
});

test('nothing is kept of what is not there, and of what fails', async () => {
  const cache = new Cache<string>(60_000, 10);
  expect(await cache.get('a', async () => null)).toBeNull();
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await cache.get('a', async () => 'there')).toBe('there');
});

test('the oldest leaves when there are too many', async () => {
  const cache = new Cache<string>(60_000, 2);
  for (const key of ['a', 'b', 'c']) await cache.get(key, async () => key);
  const load = jest.fn(async () => 'anew');
  expect(await cache.get('c', load)).toBe('c');
  expect(await cache.get('a', load)).toBe('anew');
});
