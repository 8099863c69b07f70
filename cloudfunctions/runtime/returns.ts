/**
 * Returns from the shelf: three documents change one after the other, each by one conditional write that may be repeated.
 *
 * ```
 * account   paid, and the return under way noted   (the points are gone from here)
 * shelf     a piece claimed under the return's name, or the name closed for good
 * returns   the record, or the points back where the name is closed
 * ```
 *
 * Whoever comes second, be it the same tap again or the jobs, finds in the account what is under way and goes on from
 * there. Four calls where nothing goes wrong.
 */

import { randomInt } from 'node:crypto';
import { Refusal } from '@/domain/flow/refusal';
import {
  type Entry,
  giveBack,
  type Ledger,
  refunded,
  spend,
  spentIn,
  standing,
  takenIn,
} from '@/domain/points/ledger';
import { isLocked, openReturn, RETURN_STATES, type Return, TAKEN_MAX } from '@/domain/points/returns';
import { Cases } from './cases';
import { rulesOf } from './point-rules';
import { add, type Pending, post } from './points';
import { claim, offeredAt, release } from './shelf';

export const returns = new Cases<Return>('returns', { states: RETURN_STATES });

/** Four digits that nothing else tells: drawn once and stored, for the owner's phone alone. */
export const pickupCode = (): string => String(randomInt(10_000)).padStart(4, '0');

/** Counts a wrong code under who gave it. Refuses PICKUP_LOCKED when the tries are used up. One call. */
export async function countMiss(found: Return, by: string, now: number): Promise<void> {
  for (
    let current: Return | null = found;
    current?.state === 'booked' && !isLocked(current);
    current = await returns.read(found._id)
  ) {
    try {
      await returns.save(current, { ...current, missed: [...(current.missed ?? []), by], updatedAt: now });
      return;
    } catch (error) {
      // Somebody else tried at the same time: theirs counts first.
      if (!(error instanceof Refusal) || error.code !== 'MOVED_ON') throw error;
    }
  }
  throw new Refusal('PICKUP_LOCKED');
}

/** The entry that pays for a return, and the one that gives back. */
const paying = (id: string) => `return:${id}`;
const refunding = (id: string, name: string) => ({
  id: `undo:${paying(id)}`,
  undoes: paying(id),
  why: `没有换成${name}，退回`,
  source: { kind: 'return', id },
});

/**
 * Takes one thing from the shelf for the points that the person was told it costs. Refuses RETURN_GONE, POINTS_SHORT,
 * RETURNS_FULL, and MOVED_ON when the price is another by now.
 */
export async function book(
  made: Omit<Pending, 'item' | 'at' | 'drawn'> & { readonly item: string; readonly price: number },
  now: number,
): Promise<Return> {
  const { item: wanted, price, ...rest } = made;
  const item = await offeredAt(wanted, price);
  if (!item) throw new Refusal('RETURN_GONE');
  const { returns: limits } = await rulesOf(item.area);
  const account = await post(made.owner.id, item.area, now, ({ entries, pending }) => {
    const id = paying(made._id);
    const source = { kind: 'return', id: made._id };
    const entry = spend(entries, { id, why: `换了${item.name}`, source, points: item.points }, now);
    if (!entry) return null;
    if (!item.offered || item.left < 1) throw new Refusal('RETURN_GONE');
    if (item.points !== price) throw new Refusal('MOVED_ON');
    if (takenIn(entries, now) >= TAKEN_MAX) throw new Refusal('RETURNS_FULL');
    if (limits.perMonth !== null && spentIn(entries, now) >= limits.perMonth)
      throw new Refusal('RETURNS_FULL');
    if (entry === 'short') throw new Refusal('POINTS_SHORT');
    const drawn = standing([...entries, entry]).drawn.get(id) ?? [];
    return { entries: [entry], pending: [...pending, { ...rest, item, drawn, at: now }] };
  });
  const open = account?.pending.find(({ _id }) => _id === made._id);
  const booked = open ? await finish(open, now) : await returns.read(made._id);
  if (!booked) throw new Refusal('RETURN_GONE');
  return booked;
}

/** Brings a paid return to its record, or gives the points back: null then. May be done again. */
export async function finish(open: Pending, now: number): Promise<Return | null> {
  const { _id, item, owner } = open;
  if (await claim(item._id, _id)) return returns.insert(openReturn(open, open.at));
  // Closed with a record: it was handed over or cancelled meanwhile. Without one there never was a piece.
  const ended = await returns.read(_id);
  if (ended) return ended;
  await post(owner.id, item.area, now, ({ entries, pending }) => ({
    entries: refund(entries, open, now),
    pending: pending.filter((each) => each._id !== _id),
  }));
  return null;
}

function refund(entries: Ledger, { _id, item }: Pending, now: number): Entry[] {
  const entry = giveBack(entries, refunding(_id, item.name), now);
  return entry ? [entry] : [];
}

/** After a return has ended: what was paid goes back at once if it was not handed over; one call or none. May be done again. */
export async function settlePoints({ _id, state, item, owner, area, points, drawn }: Return, now: number) {
  if (state === 'cancelled')
    await add(owner.id, area, refunded(refunding(_id, item.name), { points, drawn }, now));
}

/** After a return has ended: its piece goes back to the shelf, or is gone; one call. May be done again. */
export async function settleStock({ _id, state, item }: Return): Promise<void> {
  if (state !== 'booked') await release(item.id, _id, state === 'cancelled');
}
