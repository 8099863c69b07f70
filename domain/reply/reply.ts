/**
 * Reply templates (范例): sentences that are often written with a move, as data. A township adds its own. What stands in
 * braces is filled from the ticket; a sentence that cannot be filled is not offered.
 */
import { subjectsOf } from '../catalogue/catalogue';

/** The moves that have templates; after a colon, of which kind: what came of it, why it waits. */
export const REPLY_USES = [
  'contact',
  'ask',
  'note',
  'hold',
  'hold:weather',
  'hold:material',
  'hold:season',
  'hold:third-party',
  'hold:budget',
  'extend',
  'return',
  'decline',
  'resolve:solved',
  'resolve:partly',
  'resolve:explained',
  'resolve:unsolvable',
  'reply',
  'transfer',
] as const;
export type ReplyUse = (typeof REPLY_USES)[number];

export interface Reply {
  readonly id: string;
  readonly use: ReplyUse;
  /** `{服务}`, `{地点}` and `{日期}` are filled in. */
  readonly text: string;
  /** Only for these: service ids, or `office:<id>`. Absent = for all. */
  readonly services?: readonly string[];
}

/** A township keeps at most so many of its own. */
export const OWN_REPLIES_MAX = 60;
/** Characters of one template. */
export const REPLY_MAX = 120;
/** So many are offered at once. */
const OFFERED = 6;

export const PLACEHOLDERS = ['服务', '地点', '日期'] as const;

/** What fills the braces. Without a value the sentences that ask for it are not offered. */
export interface Filling {
  readonly service?: string | undefined;
  readonly place?: string | undefined;
  readonly day?: string | undefined;
}

/** What a template is chosen for. */
export interface Asked extends Filling {
  readonly use: ReplyUse;
  /** The ticket's service, where known. */
  readonly of?: { readonly id: string; readonly office: string } | undefined;
}

/** The sentence with its braces filled; null when a value is missing or the brace is unknown. */
export function fill(text: string, { service, place, day }: Filling): string | null {
  const values: Readonly<Record<string, string | undefined>> = { 服务: service, 地点: place, 日期: day };
  if (!bracesIn(text).every((name) => values[name])) return null;
  return text.replace(BRACE, (_, name: string) => `${values[name]}`);
}

/** May this be saved? It says something, and its braces are known ones. */
export function isReplyText(text: string): boolean {
  const known: readonly string[] = PLACEHOLDERS;
  const fits = text.trim() !== '' && text.length <= REPLY_MAX;
  return fits && bracesIn(text).every((name) => known.includes(name));
}

/**
 * The sentences for one move, at most six, filled: those for this very kind and service before general ones; among
 * equals in the given order, so that a township's own stand first when they are given first.
 */
export function fitting(replies: readonly Reply[], { use, of, ...filling }: Asked): string[] {
  const general = use.split(':')[0];
  const subjects: readonly string[] = of ? subjectsOf(of as Parameters<typeof subjectsOf>[0]) : [];
  const rankOf = ({ use: own, services }: Reply): number => {
    if (own !== use && own !== general) return 0;
    const narrow = services === undefined ? 1 : Math.max(...services.map((one) => subjects.indexOf(one))) + 1;
    return narrow === 0 ? 0 : narrow + (own === use ? 10 : 0);
  };
  const ranked = replies
    .map((reply, nth) => ({ reply, rank: rankOf(reply), nth }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.nth - b.nth);
  const sentences = ranked.map(({ reply }) => fill(reply.text, filling)).filter((text) => text !== null);
  return [...new Set(sentences)].slice(0, OFFERED);
}

const bracesIn = (text: string): string[] => [...text.matchAll(BRACE)].map(([, name = '']) => name);
const BRACE = /\{([^{}]*)\}/g;
