/** The wishes of the database, and how one is opened to a person. */
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { wishFlow } from '@/domain/wish/flow';
import type { WishRole } from '@/domain/wish/lifecycle';
import type { Wish } from '@/domain/wish/wish';
import { Cases } from './cases';
import { digest, ticketNo } from './digest';

export const wishes = new Cases<Wish>('wishes');

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
  const ids = [actor.id, actor.staff?.id];
  return (
    onWall ||
    wishFlow.rolesOf(wish, actor).some((role) => PART.includes(role)) ||
    wish.history.some(({ by }) => by.id !== '' && ids.includes(by.id))
  );
}
