/** An activity as it is stored: its plan, who has a place and who waits. All moments in ms. */
import type { Case } from '../flow/flow';
import { DAY, MINUTE } from '../time/day';
import type { ActivityState } from './lifecycle';
import type { ThemeId } from './themes';

/** What those who make it decide. */
export interface Plan {
  readonly title: string;
  readonly theme: ThemeId;
  /** What is done there. */
  readonly text: string;
  /** For whom: 独居老人, 全体村民. */
  readonly object: string;
  /** Any of these skills is wanted; none = anybody. */
  readonly skills: readonly string[];
  /** A team that it is offered to first; null = everybody. */
  readonly team: string | null;
  readonly adultsOnly: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  /** How many can take part. */
  readonly capacity: number;
}

export const CAPACITY_MAX = 500;
/** So often one person may come and go, a sign-up and a leave counted each. */
export const TURNS_MAX = 20;
/** Persons that one list remembers, those who left with them. */
export const ROSTER_MAX = 3000;
/** As many again may wait. */
export const waitingRoom = (capacity: number): number => capacity;
export const TITLE_MAX = 30;
export const PLAN_TEXT_MAX = 1000;
export const OBJECT_MAX = 20;
/** One activity lies within a day and is no shorter than this. */
export const SPAN_MIN = 30 * MINUTE;
export const SPAN_MAX = DAY;
/** Those who take part are reminded so long before the start. */
export const REMIND_BEFORE = DAY;
/** So many entries of what happened, and until so long after the end. */
export const STORIES_MAX = 20;
export const STORY_WITHIN = 30 * DAY;

/** One person's place in the list. `turn` counts the changes, so that what is older never overtakes what is newer. */
export interface Seat {
  readonly state: 'seated' | 'waiting' | 'left';
  readonly turn: number;
  readonly at: number;
  /** The client key of the submit that changed it last, so that a repeat is recognised, and a digest of its content. */
  readonly key?: string;
  readonly sent?: string;
}

export interface Activity extends Case<ActivityState>, Plan {
  readonly flow: 'activity';
  /** The work area's path. */
  readonly area: string;
  /** The place whose code is scanned there. */
  readonly place: { readonly id: string; readonly name: string; readonly words: string };
  /** Who answers for it; those who take part may call. */
  readonly organiser: { readonly person: string; readonly name: string; readonly phone: string };
  /** Places left, and room left among those who wait: what a sign-up is conditional on. */
  readonly free: number;
  readonly waitFree: number;
  /** Who waits, first come first. */
  readonly queue: readonly string[];
  readonly roster: Readonly<Record<string, Seat>>;
  /** Persons whose own part does not know of the latest change yet. */
  readonly unheard: readonly string[];
  readonly remindAt: number | null;
  /** How it ended: by hand, or by the clock two hours after the planned end. */
  readonly ended: {
    readonly at: number;
    readonly by: 'hand' | 'clock';
    /** Ids of who ended it by hand: it counts no hours of theirs. */
    readonly who?: readonly string[];
  } | null;
  /** A digest of what was sent, so that a key used twice is noticed. */
  readonly sent: string;
}

export const seatOf = (activity: Pick<Activity, 'roster'>, person: string): Seat | null =>
  activity.roster[person] ?? null;

/** Has a place or waits for one. */
export const isIn = (seat: Seat | null): boolean => seat !== null && seat.state !== 'left';

export function personsWith(activity: Pick<Activity, 'roster'>, ...states: Seat['state'][]): string[] {
  return Object.entries(activity.roster)
    .filter(([, seat]) => states.includes(seat.state))
    .map(([person]) => person);
}
