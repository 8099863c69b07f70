/** What each move of the table does to a ticket: its clocks, who has it, who is told. */
import type { Actor } from '../flow/actor';
import type { Effect } from '../flow/flow';
import * as clock from '../time/clock';
import {
  calledLeading,
  dueOf,
  finish,
  goOn,
  inPool,
  leadingOf,
  relimited,
  standStill,
  toldLeading,
  withClocks,
} from './clocks';
import { said, type TicketCommand } from './command';
import { CONSENT } from './consent';
import { handOver } from './handover';
import { JOINT, measuresRecounted } from './joint';
import type { TicketMove } from './lifecycle';
import { CROWD, limitsOf, QUESTION_LAPSES, rulingLimit, VERDICT_LAPSES } from './limits';
import { afterNote, LONG_TERM, tellNote } from './longterm';
import { SUCCESSION } from './succession';
import { nextRung, openSlip, slipOf, standingSlip, withSlip } from './supervision';
import { tell, tellAll, whoAnswers } from './telling';
import { type Handler, isDanger, type Ruling, type Slip, type Ticket } from './ticket';
import { VERDICT } from './verdict';

/** A ticket that follows another is out of all clocks; its reporter's waiting is counted on. */
const OUT_OF_CLOCKS = { nudgeAt: null, slipAt: null, lapsesAt: null, runsOut: null } as const;

/** What each move of the table does. */
export const EFFECTS: Record<TicketMove, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>> = {
  ...CONSENT,
  ...VERDICT,
  ...JOINT,
  ...LONG_TERM,
  ...SUCCESSION,

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
    const ruling = rulingOf(effect.change?.handler, command);
    return {
      ...effect,
      change: { ...effect.change, ruling, ruledAt: ruling.at },
      text: said(command.text),
      about: { ...effect.about, postId: ruling.post },
    };
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

  return: (ticket, command) => {
    // A second unit that gives it back makes it a matter for a ruling (WF §22: 经研究确定的不得退回).
    const disputed = ticket.returnedBy.length > 0;
    const within = disputed ? rulingLimit(ticket.urgency) : ticket.limits.sign;
    return {
      to: disputed ? 'adjudicating' : 'submitted',
      change: {
        handler: null,
        returnedBy: [...ticket.returnedBy, ticket.handler?.unit ?? ''],
        ...withClocks(inPool(ticket, command, within), command, ticket.urgency),
      },
      text: said(command.text),
      about: { unit: ticket.handler?.unitName ?? '' },
      tell: tellAll(ticket, 'returned', ticket.desk),
    };
  },

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

  withdraw: (ticket, command) => {
    // Who follows it learns of its end from the jobs, and they look at what has somebody to tell.
    const heirs = ticket.handler ? [ticket.handler.person] : ticket.followers.length > 0 ? ticket.desk : [];
    const rest = { text: said(command.text), tell: tellAll(ticket, 'withdrawn', heirs) };
    // The one that it follows goes on in any case.
    if (!isDanger(ticket) || ticket.state === 'merged')
      return { to: 'withdrawn', change: finish(ticket, command), ...rest };
    const asked = ticket.state === 'need_info';
    const change = asked ? goOn(ticket, command.calendar, command.now) : {};
    return { to: asked ? 'working' : ticket.state, change: { ...change, reporterLeft: true }, ...rest };
  },

  become: (ticket, command) => ({
    to: 'became',
    change: { ...finish(ticket, command), became: command.thread ?? null },
    text: said(command.text),
    about: { no: command.thread?.no ?? '', kind: command.kind ?? '' },
    tell: [...tell(ticket, 'became', ticket.reporter.id), ...tell(ticket, 'taken', ticket.handler?.person)],
  }),

  /** 催一催: the promise has passed. Told and counted; the slips go by the clock. */
  urge: (ticket, { text }) => ({
    to: ticket.state,
    change: { urged: ticket.cycle },
    text: said(text),
    tell: tellAll(ticket, 'urged', whoAnswers(ticket)),
  }),
  note: (ticket, command) => ({
    to: ticket.state,
    change: afterNote(ticket, command),
    text: said(command.text),
    photos: command.photos,
    tell: tellNote(ticket, command),
  }),
  look: (ticket, { text }) => ({
    to: ticket.state,
    text: said(text),
    tell: tell(ticket, 'looked', ticket.reporter.id),
  }),

  remind: (ticket, { calendar, now }) => {
    const { sign } = ticket.clocks;
    const clocks = { ...ticket.clocks, sign: sign && clock.tell(sign, 'unsigned', now) };
    // Signed too late a second time, it is urged whatever the hour of its limit.
    const again = ticket.handler !== null && ticket.history.some(unsigned);
    return {
      to: ticket.state,
      change: again
        ? withClocks(calledLeading(clocks, 'unsigned-again', now), { calendar, now }, ticket.urgency)
        : { clocks },
      about: { with: ticket.handler?.unit ?? '' },
      tell: tellUnsigned(ticket),
    };
  },
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
    change: { parent: null, ...withClocks(inPool(ticket, command), command, ticket.urgency) },
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
  joined: (ticket, { follower = '', calendar, now }) => {
    const followers = [...new Set([...ticket.followers, follower])];
    const crowded =
      followers.length === CROWD
        ? withClocks(calledLeading(ticket.clocks, 'crowd', now), { calendar, now }, ticket.urgency)
        : {};
    return {
      to: ticket.state,
      change: { followers, ...crowded },
      about: { count: followers.length },
      tell: tellAll(ticket, 'joined', whoAnswers(ticket)),
    };
  },

  slip: (ticket, { calendar, now }) => {
    const rung = nextRung(leadingOf(ticket.clocks), { calendar, now }, ticket.urgency);
    if (!rung) throw new Error('the clock stands');
    const slip = slipOf(ticket, rung.kind, calendar, now);
    return {
      to: ticket.state,
      change: {
        slips: [...ticket.slips, slip],
        ...withClocks(toldLeading(ticket, rung.mark, now), { calendar, now }, ticket.urgency),
      },
      about: { no: slip.no, kind: slip.kind, late: leadingOf(ticket.clocks).dueAt < now },
      tell: tellSlip(ticket, slip),
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
      change: {
        ...withClocks(clocks, { calendar, now }, ticket.urgency),
        ...measuresRecounted(ticket, calendar, dueOf(clocks).dueAt),
      },
      about: { from: ticket.dueAt, to: dueOf(clocks).dueAt },
    };
  },
};

