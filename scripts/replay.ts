/**
 * `npm run replay -- FILE.jsonl`: feeds requests from a file through the real action, each as another resident, into
 * a cloud of its own that is thrown away. Then lets the clock run and counts what the jobs wrote. Format and rules:
 * `docs/data.md`.
 *
 *   --limit N    only the first N lines
 *   --weeks N    weeks that pass afterwards without anybody doing anything; 4 unless said, 0 for none
 *
 * Ends with 1 when a request was lost: neither refused with a reason nor found again word for word.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import { TEXT_MAX, type TicketView } from '@/contract';
import { parseCatalogue } from '@/contract/catalogue';
import { text } from '@/contract/text';
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import menu from '@/domain/catalogue/default.json';
import type { Place } from '@/domain/org/org';
import type { Ticket } from '@/domain/ticket/ticket';
import { Phone, Refused, ROOT, startLocal } from './local';
import { databaseOf, loadWorld } from './worlds/build';
import type { Database } from './worlds/load';
import { yanman } from './worlds/yanman';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const CHINA = 8 * HOUR;
/** The longest address of a request. */
const ADDRESS_MAX = 60;

const Line = z.looseObject({
  id: z.optional(z.union([z.string(), z.number()])),
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  askedAt: z.optional(z.union([z.string(), z.number()])),
  place: z.optional(z.string()),
  category: z.optional(z.string()),
  answers: z.optional(z.record(z.string(), z.string())),
});
type Line = z.infer<typeof Line>;

/** One line of the file, ready to be sent, or why it cannot be. */
type Request = { readonly name: string; readonly at: number } & (
  | { readonly line: Line; readonly index: number }
  | { readonly fault: string }
);

interface Accepted {
  readonly name: string;
  readonly user: string;
  readonly ticket: TicketView;
  readonly said: string;
}

const catalogue: Catalogue = parseCatalogue(menu);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, weeks: { type: 'string', default: '4' } },
  });
  const file = positionals[0];
  const weeks = Number(values.weeks);
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!file || Number.isNaN(weeks) || Number.isNaN(limit))
    throw new Error('usage: npm run replay -- FILE.jsonl [--limit N] [--weeks N]');
  buildFunctions();

  // The week of the file and those after it end about now, so that the published calendar covers them.
  const monday = mondayBefore(Date.now() - (weeks + 1) * WEEK);
  const requests = readRequests(file, monday, limit);
  const world = yanman(monday);
  const cloud = await startLocal({ dataDir: null });
  try {
    const db = databaseOf(cloud);
    await loadWorld(db, world);
    const phone = new Phone(cloud.url);
    await phone.clockTo(monday, false);
    const started = Date.now();
    const { accepted, refused } = await feed(phone, requests, world.places);
    const seconds = (Date.now() - started) / 1000;
    const lost = await lostOf(db, accepted);
    report({ file, requests, accepted, refused, lost, seconds });
    if (weeks > 0) await letPass(phone, db, monday + WEEK, weeks);
    process.exitCode = lost.length > 0 || accepted.length + refused.length !== requests.length ? 1 : 0;
  } finally {
    await cloud.stop();
  }
}

function buildFunctions(): void {
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, 'scripts/build.ts', '--if-changed', '--only', 'functions'],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
}

/** Midnight (ms) of the Monday at or before a moment, in China. */
function mondayBefore(at: number): number {
  const day = Math.floor((at + CHINA) / DAY);
  return (day - ((day + 3) % 7)) * DAY - CHINA;
}

/** The lines in the order of the week; those without a time come in the file's order, a minute apart, on Monday. */
function readRequests(file: string, monday: number, limit: number): Request[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((raw) => raw.trim())
    .filter(Boolean)
    .slice(0, limit);
  return lines
    .map((raw, index): Request => {
      const nth = `第 ${index + 1} 行`;
      const at = monday + 9 * HOUR + index * 60_000;
      const parsed = Line.safeParse(parse(raw));
      if (!parsed.success)
        return {
          name: nth,
          at,
          fault: `不是约定的格式（${parsed.error.issues[0]?.path.join('.') || 'JSON'}）`,
        };
      const line = parsed.data;
      const name = line.id === undefined ? nth : String(line.id);
      if (!line.subject?.trim() && !line.text?.trim())
        return { name, at, fault: '没有内容（subject、text）' };
      const asked = line.askedAt === undefined ? null : momentOf(line.askedAt);
      if (Number.isNaN(asked)) return { name, at, fault: '时间看不懂（askedAt）' };
      return { name, at: asked === null ? at : inWeek(asked, monday), line, index };
    })
    .sort((a, b) => a.at - b.at);
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** `2019/2/28 11:25:05` and `2019-02-28 11:25` are Chinese time; a time with its own zone, or ms, is what it says. */
function momentOf(asked: string | number): number {
  if (typeof asked === 'number') return asked;
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
    asked.trim(),
  );
  if (!found) return Date.parse(asked);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second) - CHINA;
}

