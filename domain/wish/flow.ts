/** The wish's rules bound to the machine: who is who, what is missing, what is barred, what is due. */
import type { Actor } from '../flow/actor';
import { type Effect, flow } from '../flow/flow';
import type { RefusalCode } from '../flow/refusal';

import { hasPart, isOwn, isSame } from '../flow/same-person';
import { addressed } from '../org/addressed';
import type { Area } from '../org/org';
import { isOfHere, leadsUnit, may, whoMay } from '../org/policy';

import { EFFECTS, placing, said, type WishCommand } from './effects';
import { QUEUE_MAX } from './kinds';
import { LIFECYCLE, type WishMove, type WishNeed, type WishRole } from './lifecycle';
import { isGuarded, type Wish } from './wish';

export type { WishCommand, WishEvidence } from './effects';

export const wishFlow = flow<Wish, WishMove, WishRole, WishNeed, Actor, WishCommand>({
  name: 'wish',
  table: LIFECYCLE,

  identify: (actor) => ({ id: actor.staff?.id ?? actor.id, name: actor.name }),

  rolesOf(wish, actor) {
    if (actor.clock) return ['clock'];
    const roles: WishRole[] = [];
    if (isOwn(actor, wish.poster.id) && !hasLeft(wish, actor)) roles.push('poster');
    if (isOwn(actor, wish.claimer?.id)) roles.push('claimer');
    if (isOwn(actor, wish.offer?.id)) roles.push('next');
    if (wish.queue.some((one) => isOwn(actor, one.id))) roles.push('waiting');
    // Nobody fulfils a wish that they posted themselves: who did it and who confirms it are two people.
    if (actor.volunteer && !isSame(actor, wish.poster.id)) roles.push('volunteer');
    if (isDesk(wish, actor)) roles.push('desk');
    return roles;
  },

  missing(need, command) {
    return isThere(need, command) ? null : LACK[need];
  },

  barred: (move, wish, actor) => BARS[move]?.(wish, actor) ?? null,

  effect(move, wish, command): Effect<Wish> {
    const effect = EFFECTS[move](wish, command);
    return { ...effect, change: { ...effect.change, ...placing(effect.to, { ...wish, ...effect.change }) } };
  },

  nextMoment({ dueAt, nudgeAt }) {
    const moments = [dueAt, nudgeAt].filter((at) => at !== null);
    return moments.length > 0 ? Math.min(...moments) : null;
  },

  due({ state, dueAt, nudgeAt }, now) {
    if (dueAt !== null && dueAt <= now) return ENDS[state] ?? null;
    return nudgeAt !== null && nudgeAt <= now ? 'remind' : null;
  },
});

/** What the clock does when a span ends. */
const ENDS: Partial<Record<Wish['state'], WishMove>> = {
  offered: 'pass',
  claimed: 'release',
  delivered: 'lapse',
};

/** Who posted it as somebody of the staff, for a neighbour, has left that work to the desk once they work here no more. */
const hasLeft = ({ poster, wisher, orgPath }: Wish, { staff }: Actor): boolean =>
  poster.staff && wisher.sort !== 'self' && !(staff && isOfHere(staff, orgPath));

/** The community's desk: who dispatches for this place, and who leads its grid. */
export function isDesk(wish: Pick<Wish, 'orgPath' | 'unit'>, { staff }: Actor): boolean {
  if (!staff) return false;
  return (
    may(staff, 'reviewWishes', wish.orgPath) ||
    (wish.unit !== '' && isOfHere(staff, wish.orgPath) && leadsUnit(staff, wish.unit))
  );
}

/** The same wish with the desk of today, which hears what the desk of its first day was promised. */
export function wishOfToday(wish: Wish, home: Area): Wish {
  const desk = whoMay(home, 'reviewWishes', wish.orgPath);
  const outbox = addressed(wish.outbox, [{ was: wish.desk, is: desk }], [home]);
  return { ...wish, outbox, ...(desk.join() === wish.desk.join() ? {} : { desk }) };
}

function isThere(need: WishNeed, { text, phone, thread }: WishCommand): boolean {
  switch (need) {
    case 'phone':
      return Boolean(phone);
    case 'thread':
      return thread !== undefined;
    default:
      return said(text) !== '';
  }
}

const LACK: Record<WishNeed, RefusalCode> = {
  reason: 'REASON_REQUIRED',
  plan: 'PLAN_REQUIRED',
  result: 'DELIVERY_REQUIRED',
  thanks: 'THANKS_REQUIRED',
  phone: 'CLAIM_PHONE_REQUIRED',
  thread: 'THREAD_REQUIRED',
};

type Bar = (wish: Wish, actor: Actor) => RefusalCode | null;

/** Who did it never confirms it; who posted it never reviews it. */
const another: Bar = ({ claimer }, actor) => (hasPart(actor, [claimer?.id]) ? 'NEEDS_ANOTHER' : null);
const notMine: Bar = ({ poster }, actor) => (hasPart(actor, [poster.id]) ? 'NEEDS_ANOTHER' : null);

/** Limits on a move beyond state and role. */
const BARS: Partial<Record<WishMove, Bar>> = {
  approve: notMine,
  confirm: another,
  missed: another,
  thank: another,
  refuse: notMine,
  claim: ({ offer, lapsed }, actor) => {
    if (actor.volunteer?.under16) return 'CLAIM_UNDER_16';
    if (isSame(actor, ...lapsed)) return 'CLAIM_LAPSED';
    return offer && !isOwn(actor, offer.id) ? 'WISH_OFFERED' : null;
  },
  queue: ({ claimer, offer, queue, lapsed }, actor) => {
    if (actor.volunteer?.under16) return 'CLAIM_UNDER_16';
    if (isSame(actor, claimer?.id, offer?.id)) return 'WISH_YOURS';
    if (queue.some((one) => isSame(actor, one.id))) return 'WAITING_ALREADY';
    if (isSame(actor, ...lapsed)) return 'CLAIM_LAPSED';
    return queue.length >= QUEUE_MAX ? 'QUEUE_FULL' : null;
  },
};

/** Whether a move of this wish may bring photos. */
export const takesPhotos = (wish: Pick<Wish, 'wisher'>, move: WishMove): boolean =>
  (move === 'deliver' || move === 'thank') && !isGuarded(wish.wisher);
