/** What each move of the table does to a ticket: its clocks, who has it, who is told. */
import type { Actor } from '../flow/actor';
import type { Effect } from '../flow/flow';
import type { Calendar } from '../time/calendar';
import * as clock from '../time/clock';
import type { Limit } from '../time/limit';
import {
  again,
  dueOf,
  finish,
  goOn,
  inPool,
  leadingOf,
  relimited,
  standStill,
  toldLeading,
  transferLimit,
  withClocks,
} from './clocks';
import { said, type TicketCommand } from './command';
import { CONSENT } from './consent';
import type { TicketMove } from './lifecycle';
import { limitsOf, QUESTION_LAPSES, reworkLimit, VERDICT_LAPSES } from './limits';
import { endSlips, nextRung, openSlip, slipOf, standingSlip, withSlip } from './supervision';
import { tell, tellAll, whoAnswers } from './telling';
import { type Handler, isDanger, isUnhappy, type Rating, type Ticket } from './ticket';

/** A ticket that follows another is out of all clocks; its reporter's waiting is counted on. */
const OUT_OF_CLOCKS = { nudgeAt: null, slipAt: null, lapsesAt: null, runsOut: null } as const;

/** What each move of the table does. */
export const EFFECTS: Record<TicketMove, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>> = {
  ...CONSENT,

  dispatch: (ticket, command) => handOver(ticket, command),
  transfer: (ticket, command) => {
    const effect = handOver(ticket, command);
    return {
      ...effect,
      text: said(command.text),
      tell: [...(effect.tell ?? []), ...tell(ticket, 'taken', ticket.handler?.person)],
    };
  },
  rule: (ticket, command) => {
    const effect = handOver(ticket, command);
    return { ...effect, change: { ...effect.change, ruled: true }, text: said(command.text) };
  },
  urgency: (ticket, command) => {
    const urgency = command.urgency ?? ticket.urgency;
    const limits = limitsOf({ urgency });
    return {
      to: ticket.state,
      change: { ...relimited(ticket, command, urgency, limits.resolve), urgency, limits },
      text: said(command.text),
      about: { urgency, from: ticket.urgency },
      tell: tellAll(ticket, 'urgency', [ticket.handler?.person, ticket.reporter.id]),
    };
  },

  sign: (ticket, { actor, calendar, now }) => ({
    to: 'signed',
    change: {
      handler: signedBy(ticket, actor),
      clocks: {
        ...ticket.clocks,
        sign: ticket.clocks.sign && clock.stop(ticket.clocks.sign, now),
        contact: clock.start(calendar, ticket.limits.contact, now),
      },
    },
    about: { late: ticket.clocks.sign !== null && clock.isLate(ticket.clocks.sign, now) },
    tell: tell(ticket, 'signed', ticket.reporter.id),
  }),

  return: (ticket, command) => ({
    // A second unit that gives it back makes it a matter for a ruling (WF §22: 经研究确定的不得退回).
    to: ticket.returnedBy.length === 0 ? 'submitted' : 'adjudicating',
    change: {
      handler: null,
      returnedBy: [...ticket.returnedBy, ticket.handler?.unit ?? ''],
      ...withClocks(inPool(ticket, command), command.calendar, ticket.urgency),
    },
    text: said(command.text),
    about: { unit: ticket.handler?.unitName ?? '' },
    tell: tellAll(ticket, 'returned', ticket.desk),
  }),

  contact: (ticket, { contact, text, photos, now }) => ({
    to: 'working',
    change: {
      clocks: { ...ticket.clocks, contact: ticket.clocks.contact && clock.stop(ticket.clocks.contact, now) },
    },
    text: said(text),
    photos,
    about: {
      contact: contact ?? '',
      late: ticket.clocks.contact !== null && clock.isLate(ticket.clocks.contact, now),
    },
    tell: tell(ticket, 'contacted', ticket.reporter.id),
  }),

  ask: (ticket, command) => ({
    to: 'need_info',
    change: {
      ...standStill(ticket, command, 'asked'),
      asked: ticket.asked + 1,
      lapsesAt: command.now + QUESTION_LAPSES,
    },
    text: said(command.text),
    tell: tell(ticket, 'asked', ticket.reporter.id),
  }),
  answer: (ticket, { text, photos, calendar, now }) => ({
    to: 'working',
    change: goOn(ticket, calendar, now),
    text: said(text),
    photos,
    tell: tell(ticket, 'answered', ticket.handler?.person),
  }),
  expire: (ticket, { calendar, now }) => ({
    to: 'working',
    change: goOn(ticket, calendar, now),
    tell: [
      ...tell(ticket, 'unanswered', ticket.handler?.person),
      ...tell(ticket, 'lapsed', ticket.reporter.id),
    ],
  }),

  resolve: (ticket, command) => {
    const { text, photos = [], result = 'solved', actor, now } = command;
    const done = {
      result: { kind: result, text: said(text), photos, at: now, by: actor.name },
      slips: endSlips(ticket.slips, now),
    };
    const late = ticket.clocks.unit !== null && clock.isLate(ticket.clocks.unit, now);
    const shown = { text: said(text), photos, about: { result, late } };
    // Nobody is left to ask: the danger is gone, and that is the end of it.
    if (ticket.reporterLeft)
      return { to: 'closed', change: { ...finish(ticket, command), ...done }, ...shown };
    return {
      to: 'resolved',
      change: { ...standStill(ticket, command, 'verdict'), ...done, lapsesAt: now + VERDICT_LAPSES },
      ...shown,
      tell: ticket.beneficiary
        ? [
            ...tell(ticket, 'news', ticket.reporter.id),
            ...tellAll(ticket, 'callback', [ticket.handler?.lead, ...ticket.desk]),
          ]
        : tell(ticket, 'resolved', ticket.reporter.id),
    };
  },

  rate: (ticket, command) => {
    const rating = verdictOf(ticket, command);
    const ratings = [...ticket.ratings, rating];
    const about = {
      level: rating.level ?? 0,
      solved: rating.solved ?? '',
      reasons: rating.reasons.join(','),
    };
    if (!isUnhappy(rating)) {
      return {
        to: 'closed',
        change: { ...finish(ticket, command), ratings },
        text: rating.text,
        about,
        tell: tell(ticket, 'rated', ticket.handler?.person),
      };
    }
    return {
      to: 'working',
      change: { ...again(ticket, command.calendar, command.now), ratings },
      text: rating.text,
      about,
      tell: tellAll(ticket, 'rework', [ticket.handler?.person, ticket.handler?.lead]),
    };
  },
  close: (ticket, command) => ({
    to: 'closed',
    change: finish(ticket, command),
    tell: tell(ticket, 'closed', ticket.reporter.id),
  }),
  reopen: (ticket, { text, photos, calendar, now }) => ({
    to: 'working',
    change: again(ticket, calendar, now),
    text: said(text),
    photos,
    tell: tellAll(ticket, 'reopened', [ticket.handler?.person, ticket.handler?.lead]),
  }),
  withdraw: (ticket, command) => {
    const rest = { text: said(command.text), tell: tell(ticket, 'withdrawn', ticket.handler?.person) };
    // The one that it follows goes on in any case.
    if (!isDanger(ticket) || ticket.state === 'merged')
      return { to: 'withdrawn', change: finish(ticket, command), ...rest };
    const asked = ticket.state === 'need_info';
    const change = asked ? goOn(ticket, command.calendar, command.now) : {};
    return { to: asked ? 'working' : ticket.state, change: { ...change, reporterLeft: true }, ...rest };
  },

  call: (ticket, command) => {
    const { outcome = 'unreached', actor, now, calendar } = command;
    const calls = [...ticket.calls, { at: now, by: actor.name, outcome }];
    const about = { outcome, times: calls.length };
    const text = said(command.text);
    if (outcome === 'unreached') return { to: 'resolved', change: { calls }, about, text };
    if (outcome === 'solved') {
      return {
        to: 'closed',
        change: { ...finish(ticket, command), calls },
        about,
        text,
        tell: tell(ticket, 'called', ticket.handler?.person),
      };
    }
    return {
      to: 'working',
      change: again(ticket, calendar, now),
      about,
      text,
      tell: tellAll(ticket, 'rework', [ticket.handler?.person, ticket.handler?.lead]),
    };
  },

  note: (ticket, { text, photos, actor }) => ({
    to: ticket.state,
    text: said(text),
    photos,
    tell:
      actor.id === ticket.reporter.id
        ? tell(ticket, 'noted', ticket.handler?.person)
        : tell(ticket, 'news', ticket.reporter.id),
  }),

  remind: (ticket, { now }) => ({
    to: ticket.state,
    change: {
      clocks: {
        ...ticket.clocks,
        sign: ticket.clocks.sign && clock.tell(ticket.clocks.sign, 'unsigned', now),
      },
    },
    tell: ticket.handler
      ? tellAll(ticket, 'unsigned', whoAnswers(ticket))
      : tellAll(ticket, 'undispatched', ticket.desk),
  }),
  nudge: (ticket, { now }) => ({
    to: ticket.state,
    change: { clocks: toldLeading(ticket, 'nudge', now), nudgeAt: null },
    tell: tell(ticket, 'nudge', ticket.handler?.person),
  }),
  merge: (ticket, { parent }) => ({
    to: 'merged',
    change: {
      parent: parent ? { id: parent._id, no: parent.no } : null,
      handler: null,
      pending: null,
      clocks: { resident: ticket.clocks.resident, unit: null, sign: null, contact: null },
      ...OUT_OF_CLOCKS,
    },
    about: { no: parent?.no ?? '' },
    tell: [...tell(ticket, 'merged', ticket.reporter.id), ...tell(ticket, 'taken', ticket.handler?.person)],
  }),
  part: (ticket, command) => ({
    to: 'submitted',
    change: { parent: null, ...withClocks(inPool(ticket, command), command.calendar, ticket.urgency) },
    tell: tellAll(ticket, 'pooled', ticket.desk),
  }),
  settle: (ticket, command) => ({
    to: 'resolved',
    change: {
      ...standStill(ticket, command, 'verdict'),
      handler: command.parent?.handler ?? null,
      result: command.parent?.result ?? null,
      lapsesAt: command.now + VERDICT_LAPSES,
    },
    text: command.parent?.result?.text,
    photos: command.parent?.result?.photos,
    about: { no: command.parent?.no ?? '', unitId: command.parent?.handler?.unit ?? '' },
    tell: tell(ticket, 'resolved', ticket.reporter.id),
  }),
  joined: (ticket, { follower = '' }) => {
    const followers = [...new Set([...ticket.followers, follower])];
    return {
      to: ticket.state,
      change: { followers },
      about: { count: followers.length },
      tell: tellAll(ticket, 'joined', whoAnswers(ticket)),
    };
  },

  slip: (ticket, { calendar, now }) => {
    const rung = nextRung(leadingOf(ticket.clocks), calendar, ticket.urgency);
    if (!rung) throw new Error('the ladder is climbed');
    const slip = slipOf(ticket, rung.kind, calendar, now);
    return {
      to: ticket.state,
      change: {
        slips: [...ticket.slips, slip],
        ...withClocks(toldLeading(ticket, rung.kind, now), calendar, ticket.urgency),
      },
      about: { no: slip.no, kind: slip.kind },
      tell: tellAll(ticket, `slip-${slip.kind}`, slip.to),
    };
  },
  reply: (ticket, { actor, text, now }) => {
    const slip = openSlip(ticket);
    if (!slip) throw new Error('no slip waits for a reply');
    const reply = { at: now, by: actor.name, text: said(text) };
    return {
      to: ticket.state,
      change: { slips: withSlip(ticket.slips, { ...slip, reply }) },
      text: reply.text,
      about: { no: slip.no },
      tell: tellAll(ticket, 'slip-replied', ticket.leaders),
    };
  },
  cancelSlip: (ticket, { text, now }) => {
    const slip = standingSlip(ticket);
    if (!slip) throw new Error('no slip stands');
    const end = { at: now, how: 'cancelled', text: said(text) } as const;
    return {
      to: ticket.state,
      change: { slips: withSlip(ticket.slips, { ...slip, end }) },
      text: end.text,
      about: { no: slip.no },
      tell: tellAll(ticket, 'slip-cancelled', slip.to),
    };
  },

  recompute: (ticket, { calendar, now }) => {
    const renew = <C extends clock.Clock | null>(old: C) =>
      old && (clock.recompute(calendar, old, now)?.clock ?? old);
    const { resident, unit, sign, contact } = ticket.clocks;
    const clocks = {
      resident: renew(resident) ?? resident,
      unit: renew(unit),
      sign: renew(sign),
      contact: renew(contact),
    };
    return {
      to: ticket.state,
      change: withClocks(clocks, calendar, ticket.urgency),
      about: { from: ticket.dueAt, to: dueOf(clocks).dueAt },
    };
  },
};

