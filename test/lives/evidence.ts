/**
 * What goes along with a move over the wire. Each move takes what the builders hold for it, in the form of the
 * contract; so a move that is new to the table is tried here without a word about it.
 */
import { ACTIONS } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { assignable } from '@/domain/org/dispatch';
import { ticketFlow } from '@/domain/ticket/flow';
import { MOVES, type TicketMove } from '@/domain/ticket/lifecycle';
import {
  CALL_OUTCOMES,
  CONTACTS,
  DECLINE_CODES,
  HOLD_CODES,
  RATING_REASONS,
  RESULT_KINDS,
  type Ticket,
} from '@/domain/ticket/ticket';
import { DAY } from '@/domain/time/day';
import { KINDS as WISH_KINDS } from '@/domain/wish/kinds';
import { EVIDENCE } from '@/test/builders/ticket';
import { TOWN } from '@/test/builders/town';
import type { Name } from '@/test/support/yima';
import { type Attempt, pick, type Step } from './life';

export type Cast = ReadonlyMap<Name, Actor>;

type Given = Attempt['given'];

/** The fields of a move on the wire. */
const WIRE = Object.keys(ACTIONS['ticket.move'].shape);

/** Moves that end a life early, or lead nowhere, come up less often. */
const WEIGHTS: Partial<Record<TicketMove, number>> = {
  note: 0.25,
  withdraw: 0.12,
  decline: 0.35,
  merge: 0.4,
  urgency: 0.5,
  transfer: 0.5,
  deny: 0.5,
  cancelSlip: 0.5,
  contact: 2,
  resolve: 1.5,
  grant: 2,
  look: 0.25,
  shelve: 0.5,
  convene: 0.4,
  measure: 2,
  become: 0.2,
};

/** What one step comes to be, given the ticket as it is now. */
export function attemptsOf(step: Step, ticket: Ticket, cast: Cast, now: number, others: number): Attempt[] {
  const { kind, draws } = step;
  const at = (index: number) => draws[index % draws.length] ?? 0;
  if (kind === 'again') return [];
  if (kind === 'any') {
    const move = pick(MOVES, at(0));
    return [attempt(move, pick([...cast.keys()], at(1)), ticket, now, draws.slice(2), others)];
  }
  const lawful = allOf(ticket, cast, now);
  if (lawful.length === 0) return [];
  const first = choose(lawful, at(0), at(1));
  const attempts = [attempt(first.move, first.who, ticket, now, draws.slice(2), others)];
  if (kind === 'race') {
    const second = choose(lawful, at(6), at(7));
    attempts.push(attempt(second.move, second.who, ticket, now, draws.slice(8), others));
  }
  return attempts;
}

/** Every move somebody may make now, with those who may. */
function allOf(ticket: Ticket, cast: Cast, now: number): { move: TicketMove; who: Name[] }[] {
  const found = new Map<TicketMove, Name[]>();
  for (const [name, actor] of cast) {
    for (const move of ticketFlow.allowed(ticket, actor, now))
      found.set(move, [...(found.get(move) ?? []), name]);
  }
  return [...found].map(([move, who]) => ({ move, who }));
}

function choose(lawful: { move: TicketMove; who: Name[] }[], draw: number, whom: number) {
  const weight = ({ move }: { move: TicketMove }) => WEIGHTS[move] ?? 1;
  let rest = draw * lawful.reduce((sum, entry) => sum + weight(entry), 0);
  const found = lawful.find((entry) => {
    rest -= weight(entry);
    return rest < 0;
  });
  const { move, who } = found ?? (lawful[0] as { move: TicketMove; who: Name[] });
  return { move, who: pick(who, whom) };
}

/** One move with its evidence; now and then with too little or something odd. */
function attempt(
  move: TicketMove,
  who: Name,
  ticket: Ticket,
  now: number,
  draws: readonly number[],
  others: number,
): Attempt {
  const [spoil = 0, one = 0, two = 0] = draws;
  const usual = (EVIDENCE[move] ?? {}) as Record<string, unknown>;
  const plain = Object.fromEntries(
    Object.entries(usual).filter(([field]) => WIRE.includes(field) && !['photos', 'parent'].includes(field)),
  ) as Given;
  const assignee = 'assignment' in usual ? assigneesOf(ticket, now, [one])[0] : {};
  const varied: Given = { ...plain, ...assignee, ...variant(move, ticket, now, draws) };
  const given = spoil < 0.04 ? {} : spoil < 0.08 && 'text' in varied ? { ...varied, text: '' } : varied;
  return { who, move, given, ...('parent' in usual ? { parent: Math.floor(two * others) } : {}) };
}

function assigneesOf(ticket: Ticket, now: number, draws: readonly number[]) {
  const choices = assignable(TOWN, ticket.orgPath, now);
  const chosen = draws.flatMap((draw) => (choices.length > 0 ? [pick(choices, draw)] : []));
  return chosen.map(({ post, person }) => ({ post: post.id, person: person.id }));
}

/** The same move in its several meanings. */
function variant(move: TicketMove, ticket: Ticket, now: number, draws: readonly number[]): Given {
  const [, one = 0, two = 0, three = 0] = draws;
  switch (move) {
    case 'rate': {
      const level = pick([1, 2, 3, 4, 5] as const, one);
      return two < 0.8
        ? { level, reasons: [pick(RATING_REASONS, two)] }
        : { level, solved: pick(['yes', 'partly', 'no'] as const, two * 5 - 4) };
    }
    case 'call':
      return { outcome: pick(CALL_OUTCOMES, one) };
    case 'urgency':
      return { urgency: pick(['L1', 'L2', 'L3', 'L4', 'Q'] as const, one) };
    case 'resolve':
      return { result: pick(RESULT_KINDS, one) };
    case 'decline':
      return { code: pick(DECLINE_CODES, one) };
    case 'hold':
      return { code: pick(HOLD_CODES, one), until: now + Math.ceil(two * 32) * DAY };
    case 'shelve':
      return { code: pick(HOLD_CODES, one), until: now + Math.ceil(two * 90) * DAY };
    case 'check':
      return two < 0.7 ? { passed: true } : { passed: false, text: '照片里还是黑的' };
    case 'convene':
      return { helpers: assigneesOf(ticket, now, two < 0.5 ? [one] : [one, three]) };
    case 'meet': {
      const until = now + Math.ceil(two * 4) * DAY;
      const measures = assigneesOf(ticket, now, [one]).map((to) => ({ ...to, text: '换两处阀门', until }));
      return two < 0.5 ? { measures } : {};
    }
    case 'measure':
      return { measure: 1 + Math.floor(one * Math.max(1, ticket.joint?.measures.length ?? 1)) };
    case 'extend':
      return { days: Math.ceil(one * 10) || 1 };
    case 'contact':
      return { contact: pick(CONTACTS, one) };
    case 'become':
      return { kind: pick(WISH_KINDS, one).id };
    default:
      return {};
  }
}
