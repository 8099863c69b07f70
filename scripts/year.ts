/**
 * `npm run year`: a district's year. A million residents make 0.3 requests each, at the hours, weekdays and holidays at which
 * people call; `--share` of them go through the real functions, SDK and emulator, while the timer rings. At the end everything
 * is counted again from the stories alone, and must be equal. Writes its figures into docs/bench.md.
 *
 *   npm run year                          --share 0.01: 3,000 requests
 *   npm run year -- --share 1 --seed 2    all 300,000
 *   npm run year -- --dry                 writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DAY, dayName, dayNumber, moment } from '@/domain/time/day';
import { TestEmulator } from '@/test/support/emulator';
import { Yima } from '@/test/support/yima';
import { usageOf } from './bench/parts';
import { ROOT } from './local';
import { random } from './worlds/random';
import { District } from './year/district';
import { type Recount, recount } from './year/recount';
import { momentsOf } from './year/shape';
import { seedDistrict } from './year/towns';

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '0.01' },
    residents: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '0.3' },
    year: { type: 'string', default: '2026' },
    seed: { type: 'string', default: '1' },
    dry: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const [share, residents, each, year, seed] = [
    values.share,
    values.residents,
    values.requests,
    values.year,
    values.seed,
  ].map(Number) as [number, number, number, number, number];
  const moments = momentsOf(year, Math.round(share * residents * each), random(seed));
  console.error = () => undefined;
  process.env.YIMA_LOG ??= 'off';
  const emulator = new TestEmulator();
  await emulator.start({ sync: 'OFF' });
  const yima = new Yima(emulator);
  const started = performance.now();
  try {
    await yima.start();
    yima.at(moment(`${year}-01-01 00:00`));
    const towns = await seedDistrict(emulator.db);
    await emulator.resetCalls();
    const district = new District(yima, towns, moments, Math.round(residents * share), seed);
    await district.live(moment(`${year + 1}-01-01 00:00`) + 60 * DAY);
    const seconds = (performance.now() - started) / 1000;
    const { total: calls, calls: byName } = await emulator.calls();
    const { rss } = usageOf(emulator.process.pid);
    const counted = await recount(emulator.db, district.filed);
    const page = pageOf({ moments, share, seed, year, district, calls, seconds, rss, counted });
    console.log(page);
    console.log(byName);
    if (!values.dry) write(page);
    if (counted.faults.length > 0) process.exitCode = 1;
  } finally {
    await emulator.process.stop();
  }
}

function pageOf(made: {
  moments: readonly number[];
  share: number;
  seed: number;
  year: number;
  district: District;
  calls: number;
  seconds: number;
  rss: number;
  counted: Recount;
}): string {
  const { moments, share, seed, year, district, calls, seconds, rss, counted } = made;
  const many = (value: number) => Math.round(value).toLocaleString('en');
  const count = moments.length;
  const byDay = tallied(moments, dayNumber);
  const byMonth = tallied(moments, (at) => dayName(at).slice(0, 7));
  const told = !counted.faults.some((fault) => fault.startsWith('slips'));
  const without = byDay.size < 365 ? ` (${365 - byDay.size} days without any)` : '';
  const rows: readonly (readonly [what: string, figure: string])[] = [
    ['requests by month', [...byMonth.values()].map(many).join(' · ')],
    ['busiest day, quietest day', `${Math.max(...byDay.values())}, ${Math.min(...byDay.values())}${without}`],
    [
      'acts of people, of which refused as someone was faster or it had ended',
      `${many(district.acts)}, ${many(district.refused)}`,
    ],
    ['the timer rang', `${many(district.rings)} times`],
    [
      'calls of the SDK, for each request, a second',
      `${many(calls)}, ${(calls / count).toFixed(1)}, ${many(calls / seconds)}`,
    ],
    [
      'slips',
      Object.entries(counted.slips)
        .map(([kind, slips]) => `${kind} ${many(slips)}`)
        .join(', '),
    ],
    ['open two months after the year’s end', many(counted.open)],
    ['rates of the year', counted.rates.join(', ')],
    ['days of rates equal to a recount from the stories', `${many(counted.equal)} of ${many(counted.days)}`],
    ['slips in the story, each told once to each addressee', told ? 'yes' : '**no**'],
    ['what did not hold', counted.faults.slice(0, 5).join('; ') || 'nothing'],
    ['memory of the emulator at the end', `${many(rss)} MB`],
    ['took', `${many(seconds)} s`],
  ];
  return [
    `\`npm run year -- --share ${share} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}: ${many(count)} requests of the ${many(count / share)} that a`,
    `district of a million makes in ${year}, by the hour, the weekday and the holiday, in twenty areas with 800 micro-grids, through the`,
    'functions, the SDK and the emulator; time goes by in steps of five minutes.',
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([what, figure]) => `| ${what} | ${figure} |`),
  ].join('\n');
}

function tallied<K>(moments: readonly number[], of: (at: number) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const at of moments) counts.set(of(at), (counts.get(of(at)) ?? 0) + 1);
  return counts;
}

const [BEGIN, END] = ['<!-- year:begin -->', '<!-- year:end -->'];
function write(text: string): void {
  const file = path.join(ROOT, 'docs/bench.md');
  const page = readFileSync(file, 'utf8');
  const [from, until] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || until < from) throw new Error(`docs/bench.md has lost its marks ${BEGIN} … ${END}`);
  writeFileSync(file, `${page.slice(0, from + BEGIN.length)}\n\n${text}\n\n${page.slice(until)}`);
}

main().catch((error: Error) => {
  console.log(error);
  process.exit(1);
});
