/** The wishes of the database, and how one is opened to a person. */

import { type Actor, CLOCK } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { isAtWork, isOwn } from '@/domain/flow/same-person';
import { areaPathOf } from '@/domain/org/org';
import { wishFlow } from '@/domain/wish/flow';
import type { WishMove, WishRole } from '@/domain/wish/lifecycle';
import { STATES } from '@/domain/wish/lifecycle';
import type { Shelf, Wish } from '@/domain/wish/wish';
import { Cases } from './cases';
import { digest, ticketNo } from './digest';
import { personRecord } from './people';

export const wishes = new Cases<Wish>('wishes', { states: STATES });

/** A wish's id, from who sent it and the key of the submit. */
export const wishIdOf = (person: string, key: string): string => `w${digest('wish', person, key)}`;

/** The number people say on the phone: `W1122-7KQ4M`. */
export const wishNo = (id: string, now: number): string => `W${ticketNo(id, now).slice(1)}`;

/** Those who see a wish wherever it stands: who posted it, who has or had it, who waits for it, the desk. */
const PART: readonly WishRole[] = ['poster', 'claimer', 'next', 'waiting', 'desk'];

/**
 * The wish, if it stands on the wall, which is for everybody, or this person has a part in it; refuses NOT_FOUND
 * otherwise, as for a wish that does not exist.
 */
export async function wishFor(id: string, actor: Actor): Promise<Wish> {
  const wish = await wishes.read(id);
  if (!wish || !maySee(wish, actor)) throw new Refusal('NOT_FOUND');
  return wish;
}

/** May this person see it at all? Whoever once had a hand in it may read how it ended, as everybody reads the wall. */
export function maySee(wish: Wish, actor: Actor): boolean {
  const onWall = wish.shelf === 'open' || wish.shelf === 'taken';
  return (
    onWall ||
    wishFlow.rolesOf(wish, actor).some((role) => PART.includes(role)) ||
    wish.history.some(({ by }) => isOwn(actor, by.id) || isAtWork(actor, by.id))
  );
}

/** Tries of one move while others are faster. */
const TRIES = 5;

/**
 * Whoever is no volunteer any more has nobody waiting: claims and offers go to the next in line, places in line are left.
 * What was delivered stays theirs until it is confirmed. Made twice, or while others act, it changes nothing more. One
 * call for each page, one for each wish.
 */
export async function giveBackWishes(actor: Actor, now: number): Promise<void> {
  const held = (after?: string) =>
    wishes.list({ is: { holder: actor.id }, sort: 'updatedAt', direction: 'desc', after });
  const inLine = (shelf: Shelf) => allOf((after) => waitedFor(actor, after, shelf));
  // What is delivered has its line until it is confirmed: it may come back.
  const found = [...(await allOf(held)), ...(await inLine('taken')), ...(await inLine('confirm'))];
  for (const wish of found) await letGo(wish, actor, now);
}

type Pages = { readonly rows: readonly Wish[]; readonly next: string | null };

async function allOf(page: (after?: string) => Promise<Pages>): Promise<Wish[]> {
  const all: Wish[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await page(after);
    all.push(...rows);
    if (next === null) return all;
    after = next;
  }
}

const LETTING_GO: readonly WishMove[] = ['giveBack', 'pass', 'leave'];

async function letGo(found: Wish, actor: Actor, now: number): Promise<void> {
  let wish: Wish | null = found;
  for (let left = TRIES; wish && left > 0; left--) {
    const allowed = wishFlow.allowed(wish, actor, now);
    const move = LETTING_GO.find((one) => allowed.includes(one));
    if (!move) return;
    const { next } = wishFlow.decide(wish, { move, actor, now, text: '不再做志愿者，请别的邻居接着办' });
    try {
      // what was promised to them and is not told yet is told to nobody
      await wishes.save(wish, { ...next, outbox: next.outbox.filter(({ to }) => to !== actor.id) });
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
      wish = await wishes.read(wish._id);
    }
  }
}

/**
 * An offer that was just made to somebody who is no volunteer any more goes on to the next in line, before anybody is told
 * of it: no index finds all the lines in which they stood. One call for each offer.
 */
export async function passOver(found: Wish, now: number): Promise<Wish> {
  let wish = found;
  for (;;) {
    const { offer } = wish;
    if (!offer || !wish.outbox.some(({ kind, to }) => kind === 'wish-offered' && to === offer.id))
      return wish;
    const person = await personRecord(offer.id);
    if (person?.volunteer) return wish;
    const { next } = wishFlow.decide(wish, { move: 'pass', actor: CLOCK, now });
    wish = await wishes.save(wish, { ...next, outbox: next.outbox.filter(({ to }) => to !== offer.id) });
  }
}

/**
 * Wishes for which a volunteer waits in line, what has waited longest first. One call a page; it looks at what is taken
 * in their area, as no index holds a line of several.
 */
export async function waitedFor(
  { id, volunteer }: Actor,
  after: string | undefined,
  shelf: Shelf = 'taken',
): Promise<Pages> {
  const path = volunteer?.area ?? volunteer?.places[0];
  if (!path) return { rows: [], next: null };
  const is = { area: areaPathOf(path), shelf, 'queue.id': id };
  return wishes.list({ is, sort: 'openedAt', direction: 'asc', after });
}
