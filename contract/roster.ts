/** Duty and leave on the desk: who holds which post on which weekdays, who is away, what that leaves open. */
import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[\w@:*-]{1,60}$/));
const moment = z.int().check(z.positive(), z.maximum(9_999_999_999_999));
const rev = z.int().check(z.minimum(0), z.maximum(1e9));

/** One unit's roster; the first that this person works in when none is named. */
export const rosterInput = z.strictObject({ unit: z.optional(id) });

const leave = { person: id, from: moment, until: moment };
/** What a leave would leave open; nothing is written. */
export const absenceInput = z.strictObject(leave);
/** Enters a leave, or with `gone` takes one back (ends it now when it has begun). */
export const leaveInput = z.strictObject({ ...leave, gone: z.optional(z.literal(true)) });

/** Who holds a post, the whole list; `rev` is the roster's that was changed. */
export const holdersInput = z.strictObject({
  post: id,
  holders: z
    .array(
      z.strictObject({
        person: id,
        /** 1 Monday … 7 Sunday, in order; absent = every day. */
        days: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7))),
      }),
    )
    .check(z.maxLength(20)),
  rev,
});

/** What a person has in hand, page by page. */
export const inHandInput = z.strictObject({
  person: id,
  after: z.optional(z.string().check(z.regex(/^\d{1,15}\.\d{1,5}$/))),
});

export interface HolderView {
  readonly person: string;
  readonly name: string;
  /** Empty = every day. */
  readonly days: readonly number[];
  /** 周一至周五 */
  readonly words: string;
  readonly away: boolean;
}

export interface PostView {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly HolderView[];
  /** 周六、周日没有排班; '' when every day is taken. */
  readonly gap: string;
  /** Names of those on duty now. */
  readonly today: string;
  readonly mayChange: boolean;
}

/** Somebody who is away now or soon. */
export interface AwayView {
  readonly person: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
  /** 11月24日 周二起，到11月26日 周四止 */
  readonly words: string;
  readonly begun: boolean;
  /** Open tickets in hand; null for who need not know. */
  readonly inHand: number | null;
  readonly mayChange: boolean;
}

export interface RosterView {
  readonly rev: number;
  /** The reader's own id on the roster. */
  readonly me: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly unit: string;
  readonly posts: readonly PostView[];
  /** Whose leave may be entered here, and who may be put on a post of this unit. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly mayLeave: boolean }[];
  /** Of all units that the reader sees, the earliest first. */
  readonly away: readonly AwayView[];
}

/** What somebody has in hand; `name` is theirs. */
export interface InHandView<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** What a leave would leave open. */
export interface AbsenceView {
  readonly words: string;
  /** Open tickets in hand now: each is handed over by hand. */
  readonly inHand: number;
  /** Posts at which nobody would be. */
  readonly open: readonly {
    readonly title: string;
    readonly line: string;
    /** Some service would find nobody. */
    readonly lost: boolean;
  }[];
}
