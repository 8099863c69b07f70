/** The budgets of the phone: what a resident downloads before anything appears. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { built, bytes, filesIn, gzipped, routes } from './built';

const KB = 1000;

test('the main package is within 600 kB, and each sub-package within 400', () => {
  const dist = built('weapp');
  const files = filesIn(dist);
  const weight = (some: string[]) => some.reduce((sum, file) => sum + bytes(path.join(dist, file)), 0);
  const subs = ['pages/staff/', 'pages/volunteer/'];
  expect(weight(files.filter((file) => !subs.some((root) => file.startsWith(root))))).toBeLessThanOrEqual(
    600 * KB,
  );
  for (const root of subs) {
    const total = weight(files.filter((file) => file.startsWith(root)));
    expect([root, total > 0 && total <= 400 * KB]).toEqual([root, true]);
  }
});

test('the first h5 page is within 170 kB gzip, each further page within 6 kB', () => {
  const dist = built('h5');
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(([, file]) => file!);
  expect(first.length).toBeGreaterThan(1);
  const all = filesIn(dist).filter((file) => /\.(js|css)$/.test(file));
  const later = all.filter((file) => !first.includes(file));
  const pages = later.filter((file) => path.basename(file).startsWith('src_pages_'));
  expect(pages.length).toBeGreaterThanOrEqual(routes().main.length + routes().staff.length);
  // fetched by a page once it stands, as the sheets of the staff's moves are
  const parts = later.filter((file) => path.basename(file).startsWith('src_features_'));
  // Chunks that several pages share count with the first page, whichever it is; what only the staff's or the
  // volunteers' pages share, with theirs, and those begin at the day's work and at the wall.
  const staff = later.filter((file) => path.basename(file).startsWith('staff.'));
  const volunteer = later.filter((file) => path.basename(file).startsWith('volunteer.'));
  const shared = later.filter((file) => ![...pages, ...parts, ...staff, ...volunteer].includes(file));
  const total = (files: string[]) => files.reduce((sum, file) => sum + gzipped(path.join(dist, file)), 0);
  const most = (name: string) =>
    Math.max(...pages.filter((file) => file.includes(name)).map((file) => total([file])));
  expect(total([...first, ...shared]) + most('_pages_resident_')).toBeLessThanOrEqual(170 * KB);
  expect(total([...first, ...shared, ...staff]) + most('_staff_work_')).toBeLessThanOrEqual(170 * KB);
  expect(total([...first, ...shared, ...volunteer]) + most('_volunteer_wall_')).toBeLessThanOrEqual(170 * KB);
  for (const file of [...pages, ...parts]) {
    // the sheet of codes brings its own QR drawing; it is opened by staff, beside a printer
    const budget = file.includes('_staff_codes_') ? 8 * KB : 6 * KB;
    expect([file, gzipped(path.join(dist, file)) <= budget]).toEqual([file, true]);
  }
});
