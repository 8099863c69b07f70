/** docs/bench.md: the budgets and what was measured, counts before times. */
import { machine, type Sizes, sizes } from './parts';

export interface Cost {
  readonly name: string;
  readonly who: string;
  /** `ok`, or the refusal. */
  readonly code: string;
  /** Calls of the database, and others (storage, WeChat). */
  readonly database: number;
  readonly other: number;
  /** Documents looked at, and given back. */
  readonly examined: number;
  readonly returned: number;
  /** Index entries that were counted without their documents. */
  readonly entries?: number;
  /** Rows of the answer, where it is a list. */
  readonly rows: number | null;
  readonly bytes: number;
  /** Milliseconds: the emulator's CPU per run, and the whole action's wall time. */
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
  /** The fastest run: what it takes when nothing else is in the way. */
  readonly best: number;
  /** `beyond`: how many documents may be looked at beyond the rows. */
  readonly budget?: { readonly database: number; readonly beyond?: number };
}

export interface Throughput {
  readonly callers: number;
  /** Whole lives per second, and actions per second. */
  readonly perSecond: number;
  readonly actions: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Report {
  readonly steps: readonly {
    readonly tickets: number;
    /** Megabytes of the emulator. */
    readonly rss: number;
    readonly costs: readonly Cost[];
    /** Queries that no index serves. */
    readonly scans: readonly string[];
  }[];
  /** Per second: durable commits, bare HTTP requests, calls of the SDK that do nothing. */
  readonly baseline: { readonly commits: number; readonly http: number; readonly nullCalls: number };
  /** Milliseconds to load each function in a fresh process. */
  readonly starts: Readonly<Record<string, number>>;
  readonly throughput: readonly Throughput[];
  /** What else the machine was doing. */
  readonly note: string;
}

const KB = 1000;
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
const ms = (value: number) => value.toFixed(1);
const many = (value: number) => Math.round(value).toLocaleString('en');

/** What these cost follows from what some people have in hand, or from what changed in an hour: their own measure. */
const NOT_OF_THE_TOWN = ['ticket.file, chosen by load', 'the timer, an hour later', 'the timer, what is due'];

interface Check {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What is over its budget, one line each; empty when all is well. */
export function overBudget(made: Report): string[] {
  return checks(made, sizes())
    .filter(({ met }) => !met)
    .map(({ what, budget, measured }) => `${what}: ${measured} (budget ${budget})`);
}

function checks({ steps, starts }: Report, built: Sizes): Check[] {
  const last = steps.at(-1);
  const first = steps[0];
  if (!last || !first) return [];
  const found: Check[] = [];
  const add = (what: string, budget: string, measured: string, met: boolean) =>
    found.push({ what, budget, measured, met });
  for (const cost of last.costs) {
    if (!cost.budget) continue;
    const { database, beyond } = cost.budget;
    add(`${cost.name}: database calls`, `≤ ${database}`, String(cost.database), cost.database <= database);
    if (beyond !== undefined)
      add(
        `${cost.name}: documents looked at`,
        `≤ rows + ${beyond}`,
        `${cost.examined} for ${cost.returned}`,
        cost.examined <= cost.returned + beyond,
      );
  }
  const grown = last.costs.filter((cost) => {
    const before = first.costs.find(({ name }) => name === cost.name);
    if (!before || NOT_OF_THE_TOWN.some((name) => cost.name.startsWith(name))) return false;
    return (
      cost.database > before.database || cost.examined - cost.returned > before.examined - before.returned + 1
    );
  });
  add(
    `growth from ${many(first.tickets)} to ${many(last.tickets)} tickets: actions that make more calls, or look at more than they give back`,
    'none',
    grown.map(({ name }) => name).join(', ') || 'none',
    grown.length === 0,
  );
  add(
    `memory of the emulator, from ${many(steps.find(({ tickets }) => tickets >= 10_000)?.tickets ?? first.tickets)} to ${many(last.tickets)} tickets`,
    '± 10 %',
    `${many(steps.find(({ tickets }) => tickets >= 10_000)?.rss ?? first.rss)} → ${many(last.rss)} MB`,
    last.rss <= (steps.find(({ tickets }) => tickets >= 10_000)?.rss ?? first.rss) * 1.1,
  );
  add('queries without an index', '0', last.scans.join('; ') || '0', last.scans.length === 0);
  for (const [name, bytes] of Object.entries(built.functions))
    add(`function ${name}`, '≤ 1,200 kB', kb(bytes), bytes <= 1200 * KB);
  if (built.weapp) {
    add('weapp main package', '≤ 600 kB', kb(built.weapp.main), built.weapp.main <= 600 * KB);
    for (const [root, bytes] of Object.entries(built.weapp.packages))
      add(`weapp ${root}`, '≤ 400 kB', kb(bytes), bytes <= 400 * KB);
  }
  if (built.h5) {
    add('H5 first page, gzip', '≤ 170 kB', kb(built.h5.first), built.h5.first <= 170 * KB);
    add('H5 largest further page, gzip', '≤ 6 kB', kb(built.h5.page), built.h5.page <= 6 * KB);
  }
  const sdk = starts['the SDK alone'] ?? 0;
  for (const [name, time] of Object.entries(starts))
    if (name !== 'the SDK alone')
      add(
        `cold start of ${name}`,
        'dominated by the SDK',
        `${ms(time)} ms, of which SDK ${ms(sdk)}`,
        sdk > time / 2,
      );
  return found;
}

/** The whole page. */
export function report(made: Report): string {
  const { steps, baseline, throughput } = made;
  const last = steps.at(-1);
  const judged = checks(made, sizes());
  const lines = [
    '# What it costs',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; ${machine()}. Counts and bytes are the same on every machine; times are`,
    'this one’s, with whatever else it was doing. The functions run in one process over the real SDK, the emulator in another with',
    `durable commits (\`synchronous=FULL\`).${made.note ? ` While this was measured: ${made.note}.` : ''}`,
    '',
    '## Budgets',
    '',
    '| what | budget | measured | |',
    '|---|---|---|---|',
    ...judged.map(
      ({ what, budget, measured, met }) =>
        `| ${what} | ${budget} | ${measured} | ${met ? '✓' : '**over**'} |`,
    ),
    '',
    `## Each action, with ${many(last?.tickets ?? 0)} tickets and a tenth as many wishes`,
    '',
    'As somebody known to a warm instance, which is the usual case; who is not known yet costs one call more. Choosing by load looks at',
    'what these people have in hand, the hourly count at what changed on the day. Counts of what somebody has are made inside an index,',
    'which reads no document; how many entries that were stands after the plus.',
    '',
    '| action | by | database calls | other calls | looked at / given back + counted | answer | p50 ms | p95 ms | emulator CPU ms |',
    '|---|---|---|---|---|---|---|---|---|',
    ...(last?.costs ?? []).map(
      (cost) =>
        `| ${cost.name}${cost.code === 'ok' ? '' : ` (${cost.code})`} | ${cost.who} | ${cost.database} | ${cost.other || ''} | ${cost.examined} / ${cost.returned}${cost.entries ? ` + ${many(cost.entries)}` : ''} | ${kb(cost.bytes)} | ${ms(cost.p50)} | ${ms(cost.p95)} | ${ms(cost.cpu)} |`,
    ),
    '',
    '## Growth',
    '',
    'The fastest run (ms) as the number of tickets grows, and with it a tenth as many wishes: middle times tell more of what else this',
    'machine was doing. A third of them lie in the work area that is asked; with 1,000 some lists are shorter than a page.',
    '',
    `| action | ${steps.map(({ tickets }) => many(tickets)).join(' | ')} | last ÷ first |`,
    `|---|${steps.map(() => '---|').join('')}---|`,
    ...GROWN.map((name) => growthLine(name, made)),
    `| memory of the emulator, MB | ${steps.map(({ rss }) => many(rss)).join(' | ')} | ${ratio(steps.map(({ rss }) => rss))} |`,
    '',
    '![times](bench/times.svg)',
    '',
    '![documents looked at](bench/looked-at.svg)',
    '',
    '![memory](bench/memory.svg)',
    '',
    '## Throughput',
    '',
    `Whole lives (filed, signed, contacted, resolved, rated: 5 actions, ${CALLS} database calls of which ${WRITES} write) by so many callers at once.`,
    '',
    '| callers | lives/s | actions/s | p50 ms | p95 ms | its writes ÷ durable commits of SQLite | its calls ÷ null calls of the SDK | its calls ÷ bare HTTP |',
    '|---|---|---|---|---|---|---|---|',
    ...throughput.map(
      (row) =>
        `| ${row.callers} | ${row.perSecond.toFixed(1)} | ${row.actions.toFixed(0)} | ${ms(row.p50)} | ${ms(row.p95)} | ${share(row.perSecond * WRITES, baseline.commits)} | ${share(row.perSecond * CALLS, baseline.nullCalls)} | ${share(row.perSecond * CALLS, baseline.http)} |`,
    ),
    '',
    `This machine at best, one caller: ${many(baseline.commits)} durable commits of SQLite per second, ${many(baseline.http)} bare HTTP + JSON`,
    `requests, ${many(baseline.nullCalls)} calls of the SDK that find nothing.`,
    '',
  ];
  return lines.join('\n');
}

/** Of one life. */
const [CALLS, WRITES] = [9, 5];
const share = (one: number, other: number): string => `${((one * 100) / other).toFixed(0)} %`;

const GROWN = [
  'ticket.file',
  'ticket.file, chosen by load',
  'ticket.move:sign',
  'ticket.move:resolve',
  'ticket.read',
  'ticket.list:mine',
  'ticket.list:work',
  'ticket.list:pool',
  'ticket.list:late',
  'ticket.similar',
  'wish.wall',
  'wish.move:claim',
  'rates.read',
  'desk.dryrun',
  'the timer, nothing due',
  'the timer, an hour later (rates)',
];

const timesOf = (name: string, { steps }: Report): number[] =>
  steps.map(({ costs }) => costs.find((cost) => cost.name === name)?.best ?? 0);
const ratio = (values: readonly number[]): string =>
  values[0] && values.at(-1) ? `${((values.at(-1) ?? 0) / values[0]).toFixed(2)} ×` : '–';

function growthLine(name: string, made: Report): string {
  const times = timesOf(name, made);
  return `| ${name} | ${times.map((time) => (time ? ms(time) : '–')).join(' | ')} | ${ratio(times)} |`;
}

/** The pictures of the page by name, as SVG. A level line costs the same in a village and in a county. */
export function pictures(made: Report): Readonly<Record<string, string>> {
  const names = GROWN.filter((name) => !name.includes('an hour later'));
  const beyond = (name: string) =>
    made.steps.map(({ costs }) => {
      const cost = costs.find((each) => each.name === name);
      return cost ? cost.examined : 0;
    });
  return {
    times: picture(
      'ms, fastest run',
      made,
      names.map((name) => [name, timesOf(name, made)]),
    ),
    'looked-at': picture(
      'documents looked at',
      made,
      names.map((name) => [name, beyond(name)]),
    ),
    memory: picture('MB of the emulator', made, [['resident memory', made.steps.map(({ rss }) => rss)]]),
  };
}

type Line = readonly [name: string, values: readonly number[]];

/** Values against tickets, both by tens. */
function picture(what: string, { steps }: Report, lines: readonly Line[]): string {
  const [width, height, left, bottom, legend] = [760, 380, 60, 40, 240];
  const tickets = steps.map((step) => step.tickets);
  const tens = (value: number) => Math.log10(Math.max(value, 0.1));
  const [low, high] = [tens(tickets[0] ?? 1), tens(tickets.at(-1) ?? 10)];
  const top = Math.ceil(Math.max(1, ...lines.flatMap(([, values]) => values.map(tens))));
  const x = (value: number) => left + ((tens(value) - low) / (high - low || 1)) * (width - left - legend);
  const y = (value: number) => height - bottom - ((tens(value) + 1) / (top + 1)) * (height - bottom - 20);
  const colours = ['#1f5fa8', '#b3541e', '#2d7d46', '#7b3fa0', '#a81f4b', '#5c6b73'];
  const text = (at: number, up: number, words: string, more = '') =>
    `<text x="${at}" y="${up}" font-size="12" ${more}>${words}</text>`;
  const drawn = lines.map(([name, values], index) => {
    const points = values.map(
      (value, step) => `${x(tickets[step] as number).toFixed(1)},${y(value).toFixed(1)}`,
    );
    const look = `stroke="${colours[index % colours.length]}" stroke-width="2"${index >= colours.length ? ' stroke-dasharray="5 3"' : ''}`;
    const up = 24 + index * 18;
    return (
      `<polyline points="${points.join(' ')}" fill="none" ${look}/>` +
      `<line x1="${width - 225}" y1="${up - 4}" x2="${width - 200}" y2="${up - 4}" ${look}/>` +
      text(width - 194, up, name)
    );
  });
  const grid = Array.from({ length: top + 2 }, (_, ten) => 10 ** (ten - 1)).map(
    (value) =>
      `<line x1="${left}" y1="${y(value)}" x2="${width - legend}" y2="${y(value)}" stroke="#ddd"/>` +
      text(left - 8, y(value) + 4, String(value), 'text-anchor="end"'),
  );
  const ticks = tickets.map((value) =>
    text(x(value), height - bottom + 18, many(value), 'text-anchor="middle"'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" fill="#333">
<rect width="${width}" height="${height}" fill="#fff"/>
${[...grid, ...ticks, ...drawn].join('\n')}
${text(left, height - 4, 'tickets in the database')}
${text(8, 14, what)}
</svg>
`;
}
