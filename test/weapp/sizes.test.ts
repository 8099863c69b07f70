/** The budgets of the phone: what a resident downloads before anything appears. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { THEMES } from '@/domain/activity/themes';
import { SKILLS } from '@/domain/volunteer/skills';
import { KINDS } from '@/domain/wish/kinds';
import { REGISTER } from '@/src/features/volunteer/words';
import { POST, WALL } from '@/src/features/wish/words';
import { built, bytes, filesIn, h5Weights, routes } from './built';

const KB = 1000;

test('the main package is within 600 kB, and each sub-package within 400', () => {
  const dist = built('weapp');
  const files = filesIn(dist);
  const weight = (some: string[]) => some.reduce((sum, file) => sum + bytes(path.join(dist, file)), 0);
  const subs = ['pages/staff/', 'pages/volunteer/', 'pages/mine/'];
  expect(weight(files.filter((file) => !subs.some((root) => file.startsWith(root))))).toBeLessThanOrEqual(
    600 * KB,
  );
  for (const root of subs) {
    const total = weight(files.filter((file) => file.startsWith(root)));
    expect([root, total > 0 && total <= 400 * KB]).toEqual([root, true]);
  }
});

test('what only volunteers use stays out of the main package', () => {
  const dist = built('weapp');
  const main = filesIn(dist).filter(
    (file) => /\.js$/.test(file) && !/^pages\/(?:staff|volunteer|mine)\//.test(file),
  );
  const spelled = (file: string) =>
    readFileSync(path.join(dist, file), 'utf8').replace(/\\u([0-9a-fA-F]{4})/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const words = [
    ...KINDS.map(({ hint }) => hint),
    ...SKILLS.map(({ name }) => name).filter((name) => name.length > 3),
    ...THEMES.map(({ name }) => name),
    WALL.emptyLine,
    POST.textNote,
    REGISTER.line,
  ];
  const found = main.flatMap((file) => {
    const text = spelled(file);
    return words.filter((each) => text.includes(each)).map((each) => `${file}: ${each}`);
  });
  expect(found).toEqual([]);
  const volunteers = filesIn(dist).filter((file) => /^pages\/volunteer\/.*\.js$/.test(file));
  expect(volunteers.some((file) => spelled(file).includes(WALL.emptyLine))).toBe(true);
});

test('a first h5 page is within 170 kB gzip with all that it fetches, each further page within 6 kB', () => {
  const { routes: found, first, further } = h5Weights();
  expect(found).toBe(routes().main.length + routes().staff.length);
  expect(first.length).toBeGreaterThan(6);
  expect(first.filter(({ weight }) => weight > 170 * KB)).toEqual([]);
  expect(further.length).toBeGreaterThan(30);
  expect(further.filter(({ weight }) => weight > 6 * KB)).toEqual([]);
});
