/**
 * What a resident's own words may be about: up to three services of the menu, or none. Reads nothing but the menu
 * itself (names, keywords, hints, questions), so an edited menu suggests what it then says. Only ever an offer:
 * the resident taps one or goes on. Measured in `docs/suggest.md`.
 */
import type { Catalogue, Service } from './catalogue';

export interface Suggestion {
  readonly service: Service;
  /** The words of the text that speak for it, strongest first, at most three. */
  readonly why: readonly string[];
  /** Comparable within one answer only. */
  readonly score: number;
}

/** At most so many are offered. */
const MOST = 3;
/** Shorter texts say nothing: one letter. */
const SHORTEST = 2;
/** What the first must reach in a short text … */
const ENOUGH = 3.6;
/** … a text of so many distinct pieces, and how much more for each doubling: long texts brush against every service. */
const SHORT_TEXT = 44;
const PER_DOUBLING = 1.6;
/** A further one is offered when it has this part of the first one's score. */
const NEAR = 0.5;
/** When more than three are this close to the first, the words decide nothing. */
const TIED = 0.85;

/** People say the matter first: a whole word so many characters in, or later, loses this part of its worth. */
const LATE = 60;
const LATE_LOSES = 0.4;

/** How much a piece counts by where in the menu it stands. */
const WORTH = { word: 1, hint: 0.45, question: 0.3 } as const;
/** Keywords and names found whole, by their length in characters. */
const WHOLE = [0, 1.8, 3, 4.2, 5, 5.5];

/** Pieces that every sentence has. They decide nothing, wherever the menu uses them. */
const EVERYDAY = new Set(
  '有人 没人 没人管 没有 家里 什么 怎么 我们 一个 不知 知道 现在 时候 别的 我自 自己 不用 可以 方便 这样 哪里 说不 不清 多大 几个 已经 告诉 我家 人家 出来 起来 不到 老人 孩子 东西 今天 明天 您家 给您 帮您 希望 最好 能不 不能 帮忙 上门 问问 咨询 建议 意见 想法 怎样 村里 办事 有事 有个 个事 还没 就您 一家 您一 是哪 哪种 种情 情况 哪一 一样 要办 办哪 哪样 为了 了什 么事 请人 去看 看看 的事 事情 一次 需要 申请 办理 银行 学生 上班 下班 公司 单位 报名 资金 政策 领导 找领 收钱 附近 晚上 白天 半夜 中午 周末 开始'.split(
    ' ',
  ),
);

interface Index {
  /** Whole words of the menu → who has them. */
  readonly wholes: readonly {
    readonly word: string;
    readonly worth: number;
    readonly owners: readonly number[];
  }[];
  /** Pieces of two or three characters → what they are worth to whom. */
  readonly pieces: ReadonlyMap<string, readonly (readonly [owner: number, worth: number])[]>;
}

const indexes = new WeakMap<Catalogue, Index>();

/**
 * Up to three services that `words` may be about, best first; [] when the words say too little or speak for too
 * many: a wrong offer costs more than none. `unless` is left out, as are services that only collect what fits
 * nowhere. Pure; some milliseconds for 8,000 characters.
 */
export function suggest(catalogue: Catalogue, words: string, unless = 'other'): Suggestion[] {
  const text = plain(words);
  if (text.length < SHORTEST) return [];
  const { wholes, pieces } = indexOf(catalogue);
  const found = catalogue.services.map(() => ({ score: 0, why: new Map<string, number>() }));
  const credit = (owner: number, word: string, worth: number) => {
    found[owner]!.score += worth;
    found[owner]!.why.set(word, (found[owner]!.why.get(word) ?? 0) + worth);
  };
  for (const { word, worth, owners } of wholes) {
    const at = text.indexOf(word);
    if (at < 0) continue;
    const late = Math.min(1, at / LATE) * LATE_LOSES;
    for (const owner of owners) credit(owner, word, worth * (1 - late));
  }
  const said = piecesOf(text);
  for (const piece of said) for (const [owner, worth] of pieces.get(piece) ?? []) credit(owner, piece, worth);

  const ranked = found
    .map(({ score, why }, at) => ({ service: catalogue.services[at]!, score, why }))
    .filter(({ service }) => service.id !== unless)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  if (best < neededFor(said.size)) return [];
  if (ranked.filter(({ score }) => score >= best * TIED).length > MOST) return [];
  return ranked
    .slice(0, MOST)
    .filter(({ score }) => score >= best * NEAR)
    .map(({ service, score, why }) => ({ service, score, why: strongest(why) }));
}

function neededFor(pieces: number): number {
  return ENOUGH + PER_DOUBLING * Math.max(0, Math.log2(pieces / SHORT_TEXT));
}

/** The three best words, none inside another. */
function strongest(why: ReadonlyMap<string, number>): string[] {
  const kept: string[] = [];
  for (const [word] of [...why].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length))
    if (kept.length < MOST && !kept.some((other) => other.includes(word) || word.includes(other)))
      kept.push(word);
  return kept;
}

/** Lower case, without spaces; other signs become one mark that no piece crosses. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[^a-z0-9\u3400-\u9fff]+/g, ' ')
    .trim();
}

/** The distinct pieces of two and three characters of a plain text, everyday ones left out. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const run of text.split(' '))
    for (let at = 0; at < run.length - 1; at++) {
      const two = run.slice(at, at + 2);
      if (!EVERYDAY.has(two)) pieces.add(two);
      const three = run.slice(at, at + 3);
      if (three.length === 3 && !EVERYDAY.has(two) && !EVERYDAY.has(three.slice(1))) pieces.add(three);
    }
  return pieces;
}

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const owners = new Map<string, Set<number>>();
  const worths = new Map<string, Map<number, number>>();
  catalogue.services.forEach((service, at) => {
    const note = (said: string, worth: number) => {
      for (const piece of piecesOf(plain(said))) {
        const mine = worths.get(piece) ?? new Map<number, number>();
        mine.set(at, Math.max(mine.get(at) ?? 0, worth));
        worths.set(piece, mine);
      }
    };
    for (const word of [service.name, ...service.keywords].map(plain)) {
      note(word, WORTH.word);
      owners.set(word, (owners.get(word) ?? new Set<number>()).add(at));
    }
    note(service.hint, WORTH.hint);
    for (const { ask, options = [] } of service.questions)
      for (const said of [ask, ...options]) note(said, WORTH.question);
  });
  const index: Index = {
    wholes: [...owners].map(([word, of]) => ({
      word,
      worth: (EVERYDAY.has(word) ? 0.8 : WHOLE[Math.min(word.length, WHOLE.length - 1)]!) / of.size,
      owners: [...of],
    })),
    pieces: new Map(
      [...worths].map(([piece, of]) => {
        const rare = 1.6 / of.size ** 0.7;
        return [piece, [...of].map(([owner, worth]) => [owner, worth * rare] as const)];
      }),
    ),
  };
  indexes.set(catalogue, index);
  return index;
}
