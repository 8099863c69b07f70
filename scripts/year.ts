/**
 * `npm run year`: a district's year. A million residents make 0.3 requests each, at the hours, weekdays and holidays at which
 * people call; `--share` of them go through the real functions, SDK and emulator, while the timer rings. At the end everything
 * is counted again from the stories alone, and must be equal. Writes its figures into docs/bench.md.
 *
 *   npm run year                          --share 0.01: 3,000 requests
 *   npm run year -- --share 0.1 --seed 2  --residents 1000000 --requests 0.3
 *   npm run year -- --dry                 writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { personIdOf } from '@/cloudfunctions/runtime/digest';
import type { DayCounts } from '@/cloudfunctions/runtime/rates';
import type { Input } from '@/contract';
import { countsOf, merged, total } from '@/domain/rates/counts';
import { RATES } from '@/domain/rates/rates';
import type { Ticket } from '@/domain/ticket/ticket';
import { addWorkingMs, isOpen, isWorkday, unitCalendar } from '@/domain/time/calendar';
import {
  DAY,
  dayName,
  dayNumber,
  dayStart,
  HOUR,
  MINUTE,
  moment,
  parseDay,
  weekday,
} from '@/domain/time/day';
import { mustHold } from '@/test/lives/invariants';
import { TestEmulator } from '@/test/support/emulator';
import { type Name, openidOf, Yima } from '@/test/support/yima';
import { ROOT } from './local';
import { type Random, random } from './worlds/random';

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
const CALENDAR = unitCalendar();
/** How many of a day's calls come in each hour: two peaks, a lunch, a long evening. An assumption, as are the next two. */
const HOURS = [
  0.4, 0.3, 0.2, 0.2, 0.2, 0.5, 1.2, 2.6, 5.6, 8.6, 8.9, 7.2, 4.2, 4.6, 7.0, 7.6, 7.4, 6.4, 5.2, 4.8, 4.4,
  3.6, 2.2, 1.0,
];
/** A day off against a working day, and the first two days after a long rest. */
const [OFF, AFTER] = [0.45, 1.35];
/** Heating brings more from mid-November to mid-March. */
const HEATING = 1.25;
/** What is asked for, of a hundred. */
const SERVICES = { 'street-lamp': 62, policy: 20, roof: 12, sewer: 4, gas: 2 };
/** The timer is let ring at least so often; and whenever something is due. */
const RING = 6 * HOUR;

interface Planned {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** What is to happen, the next first. */
class Agenda {
  private readonly heap: Planned[] = [];
  get next(): Planned | undefined {
    return this.heap[0];
  }
  add(planned: Planned): void {
    const { heap } = this;
    let at = heap.push(planned) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((heap[above] as Planned).at <= planned.at) break;
      heap[at] = heap[above] as Planned;
      at = above;
    }
    heap[at] = planned;
  }
  take(): Planned | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const lower =
        right < heap.length && (heap[right] as Planned).at < (heap[left] as Planned).at ? right : left;
      if (lower >= heap.length || (heap[lower] as Planned).at >= last.at) break;
      heap[at] = heap[lower] as Planned;
      at = lower;
    }
    heap[at] = last;
    return first;
  }
}

/** Moments of the year's requests, in order: `count` of them over its days and hours. */
function momentsOf(year: number, count: number, chance: Random): number[] {
  const first = parseDay(`${year}-01-01`);
  const weights: number[] = [];
  for (let day = first; day < parseDay(`${year + 1}-01-01`); day++) {
    const noon = dayStart(day) + 12 * HOUR;
    const working = isWorkday(CALENDAR, noon);
    const rested =
      working && [1, 2].some((back) => !isWorkday(CALENDAR, noon - back * DAY) && weekday(noon) > 2);
    const [month, date] = [dayName(noon).slice(5, 7), dayName(noon).slice(8)].map(Number) as [number, number];
    const heating = month < 3 || month === 12 || (month === 3 && date < 15) || (month === 11 && date >= 15);
    weights.push((working ? (rested ? AFTER : 1) : OFF) * (heating ? HEATING : 1));
  }
  const day = drawer(weights, chance);
  const hour = drawer(HOURS, chance);
  return Array.from(
    { length: count },
    () =>
      dayStart(first + day()) + hour() * HOUR + chance.between(0, 59) * MINUTE + chance.between(0, 59) * 1000,
  ).sort((a, b) => a - b);
}

