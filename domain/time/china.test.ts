/** The same wall clock in every zone of the machine: with half hours, with summer time, on either side of the date line. */
import { execFileSync } from 'node:child_process';
import { china, parseChina } from './china';
import { moment } from './day';

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
];

const PROGRAM = `
  const { china, parseChina } = require('./china.ts');
  const { moment } = require('./day.ts');
  const lines = [];
  for (let at = moment('2015-12-30 23:59'); at < moment('2029-03-02 00:00'); at += 59 * 3600000 + 61000) {
    const clock = china(at);
    const said = clock.as('YYYY-MM-DD HH:mm:ss');
    const starts = ['day', 'week', 'month', 'year'].map((unit) => clock.startOf(unit).ms);
    const later = ['day', 'week', 'month', 'year'].map((unit) => clock.add(-3, unit).as('YYYY年M月D日 H:mm'));
    const back = parseChina(said, ['YYYY-MM-DD', 'YYYY-MM-DD HH:mm:ss']);
    lines.push([said, ...starts, ...later, back === Math.floor(at / 1000) * 1000].join());
  }
  // hours that summer time skips or repeats somewhere
  for (const said of ['2018-11-04 00:30', '2026-03-08 02:30', '2026-11-01 01:30', '2026-10-04 02:15', '1986-05-04 00:30'])
    lines.push([said, parseChina(said, ['YYYY-MM-DD HH:mm']), china(parseChina(said, ['YYYY-MM-DD HH:mm'])).as('YYYY-MM-DD HH:mm')].join());
  console.log(new Date(2026, 0, 1).getTime() + '\\n' + lines.join('\\n'));
`;

const linesIn = (zone: string): string[] =>
  execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', PROGRAM], {
    cwd: __dirname,
    env: { ...process.env, TZ: zone },
    maxBuffer: 10_000_000,
  })
    .toString()
    .trim()
    .split('\n');

test(`the same in ${ZONES.length} zones`, () => {
  const all = ZONES.map(linesIn);
  expect(new Set(all.map(([first]) => first)).size).toBe(ZONES.length); // the zones did differ
  const [, ...lines] = all[0] as string[];
  expect(lines.length).toBeGreaterThan(1900);
  expect(lines.filter((line) => line.endsWith('false'))).toEqual([]);
  for (const each of all) expect(each.slice(1)).toEqual(lines);
}, 60_000);

test.each([
  ['day', '2026-11-22 23:59', '2026-11-22 00:00'],
  ['week', '2026-11-22 23:59', '2026-11-16 00:00'],
  ['week', '2026-11-23 00:00', '2026-11-23 00:00'],
  ['week', '2027-01-01 07:59', '2026-12-28 00:00'],
  ['month', '2028-02-29 12:00', '2028-02-01 00:00'],
  ['year', '2026-12-31 23:59', '2026-01-01 00:00'],
] as const)('the %s of %s begins %s', (unit, now, start) => {
  expect(china(moment(now)).startOf(unit).ms).toBe(moment(start));
});

test('a month after the 31st is its last day', () => {
  expect(china(moment('2026-01-31 09:00')).add(1, 'month').ms).toBe(moment('2026-02-28 09:00'));
});

test.each([
  ['2026-03-02', ['YYYY-MM-DD'], '2026-03-02 00:00'],
  ['2026年3月2日', ['YYYY-MM-DD', 'YYYY年M月D日'], '2026-03-02 00:00'],
  ['2026/3/2 8:05', ['YYYY/M/D', 'YYYY/M/D H:mm'], '2026-03-02 08:05'],
  ['20260302', ['YYYYMMDD'], '2026-03-02 00:00'],
  ['2028-02-29', ['YYYY-MM-DD'], '2028-02-29 00:00'],
])('%s under %j is %s', (text, forms, at) => {
  expect(parseChina(text, forms)).toBe(moment(at));
});

test.each([
  ['2026-02-30', ['YYYY-MM-DD']],
  ['2027-02-29', ['YYYY-MM-DD']],
  ['2026-13-13', ['YYYY-MM-DD', 'YYYY-DD-MM']],
  ['2026-3-2', ['YYYY-MM-DD']],
  ['2026-03-02 ', ['YYYY-MM-DD']],
  ['2026-03-02以后', ['YYYY-MM-DD']],
  ['2026-03-02 24:00', ['YYYY-MM-DD HH:mm']],
  ['26-03-02', ['YYYY-MM-DD']],
  ['46083', ['YYYY-MM-DD', 'YYYYMMDD']],
  ['', ['YYYY-MM-DD']],
  ['2026-03-02', []],
])('%j under %j is no date', (text, forms) => {
  expect(parseChina(text, forms)).toBeNull();
});

test('the first form that fits wins, whatever comes after it', () => {
  expect(parseChina('03-04-2026', ['DD-MM-YYYY', 'MM-DD-YYYY'])).toBe(moment('2026-04-03 00:00'));
  expect(parseChina('03-04-2026', ['MM-DD-YYYY', 'DD-MM-YYYY'])).toBe(moment('2026-03-04 00:00'));
});