/** Whoever is to answer a slip is told so; the others read that it was sent. */
function tellSlip(ticket: Ticket, { kind, replyBy, to }: Slip) {
  const { handler } = ticket;
  const answers = (id: string) => replyBy === null || id === handler?.person || id === handler?.lead;
  return [
    ...tellAll(ticket, `slip-${kind}`, to.filter(answers)),
    ...tellAll(
      ticket,
      `slip-${kind}-sent`,
      to.filter((id) => !answers(id)),
    ),
  ];
}

/** A limit of signing passed while a unit had it. */
const unsigned = ({ move, about }: Ticket['history'][number]): boolean =>
  move === 'remind' && Boolean(about?.with);

function tellUnsigned(ticket: Ticket) {
  const { desk, handler, leaders, state } = ticket;
  if (handler) return tellAll(ticket, 'unsigned', whoAnswers(ticket));
  if (state === 'adjudicating') return tellAll(ticket, 'unruled', [...desk, ...leaders]);
  return tellAll(ticket, 'undispatched', desk);
}

/** Whoever of the unit signs first has it from then on. */
function signedBy(ticket: Ticket, actor: Actor): Handler | null {
  if (!ticket.handler || !actor.staff || actor.staff.id === ticket.handler.person) return ticket.handler;
  return { ...ticket.handler, person: actor.staff.id, name: actor.name, phone: actor.staff.phone };
}

function rulingOf(handler: Handler | null | undefined, { actor, now, text }: TicketCommand): Ruling {
  if (!handler) throw new Error('a ruling names somebody');
  const { post, postName, unit, unitName } = handler;
  return { post, postName, unit, unitName, text: said(text), by: actor.name, at: now };
}
