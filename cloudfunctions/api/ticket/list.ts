/** A person's lists: each is one indexed query, so its cost is the page and not the town. */
import type { Input } from '@/contract';
import type { Actor, Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { type Deed, handlingUnit, isLead, ledUnits, partsOf } from '@/domain/org/policy';
import { ticketFlow } from '@/domain/ticket/flow';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Listing } from '../../runtime/cases';
import { requireParts, requireStaff } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { listFor } from '../../runtime/tickets';
import { LIST_CALENDAR, rowOf } from './view';

export const listTickets = signed<'ticket.list'>(async ({ box, after }, { actor, now }) => {
  const mayGrant = (ticket: Ticket) => ticketFlow.allowed(ticket, actor, now).includes('grant');
  const { rows, next } = await listFor(
    actor,
    { ...listing(box, actor, now), after },
    box === 'consents' ? mayGrant : undefined,
  );
  return { rows: rows.map((ticket) => rowOf(ticket, { actor, now, calendar: LIST_CALENDAR })), next };
});

type Box = Input<'ticket.list'>['box'];

function listing(box: Box, actor: Actor, now: number): Omit<Listing, 'after'> {
  if (box === 'mine') return { is: { 'reporter.id': actor.id }, sort: 'openedAt', direction: 'desc' };
  const staff = requireStaff(actor.staff);
  const { area } = staff;
  /** For the part of the area where this person may. */
  const desk = (deed: Deed, rest: Listing['is'] = {}) => ({
    is: { area, ...rest },
    within: requireParts(staff, deed).parts,
  });
  switch (box) {
    case 'work':
      return { is: { 'handler.person': staff.id, closedAt: null, area }, sort: 'dueAt', direction: 'asc' };
    case 'done':
      return { is: { 'handler.person': staff.id, area }, above: 0, sort: 'closedAt', direction: 'desc' };
    case 'unit':
      return {
        is: { 'handler.unit': unitOf(staff), state: 'dispatched', area },
        sort: 'dueAt',
        direction: 'asc',
      };
    case 'pool':
      return { ...desk('readPool', { state: 'submitted' }), sort: 'dueAt', direction: 'asc' };
    case 'rulings':
      return { ...desk('readRulings', { state: 'adjudicating' }), sort: 'dueAt', direction: 'asc' };
    case 'together':
      return {
        is: { area, together: true, 'joint.measures.person': staff.id },
        sort: 'dueAt',
        direction: 'asc',
      };
    case 'checks':
      return { ...checksOf(staff), sort: 'dueAt', direction: 'asc' };
    case 'consents':
      return { ...consentsOf(staff), above: 0, sort: 'pending.at', direction: 'asc' };
    case 'calls':
      return { ...desk('readCalls'), below: now + 1, sort: 'callAt', direction: 'asc' };
    case 'long':
      return { ...desk('readLong', { state: 'long_term' }), sort: 'dueAt', direction: 'asc' };
    case 'late':
      return { ...desk('readLate'), below: now, sort: 'runsOut', direction: 'asc' };
  }
}

/** Results to be checked: where this person dispatches, else of the units they lead. */
const checksOf = (staff: Staff) => overseen(staff, 'readChecks', { state: 'checking' });

/** What waits for a second person: where this one has the desk, else in the units they lead. */
const consentsOf = (staff: Staff) => overseen(staff, 'readConsents', {});

function overseen(staff: Staff, deed: Deed, rest: Listing['is']): Pick<Listing, 'is' | 'within' | 'oneOf'> {
  const is = { area: staff.area, ...rest };
  const parts = partsOf(staff, deed, staff.area);
  if (parts.length > 0) return { is, within: parts };
  if (!isLead(staff)) throw new Refusal('NOT_ALLOWED');
  return { is, oneOf: { 'handler.unit': ledUnits(staff) } };
}

function unitOf(staff: Staff): string {
  const unit = handlingUnit(staff);
  if (!unit) throw new Refusal('NOT_ALLOWED');
  return unit;
}
