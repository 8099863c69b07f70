/**
 * How alike two reports are: near in the tree, recent, in similar words. Only the same service is ever compared.
 * Shown before sending ("我也是"), so that the fortieth report of one pothole follows the first.
 */
import { ancestorsOf } from '../org/org';
import { metresBetween } from '../org/point';
import { DAY, HOUR } from '../time/day';
import type { Ticket } from './ticket';

export interface Report {
  readonly orgPath: string;
  readonly text: string;
  readonly at: number;
}

/** Alike enough to be shown. */
export const LIKE_FROM = 0.5;
/** Older reports are other reports. */
const WITHIN = 14 * DAY;

/** 0 (nothing alike) … 1 (same micro-grid, just now, same words). */
export function likeness(a: Report, b: Report): number {
  const age = Math.abs(a.at - b.at);
  if (age > WITHIN) return 0;
  return 0.5 * nearness(a.orgPath, b.orgPath) + 0.2 * (1 - age / WITHIN) + 0.3 * overlap(a.text, b.text);
}

/** The open tickets that are alike, the most alike first; at most three. */
export function alike(report: Report, tickets: readonly Ticket[]): Ticket[] {
  return tickets
    .filter((ticket) => ticket.parent === null)
    .map((ticket) => ({ ticket, score: likeness(report, { ...ticket, at: ticket.openedAt }) }))
    .filter(({ score }) => score >= LIKE_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ ticket }) => ticket);
}

/** A burst: so many people report one thing … */
export const BURST = 5;
/** … within so long (ms) … */
const BURST_WITHIN = 2 * HOUR;
/** … and so near (metres). Where a place has no point on the map, its grid says what is near. */
const BURST_NEAR = 300;

/**
 * The report that this one should follow because at least five people reported the same within two hours: the oldest of
 * them. Null when there is no burst, or this one is the oldest, is followed already, or is about somebody.
 */
export function burstOf(ticket: Ticket, open: readonly Ticket[]): Ticket | null {
  if (ticket.parent || ticket.against || ticket.followers.length > 0) return null;
  const near = open.filter(
    (other) =>
      other._id !== ticket._id &&
      other.service.id === ticket.service.id &&
      !other.against &&
      Math.abs(other.openedAt - ticket.openedAt) <= BURST_WITHIN &&
      isNear(ticket, other),
  );
  if (new Set([ticket, ...near].map(({ reporter }) => reporter.id)).size < BURST) return null;
  const oldest = near.filter(({ parent }) => !parent).sort(byAge)[0];
  return oldest && byAge(oldest, ticket) < 0 ? oldest : null;
}

const byAge = (a: Ticket, b: Ticket): number => a.openedAt - b.openedAt || (a._id < b._id ? -1 : 1);

function isNear(a: Ticket, b: Ticket): boolean {
  if (a.place.at && b.place.at) return metresBetween(a.place.at, b.place.at) <= BURST_NEAR;
  return nearness(a.orgPath, b.orgPath) >= 0.6;
}

/** 1 in the same micro-grid, 0.6 in the same grid, 0.3 in the same village, 0 farther. */
function nearness(a: string, b: string): number {
  const shared = ancestorsOf(a).findIndex((path) => b.startsWith(path));
  return [1, 0.6, 0.3][shared] ?? 0;
}

/** Shared pairs of letters among all of both; texts without words say nothing, which is half alike. */
function overlap(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size === 0 || right.size === 0) return 0.5;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / Math.min(left.size, right.size);
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
