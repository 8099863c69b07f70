/** A ticket's first moment: what the resident sent becomes a case with a running clock. */

import type { Service } from '../catalogue/catalogue';
import { CLOCK } from '../flow/actor';
import type { Decision } from '../flow/flow';
import { Refusal } from '../flow/refusal';
import type { Thread } from '../flow/thread';
import { areaPathOf } from '../org/org';
import { start } from '../time/clock';
import { withClocks } from './clocks';
import { type TicketCommand, ticketFlow } from './flow';
import { limitsOf } from './limits';
import { tellAll } from './telling';
import type { Ticket } from './ticket';

export interface Filing {
  readonly _id: string;
  readonly no: string;
  readonly service: Service;
  readonly orgPath: string;
  readonly place: Ticket['place'];
  readonly address: string;
  readonly text: string;
  readonly answers: Ticket['answers'];
  readonly photos: readonly string[];
  readonly reporter: Ticket['reporter'];
  readonly beneficiary: Ticket['beneficiary'];
  readonly desk: readonly string[];
  readonly leaders: readonly string[];
  readonly sampled: boolean;
  readonly against: Ticket['against'];
  readonly sealed: boolean;
  /** What it was before, when something else became this ticket. */
  readonly from?: Thread | null;
  readonly key: string;
  readonly sent: string;
}

/**
 * Opens a ticket and hands it to whoever was chosen; with nobody chosen it waits in the pool and the desk is told.
 * The resident's clock starts here, the unit's with the dispatch in the same moment.
 */
export function openTicket(
  filing: Filing,
  { assignment, calendar, now }: Pick<TicketCommand, 'assignment' | 'calendar' | 'now'>,
): Ticket {
  const { service, key, from = null, ...given } = filing;
  const limits = limitsOf(service);
  const clocks = {
    resident: start(calendar, limits.resolve, now),
    unit: null,
    // The desk has as long to dispatch as a unit has to sign.
    sign: start(calendar, limits.sign, now),
    contact: null,
  };
  const derived = withClocks(clocks, { calendar, now }, service.urgency);
  const submitted: Ticket = {
    ...given,
    flow: 'ticket',
    state: 'submitted',
    rev: 1,
    kind: service.kind,
    service: { id: service.id, name: service.name, office: service.office, icon: service.icon },
    urgency: service.urgency,
    limits,
    evidence: service.evidence,
    handler: null,
    ...derived,
    lapsesAt: null,
    cycle: 1,
    asked: 0,
    returnedBy: [],
    pending: null,
    declined: null,
    objected: false,
    hold: null,
    extended: false,
    ruling: null,
    ruledAt: null,
    calls: [],
    callAt: null,
    newsAt: null,
    joint: null,
    together: null,
    reporterLeft: false,
    parent: null,
    followers: [],
    from,
    became: null,
    result: null,
    ratings: [],
    slips: [],
    area: areaPathOf(filing.orgPath),
    wakeAt: null,
    history: [
      {
        at: now,
        move: 'file',
        by: { id: filing.reporter.id, name: filing.reporter.name, role: 'reporter' },
        key,
      },
    ],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
  if (assignment) return dispatched(submitted, { assignment, calendar, now }).next;
  const outbox = tellAll(submitted, 'pooled', filing.desk).map((notice) => ({ ...notice, at: now }));
  const pooled = { ...submitted, outbox };
  return { ...pooled, wakeAt: ticketFlow.wakeAt(pooled) };
}

/**
 * “我也是”: the report follows another of the same thing from its first moment, so nobody is sent twice. Null when
 * that one cannot be followed (another service, another area, itself a follower), or when somebody may be hurt in the one
 * or in the other: then it is opened as any other, and a person reads it.
 */
export function follow(
  filing: Filing,
  parent: Ticket,
  when: Pick<TicketCommand, 'calendar' | 'now'>,
): Ticket | null {
  const alone = { ...openTicket(filing, { ...when, assignment: null }), outbox: [] };
  try {
    return ticketFlow.decide(alone, { ...when, move: 'merge', actor: CLOCK, parent }).next;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function dispatched(
  ticket: Ticket,
  command: Pick<TicketCommand, 'assignment' | 'calendar' | 'now'>,
): Decision<Ticket> {
  return ticketFlow.decide(ticket, { ...command, move: 'dispatch', actor: CLOCK });
}
