/** Whom a move tells. */
import type { Promised } from '../flow/flow';
import { tellable } from './shield';
import type { Ticket } from './ticket';

type Told = Omit<Promised, 'at'>;

/** One notice for one person, none for nobody. */
export function tell(ticket: Ticket, kind: string, to: string | null | undefined): Told[] {
  return tellAll(ticket, kind, [to]);
}

/** One notice for each of these persons, and none for whom the ticket is about. */
export function tellAll(ticket: Ticket, kind: string, to: readonly (string | null | undefined)[]): Told[] {
  const about = { id: ticket._id, no: ticket.no, service: ticket.service.name };
  return tellable(ticket, to).map((person) => ({ to: person, kind, about }));
}

/** Who hears of lateness: the handler and the unit's lead, or the desk while nobody has it. */
export function whoAnswers(ticket: Ticket): string[] {
  const { handler, desk } = ticket;
  return tellable(ticket, handler ? [handler.person, handler.lead] : desk);
}
