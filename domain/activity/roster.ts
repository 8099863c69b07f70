/**
 * Who has a place and who waits. Pure. What must always hold: places taken + free = capacity; nobody waits while a place
 * is free; the queue holds exactly those who wait, first come first.
 */
import type { Activity, Seat } from './activity';
import { waitingRoom } from './activity';

export type Roster = Pick<Activity, 'capacity' | 'free' | 'waitFree' | 'queue' | 'roster' | 'unheard'>;

/** A person's next seat. */
export const turned = (
  roster: Roster['roster'],
  person: string,
  state: Seat['state'],
  { now, key, sent }: When,
): Seat => ({
  state,
  turn: (roster[person]?.turn ?? 0) + 1,
  at: now,
  ...(key ? { key } : {}),
  ...(key && sent ? { sent } : {}),
});

/** When a change is made (ms), and the key of the submit that makes it, with the digest of its content. */
interface When {
  readonly now: number;
  readonly key?: string;
  readonly sent?: string;
}

const heard = (unheard: readonly string[], ...persons: string[]): string[] => [
  ...new Set([...unheard, ...persons]),
];

/** Takes a place, or joins the queue when none is free. The caller has seen that there is room. */
export function joined(before: Roster, person: string, when: When): Roster {
  const seated = before.free > 0;
  const seat = turned(before.roster, person, seated ? 'seated' : 'waiting', when);
  return {
    ...before,
    free: before.free - (seated ? 1 : 0),
    waitFree: before.waitFree - (seated ? 0 : 1),
    queue: seated ? before.queue : [...before.queue, person],
    roster: { ...before.roster, [person]: seat },
    unheard: heard(before.unheard, person),
  };
}

/** Gives the place back: whoever waits longest has it in the same moment. */
export function left(before: Roster, person: string, when: When): Roster {
  const wasSeated = before.roster[person]?.state === 'seated';
  const gone: Roster = {
    ...before,
    free: before.free + (wasSeated ? 1 : 0),
    queue: before.queue.filter((waiting) => waiting !== person),
    roster: { ...before.roster, [person]: turned(before.roster, person, 'left', when) },
    unheard: heard(before.unheard, person),
  };
  return promoted(gone, when.now);
}

/** The same list with another capacity; it must hold those who have a place. */
export function resized(before: Roster, capacity: number, now: number): Roster {
  const taken = before.capacity - before.free;
  return promoted({ ...before, capacity, free: capacity - taken }, now);
}

/** Free places go to those who wait, in their order. */
export function promoted(before: Roster, now: number): Roster {
  let after = before;
  while (after.free > 0 && after.queue.length > 0) {
    const [first = '', ...rest] = after.queue;
    after = {
      ...after,
      free: after.free - 1,
      queue: rest,
      // the sign-up that made them wait has become a place: sent once more, it is still that sign-up
      roster: {
        ...after.roster,
        [first]: turned(after.roster, first, 'seated', { ...after.roster[first], now }),
      },
      unheard: heard(after.unheard, first),
    };
  }
  return { ...after, waitFree: Math.max(0, waitingRoom(after.capacity) - after.queue.length) };
}

/** Who came from the queue to a place between the two. */
export function promotedBetween(before: Roster, after: Roster): string[] {
  return before.queue.filter((person) => after.roster[person]?.state === 'seated');
}