/** The same weekday and time of day in the week that begins with `monday`. */
const inWeek = (at: number, monday: number): number => monday + ((((at - monday) % WEEK) + WEEK) % WEEK);

async function feed(phone: Phone, requests: readonly Request[], places: readonly Place[]) {
  const accepted: Accepted[] = [];
  const refused: { name: string; reason: string }[] = [];
  const bar = progress('提交', requests.length);
  for (const [done, request] of requests.entries()) {
    const { name } = request;
    if ('fault' in request) refused.push({ name, reason: request.fault });
    else {
      await phone.clockTo(request.at);
      try {
        accepted.push(await send(phone, request, places));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const field = typeof error.details.field === 'string' ? `（${error.details.field}）` : '';
        refused.push({ name, reason: `${error.code} ${error.message}${field}` });
      }
    }
    bar(done + 1);
  }
  return { accepted, refused };
}

async function send(
  phone: Phone,
  { name, line, index }: Extract<Request, { line: Line }>,
  places: readonly Place[],
): Promise<Accepted> {
  const { subject = '', text: body = '', place: wanted = '', answers = {} } = line;
  const said = [subject, body].filter(Boolean).join('\n');
  const found = places.find((place) => `${wanted}\n${said}`.includes(place.name));
  const place = found ?? places[index % places.length];
  const user = `wx-replay-${index}`;
  const ticket = await phone.call(user, 'ticket.file', {
    key: createHash('sha256').update(`${index}`).digest('hex').slice(0, 32),
    service: serviceFor(line, said).id,
    scene: sceneOf(place?._id ?? ''),
    address: wanted.slice(0, ADDRESS_MAX),
    text: said,
    answers: Object.entries(answers).map(([id, answer]) => ({ id, answer })),
    photos: [],
    contact: { name: '', phone: `1700000${String(index % 10_000).padStart(4, '0')}` },
  });
  return { name, user, ticket, said };
}

/** The service a line names, else the problem or advice whose words it uses most (a letter is no order), else 其他问题. */
function serviceFor({ category, subject = '', answers }: Line, said: string): Service {
  const named = catalogue.services.find(({ id, name }) => id === category || name === category);
  if (named) return named;
  const other = catalogue.services.find(({ id }) => id === 'other') as Service;
  let best = { service: other, score: 3 };
  for (const service of catalogue.services) {
    // A form that asks something first cannot be filled in from a letter; nobody invents the answer.
    if (service.kind === 'order') continue;
    if (service.questions.some(({ id, required }) => required && !answers?.[id])) continue;
    const score = service.keywords.reduce(
      (sum, word) =>
        sum + word.length ** 2 * ((subject.includes(word) ? 2 : 0) + (said.includes(word) ? 1 : 0)),
      0,
    );
    if (score > best.score) best = { service, score };
  }
  return best.service;
}

/** The accepted that are not in the database, or not with the words that were sent. */
async function lostOf(db: Database, accepted: readonly Accepted[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { name, ticket, said } of accepted) {
    const { data } = await db.collection('tickets').doc(ticket.id).get();
    const stored = data[0] as Ticket | undefined;
    if (!stored || stored.text !== text(TEXT_MAX).parse(said)) lost.push(name);
  }
  return lost;
}

