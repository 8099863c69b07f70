/** What each move does to a wish: who has it, until when, who is told. */
import { type Actor, recordName } from '../flow/actor';
import type { CommandBase, Effect, Promised } from '../flow/flow';
import { onceOf } from '../flow/same-person';
import type { Thread } from '../flow/thread';
import {
  CONFIRM_AFTER,
  CONFIRM_LAPSES,
  ENDING_BEFORE,
  OFFER_STANDS,
  REVIEW_AGAIN,
  UNCLAIMED_AGAIN,
} from './kinds';
import type { WishMove, WishState } from './lifecycle';
import { type Shelf, slotOf, type Waiting, type Wish } from './wish';

/** What a move brings along. Which of these it needs is the table's business. */
export interface WishEvidence {
  readonly text?: string;
  readonly photos?: readonly string[];
  /** How long it took, if the claimer says so. */
  readonly minutes?: number;
}

export interface WishCommand extends CommandBase<Actor>, WishEvidence {
  /** Where a claimer can be called. */
  readonly phone?: string;
  /** Which of the claimer's slots the claim takes, from 0; the caller tries the next when one is in use. */
  readonly slot?: number;
  /** What it becomes; made by the caller beforehand. */
  readonly thread?: Thread;
  /** As which service of the menu it goes on, when it becomes a ticket. */
  readonly service?: string;
}

type Change = Partial<Wish>;
type Clocks = Pick<Wish, 'dueAt' | 'nudgeAt'>;

/** What somebody wrote, without the blanks around it. */
export const said = (text: string | undefined): string => text?.trim() ?? '';

/** The clock of a state that is entered now. */
export function clocksIn(state: WishState, hold: number, now: number): Clocks {
  switch (state) {
    case 'posted':
      return { dueAt: null, nudgeAt: now + REVIEW_AGAIN };
    case 'open':
      return { dueAt: null, nudgeAt: now + UNCLAIMED_AGAIN };
    case 'offered':
      return { dueAt: now + OFFER_STANDS, nudgeAt: null };
    case 'claimed':
      return { dueAt: now + hold, nudgeAt: now + hold - ENDING_BEFORE };
    case 'delivered':
      return { dueAt: now + CONFIRM_LAPSES, nudgeAt: now + CONFIRM_AFTER };
    default:
      return { dueAt: null, nudgeAt: null };
  }
}

const SHELVES: Partial<Record<WishState, Shelf>> = {
  posted: 'review',
  open: 'open',
  offered: 'taken',
  claimed: 'taken',
  delivered: 'confirm',
};

/** Where lists find a wish in this state, and whose it is. */
export function placing(state: WishState, { claimer, offer }: Pick<Wish, 'claimer' | 'offer'>) {
  const held = state === 'claimed' || state === 'delivered';
  return {
    shelf: SHELVES[state] ?? null,
    holder: held ? (claimer?.id ?? null) : state === 'offered' ? (offer?.id ?? null) : null,
  };
}

