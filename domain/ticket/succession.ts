/**
 * Work whose handler no longer works in the unit that has it. Somebody of that unit takes it up where it stands; where
 * nobody of it can, it goes back to the desk as if it were new.
 */

import type { Effect } from '../flow/flow';
import { type Area, isWithin } from '../org/org';
import { officeOf, worksIn } from '../org/policy';
import { goOn, inPool, withClocks } from './clocks';
import type { TicketCommand } from './command';
import { handlerOf } from './handover';
import { LIFECYCLE } from './lifecycle';
import { tell, tellAll } from './telling';
import type { Ticket } from './ticket';

const HELD: readonly string[] = LIFECYCLE.succeed.from;

/** Is it with somebody who, by this list, neither holds a post of that unit nor leads it any more? */
export function isLeftBehind({ state, handler, orgPath }: Ticket, home: Area): boolean {
  if (!handler || !HELD.includes(state) || !isWithin(orgPath, home.path)) return false;
  const office = officeOf(home, handler.person);
  return office === null || !worksIn(office, handler.unit);
}

/** The moves of the clock when somebody has left. */
export const SUCCESSION = {
  /** The unit has it as before, with its state and limits: only who does it is another. */
  succeed: (ticket, { assignment }) => {
    const { handler } = ticket;
    if (!assignment || !handler) throw new Error('a successor without an assignment');
    const { person, unit } = assignment;
    return {
      to: ticket.state,
      change: { handler: { ...handlerOf(ticket, assignment), returnBy: handler.returnBy } },
      about: { name: person.name, unit: unit.name, unitId: unit.id, from: handler.name },
      tell: [...tell(ticket, 'assigned', person.id), ...tell(ticket, 'dispatched', ticket.reporter.id)],
    };
  },
  vacate: (ticket, command) => {
    const { calendar, now } = command;
    const stands = ['need_info', 'on_hold', 'long_term'].includes(ticket.state);
    const running = stands ? { ...ticket, ...goOn(ticket, calendar, now) } : ticket;
    return {
      to: 'submitted',
      change: {
        ...withClocks(inPool(running, command), command, ticket.urgency),
        handler: null,
        pending: null,
        hold: null,
        lapsesAt: null,
        newsAt: null,
        recount: null,
      },
      about: { from: ticket.handler?.name ?? '', unit: ticket.handler?.unitName ?? '' },
      // Whoever is found at once hears of it as of any other that is dispatched.
      tell: command.assignment ? [] : tellAll(ticket, 'pooled', ticket.desk),
    };
  },
} satisfies Record<string, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>>;