function handOver(ticket: Ticket, { assignment, calendar, now }: TicketCommand): Effect<Ticket> {
  if (!assignment) throw new Error('dispatch without an assignment');
  const { person, post, unit, why } = assignment;
  const clocks = {
    ...ticket.clocks,
    sign: clock.start(calendar, ticket.limits.sign, now),
    contact: null,
    unit: clock.start(calendar, limitFor(ticket, calendar, now), now),
  };
  const handler: Handler = {
    person: person.id,
    name: person.name,
    phone: person.phone,
    post: post.id,
    postName: post.name,
    unit: unit.id,
    unitName: unit.name,
    lead: unit.lead,
    why,
  };
  return {
    to: 'dispatched',
    change: { handler, pending: null, ...withClocks(clocks, calendar, ticket.urgency) },
    about: { name: person.name, post: post.name, unit: unit.name, unitId: unit.id },
    tell: [...tell(ticket, 'assigned', person.id), ...tell(ticket, 'dispatched', ticket.reporter.id)],
  };
}

/** A first dispatch has the full limit; a transfer what is left, or its fair share of the full one. */
function limitFor(ticket: Ticket, calendar: Calendar, now: number): Limit {
  const full = ticket.cycle > 1 ? reworkLimit(ticket.urgency) : ticket.limits.resolve;
  const { unit } = ticket.clocks;
  return unit ? transferLimit(calendar, unit, full, now) : full;
}

/** Whoever of the unit signs first has it from then on. */
function signedBy(ticket: Ticket, actor: Actor): Handler | null {
  if (!ticket.handler || !actor.staff || actor.staff.id === ticket.handler.person) return ticket.handler;
  return { ...ticket.handler, person: actor.staff.id, name: actor.name, phone: actor.staff.phone };
}

function verdictOf(ticket: Ticket, command: TicketCommand): Rating {
  return {
    cycle: ticket.cycle,
    level: command.level ?? null,
    solved: command.solved ?? null,
    reasons: command.reasons ?? [],
    text: said(command.text),
    at: command.now,
  };
}
