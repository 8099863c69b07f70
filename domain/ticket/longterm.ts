/**
 * 挂账: what cannot be done within any limit gets a definite date and news every month until then (济南条例 §24(3)).
 * Only a leader puts it there. The unit's clock stands; the resident's runs on, and they may object.
 */
import type { Effect } from '../flow/flow';
import { unitStands } from './clocks';
import { said, type TicketCommand } from './command';
import { NEWS_EVERY } from './limits';
import { tell, tellAll } from './telling';
import type { HoldCode, Ticket } from './ticket';

/** The moves of the long-term list; `resume`, `holdEnds` and `object` are those of every hold. */
export const LONG_TERM = {
  shelve: (ticket, command) => {
    const { code, now, until = now } = command;
    const text = said(command.text);
    return {
      to: 'long_term',
      change: {
        ...unitStands(ticket, command, 'long_term'),
        pending: null,
        hold: { code: code as HoldCode, text, since: now, until, objected: false },
        lapsesAt: until,
        newsAt: now + NEWS_EVERY,
      },
      text,
      about: { code: code ?? '', until },
      tell: tellAll(ticket, 'shelved', [ticket.reporter.id, ticket.handler?.person]),
    };
  },
  /** The month is over and the resident has heard nothing: who has it is asked to write. */
  askNews: (ticket, { now }) => ({
    to: 'long_term',
    change: { newsAt: now + NEWS_EVERY },
    tell: tellAll(ticket, 'news-due', [ticket.handler?.person, ticket.handler?.lead]),
  }),
} satisfies Record<string, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>>;

/** What the handler writes is the month's news. */
export function afterNote(ticket: Ticket, { actor, now }: TicketCommand): Partial<Ticket> {
  const news = ticket.state === 'long_term' && actor.staff?.id === ticket.handler?.person;
  return news ? { newsAt: now + NEWS_EVERY } : {};
}

/** Tells whoever did not write the note. */
export function tellNote(ticket: Ticket, { actor }: TicketCommand) {
  return actor.id === ticket.reporter.id
    ? tell(ticket, 'noted', ticket.handler?.person)
    : tell(ticket, 'news', ticket.reporter.id);
}
