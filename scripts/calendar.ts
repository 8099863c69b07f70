/**
 * `npm run calendar -- FOLDER [FILE]`: makes domain/time/cn.json (or FILE) from a folder of holiday-cn files (YYYY.json or any name
 * that ends so). Run it when the State Council has published the next year, then `recompute` running clocks.
 *
 * Refuses a folder without files, a file of another shape, years with a gap between them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NationalDays } from '@/domain/time/calendar';
import { parseDay } from '@/domain/time/day';

type Published = {
  year: number;
  papers: string[];
  days: { name: string; date: string; isOffDay: boolean }[];
};

/** National days, and the notices they were taken from, of some years in any order. */
export function nationalDays(files: Published[]): NationalDays & { papers: string[] } {
  const years = files.toSorted((a, b) => a.year - b.year);
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (first === undefined || last === undefined) throw new Error('no holiday-cn files in this folder');
  if (last - first + 1 !== years.length) throw new Error('the years of the files have a gap or a double');
  const off: Record<string, string> = {};
  const on: Record<string, string> = {};
  // A notice may speak of the December before its year, and then has the last word on it.
  for (const { name, date, isOffDay } of years.flatMap((file) => file.days)) {
    parseDay(date);
    if (date < `${first}-01-01`) continue;
    delete off[date];
    delete on[date];
    if (isOffDay) off[date] = name;
    else on[date] = `${name}调休`;
  }
  // The next notice may still move the last days of this December: that of 2019 made 2018-12-29 a working day.
  const coverage = { from: `${first}-01-01`, to: `${last}-12-28` };
  return { coverage, off: byDay(off), on: byDay(on), papers: years.flatMap((file) => file.papers) };
}

/** Reads every `….json` of a folder. */
export function readFolder(folder: string): Published[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => checked(name, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

const byDay = (days: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)));

function checked(name: string, file: Partial<Published> | null): Published {
  const { year, papers, days } = file ?? {};
  const good = days?.every?.(
    (day) =>
      typeof day.name === 'string' && typeof day.date === 'string' && typeof day.isOffDay === 'boolean',
  );
  if (!good || !days?.length || typeof year !== 'number' || !Array.isArray(papers)) {
    throw new Error(`${name} is not a published holiday-cn year`);
  }
  return { year, papers, days };
}

if (process.argv[1]?.endsWith('scripts/calendar.ts')) {
  const [folder, file = 'domain/time/cn.json'] = process.argv.slice(2);
  if (!folder) throw new Error('usage: npm run calendar -- FOLDER [FILE]');
  const days = nationalDays(readFolder(folder));
  writeFileSync(file, `${JSON.stringify(days, null, 2)}\n`);
  console.log(`${days.coverage.from} to ${days.coverage.to}, ${Object.keys(days.off).length} days off`);
}
