/** Sending a move: at once, or from this phone when the network is back. */
import type { Input, TicketView } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { call, isLocal, matterOf, offline, outbox, say, Unreachable } from '@/src/platform';
import { OUTBOX } from './words';

/** How it ended: false was said already, kept waits on this phone. */
export type Sent = boolean | 'kept';

/** Each ticket and move has a draft of its own. */
export const draftOf = (move: TicketMove, { id }: { id: string }): string => `move.${id}.${move}`;

/**
 * Makes a move and answers what the ticket has become; null when it waits on this phone, because there is no network, a
 * photo or a voice note has not arrived, or something said before still waits. A look is never kept: it is answered now
 * or not at all.
 */
export async function sendMove(input: Input<'ticket.move'>, title: string): Promise<TicketView | null> {
  const { photos = [], voices = [] } = input;
  const behind =
    outbox.get().some((one) => matterOf(one) === input.id) || [...photos, ...voices].some(isLocal);
  try {
    if (!behind || input.move === 'look') return await call('ticket.move', input);
  } catch (error) {
    if (!(error instanceof Unreachable) || input.move === 'look') throw error;
  }
  const kept = await offline().then(
    ({ post }) => post.sendLater({ action: 'ticket.move', input }, title),
    () => false,
  );
  if (!kept) throw new Unreachable();
  say(OUTBOX.keptShort);
  return null;
}

/** Lays what was said in a letter back into the sheet of its move, or of another, and takes the letter back. */
export const takeUp = (letter: Input<'ticket.move'>, move: TicketMove = letter.move): Promise<void> =>
  offline().then((parts) => parts.takeUp(letter, draftOf(move, letter)));