/** Draws an index, each as often as its weight says. */
function drawer(weights: readonly number[], chance: Random): () => number {
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return () => {
    let left = chance.next() * sum;
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return index;
    }
    return weights.length - 1;
  };
}

async function main(): Promise<void> {
  const [share, residents, each, year, seed] = [
    values.share,
    values.residents,
    values.requests,
    values.year,
    values.seed,
  ].map(Number) as [number, number, number, number, number];
  const count = Math.round(share * residents * each);
  const chance = random(seed);
  const moments = momentsOf(year, count, chance);
  console.error = () => undefined;
  process.env.YIMA_LOG ??= 'off';
  const emulator = new TestEmulator();
  await emulator.start({ sync: 'OFF' });
  const yima = new Yima(emulator);
  const started = performance.now();
  try {
    await yima.start();
    yima.at(moment(`${year}-01-01 00:00`));
    await emulator.resetCalls();
    const district = new District(yima, chance);
    for (const at of moments) district.agenda.add({ at, run: () => district.file() });
    await district.live(moment(`${year + 1}-01-01 00:00`) + 60 * DAY);
    const { total: calls } = await emulator.calls();
    const tickets = await everything<Ticket>(yima, 'tickets');
    const days = (await everything<DayCounts>(yima, 'rates')).filter(({ rows }) => rows);
    const faults = [...recounted(tickets, days, district), ...(await slipsTold(yima, tickets))];
    const seconds = (performance.now() - started) / 1000;
    const page = pageOf({
      count,
      share,
      seed,
      year,
      tickets,
      days,
      district,
      calls,
      seconds,
      faults,
      moments,
    });
    console.log(page);
    if (!values.dry) write(page);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await emulator.process.stop();
  }
}

/** The people of a district over a year: who files, who works, who judges; some late, a few never. */
class District {
  readonly agenda = new Agenda();
  readonly filed: string[] = [];
  rings = 0;
  acts = 0;
  refused = 0;
  private readonly service: () => number;

  constructor(
    private readonly yima: Yima,
    private readonly chance: Random,
  ) {
    this.service = drawer(Object.values(SERVICES), chance);
  }

  /** Everything that is planned, in order; the timer rings in between. */
  async live(until: number): Promise<void> {
    const { yima, agenda } = this;
    for (let rung = yima.now; ; ) {
      const event = agenda.next && agenda.next.at < until ? agenda.next.at : until;
      const { data } = await yima.emulator.db
        .collection('tickets')
        .where({ wakeAt: yima.emulator.db.command.gt(0) })
        .orderBy('wakeAt', 'asc')
        .limit(1)
        .get();
      const due =
        Math.ceil(Math.max((data[0] as Ticket | undefined)?.wakeAt ?? until, rung + 1) / MINUTE) * MINUTE;
      const ring = Math.min(due, rung + RING);
      if (Math.min(event, ring) >= until) break;
      if (ring <= event) {
        yima.at(ring);
        rung = ring;
        this.rings += 1;
        await yima.tick();
      } else {
        yima.at(event);
        await (agenda.take() as Planned).run();
        if (this.filed.length % 100 === 0)
          process.stderr.write(`\r${dayName(yima.now)} ${this.filed.length} `);
      }
    }
    process.stderr.write('\n');
  }

  async file(): Promise<void> {
    const { yima, chance } = this;
    const service = Object.keys(SERVICES)[this.service()] as string;
    const answers = service === 'gas' ? [{ id: 'now', answer: '没有了' }] : undefined;
    const who = `guest${chance.between(0, 9999)}` as Name;
    const filing = yima.filing({ service, text: `第${this.filed.length}件`, ...(answers && { answers }) });
    const { id } = await yima.call(who, 'ticket.file', filing);
    this.filed.push(id);
    this.later(id, this.soon(2));
  }

  /** Somebody looks at it again at this moment. */
  private later(id: string, at: number): void {
    this.agenda.add({ at, run: () => this.act(id) });
  }

  /** Some working hours from now, around `hours`; one in twenty forgets it for days. */
  private soon(hours: number): number {
    const { chance, yima } = this;
    const forgotten = chance.next() < 0.05 ? chance.between(16, 64) : 0;
    return addWorkingMs(CALENDAR, yima.now, ((0.2 + 1.6 * chance.next()) * hours + forgotten) * HOUR).at;
  }