/** What each move of the table does; where lists find it is added by the flow. */
export const EFFECTS: Record<WishMove, (wish: Wish, command: WishCommand) => Effect<Wish>> = {
  approve: (wish, { now }) => ({
    to: 'open',
    change: clocksIn('open', wish.hold, now),
    tell: tell(wish, 'wish-open', [wish.poster.id]),
  }),
  refuse: (wish, command) =>
    ended(wish, 'refused', command, {
      text: said(command.text),
      tell: [...tell(wish, 'wish-refused', [wish.poster.id]), ...tell(wish, 'wish-gone', inLine(wish))],
    }),

  claim: (wish, { actor, phone = '', slot = 0, now }) => ({
    to: 'claimed',
    change: {
      claimer: { id: actor.id, name: nameOf(actor), phone, at: now },
      offer: null,
      queue: without(wish.queue, actor.id),
      slot: slotOf(onceOf(actor), slot),
      ...clocksIn('claimed', wish.hold, now),
    },
    tell: tell(wish, 'wish-claimed', [wish.poster.id]),
  }),
  queue: (wish, { actor, now }) => ({
    to: wish.state,
    change: { queue: [...wish.queue, { id: actor.id, name: nameOf(actor), at: now }] },
    about: { place: wish.queue.length + 1 },
  }),
  leave: (wish, { actor }) => ({
    to: wish.state,
    change: { queue: without(wish.queue, actor.id) },
  }),
  pass: (wish, { now }) => comesBack(wish, now, {}),

  arrange: (wish, { text }) => ({
    to: 'claimed',
    text: said(text),
    tell: tell(wish, 'wish-arranged', [wish.poster.id]),
  }),
  giveBack: (wish, { text, now }) => {
    const effect = comesBack(wish, now, {});
    return {
      ...effect,
      text: said(text),
      tell: [...(effect.tell ?? []), ...tell(wish, 'wish-back', [wish.poster.id])],
    };
  },
  release: (wish, { now }) => {
    const { claimer } = wish;
    const effect = comesBack(wish, now, { lapsed: claimer ? [...wish.lapsed, claimer.id] : wish.lapsed });
    return {
      ...effect,
      about: { name: claimer?.name ?? '' },
      tell: [
        ...(effect.tell ?? []),
        ...tell(wish, 'wish-released', [claimer?.id]),
        ...tell(wish, 'wish-back', [wish.poster.id]),
      ],
    };
  },

  deliver: (wish, { text, photos, minutes, now }) => ({
    to: 'delivered',
    ...(minutes && { about: { minutes } }),
    change: { slot: wish._id, minutes: minutes ?? null, ...clocksIn('delivered', wish.hold, now) },
    text: said(text),
    photos,
    tell: tell(wish, 'wish-delivered', [wish.poster.id]),
  }),
  confirm: (wish, command) =>
    ended(wish, 'confirmed', command, {
      text: said(command.text),
      tell: [...tell(wish, 'wish-confirmed', [wish.claimer?.id]), ...tell(wish, 'wish-gone', inLine(wish))],
    }),
  // A second try is no new claim: it may stand beside a full set of others.
  missed: (wish, { text, now }) => ({
    to: 'claimed',
    change: { slot: slotOf(`${wish.claimer?.id}/${wish._id}`, 0), ...clocksIn('claimed', wish.hold, now) },
    text: said(text),
    tell: tell(wish, 'wish-missed', [wish.claimer?.id]),
  }),
  lapse: (wish, command) =>
    ended(wish, 'unconfirmed', command, {
      tell: [
        ...tell(wish, 'wish-lapsed', [wish.claimer?.id, wish.poster.id]),
        ...tell(wish, 'wish-gone', inLine(wish)),
      ],
    }),
  thank: (wish, { text, photos }) => ({
    to: 'thanked',
    text: said(text),
    photos,
    tell: tell(wish, 'wish-thanked', [wish.claimer?.id]),
  }),

  withdraw: (wish, command) =>
    ended(wish, 'withdrawn', command, {
      text: said(command.text),
      tell: tell(wish, 'wish-gone', [wish.claimer?.id, ...inLine(wish)]),
    }),
  turn: (wish, command) => {
    const { thread } = command;
    return ended(wish, 'became', command, {
      change: { became: thread ?? null },
      text: said(command.text),
      about: { kind: thread?.kind ?? '', no: thread?.no ?? '', service: command.service ?? '' },
      tell: [
        ...tell(wish, 'wish-became', [wish.poster.id]),
        ...tell(wish, 'wish-gone', [wish.claimer?.id, ...inLine(wish)]),
      ],
    });
  },

  remind: (wish, { now }) => ({
    to: wish.state,
    change: { nudgeAt: AGAIN[wish.state] ? now + (AGAIN[wish.state] ?? 0) : null },
    tell: reminded(wish),
  }),
};

/** What waits for the desk is brought up again and again; the others are reminded once. */
const AGAIN: Partial<Record<WishState, number>> = { posted: REVIEW_AGAIN, open: UNCLAIMED_AGAIN };

function reminded(wish: Wish): Told[] {
  switch (wish.state) {
    case 'posted':
      return tell(wish, 'wish-review', wish.desk);
    case 'open':
      return tell(wish, 'wish-unclaimed', wish.desk);
    case 'claimed':
      return tell(wish, 'wish-ending', [wish.claimer?.id]);
    default:
      return [...tell(wish, 'wish-confirm', [wish.poster.id]), ...tell(wish, 'wish-ask', wish.desk)];
  }
}

/** Nobody has it any more: the next in line is offered it, or it is open to all. */
function comesBack(wish: Wish, now: number, change: Change): Effect<Wish> {
  const [next, ...queue] = wish.queue;
  const to = next ? 'offered' : 'open';
  return {
    to,
    change: {
      claimer: null,
      offer: next ?? null,
      queue,
      slot: wish._id,
      ...clocksIn(to, wish.hold, now),
      ...change,
    },
    tell: tell(wish, 'wish-offered', [next?.id]),
  };
}

/** It is over: nobody waits, no clock runs, the slot is free. Who had it stays named when it was delivered. */
function ended(
  wish: Wish,
  to: WishState,
  { now }: WishCommand,
  rest: Omit<Effect<Wish>, 'to'>,
): Effect<Wish> {
  const delivered = to === 'confirmed' || to === 'unconfirmed';
  return {
    ...rest,
    to,
    change: {
      claimer: delivered ? wish.claimer : null,
      offer: null,
      queue: [],
      slot: wish._id,
      ...clocksIn(to, wish.hold, now),
      closedAt: now,
      ...rest.change,
    },
  };
}

type Told = Omit<Promised, 'at'>;

/** One notice for each of these persons. */
export function tell(wish: Wish, kind: string, to: readonly (string | null | undefined)[]): Told[] {
  const about = { id: wish._id, no: wish.no, service: wish.kind.name };
  const present = new Set(to.filter((id): id is string => Boolean(id)));
  return [...present].map((person) => ({ to: person, kind, about }));
}

const without = (queue: readonly Waiting[], id: string): Waiting[] => queue.filter((one) => one.id !== id);
const inLine = ({ queue, offer }: Wish): string[] => [
  ...(offer ? [offer.id] : []),
  ...queue.map(({ id }) => id),
];
const nameOf = (actor: Actor): string => recordName(actor) || '志愿者';
