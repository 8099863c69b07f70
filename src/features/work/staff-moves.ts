/** How the moves of the table are laid out on a worker's phone; which of them stand there, the cloud says. */
import type { TicketMove } from '@/domain/ticket/lifecycle';

/** The usual way forward, one for each state of the work: the big button. */
const FORWARD: readonly TicketMove[] = ['sign', 'contact', 'resolve', 'dispatch'];
/** Ways aside, in the order in which they deserve the second button. */
const ASIDE: readonly TicketMove[] = ['return', 'ask', 'transfer', 'note'];
/** What a resident does, on the resident's own side. */
const RESIDENTS: readonly TicketMove[] = ['answer', 'rate', 'reopen', 'withdraw'];

export interface LaidOut {
  readonly main: TicketMove | null;
  readonly other: TicketMove | null;
  readonly rest: readonly TicketMove[];
  /** The reader also reported it, and has something to do there. */
  readonly asResident: boolean;
}

export function layOut(allowed: readonly TicketMove[]): LaidOut {
  const may = (moves: readonly TicketMove[]) => moves.filter((move) => allowed.includes(move));
  const [main = null] = may(FORWARD);
  const [other = null, ...rest] = may(ASIDE);
  return { main, other, rest, asResident: may(RESIDENTS).length > 0 };
}
