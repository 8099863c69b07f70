/**
 * `npm run measure:suggest -- FILE.jsonl`: how well words alone tell what they are about. FILE has one request per
 * line: `subject`, `text` and, for the first part, `topClass`. Nothing that is learnt here is kept or shipped.
 *
 * 1. Fits weights for the classes of `topClass` on one half, with the very pieces that `suggest` looks at, and says
 *    how often the other half finds its class first and among three; with refusing, how many are answered and how
 *    many of those answers are right. Ten halves; the mean, the lowest and the highest.
 * 2. What the shipped suggester, which knows only the menu, does with all of them.
 * 3. How often danger is heard in them.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { emergencyIn } from '@/domain/catalogue/emergency';
import { piecesOf, plain, suggest } from '@/domain/catalogue/suggest';
import { random } from './worlds/random';

const HALVES = 10;
const FOLDS = 5;
/** Refusing is set on the half that is learnt from, so that this part of the answers is right there. */
const RIGHT_ENOUGH = [0.75, 0.85];

/** Services of the default menu that a class may well mean. Advice fits any class and is counted apart. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  城乡建设:
    'street-light road sewer garbage no-water no-power gas-smell gas-check illegal-building fire-lane fire-check noise homestead house-repair plumbing fallen-tree straw-burning'.split(
      ' ',
    ),
  环境保护: 'river straw-burning garbage noise sewer'.split(' '),
  交通运输: 'road fire-lane street-light'.split(' '),
  教育文体: 'after-school training venue'.split(' '),
  劳动和社会保障: 'jobs training legal-advice living-allowance age-allowance elder-card'.split(' '),
  商贸旅游: 'sell-produce small-loan contract-check'.split(' '),
  卫生计生: 'doctor blood-pressure clinic-ride living-allowance'.split(' '),
};

const Line = z.looseObject({
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  topClass: z.optional(z.string()),
});

interface Row {
  readonly said: string;
  readonly of: string | undefined;
  readonly pieces: readonly string[];
}

/** Classes by how much the pieces speak for them, best first. */
type Model = (pieces: readonly string[]) => { of: string; score: number }[];

/** Added to every count, so that a piece never met does not decide alone. */
const SMOOTH = 0.1;

/** Complement naive Bayes: a class is judged by the pieces of all others, which is kinder to small classes. */
function learn(rows: readonly Row[]): Model {
  const seen = new Map<string, number>();
  for (const { pieces } of rows) for (const piece of pieces) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  const rarity = new Map(
    [...seen]
      .filter(([, times]) => times > 1)
      .map(([piece, times]) => [piece, Math.log((1 + rows.length) / times)] as const),
  );
  /** What each known piece of a text is worth in it; the whole has length 1. */
  const worths = (pieces: readonly string[]) => {
    const mine = pieces.filter((piece) => rarity.has(piece));
    const length = Math.hypot(...mine.map((piece) => rarity.get(piece)!)) || 1;
    return mine.map((piece) => [piece, rarity.get(piece)! / length] as const);
  };
  const classes = [...new Set(rows.map((row) => row.of!))];
  const weights = classes.map((of) => {
    const counts = new Map([...rarity.keys()].map((piece) => [piece, SMOOTH]));
    for (const row of rows)
      if (row.of !== of)
        for (const [piece, worth] of worths(row.pieces)) counts.set(piece, counts.get(piece)! + worth);
    const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
    return new Map([...counts].map(([piece, count]) => [piece, -Math.log(count / all)]));
  });
  return (pieces) => {
    const mine = worths(pieces);
    return classes
      .map((of, at) => ({
        of,
        score: mine.reduce((sum, [piece, worth]) => sum + worth * weights[at]!.get(piece)!, 0),
      }))
      .sort((a, b) => b.score - a.score);
  };
}

interface Answer {
  readonly right: boolean;
  readonly amongThree: boolean;
  /** How far the first is ahead of the second. */
  readonly lead: number;
}

function answersOf(model: Model, rows: readonly Row[]): Answer[] {
  return rows.map(({ pieces, of }) => {
    const ranked = model(pieces);
    return {
      right: ranked[0]?.of === of,
      amongThree: ranked.slice(0, 3).some((one) => one.of === of),
      lead: (ranked[0]?.score ?? 0) - (ranked[1]?.score ?? 0),
    };
  });
}

/** The smallest lead from which on the answers to rows that were held back are right often enough. */
function leadNeeded(rows: readonly Row[], enough: number): number {
  const answers = Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(rows.filter((_, at) => at % FOLDS !== fold));
    return answersOf(
      model,
      rows.filter((_, at) => at % FOLDS === fold),
    );
  }).flat();
  answers.sort((a, b) => b.lead - a.lead);
  let right = 0;
  let needed = Number.POSITIVE_INFINITY;
  answers.forEach((answer, at) => {
    right += answer.right ? 1 : 0;
    if (at >= 9 && right / (at + 1) >= enough) needed = answer.lead;
  });
  return needed;
}

