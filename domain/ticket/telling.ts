/** Whom a move tells. */
import type { Promised } from '../flow/flow';
import type { Ticket } from './ticket';

type Told = Omit<Promised, 'at'>;

/** One notice for one person, none for nobody. */
export function tell(ticket: Ticket, kind: string, to: string | null | undefined): Told[] {
  return tellAll(ticket, kind, [to]);
}

/** One notice for each of these persons. */
export function tellAll(ticket: Ticket, kind: string, to: readonly (string | null | undefined)[]): Told[] {
  const about = { id: ticket._id, no: ticket.no, service: ticket.service.name };
  return present(to).map((person) => ({ to: person, kind, about }));
}

/** Who hears of lateness: the handler and the unit's lead, or the desk while nobody has it. */
export function whoAnswers({ handler, desk }: Ticket): string[] {
  return handler ? present([handler.person, handler.lead]) : [...desk];
}

function present(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}
