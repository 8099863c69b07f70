/** The machine's own time zone must not matter: cloud functions run in UTC, phones anywhere. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = `
  const { unitCalendar } = require('./calendar.ts');
  const { dueAt } = require('./limit.ts');
  const { sayDue, sayWhen } = require('./words.ts');
  const { moment } = require('./day.ts');
  const calendar = unitCalendar();
  const lines = [String(new Date(0).getHours())];
  for (let from = moment('2026-02-13 15:37'); from < moment('2026-12-20 00:00'); from += 37 * 3600000 + 61000) {
    for (const unit of ['minutes', 'hours', 'working-hours', 'working-days']) {
      const { at } = dueAt(calendar, from, { unit, amount: 5 });
      lines.push([from, at, sayDue(at, from), sayWhen(from, at)].join());
    }
  }
  console.log(lines.join('\\n'));
`;

function sayIn(zone: string): { hour: string; lines: string[] } {
  const env = { ...process.env, TZ: zone };
  const out = execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', PROGRAM], {
    cwd: __dirname,
    env,
  });
  const [hour = '', ...lines] = out.toString().trim().split('\n');
  return { hour, lines };
}

test('the same in UTC, in China and in New York', () => {
  const [utc, china, newYork] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map(sayIn);
  expect([utc!.hour, china!.hour, newYork!.hour]).toEqual(['0', '8', '19']); // the zones did differ
  expect(utc!.lines.length).toBeGreaterThan(500);
  expect(china!.lines).toEqual(utc!.lines);
  expect(newYork!.lines).toEqual(utc!.lines);
});

test('no source of this room reads a clock or the local time zone', () => {
  const local =
    /Date\.now|new Date\(\)|\.(get|set)(?!UTC)(FullYear|Month|Date|Day|Hours|Minutes|Time\w+)\(|toLocale|Intl\./;
  const guilty = readdirSync(__dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => local.test(readFileSync(join(__dirname, name), 'utf8')));
  expect(guilty).toEqual([]);
});
