/** Many reports of one thing at once become one incident: the first is worked on, the others follow it. */
import { burstOf } from '@/domain/ticket/likeness';
import type { Ticket } from '@/domain/ticket/ticket';
import { openLike } from '../runtime/tickets';

/**
 * The report that this new one should follow when it is one of a burst, or null. One call, and only for a report that
 * was just filed.
 */
export async function incidentFor(ticket: Ticket): Promise<Ticket | null> {
  if (ticket.history.length > 2 || ticket.kind !== 'report') return null;
  return burstOf(ticket, await openLike(ticket.orgPath, ticket.service.id));
}
