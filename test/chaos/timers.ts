/**
 * Timers that ring as they like. A ticket is brought to some point of its life with every timer in time; from there on
 * nobody presses a button, and only the timers differ.
 */
import { ACTIONS } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { ticketFlow } from '@/domain/ticket/flow';
import { inWorkingHours } from '@/domain/ticket/supervision';
import type { Ticket } from '@/domain/ticket/ticket';
import { DAY, HOUR, MINUTE, moment } from '@/domain/time/day';
import { CALENDAR, filed, ticked } from '@/test/builders/ticket';
import { ASK, GAS, hou, LAMP, lin, ma, qian, ROOF, SEWER, shu, sun, zhao } from '@/test/builders/town';
import { attemptsOf, type Cast } from '@/test/lives/evidence';
import { pick, type Random, randomOf } from '@/test/lives/life';
import { Mirror } from '@/test/lives/mirror';
import type { Name } from '@/test/support/yima';

/** Nobody presses a button for this long: the longest waits end (90 days), questions lapse, all ladders are climbed. */
export const QUIET = 150 * DAY;
/** The last time that a timer rings: offices are open, so that nothing waits for the morning. */
export const endOf = (from: number): number => inWorkingHours(CALENDAR, from + QUIET, 'L3');
/** The latest that a timer rings. */
export const LATEST = 72 * HOUR;

/** Ends of months, leap days, the end of our data, and every kind of week with a worked weekend. */
const BEGINNINGS = [
  '2023-01-19 16:00', // Spring Festival 2023, both make-up days after it
  '2023-04-20 09:30', // a worked Sunday, then Labour Day
  '2023-09-27 15:00', // Mid-Autumn and National Day
  '2024-02-02 10:00', // a worked Sunday before Spring Festival
  '2024-02-28 17:00', // into a leap day
  '2024-09-13 16:30', // a worked Saturday, two holidays and two more make-up days
  '2025-01-24 11:00', // a worked Sunday before Spring Festival
  '2025-09-26 08:45', // a worked Sunday, eight days off
  '2025-12-31 17:10', // across the year
  '2026-01-30 15:00', // the end of a month, Spring Festival near
  '2026-02-12 14:00', // a worked Saturday, nine days off
  '2026-04-29 17:29', // the last minute before Labour Day
  '2026-09-18 10:00', // a worked Sunday, Mid-Autumn, National Day
  '2026-11-30 09:00', // the end of a month
  '2026-12-21 10:00', // beyond our data
  '2028-02-25 16:00', // beyond our data, before a leap day
  '2028-02-29 09:00', // on it
].map(moment);

const CAST: Cast = new Map<Name, Actor>([
  ['lin', lin],
  ['zhao', zhao],
  ['sun', sun],
  ['ma', ma],
  ['hou', hou],
  ['qian', qian],
  ['shu', shu],
]);

/** A ticket at some point of its life, and the moment it is. */
export interface Scene {
  readonly ticket: Ticket;
  readonly at: number;
}

/** The scene of this number: up to a dozen lawful moves, hours or days apart, with every timer in time. */
export function sceneOf(seed: number): Scene {
  const random = randomOf(seed * 31_337 + 3);
  let at = pick(BEGINNINGS, random()) + Math.floor(random() * 36) * HOUR;
  const service = pick([LAMP, LAMP, SEWER, GAS, ROOF, ASK], random());
  const id = `t${seed.toString(16).padStart(24, '0')}`;
  const first = filed({
    service: { ...service, evidence: 'optional' },
    at,
    pooled: random() < 0.2,
    sampled: random() < 0.3,
  });
  const mirror = Mirror.of(ticketFlow.delivered({ ...first, _id: id, no: `T-${seed}` }));
  const steps = Math.floor(random() * 12);
  for (let round = 0; round < steps; round++) {
    const pause = random() < 0.6 ? 5 * HOUR : 4 * DAY;
    const now = at + MINUTE + Math.floor((random() * pause) / MINUTE) * MINUTE;
    mirror.ticket = inTime(mirror.ticket, at, now);
    at = now;
    const draws = Array.from({ length: 12 }, random);
    const [attempt] = attemptsOf({ round, ticket: 0, kind: 'lawful', draws }, mirror.ticket, CAST, now, 1);
    if (!attempt) break;
    const key = `${seed.toString(16).padStart(16, '0')}-${round.toString(16)}`;
    const input = ACTIONS['ticket.move'].parse({ ...attempt.given, id, key, move: attempt.move });
    const answer = mirror.answer(input, CAST.get(attempt.who) as Actor, now, undefined);
    if (answer.code === 'ok') mirror.take(ticketFlow.delivered(answer.next));
  }
  return { ticket: mirror.ticket, at };
}

