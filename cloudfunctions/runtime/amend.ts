/** Changes of an area as they are saved: the fields of its document that differ, and what is kept of it in its history. */
import { Refusal } from '@/domain/flow/refusal';
import type { Area, Holder, Person, Responsibility, Unit } from '@/domain/org/org';
import { withHolders, withPersonLeave } from '@/domain/org/roster';
import type { Reply } from '@/domain/reply/reply';
import type { Own } from '@/domain/time/closures';
import { command } from './cloud';

/** What was changed in an area on the desk; kept with it. */
export type AreaChange =
  /** The lines of the table of responsibility that differ. */
  | {
      readonly what: 'table';
      readonly removed: readonly Responsibility[];
      readonly added: readonly Responsibility[];
    }
  | {
      readonly what: 'roster';
      readonly post: string;
      readonly before: readonly Holder[];
      readonly after: readonly Holder[];
    }
  | {
      readonly what: 'leave';
      readonly person: string;
      readonly before: Person['leave'];
      readonly after: Person['leave'];
    }
  | {
      readonly what: 'calendar';
      readonly units: readonly string[];
      /** What was set, in the words of the request. */
      readonly set: Readonly<Record<string, unknown>>;
    }
  | {
      readonly what: 'replies';
      readonly removed: readonly Reply[];
      readonly added: readonly Reply[];
    };

/** An area as it is to be, the fields of its document that differ, and what happened. */
export interface Amendment {
  readonly next: Area;
  readonly set: Readonly<Record<string, unknown>>;
  readonly change: AreaChange;
}

/** The leave of one person and nothing else. */
export function leaveOf(home: Area, person: string, leave: Person['leave']): Amendment {
  const nth = home.persons.findIndex(({ id }) => id === person);
  const before = home.persons[nth];
  if (!before) throw new Refusal('NOT_FOUND');
  return {
    next: withPersonLeave(home, person, () => leave),
    set: { [`persons.${nth}.leave`]: leave },
    change: { what: 'leave', person, before: before.leave, after: leave },
  };
}

/** The holders of one post and nothing else. */
export function rosterOf(home: Area, post: string, holders: readonly Holder[]): Amendment {
  const nth = home.posts.findIndex(({ id }) => id === post);
  const before = home.posts[nth];
  if (!before) throw new Refusal('NOT_FOUND');
  return {
    next: withHolders(home, post, holders),
    set: { [`posts.${nth}.holders`]: holders },
    change: { what: 'roster', post, before: before.holders, after: holders },
  };
}

/** The own calendars of some units and nothing else. */
export function calendarsOf(
  home: Area,
  owns: ReadonlyMap<string, Own>,
  set: Readonly<Record<string, unknown>>,
): Amendment {
  const of = (unit: Unit) => owns.get(unit.id);
  const units = home.units.map((unit) => (of(unit) ? { ...unit, calendar: of(unit) as Own } : unit));
  const fields = home.units.flatMap((unit, nth) =>
    // whole, as it may not have been there
    of(unit) ? [[`units.${nth}.calendar`, command.set(of(unit) as object)] as const] : [],
  );
  return {
    next: { ...home, units },
    set: Object.fromEntries(fields),
    change: { what: 'calendar', units: [...owns.keys()], set },
  };
}

/** The area's own reply templates. */
export function repliesOf(home: Area, replies: readonly Reply[]): Amendment {
  const before = home.replies ?? [];
  const lacks = (list: readonly Reply[]) => (one: Reply) =>
    !list.some(({ id, text, use }) => id === one.id && text === one.text && use === one.use);
  return {
    next: { ...home, replies },
    set: { replies },
    change: {
      what: 'replies',
      removed: before.filter(lacks(replies)),
      added: replies.filter(lacks(before)),
    },
  };
}
