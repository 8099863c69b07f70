/** Each seeded bug still has a place in the source, so that the full run puts it where it was meant. */
import fs from 'node:fs';
import path from 'node:path';
import { BUGS } from './bugs';

const ROOT = path.resolve(__dirname, '../..');

test('there are at least twelve, each with a name of its own', () => {
  expect(BUGS.length).toBeGreaterThanOrEqual(12);
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
});

test.each(BUGS)('$name: its place is found once', ({ file, find, replace }) => {
  const source = fs.readFileSync(path.join(ROOT, file), 'utf8');
  expect(source.split(find).length - 1).toBe(1);
  expect(replace).not.toBe(find);
});

test.each([...new Set(BUGS.flatMap(({ tests }) => tests))])('%s is a place of tests', (place) => {
  const at = path.join(ROOT, place);
  const files = fs.existsSync(at) ? fs.readdirSync(at) : fs.readdirSync(path.dirname(at));
  const start = fs.existsSync(at) ? '' : path.basename(at);
  expect(files.filter((file) => file.startsWith(start) && file.endsWith('.test.ts'))).not.toEqual([]);
});
