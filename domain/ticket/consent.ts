/**
 * What one person asks for and another must grant: not taking a request, waiting, more time. Nobody grants their own.
 * The resident reads every reason, and may object (济南条例 §24; 潍坊 §19, §24; domain practice G7, G17).
 */
import type { Effect } from '../flow/flow';
import * as clock from '../time/clock';
import { dueAt } from '../time/limit';
import { type Change, extended, finish, goOn, inPool, unitStands, withClocks } from './clocks';
import { said, type TicketCommand } from './command';
import { CONSENT_WITHIN } from './limits';
import { tell, tellAll, whoAnswers } from './telling';
import { type DeclineCode, type HoldCode, OUT_OF_POWER, type Pending, type Ticket } from './ticket';

type Making = (ticket: Ticket, command: TicketCommand) => Effect<Ticket>;

/** The moves of asking, granting, refusing, objecting and going on. */
export const CONSENT = {
  decline: (ticket, command) => ({
    ...request(ticket, command, { kind: 'decline' }),
    tell: tellAll(ticket, 'consent', consenters(ticket, 'decline')),
  }),
  hold: (ticket, command) => ({
    ...request(ticket, command, { kind: 'hold', until: command.until ?? command.now }),
    tell: tellAll(ticket, 'consent', consenters(ticket, 'hold')),
  }),
  extend: (ticket, command) => ({
    ...request(ticket, command, { kind: 'extension', days: command.days ?? 0 }),
    tell: tellAll(ticket, 'consent', consenters(ticket, 'extension')),
  }),
  /** The resident refused the result and it was looked at anew: another person confirms that there is nothing to do. */
  refute: (ticket, command) => ({
    ...request(ticket, command, { kind: 'unfounded' }),
    tell: tellAll(ticket, 'consent', consenters(ticket, 'unfounded')),
  }),
  /** Who asked takes it back, and the work goes on as it was. */
  retract: (ticket, command) => ({
    to: ticket.state,
    change: { pending: null },
    text: said(command.text),
    about: { kind: ticket.pending?.kind ?? '' },
  }),
  /** A working day has passed, and nobody has said yes or no. */
  askConsent: (ticket) => ({
    to: ticket.state,
    change: { pending: ticket.pending && { ...ticket.pending, remindAt: null } },
    tell: ticket.pending ? tellAll(ticket, 'consent-waits', consenters(ticket, ticket.pending.kind)) : [],
  }),

  grant: (ticket, command) => {
    const { pending } = ticket;
    if (!pending) throw new Error('nothing to grant');
    const effect = GRANTED[pending.kind](ticket, command, pending);
    return {
      ...effect,
      change: { ...effect.change, pending: null },
      text: said(command.text),
      about: { kind: pending.kind, days: pending.days ?? 0, until: pending.until ?? 0 },
      tell: [...tell(ticket, 'granted', pending.by), ...(effect.tell ?? [])],
    };
  },
  deny: (ticket, command) => ({
    to: ticket.state,
    change: { pending: null },
    text: said(command.text),
    about: { kind: ticket.pending?.kind ?? '' },
    tell: tell(ticket, 'denied', ticket.pending?.by),
  }),

  resume: (ticket, command) => ({
    ...offHold(ticket, command),
    tell: tell(ticket, 'resumed', ticket.reporter.id),
  }),
  holdEnds: (ticket, command) => ({
    ...offHold(ticket, command),
    tell: tellAll(ticket, 'resumed', [ticket.reporter.id, ticket.handler?.person]),
  }),

  object: (ticket, command) => {
    const text = said(command.text);
    if (ticket.hold) {
      return {
        to: ticket.state,
        change: { hold: { ...ticket.hold, objected: true } },
        text,
        tell: tellAll(ticket, 'objected', whoAnswers(ticket)),
      };
    }
    const { calendar, now } = command;
    const resident = clock.resume(calendar, ticket.clocks.resident, now);
    return {
      to: 'submitted',
      change: {
        ...withClocks({ ...inPool(ticket, command), resident }, command, ticket.urgency),
        objected: true,
        declined: null,
        closedAt: null,
      },
      text,
      tell: tellAll(ticket, 'objected', ticket.desk),
    };
  },
} satisfies Record<string, Making>;

const GRANTED: Record<
  Pending['kind'],
  (ticket: Ticket, command: TicketCommand, pending: Pending) => Effect<Ticket>
> = {
  decline: (ticket, command, pending) => {
    const code = pending.code as DeclineCode;
    return {
      to: OUT_OF_POWER.includes(code) ? 'out_of_power' : 'not_accepted',
      change: {
        ...finish(ticket, command),
        declined: {
          code,
          text: pending.text,
          by: pending.name,
          confirmedBy: command.actor.name,
          at: command.now,
        },
      },
      tell: tell(ticket, 'declined', ticket.reporter.id),
    };
  },
  hold: (ticket, command, pending) => {
    const until = pending.until ?? command.now;
    return {
      to: 'on_hold',
      change: {
        ...unitStands(ticket, command, 'hold'),
        hold: {
          code: pending.code as HoldCode,
          text: pending.text,
          since: command.now,
          until,
          objected: false,
        },
        lapsesAt: until,
      },
      tell: tell(ticket, 'held', ticket.reporter.id),
    };
  },
  unfounded: (ticket, command, pending) => ({
    to: 'closed',
    change: {
      ...finish(ticket, command),
      declined: {
        code: 'unfounded',
        text: pending.text,
        by: pending.name,
        confirmedBy: command.actor.name,
        at: command.now,
      },
    },
    tell: tell(ticket, 'unfounded', ticket.reporter.id),
  }),
  extension: (ticket, command, pending) => ({
    to: ticket.state,
    change: {
      ...extended(ticket, command, { unit: 'working-days', amount: pending.days ?? 0 }),
      extended: true,
    },
    tell: tell(ticket, 'extended', ticket.reporter.id),
  }),
};

/** Who is asked: the lead where a unit has it, and the desk; before a ruling the leaders too. */
function consenters({ desk, handler, leaders, state }: Ticket, kind: Pending['kind']) {
  const above = kind === 'unfounded' || state === 'adjudicating' ? leaders : [];
  return kind === 'decline' ? desk : [handler?.lead, ...desk, ...above];
}

function request(
  ticket: Ticket,
  { actor, calendar, now, text, code }: TicketCommand,
  what: Pick<Pending, 'kind' | 'until' | 'days'>,
): Effect<Ticket> {
  const pending: Pending = {
    ...what,
    by: actor.staff?.id ?? actor.id,
    name: actor.name,
    at: now,
    text: said(text),
    ...(code ? { code } : {}),
    remindAt: dueAt(calendar, now, CONSENT_WITHIN).at,
  };
  const change: Change = { pending };
  return {
    to: ticket.state,
    change,
    text: said(text),
    about: { code: code ?? '', days: what.days ?? 0, until: what.until ?? 0 },
  };
}

function offHold(ticket: Ticket, { calendar, now, text }: TicketCommand): Effect<Ticket> {
  return { to: 'working', change: { ...goOn(ticket, calendar, now), hold: null }, text: said(text) };
}