/** Rung exactly when something is due, from `from` until `until`; `late` ms after it, and `times` times. */
export function inTime(ticket: Ticket, from: number, until: number, late = 0, times = 1): Ticket {
  let next = ticket;
  for (;;) {
    if (next.wakeAt === null) return next;
    const at = Math.max(next.wakeAt, from) + late;
    if (at > until) return next;
    for (let again = 0; again < times; again++) next = rung(next, at);
  }
}

/** The timer rings once, and what it promises is delivered. */
export function rung(ticket: Ticket, now: number): Ticket {
  if (ticket.wakeAt === null || ticket.wakeAt > now) return ticket;
  const next = ticked(ticket, now);
  // Told is told: the notices stay readable for the comparison.
  return { ...ticketFlow.delivered(next), told: [...toldBy(ticket), ...next.outbox] } as Ticket;
}

/** What the timers have told, as `rung` kept it. */
export const toldBy = (ticket: Ticket): Ticket['outbox'] =>
  (ticket as Ticket & { told?: Ticket['outbox'] }).told ?? [];

/** The moments at which a bad timer rings: irregular, up to 72 hours apart, the last one when the quiet ends. */
export function badTimes(from: number, random: Random, most = LATEST): number[] {
  const times: number[] = [];
  for (let at = from; ; ) {
    at += MINUTE + Math.floor((random() * most) / MINUTE) * MINUTE;
    if (at >= from + QUIET) return [...times, endOf(from)];
    times.push(at);
  }
}

/** The same things in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const next = [...list];
  for (let index = next.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [next[index], next[other]] = [next[other] as T, next[index] as T];
  }
  return next;
}

/**
 * What must be the same whenever the timers ring: where the ticket is, who has it, which slips were sent to whom, who was
 * told what, and what the story tells. Moments are left out: a late bell is heard late, and a limit that begins with
 * the bell (a reply to a slip, the wait for a verdict) begins then. The weekly list is there or not, however many weeks.
 */
export function outcomeOf(ticket: Ticket, told: readonly { kind: string; to: string }[]) {
  const { state, cycle, handler, urgency, pending, hold, asked, calls, ratings, slips, joint } = ticket;
  const once = (entries: readonly string[]) => {
    const weekly = entries.filter((entry) => entry.includes('bulletin'));
    return [...entries.filter((entry) => !entry.includes('bulletin')), ...new Set(weekly)].sort();
  };
  return {
    ...{ state, cycle, urgency, pending, hold, asked, calls, ratings },
    handler: handler?.person ?? null,
    open: ticket.closedAt === null,
    late: ticket.runsOut !== null,
    slips: once(slips.map(({ kind, cycle, to, end }) => `${kind} ${cycle} ${to.join()} ${end?.how ?? ''}`)),
    measures: joint?.measures.map(({ no, done, slipAt }) => [no, done !== null, slipAt === null]) ?? [],
    unmet: joint?.unmet ?? false,
    story: once(
      ticket.history.map(({ move, to, by, about }) =>
        [move, to ?? '', by.role, move === 'slip' ? about?.kind : ''].join(' '),
      ),
    ),
    told: once(told.map(({ kind, to }) => `${kind} ${to}`)),
  };
}