function report(run: {
  file: string;
  requests: readonly Request[];
  accepted: readonly Accepted[];
  refused: readonly { name: string; reason: string }[];
  lost: readonly string[];
  seconds: number;
}): void {
  const { requests, accepted, refused, lost, seconds } = run;
  const pool = accepted.filter(({ ticket }) => ticket.handler === null).length;
  console.log(
    `\n${path.basename(run.file)}：${requests.length} 行，${seconds.toFixed(1)} 秒（每件 ${((seconds / requests.length) * 1000).toFixed(0)} 毫秒）`,
  );
  console.log(`  受理 accepted    ${accepted.length}`);
  console.log(`  退回 refused     ${refused.length}`);
  for (const [reason, names] of tally(refused, ({ reason }) => reason))
    console.log(
      `    ${names.length} × ${reason}：${names
        .slice(0, 5)
        .map(({ name }) => name)
        .join('、')}`,
    );
  console.log(`  丢失 lost        ${lost.length}${lost.length > 0 ? `：${lost.join('、')}` : ''}`);
  console.log(`  立刻派到人 dispatched ${accepted.length - pool}，待派单 pool ${pool}`);
  console.log('  派给了谁 to whom');
  show(
    tally(
      accepted.filter(({ ticket }) => ticket.handler),
      ({ ticket }) => ticket.handler?.unit ?? '',
    ),
    12,
  );
  console.log('  按哪一项 as what');
  show(
    tally(accepted, ({ ticket }) => ticket.title),
    12,
  );
}

function tally<T>(things: readonly T[], by: (thing: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(by(thing), [...(groups.get(by(thing)) ?? []), thing]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function show(groups: readonly [string, readonly unknown[]][], most: number): void {
  for (const [name, members] of groups.slice(0, most))
    console.log(`    ${String(members.length).padStart(4)}  ${name}`);
  const rest = groups.slice(most);
  if (rest.length > 0)
    console.log(
      `    ${String(rest.reduce((sum, [, members]) => sum + members.length, 0)).padStart(4)}  其余 ${rest.length} 个`,
    );
}

/** Lets weeks go by, an hour at a time, while nobody does anything, and counts what the clock did by itself. */
async function letPass(phone: Phone, db: Database, from: number, weeks: number): Promise<void> {
  const hours = weeks * 7 * 24;
  const bar = progress(`\n过 ${weeks} 周`, hours);
  const started = Date.now();
  for (let hour = 1; hour <= hours; hour++) {
    await phone.clockTo(from + hour * HOUR);
    bar(hour);
  }
  const tickets = await all<Ticket>(db, 'tickets');
  const moves = ['remind', 'nudge', 'slip'] as const;
  const count = (move: string, until: number) =>
    tickets.reduce(
      (sum, { history }) => sum + history.filter((entry) => entry.move === move && entry.at < until).length,
      0,
    );
  console.log(`\n${weeks} 周过去，没有人动手（${((Date.now() - started) / 1000).toFixed(1)} 秒）`);
  console.log('            未签收提醒  75% 催办  提醒单');
  for (let week = 0; week <= weeks; week++) {
    const counts = moves.map((move) => String(count(move, from + week * WEEK)).padStart(8));
    console.log(`  ${week === 0 ? '提交当周末' : `第 ${week} 周末  `} ${counts.join('  ')}`);
  }
  const slips = tickets.flatMap((ticket) => ticket.slips);
  const notices = await db.collection('notices').count();
  console.log(
    `  提醒单 slips ${slips.length}，编号不重复 ${new Set(slips.map(({ no }) => no)).size}；通知 notices ${notices.total}`,
  );
  const open = tally(tickets, ({ state }) => state).map(([state, list]) => `${state} ${list.length}`);
  console.log(`  现在 now：${open.join('，')}`);
}

/** Every document of a collection, page by page. */
async function all<T extends { _id: string }>(db: Database, collection: string): Promise<T[]> {
  const found: T[] = [];
  for (let after = ''; ; ) {
    const { data } = await db
      .collection(collection)
      .where({ _id: db.command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(500)
      .get();
    found.push(...(data as T[]));
    if (data.length < 500) return found;
    after = found.at(-1)?._id ?? '';
  }
}

/** A bar on a screen; one line each tenth where there is none. */
function progress(what: string, total: number): (done: number) => void {
  let shown = -1;
  const cells = process.stdout.isTTY ? 40 : 10;
  return (done) => {
    const filled = Math.floor((done / total) * cells);
    if (filled === shown) return;
    shown = filled;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r${what} ${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${done}/${total}`);
      if (done === total) process.stdout.write('\n');
    } else console.log(`${what.trim()} ${done}/${total}`);
  };
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