  private async move(who: Name, id: string, move: Input<'ticket.move'>['move'], given = {}): Promise<void> {
    this.acts += 1;
    const outcome = await this.yima.outcome(who, 'ticket.move', this.yima.move(id, move, given));
    if (outcome !== 'ok') this.refused += 1;
  }

  /** The next thing that somebody does about it, whatever the clock has done meanwhile. */
  private async act(id: string): Promise<void> {
    const { yima, chance } = this;
    const [ticket] = (await yima.emulator.db.collection('tickets').doc(id).get()).data as [Ticket];
    const worker = (ticket.handler?.person.slice(2) ?? 'qian') as Name;
    const reporter = this.nameOf(ticket);
    // those at work are at work in the office's hours, but danger does not wait
    if (['dispatched', 'signed', 'working'].includes(ticket.state) && !isOpen(CALENDAR, yima.now)) {
      if (ticket.urgency !== 'L1' && ticket.urgency !== 'L2') return this.later(id, this.soon(0.5));
    }
    switch (ticket.state) {
      case 'submitted': {
        const [choice] = await yima.call('qian', 'ticket.assignees', { id });
        if (choice) await this.move('qian', id, 'dispatch', { post: choice.post, person: choice.person });
        return this.later(id, this.soon(1));
      }
      case 'dispatched':
        await this.move(worker, id, 'sign');
        return this.later(id, this.soon(2));
      case 'signed':
        await this.move(worker, id, 'contact', { contact: 'phone' });
        return this.later(id, this.soon(12));
      case 'working': {
        if (ticket.asked === 0 && chance.next() < 0.06) {
          await this.move(worker, id, 'ask', { text: '是哪一层？' });
          return this.later(id, yima.now + chance.between(1, 200) * HOUR);
        }
        const photos = ticket.evidence === 'required' ? [await yima.photo(worker, id)] : [];
        await this.move(worker, id, 'resolve', { result: 'solved', text: '办好了', photos });
        return this.later(id, yima.now + chance.between(1, 70) * HOUR);
      }
      case 'need_info':
        await this.move(reporter, id, 'answer', { text: '二层' });
        return this.later(id, this.soon(4));
      case 'checking':
        await this.move('sun', id, 'check', { passed: true });
        return this.later(id, this.soon(4));
      case 'resolved': {
        if (chance.next() < 0.5) return;
        const level = [5, 5, 5, 5, 5, 5, 4, 4, 3, 2][chance.between(0, 9)];
        await this.move(reporter, id, 'rate', { level, ...(level === 2 && { reasons: ['slow'] }) });
        if (level === 2) this.later(id, this.soon(4));
        return;
      }
      default:
        return;
    }
  }

  private readonly names = new Map<string, Name>();
  private nameOf({ reporter }: Ticket): Name {
    if (this.names.size === 0)
      for (let index = 0; index < 10_000; index++) {
        const name = `guest${index}` as const;
        this.names.set(personIdOf(openidOf(name)), name);
      }
    return this.names.get(reporter.id) ?? 'nobody';
  }
}

async function everything<T extends { _id: string }>(yima: Yima, collection: string): Promise<T[]> {
  const { db } = yima.emulator;
  const rows: T[] = [];
  for (;;) {
    const last = rows.at(-1)?._id;
    const { data } = await db
      .collection(collection)
      .where(last ? { _id: db.command.gt(last) } : {})
      .orderBy('_id', 'asc')
      .limit(500)
      .get();
    rows.push(...(data as T[]));
    if (data.length < 500) return rows;
  }
}

/** What is wrong: tickets that are not there, that break a rule, or rates that are not what the stories say. */
function recounted(tickets: readonly Ticket[], days: readonly DayCounts[], { filed }: District): string[] {
  const faults: string[] = [];
  const there = new Set(tickets.map(({ _id }) => _id));
  for (const id of filed) if (!there.has(id)) faults.push(`lost: ${id}`);
  if (tickets.length !== filed.length) faults.push(`${tickets.length} stored, ${filed.length} filed`);
  for (const ticket of tickets) {
    try {
      mustHold(ticket, Number.NEGATIVE_INFINITY, false);
    } catch (error) {
      faults.push(`${ticket.no}: ${(error as Error).message}`);
    }
    if (ticket.outbox.length > 0) faults.push(`${ticket.no}: something was promised and not told`);
  }
  for (const { day, rows, area } of days) {
    const from = dayStart(parseDay(day));
    const own = tickets.filter((ticket) => ticket.area === area);
    if (JSON.stringify(countsOf(own, { from, until: from + DAY })) !== JSON.stringify(rows))
      faults.push(`rates of ${day} in ${area} are not what the stories say`);
  }
  return faults;
}

