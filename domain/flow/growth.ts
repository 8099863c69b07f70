/**
 * Everything that grows has an end. A case is one document that is read whole by whoever works on it, so it must stay
 * small enough to be read (the platform's answer ends at 6 MB) however often somebody writes to it. Two marks, counted
 * where a case is saved:
 *
 * - `full`: what only adds to it is refused (CASE_FULL): a note, a question's return, a place in a queue and its return.
 *   What works it off goes on: every move to another state, and those that `works` names.
 * - `end`: people can only bring it nearer to its end (CASE_ENDS), by one state after the other in the order of the flow's
 *   own list. So at most as many entries follow as there are states.
 *
 * The clock is never refused: it repeats nothing, and brings a case to its end.
 */
import type { Case, Happened } from './flow';
import { Refusal } from './refusal';

export interface Room {
  /** Entries of the history. */
  readonly entries: number;
  /** Bytes of the whole document as JSON. */
  readonly bytes: number;
}

export interface Growth {
  /** The flow's states in the order in which a case passes through them; the ends last. */
  readonly states: readonly string[];
  /** Moves of people that leave the state as it is and yet work a case off. */
  readonly works?: readonly string[];
  /** Where it is full, when it is not `FULL`. */
  readonly full?: Room;
}

/** A ticket that took two years and three reworks has some eighty entries and 40 kB. */
export const FULL: Room = { entries: 300, bytes: 200_000 };
/** What is left for working it off, beyond what is full. */
const REST: Room = { entries: 200, bytes: 200_000 };
/** The largest move: two thousand characters, nine photos, what it promises. A case may be so much larger than its end. */
export const MOVE_BYTES = 60_000;

/** The largest document of a flow, in bytes: its end, and one move for each state that is left to pass. */
export function mostBytes({ states, full = FULL }: Growth): number {
  return full.bytes + REST.bytes + MOVE_BYTES * states.length;
}

/** Refuses what people add to a case that is full or at its end. `bytes` are those of `next`. */
export function requireRoom(growth: Growth, before: Case, next: Case, bytes: number): void {
  const fresh = next.history.slice(before.history.length).filter(({ by }) => by.role !== 'clock');
  const [entry] = fresh;
  if (!entry) return;
  const { works = [], full = FULL } = growth;
  const is = (room: Room) => before.history.length >= room.entries || bytes > room.bytes;
  const isOver = is({ entries: full.entries + REST.entries, bytes: full.bytes + REST.bytes });
  if (isOver && !isNearer(growth, before, next)) throw new Refusal('CASE_ENDS', { move: entry.move });
  if (is(full) && isAddition(works, before, next, fresh))
    throw new Refusal('CASE_FULL', { move: entry.move });
}

const isNearer = ({ states }: Growth, before: Case, next: Case): boolean =>
  states.indexOf(next.state) > states.indexOf(before.state);

const isAddition = (
  works: readonly string[],
  before: Case,
  next: Case,
  fresh: readonly Happened[],
): boolean => before.state === next.state && fresh.some(({ move }) => !works.includes(move));
