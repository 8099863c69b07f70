/** What a ticket will be once what waits on this phone has arrived: a guess to work on with; the cloud decides. */
import type { TicketRow } from '@/contract';
import type { TicketMove, TicketState } from '@/domain/ticket/lifecycle';
import type { Queue } from '@/src/platform/offline/queue';
import { OUTBOX } from './words';

/** A day's work of a handler: where each move leads, and what is then to be done. */
export const NEXT: Readonly<
  Partial<Record<TicketMove, { readonly state: TicketState; readonly allowed: readonly TicketMove[] }>>
> = {
  sign: { state: 'signed', allowed: ['contact', 'return', 'note'] },
  contact: { state: 'working', allowed: ['resolve', 'ask', 'note'] },
  ask: { state: 'need_info', allowed: ['note'] },
  resolve: { state: 'resolved', allowed: [] },
  resume: { state: 'working', allowed: ['resolve', 'ask', 'note'] },
};

/** While a question stands, nothing more can be done; after any other move only a word may be added. */
export function expected<T extends Pick<TicketRow, 'state' | 'allowed' | 'chip'>>(
  ticket: T,
  waiting: Queue,
): T {
  if (waiting.length === 0) return ticket;
  if (waiting.some(({ refused }) => refused))
    return { ...ticket, allowed: [], chip: { words: OUTBOX.refused, tone: 'late' } };
  let { state, allowed } = ticket;
  for (const { letter } of waiting) {
    if (letter.action !== 'ticket.move' || letter.input.move === 'note') continue;
    const next = NEXT[letter.input.move];
    state = next?.state ?? state;
    allowed = next?.allowed ?? allowed.filter((move) => move === 'note');
  }
  return { ...ticket, state, allowed, chip: { words: OUTBOX.waiting, tone: 'today' } };
}
