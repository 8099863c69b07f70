/**
 * Nobody judges their own: whoever asked for something, did it, or had a part in doing it neither checks it, nor calls
 * back about it, nor grants anything for it, nor rules who has it (济南条例 §27; domain practice G9). A body is one person,
 * whatever capacity they act in: who filed it for somebody else and dispatches, who helped and leads.
 */
import type { Actor } from '../flow/actor';
import { hasPart } from '../flow/same-person';
import type { TicketMove } from './lifecycle';
import type { Ticket } from './ticket';

type Done = Pick<Ticket, 'handler' | 'joint' | 'history'>;

/** Everybody whose result was given for this ticket, by staff id. */
export function solversOf({ history }: Pick<Ticket, 'history'>): string[] {
  return doersOf(history, ['resolve']);
}

function doersOf(history: Ticket['history'], moves: readonly string[]): string[] {
  return [...new Set(history.filter(({ move }) => moves.includes(move)).map(({ by }) => by.id))];
}

/** Did this body work on it, in any cycle: has it, gave a result for it, or has a measure in it? */
export function workedOn(ticket: Done, actor: Actor): boolean {
  const { handler, history, joint } = ticket;
  const workers = [
    handler?.person,
    ...doersOf(history, ['resolve', 'measure']),
    ...(joint?.measures ?? []).map(({ person }) => person),
  ];
  return hasPart(actor, workers);
}

/** Did this body ask for it, for themselves or for somebody else? */
export function askedFor({ reporter }: Pick<Ticket, 'reporter'>, actor: Actor): boolean {
  return hasPart(actor, [reporter.id, reporter.staff]);
}

/** Did this body give it back as not theirs? */
function gaveBack({ history }: Done, actor: Actor): boolean {
  return hasPart(actor, doersOf(history, ['return']));
}

type Party = (ticket: Ticket, actor: Actor) => boolean;
const either: Party = (ticket, actor) => workedOn(ticket, actor) || askedFor(ticket, actor);

/** The moves that judge, and whose own it may not be. The resident's verdict is the reporter's, who must not have worked. */
export const JUDGING: Readonly<Partial<Record<TicketMove, Party>>> = {
  rate: workedOn,
  check: either,
  call: either,
  grant: either,
  deny: either,
  urgency: either,
  rule: (ticket, actor) => either(ticket, actor) || gaveBack(ticket, actor),
  shelve: either,
  become: either,
  cancelSlip: either,
};

/** Would this body judge its own with this move? */
export function judgesOwn(move: TicketMove, ticket: Ticket, actor: Actor): boolean {
  return JUDGING[move]?.(ticket, actor) ?? false;
}
