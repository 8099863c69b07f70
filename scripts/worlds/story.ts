/** How a story of the quiet week is written down: who asked for what, and what became of it, step by step. */
import type { Contact, HoldCode, Level, RatingReason, ResultKind } from '@/domain/ticket/ticket';

/** Days before today and a time of the day; or minutes before now, for what has only just happened. */
export type When = readonly [daysAgo: number, time: string] | number;

/** Pictures in `photos/`. */
export type Picture =
  | 'lamp-dark'
  | 'lamp-lit'
  | 'road-hole'
  | 'road-mended'
  | 'drain-full'
  | 'drain-clear'
  | 'bins-full'
  | 'bins-empty'
  | 'tree-down'
  | 'tree-cut'
  | 'stairs-blocked'
  | 'stairs-clear'
  | 'pipe-leak'
  | 'pipe-new';

/** The next thing that happens, `after` minutes from the one before; staff and residents sleep at night. */
export type Step =
  /** Without `by` it is whoever was given it; else the lead of the unit, or another member (a person of the roster). */
  | { readonly move: 'sign'; readonly after: number; readonly by?: string }
  | { readonly move: 'contact'; readonly after: number; readonly contact: Contact; readonly text: string }
  | {
      readonly move: 'ask' | 'return' | 'note';
      readonly after: number;
      readonly text: string;
      readonly photo?: Picture;
    }
  | { readonly move: 'answer' | 'add' | 'withdraw' | 'reopen'; readonly after: number; readonly text: string }
  | {
      readonly move: 'resolve';
      readonly after: number;
      readonly result: ResultKind;
      readonly text: string;
      readonly photo?: Picture;
    }
  | {
      readonly move: 'rate';
      readonly after: number;
      readonly level: Level;
      readonly text: string;
      readonly reasons?: readonly RatingReason[];
    }
  /** Other units are asked along: whoever holds these posts now. */
  | {
      readonly move: 'convene';
      readonly after: number;
      readonly posts: readonly string[];
      readonly text: string;
    }
  /** A co-handler's first open measure is done. */
  | { readonly move: 'measure' | 'meet'; readonly after: number; readonly text: string }
  /** A wait that a second person agrees to at once, or a leader puts on the long-term list. */
  | {
      readonly move: 'hold' | 'shelve';
      readonly after: number;
      readonly code: HoldCode;
      /** Until so many days after the step. */
      readonly days: number;
      readonly text: string;
    }
  /** The dispatcher gives it to whoever holds this post now. */
  | { readonly move: 'dispatch'; readonly after: number; readonly post: string }
  | { readonly move: 'transfer'; readonly after: number; readonly post: string; readonly text: string };

export interface Story {
  /** A resident of `residents.ts`. */
  readonly who: string;
  readonly when: When;
  /** The name of the place whose code was scanned. */
  readonly place: string;
  readonly address?: string;
  readonly service: string;
  readonly text: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly photo?: Picture;
  /** The worker of the place is whom it is about. */
  readonly aboutWorker?: true;
  readonly course: readonly Step[];
}

export const sign = (after: number): Step => ({ move: 'sign', after });
/** Another member of the unit takes it on. */
export const takenBy = (after: number, by: string): Step => ({ move: 'sign', after, by });
/** The lead of the unit signs, because nobody else did. */
export const leadSigns = (after: number): Step => ({ move: 'sign', after, by: 'lead' });
export const phone = (after: number, text: string): Step => ({
  move: 'contact',
  after,
  contact: 'phone',
  text,
});
export const visit = (after: number, text: string): Step => ({
  move: 'contact',
  after,
  contact: 'visit',
  text,
});
export const message = (after: number, text: string): Step => ({
  move: 'contact',
  after,
  contact: 'message',
  text,
});
export const ask = (after: number, text: string): Step => ({ move: 'ask', after, text });
export const answer = (after: number, text: string): Step => ({ move: 'answer', after, text });
/** The handler writes where it stands. */
export const note = (after: number, text: string, photo?: Picture): Step => ({
  move: 'note',
  after,
  text,
  ...(photo && { photo }),
});
/** The resident adds something. */
export const add = (after: number, text: string): Step => ({ move: 'add', after, text });
export const giveBack = (after: number, text: string): Step => ({ move: 'return', after, text });
export const withdraw = (after: number, text: string): Step => ({ move: 'withdraw', after, text });
export const reopen = (after: number, text: string): Step => ({ move: 'reopen', after, text });
export const dispatch = (after: number, post: string): Step => ({ move: 'dispatch', after, post });
export const transfer = (after: number, post: string, text: string): Step => ({
  move: 'transfer',
  after,
  post,
  text,
});
export const solved = (after: number, text: string, photo?: Picture): Step => ({
  move: 'resolve',
  after,
  result: 'solved',
  text,
  ...(photo && { photo }),
});
export const ended = (after: number, result: ResultKind, text: string, photo?: Picture): Step => ({
  move: 'resolve',
  after,
  result,
  text,
  ...(photo && { photo }),
});
export const rated = (after: number, level: Level, text = ''): Step => ({ move: 'rate', after, level, text });
export const unhappy = (after: number, level: 1 | 2, reasons: RatingReason[], text: string): Step => ({
  move: 'rate',
  after,
  level,
  reasons,
  text,
});
export const together = (after: number, posts: readonly string[], text: string): Step => ({
  move: 'convene',
  after,
  posts,
  text,
});
export const meeting = (after: number, text: string): Step => ({ move: 'meet', after, text });
export const ownPart = (after: number, text: string): Step => ({ move: 'measure', after, text });
export const onHold = (after: number, code: HoldCode, days: number, text: string): Step => ({
  move: 'hold',
  after,
  code,
  days,
  text,
});
export const shelved = (after: number, code: HoldCode, days: number, text: string): Step => ({
  move: 'shelve',
  after,
  code,
  days,
  text,
});
