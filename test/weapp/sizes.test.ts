/** The budgets of the phone: what a resident downloads before anything appears. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { THEMES } from '@/domain/activity/themes';
import { SKILLS } from '@/domain/volunteer/skills';
import { KINDS } from '@/domain/wish/kinds';
import { REGISTER } from '@/src/features/volunteer/words';
import { POST, WALL } from '@/src/features/wish/words';
import { built, bytes, filesIn, gzipped, routes } from './built';

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

/** Where somebody begins: a scanned code, a link in a message, a day's work, the wall. Forms are opened from there. */
const BEGIN = [
  'pages/resident/home/',
  'pages/resident/tickets/',
  'pages/resident/ticket/',
  'pages/resident/notices/',
  'pages/staff/work/',
  'pages/staff/ticket/',
  'pages/volunteer/wall/',
];

test('a first h5 page is within 170 kB gzip with all that it fetches, each further page within 6 kB', () => {
  const dist = built('h5');
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(([, file]) => file!);
  expect(first.length).toBeGreaterThan(1);
  const later = filesIn(dist).filter((file) => /\.(js|css)$/.test(file) && !first.includes(file));
  const weigh = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipped(path.join(dist, file)), 0);
  const chunk = (name: string) => later.filter((file) => path.basename(file).startsWith(`${name}.`));
  // Taro's elements fetch it when the first of them is drawn.
  const always = weigh([
    ...first,
    ...later.filter((file) => path.basename(file).startsWith('node_modules_')),
  ]);
  const pages = fetchedBy(readFileSync(path.join(dist, first.find((file) => /\/app\./.test(file))!), 'utf8'));
  expect(pages.size).toBe(routes().main.length + routes().staff.length);
  const tooHeavy = [...pages]
    .filter(([route]) => BEGIN.some((root) => route.startsWith(root)))
    .map(([route, chunks]) => ({ route, weight: always + weigh(chunks.flatMap(chunk)) }))
    .filter(({ weight }) => weight > 170 * KB);
  expect(tooHeavy).toEqual([]);
  for (const file of later.filter((each) => /^src_(pages|features)_/.test(path.basename(each))))
    expect([file, gzipped(path.join(dist, file)) <= 6 * KB]).toEqual([file, true]);
});

/** What each route of the built app fetches when it is opened, by the names of the chunks. */
function fetchedBy(app: string): Map<string, string[]> {
  const found = [...app.matchAll(/"path":"(pages\/[^"]+)","load":.*?return\[(.*?)\.then/g)];
  return new Map(
    found.map(([, route = '', load = '']) => [
      route,
      [...load.matchAll(/\.e\("([^"]+)"\)/g)].map(([, name = '']) => name),
    ]),
  );
}
