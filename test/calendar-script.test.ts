import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Calendar, unitCalendar } from '@/domain/time/calendar';
import { moment } from '@/domain/time/day';
import { dueAt, workingDays } from '@/domain/time/limit';
import { nationalDays } from '@/scripts/calendar';

const day = (date: string, isOffDay: boolean, name = '元旦') => ({ name, date, isOffDay });
const year = (year: number, ...days: ReturnType<typeof day>[]) => ({
  year,
  papers: [`notice ${year}`],
  days,
});

test('years become one calendar, and the later notice has the last word on the December before', () => {
  const made = nationalDays([
    year(2019, day('2018-12-29', false), day('2018-12-31', true), day('2019-01-01', true)),
    year(2018, day('2017-12-30', true), day('2018-01-01', true), day('2018-12-31', false, '想象')),
  ]);
  expect(made).toEqual({
    coverage: { from: '2018-01-01', to: '2019-12-28' },
    off: { '2018-01-01': '元旦', '2018-12-31': '元旦', '2019-01-01': '元旦' },
    on: { '2018-12-29': '元旦调休' },
    papers: ['notice 2018', 'notice 2019'],
  });
  const calendar: Calendar = unitCalendar(made);
  expect(dueAt(calendar, moment('2018-12-28 09:00'), workingDays(1)).at).toBe(moment('2018-12-29 17:30'));
});

test('an empty folder, a gap between years and a day that does not exist are refused', () => {
  expect(() => nationalDays([])).toThrow('no holiday-cn files');
  expect(() =>
    nationalDays([year(2018, day('2018-01-01', true)), year(2020, day('2020-01-01', true))]),
  ).toThrow('gap');
  expect(() => nationalDays([year(2018, day('2018-02-30', true))])).toThrow('2018-02-30');
});

describe('the command', () => {
  const root = mkdtempSync(join(tmpdir(), 'calendar-'));
  const file = join(root, 'cn.json');
  const run = (...days: object[]) => {
    writeFileSync(join(root, '2018.json'), JSON.stringify({ ...year(2018), days }));
    const words = ['--require', 'tsx/cjs', 'scripts/calendar.ts', root, file];
    return execFileSync(process.execPath, words, { stdio: 'pipe' }).toString();
  };
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(root, { recursive: true }));

  test('writes the data the calendar reads', () => {
    expect(run(day('2018-01-01', true))).toContain('2018-01-01 to 2018-12-28');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      nationalDays([year(2018, day('2018-01-01', true))]),
    );
  });

  test('refuses a file of another shape and writes nothing', () => {
    expect(() => run({ date: '2018-01-01' })).toThrow('2018.json is not a published holiday-cn year');
    expect(existsSync(file)).toBe(false);
  });
});
