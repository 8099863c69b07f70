/**
 * Which reports may be one thing. Place and time alone decide who is shown to whom ("我也是", and the desk's merge);
 * words only put those in order, in coarse steps and only when there are enough of them, so that nobody learns word by
 * word what a stranger has written. A program merges only what says the same and in which nobody may be hurt. Only the
 * same service is ever compared.
 */
import { ancestorsOf } from '../org/org';
import { metresBetween } from '../org/point';
import { DAY, HOUR } from '../time/day';
import { mayHurt } from './hurt';
import type { Ticket } from './ticket';

export interface Report {
  readonly orgPath: string;
  readonly text: string;
  readonly at: number;
}

/** Older reports are other reports. */
const WITHIN = 14 * DAY;
/** Near and recent enough to be shown: any of the same micro-grid, of the same grid ten days long, of the village just now. */
export const NEAR_FROM = 0.35;
const SHOWN = 3;

/** 0 (another place or time) … 0.7 (same micro-grid, just now). Says nothing of words. */
export function nearness(a: Omit<Report, 'text'>, b: Omit<Report, 'text'>): number {
  const age = Math.abs(a.at - b.at);
  return age > WITHIN ? 0 : 0.5 * shareOfPath(a.orgPath, b.orgPath) + 0.2 * (1 - age / WITHIN);
}

/** The open tickets that may be the same thing, at most three, of those the ones in like words first. */
export function alike(report: Report, tickets: readonly Ticket[]): Ticket[] {
  return tickets
    .filter((ticket) => ticket.parent === null)
    .map((ticket) => ({ ticket, near: nearness(report, { ...ticket, at: ticket.openedAt }) }))
    .filter(({ near }) => near >= NEAR_FROM)
    .sort((a, b) => b.near - a.near)
    .slice(0, SHOWN)
    .map(({ ticket }) => ({ ticket, step: stepOf(report.text, ticket.text) }))
    .sort((a, b) => b.step - a.step)
    .map(({ ticket }) => ticket);
}

/** Both have so many Chinese characters, or their words count for nothing. */
const WORDS_MIN = 6;
/** From these shares of the longer text on it is somewhat, and plainly, about the same. */
const STEPS = [0.4, 0.75];

/**
 * 0, 1 or 2: how alike in words. Measured against the longer of both, so that one word of it found says nothing; digits
 * and letters are left out, so that no number can be tried.
 */
export function stepOf(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.replace(/\P{Script=Han}/gu, ''));
  if (!left || !right || Math.min(left.length, right.length) < WORDS_MIN) return 0;
  const share = shareOfWords(left, right);
  return STEPS.filter((from) => share >= from).length;
}

/** A burst: so many people report one thing … */
export const BURST = 5;
/** … within so long (ms) … */
const BURST_WITHIN = 2 * HOUR;
/** … and so near (metres). Where a place has no point on the map, its grid says what is near. */
const BURST_NEAR = 300;

/**
 * The report that this one should follow because at least five people reported something here within two hours: the oldest
 * of them that says the same. Null when there is no burst or none says the same, when this one is older, is followed
 * already, is sealed or about somebody, or when somebody may be hurt: then a person decides.
 */
export function burstOf(ticket: Ticket, open: readonly Ticket[]): Ticket | null {
  if (ticket.parent || ticket.followers.length > 0 || !mayBeMerged(ticket)) return null;
  const near = open.filter(
    (other) =>
      other._id !== ticket._id &&
      other.service.id === ticket.service.id &&
      !other.against &&
      Math.abs(other.openedAt - ticket.openedAt) <= BURST_WITHIN &&
      isNear(ticket, other),
  );
  if (new Set([ticket, ...near].map(({ reporter }) => reporter.id)).size < BURST) return null;
  const oldest = near
    .filter((other) => !other.parent && mayBeMerged(other) && saysTheSame(ticket, other))
    .sort(byAge)[0];
  return oldest && byAge(oldest, ticket) < 0 ? oldest : null;
}

/** May a program let this report follow another, or another follow it? Else the desk does, who has read both. */
export function mayBeMerged(ticket: Ticket): boolean {
  return !ticket.against && !ticket.sealed && !mayHurt(ticket);
}

/** Half of the longer text is in both, or both have no words at all; and nothing was answered differently. */
function saysTheSame(a: Ticket, b: Ticket): boolean {
  const differs = a.answers.some(({ id, answer }) =>
    b.answers.some((other) => other.id === id && other.answer !== answer),
  );
  if (differs) return false;
  const [left, right] = [bare(a.text), bare(b.text)];
  if (left === '' && right === '') return a.answers.length === b.answers.length;
  return left === right || shareOfWords(left, right) >= SAME_FROM;
}

const SAME_FROM = 0.5;

const byAge = (a: Ticket, b: Ticket): number => a.openedAt - b.openedAt || (a._id < b._id ? -1 : 1);

function isNear(a: Ticket, b: Ticket): boolean {
  if (a.place.at && b.place.at) return metresBetween(a.place.at, b.place.at) <= BURST_NEAR;
  return shareOfPath(a.orgPath, b.orgPath) >= 0.6;
}

/** 1 in the same micro-grid, 0.6 in the same grid, 0.3 in the same village, 0 farther. */
function shareOfPath(a: string, b: string): number {
  const shared = ancestorsOf(a).findIndex((path) => b.startsWith(path));
  return [1, 0.6, 0.3][shared] ?? 0;
}

/** Pairs of letters in both, of those of the one that has more; 0 when either has none. */
function shareOfWords(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / Math.max(left.size, right.size, 1);
}

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

function pairs(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
