/** One ticket, as this person may see it. */
import { signed } from '../../runtime/serve';
import { calendarFor, ticketFor } from '../../runtime/tickets';
import { viewOf } from './view';

export const readTicket = signed<'ticket.read'>(async ({ id }, { actor, now }) => {
  const ticket = await ticketFor(id, actor);
  return viewOf(ticket, { actor, now, calendar: await calendarFor(ticket) });
});
