/**
 * Whose desk a ticket is: who hears of it while nobody has it, and who may dispatch it. The dispatchers of the place;
 * where there are none, or where the report is about them, its leaders, then whoever leads another unit, then whoever in
 * another list of the county has a post over the place.
 */

import { addressed } from '../org/addressed';
import { type Area, isWithin } from '../org/org';
import { isLead, isOfHere, may, type Office, whoMay } from '../org/policy';
import { shieldedFrom, tellable, withJoined } from './shield';
import type { Ticket } from './ticket';

type Placed = Pick<Ticket, 'orgPath' | 'against'>;

/**
 * The desk and the leaders of a ticket by today's posts, none of whom it is about. `above` are the county's other lists,
 * for where nobody of its own is left: whoever has a post over the place there, as the town's and the county's leaders.
 */
export function deskOf(
  { orgPath, against }: Placed,
  home: Area,
  above: readonly Area[] = [],
): Pick<Ticket, 'desk' | 'leaders'> {
  const around = shieldedFrom(against, home);
  const free = (persons: readonly string[]) => persons.filter((person) => !around.includes(person));
  const leaders = free(whoMay(home, 'direct', orgPath));
  const levels = [
    free(whoMay(home, 'dispatch', orgPath)),
    leaders,
    free(home.units.flatMap(({ lead }) => lead ?? [])),
    free(above.flatMap((other) => whoMay(other, 'dispatch', orgPath))),
    free(above.flatMap((other) => whoMay(other, 'direct', orgPath))),
  ];
  return { desk: [...new Set(levels.find((persons) => persons.length > 0))], leaders };
}

/** Is nobody of its own area left whose desk it could be: does it have to go up? */
export const goesUp = (ticket: Placed, home: Area): boolean => deskOf(ticket, home).desk.length === 0;

/**
 * Does this person stand in for dispatchers of whom there are none, or whom the report is about? They are its desk, and
 * have today still what made them one: they lead the place or one of its units. Of a ticket `asOfToday`.
 */
export function standsIn({ desk, orgPath }: Pick<Ticket, 'desk' | 'orgPath'>, staff: Office): boolean {
  if (!desk.includes(staff.id)) return false;
  return may(staff, 'direct', orgPath) || (isOfHere(staff, orgPath) && isLead(staff));
}

/** The same ticket with the desk and leaders of today, the lead of the unit that has it, and whom it is about by now. */
export function asOfToday(stored: Ticket, home: Area, above: readonly Area[] = []): Ticket {
  if (!isWithin(stored.orgPath, home.path)) return stored;
  const ticket = withJoined(stored, home);
  const { desk, leaders } = deskOf(ticket, home, above);
  const { handler } = ticket;
  const lead = handler && leadOf(ticket, home, handler.unit);
  const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
  const doing = [
    ...(handler ? [handler.person] : []),
    ...(ticket.joint?.measures ?? []).map((one) => one.person),
  ];
  const outbox = addressed(
    ticket.outbox,
    [
      { was: ticket.desk, is: desk },
      { was: ticket.leaders, is: leaders },
      { was: handler?.lead ? [handler.lead] : [], is: lead ? [lead] : [] },
    ],
    [home, ...above],
    doing,
  );
  return {
    ...ticket,
    outbox,
    ...(same(desk, ticket.desk) ? {} : { desk }),
    ...(same(leaders, ticket.leaders) ? {} : { leaders }),
    ...(handler && lead !== handler.lead ? { handler: { ...handler, lead: lead ?? null } } : {}),
  };
}

/** Who leads a unit, and hears of its lateness; never whom the report is about. */
export function leadOf(ticket: Pick<Ticket, 'against'>, { units }: Area, unit: string): string | null {
  return tellable(ticket, [units.find(({ id }) => id === unit)?.lead])[0] ?? null;
}
