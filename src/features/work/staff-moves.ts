/** How the moves of the table are laid out on a worker's phone; which of them stand there, the cloud says. */
import type { TicketMove } from '@/domain/ticket/lifecycle';

/** The usual way forward, one for each state of the work: the big button. What others wait for comes first. */
const FORWARD: readonly TicketMove[] = [
  'grant',
  'sign',
  'measure',
  'contact',
  'resolve',
  'resume',
  'rule',
  'dispatch',
  'check',
  'call',
];
/** Ways aside, in the order in which they deserve the second button. */
const ASIDE: readonly TicketMove[] = ['deny', 'reply', 'return', 'meet', 'ask', 'transfer', 'note'];
/** What is seldom right and never urged: always a row. */
const SELDOM: readonly TicketMove[] = [
  'look',
  'convene',
  'merge',
  'retract',
  'hold',
  'extend',
  'shelve',
  'urgency',
  'decline',
  'refute',
  'cancelSlip',
  'part',
  'become',
  'reopen',
];
/** What a resident does, on the resident's own side. */
const RESIDENTS: readonly TicketMove[] = ['answer', 'rate', 'reopen', 'object', 'urge', 'withdraw'];
/** Of these, a move that the office makes, too. */
const BOTH: readonly TicketMove[] = ['reopen'];

export interface LaidOut {
  readonly main: TicketMove | null;
  readonly other: TicketMove | null;
  readonly rest: readonly TicketMove[];
  /** The reader also reported it, and has something to do there. */
  readonly asResident: boolean;
}

/** Lays out what the cloud allows. `mine`: the reader reported it, and what both sides may do is done there. */
export function layOut(allowed: readonly TicketMove[], mine = false): LaidOut {
  const may = (moves: readonly TicketMove[]) => moves.filter((move) => allowed.includes(move));
  const [main = null, ...later] = may(FORWARD);
  const [other = null, ...rest] = may(ASIDE);
  return {
    main,
    other,
    rest: [...later, ...rest, ...may(SELDOM).filter((move) => !mine || !BOTH.includes(move))],
    asResident: may(RESIDENTS).some((move) => mine || !BOTH.includes(move)),
  };
}