const share = (of: readonly Answer[], which: (answer: Answer) => boolean) =>
  of.length === 0 ? 0 : of.filter(which).length / of.length;
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const spread = (all: readonly number[]) =>
  `${percent(all.reduce((sum, one) => sum + one, 0) / all.length)} (${percent(Math.min(...all))} – ${percent(Math.max(...all))})`;

function measureFit(rows: readonly Row[]): void {
  const runs = Array.from({ length: HALVES }, (_, seed) => {
    const [half, other] = halves(rows, seed + 1);
    const answers = answersOf(learn(half), other);
    const given = RIGHT_ENOUGH.map((enough) => {
      const needed = leadNeeded(half, enough);
      return answers.filter(({ lead }) => lead >= needed);
    });
    return { answers, given };
  });
  console.log(`fit on half, asked the other half, ${HALVES} times: mean (lowest – highest)`);
  const first = runs.map(({ answers }) => share(answers, ({ right }) => right));
  const three = runs.map(({ answers }) => share(answers, ({ amongThree }) => amongThree));
  console.log(`  always answering: first ${spread(first)}, among three ${spread(three)}`);
  RIGHT_ENOUGH.forEach((enough, at) => {
    const given = runs.flatMap((run) => run.given[at]!);
    const answered = runs.map((run) => run.given[at]!.length / run.answers.length);
    console.log(`  refusing, set to ${percent(enough)}: answered ${spread(answered)},`);
    console.log(
      `    of all answers first ${percent(share(given, ({ right }) => right))}, among three ${percent(share(given, ({ amongThree }) => amongThree))}`,
    );
  });
}

/** Two halves with the classes in equal parts, another pair for each seed. */
function halves(rows: readonly Row[], seed: number): [Row[], Row[]] {
  const sorted = random(seed)
    .shuffled(rows)
    .sort((a, b) => a.of!.localeCompare(b.of!));
  return [sorted.filter((_, at) => at % 2 === 0), sorted.filter((_, at) => at % 2 === 1)];
}

function measureShipped(rows: readonly Row[]): void {
  const catalogue = parseCatalogue(menu);
  const advice = new Set(catalogue.services.filter(({ kind }) => kind === 'advice').map(({ id }) => id));
  const offers = rows.map(({ said, of }) => ({
    of,
    ids: suggest(catalogue, said).map(({ service }) => service.id),
  }));
  const offered = offers.filter(({ ids }) => ids.length > 0);
  console.log(
    `the shipped suggester: offers for ${offered.length} of ${rows.length}, refuses ${rows.length - offered.length}`,
  );
  const labelled = offered.filter(({ of }) => of !== undefined && FITTING[of]);
  if (labelled.length === 0) return;
  const fits = (of: string | undefined, id: string | undefined) =>
    Boolean(id && FITTING[of ?? '']?.includes(id));
  const count = (which: (offer: (typeof offers)[number]) => boolean) => labelled.filter(which).length;
  console.log(`  first one fits the class ${count(({ of, ids }) => fits(of, ids[0]))}`);
  console.log(`  first one is advice, which fits any ${count(({ ids }) => advice.has(ids[0]!))}`);
  console.log(
    `  one of three fits or is advice ${count(({ of, ids }) => ids.some((id) => fits(of, id) || advice.has(id)))}`,
  );
  for (const of of Object.keys(FITTING)) {
    const mine = offers.filter((offer) => offer.of === of);
    if (mine.length === 0) continue;
    const given = mine.filter(({ ids }) => ids.length > 0);
    console.log(
      `  ${of}: ${mine.length} · offered ${given.length} · fits ${given.filter(({ ids }) => fits(of, ids[0])).length} · advice ${given.filter(({ ids }) => advice.has(ids[0]!)).length}`,
    );
  }
}

function main(): void {
  const file = process.argv[2];
  if (!file) throw new Error('npm run measure:suggest -- FILE.jsonl');
  const read = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Line.parse(JSON.parse(line)));
  const rowsOf = (saidOf: (line: (typeof read)[number]) => string): Row[] =>
    read.map((line) => {
      const said = saidOf(line);
      // what people say first is what it is about: it counts twice, as early words do in `suggest`
      const pieces = [said, line.subject ?? ''].flatMap((part) => [...piecesOf(plain(part))]);
      return { said, of: line.topClass, pieces };
    });
  for (const [name, rows] of [
    ['subject and text', rowsOf(({ subject = '', text = '' }) => `${subject}\n${text}`)],
    ['subject alone', rowsOf(({ subject = '' }) => subject)],
  ] as const) {
    console.log(`\n# ${name}`);
    if (rows.every(({ of }) => of !== undefined)) measureFit(rows);
    measureShipped(rows);
    console.log(
      `danger is heard in ${rows.filter(({ said }) => emergencyIn(said)).length} of ${rows.length}`,
    );
  }
}

main();