/** Every slip stands in the story once, and each of its addressees was told once. */
async function slipsTold(yima: Yima, tickets: readonly Ticket[]): Promise<string[]> {
  const notices = (
    await everything<{ _id: string; kind: string; to: string; at: number; about: { id: string } }>(
      yima,
      'notices',
    )
  ).filter(({ kind }) => kind.startsWith('slip-'));
  const told = notices.map(({ kind, to, at, about }) => `${about.id} ${kind} ${at} ${to}`).sort();
  const owed = tickets
    .flatMap(({ _id, slips }) =>
      slips.flatMap(({ kind, at, to }) => to.map((who) => `${_id} slip-${kind} ${at} ${who}`)),
    )
    .sort();
  const numbers = tickets.flatMap(({ slips }) => slips.map(({ no }) => no));
  const missing = owed.filter((line) => !told.includes(line)).length;
  return [
    ...(told.join() === owed.join()
      ? []
      : [`slips: ${owed.length} owed, ${told.length} told, ${missing} missing`]),
    ...(new Set(numbers).size === numbers.length ? [] : ['two slips with one number']),
  ];
}

function pageOf(made: {
  count: number;
  share: number;
  seed: number;
  year: number;
  tickets: readonly Ticket[];
  days: readonly DayCounts[];
  district: District;
  calls: number;
  seconds: number;
  faults: readonly string[];
  moments: readonly number[];
}): string {
  const { count, share, seed, year, tickets, days, district, calls, seconds, faults, moments } = made;
  const many = (value: number) => Math.round(value).toLocaleString('en');
  const byDay = new Map<number, number>();
  for (const at of moments) byDay.set(dayNumber(at), (byDay.get(dayNumber(at)) ?? 0) + 1);
  const slips: Record<string, number> = {};
  for (const { kind } of tickets.flatMap((ticket) => ticket.slips)) slips[kind] = (slips[kind] ?? 0) + 1;
  const sums = total(merged(days.flatMap(({ rows }) => rows)));
  const rates = RATES.map((rate) => {
    const { numerator, denominator } = sums[rate];
    return `${rate} ${denominator === 0 ? '–' : `${((numerator * 100) / denominator).toFixed(1)} %`}`;
  });
  const busiest = Math.max(...byDay.values());
  const open = tickets.filter(({ closedAt }) => closedAt === null).length;
  const month = (at: number) => dayName(at).slice(0, 7);
  const months = new Map<string, number>();
  for (const at of moments) months.set(month(at), (months.get(month(at)) ?? 0) + 1);
  return [
    `\`npm run year -- --share ${share} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}: ${many(count)} requests of the ${many(count / share)} that a`,
    `district of a million makes in ${year}, by the hour, the weekday and the holiday, through the functions, the SDK and the emulator.`,
    '',
    '| | |',
    '|---|---|',
    `| requests by month | ${[...months.values()].join(' ')} |`,
    `| busiest day, quietest day | ${busiest}, ${Math.min(...byDay.values())}${byDay.size < 365 ? ` (${365 - byDay.size} days without any)` : ''} |`,
    `| acts of people, of which refused as someone was faster or it had ended | ${many(district.acts)}, ${district.refused} |`,
    `| the timer rang | ${many(district.rings)} times |`,
    `| calls of the SDK, for each request | ${many(calls)}, ${(calls / count).toFixed(1)} |`,
    `| slips | ${Object.entries(slips)
      .map(([kind, n]) => `${kind} ${n}`)
      .join(', ')} |`,
    `| open two months after the year’s end | ${open} |`,
    `| rates of the year | ${rates.join(', ')} |`,
    `| days of rates equal to a recount from the stories | ${days.length - faults.filter((fault) => fault.startsWith('rates')).length} of ${days.length} |`,
    `| slips in the story, each told once to each addressee | ${faults.some((fault) => fault.startsWith('slips')) ? '**no**' : 'yes'} |`,
    `| what did not hold | ${faults.length === 0 ? 'nothing' : faults.slice(0, 5).join('; ')} |`,
    `| took | ${many(seconds)} s |`,
  ].join('\n');
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
