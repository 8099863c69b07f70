/** A ticket as it is stored: one document with everything that was promised, done and said. All moments in ms. */
import type { Service, TicketKind, Urgency } from '../catalogue/catalogue';
import type { Case } from '../flow/flow';
import type { Thread } from '../flow/thread';
import type { Why } from '../org/dispatch';
import type { Point } from '../org/point';
import type { Clock } from '../time/clock';
import type { TicketState } from './lifecycle';
import type { Limits } from './limits';

/** Who has it. `lead` hears of lateness; `desk` are the dispatchers of this place. */
export interface Handler {
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  readonly post: string;
  readonly postName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly lead: string | null;
  /** Until then (ms) the unit may say that it is not theirs. */
  readonly returnBy: number;
  readonly why: Why;
}

/** The two clocks everybody sees, and the small ones inside the work. */
export interface Clocks {
  /** From the first tap; stands only while the resident is asked something. */
  readonly resident: Clock;
  /** From dispatch, not from signing. */
  readonly unit: Clock | null;
  readonly sign: Clock | null;
  readonly contact: Clock | null;
}

export const RESULT_KINDS = ['solved', 'partly', 'explained', 'unsolvable'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export const CONTACTS = ['phone', 'visit', 'message', 'unreached'] as const;
export type Contact = (typeof CONTACTS)[number];

export interface Result {
  readonly kind: ResultKind;
  readonly text: string;
  readonly photos: readonly string[];
  readonly at: number;
  readonly by: string;
}

/** 好差评 (国办发〔2019〕51号): five levels, the two lowest are 差评. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];
export const RATING_REASONS = ['unsolved', 'slow', 'manner', 'unclear', 'other'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

export interface Rating {
  readonly cycle: number;
  /** Null when the resident only said that it is not solved. */
  readonly level: Level | null;
  readonly solved: 'yes' | 'partly' | 'no' | null;
  readonly reasons: readonly RatingReason[];
  readonly text: string;
  readonly at: number;
}

/** 提醒单 · 催办单 · 督查交办单 · 周会商清单. */
export const SLIP_KINDS = ['reminder', 'urge', 'supervise', 'bulletin'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** A numbered, addressed record that a limit passed; what was answered, and how it ended. */
export interface Slip {
  readonly no: string;
  readonly kind: SlipKind;
  readonly cycle: number;
  readonly at: number;
  readonly to: readonly string[];
  /** A reply is due by then (ms), or none is asked for. */
  readonly replyBy: number | null;
  readonly reply: { readonly at: number; readonly by: string; readonly text: string } | null;
  readonly end: { readonly at: number; readonly how: 'done' | 'cancelled'; readonly text: string } | null;
}

/** Why a request is not taken: each code names its kind and where the resident can turn (济南 and 北京条例, BJ §11, WF §19, §24). */
export const DECLINE_CODES = [
  'court',
  'discipline',
  'review',
  'disclosure',
  'petition',
  'secret',
  'repeat',
  'unlawful',
  'police',
  'higher',
  'market',
] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];
/** Outside the township's power, rather than nobody's business here: it never counts against the unit. */
export const OUT_OF_POWER: readonly DeclineCode[] = ['police', 'higher', 'market'];

/** Objective reasons to wait, each with a date; never for danger (L1, L2). */
export const HOLD_CODES = ['weather', 'material', 'season', 'third-party', 'budget'] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** What somebody asked for and a second person must grant. */
export interface Pending {
  readonly kind: 'decline' | 'hold' | 'extension' | 'unfounded';
  readonly by: string;
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly code?: DeclineCode | HoldCode;
  /** When a hold is to end (ms). */
  readonly until?: number;
  /** Working days of an extension. */
  readonly days?: number;
  /** When whoever must consent is reminded (ms); null once they were. */
  readonly remindAt?: number | null;
}

/**
 * 不予受理, 权限外, or after a refused result 核实不成立: said to the resident with a reason and a way to go; two people
 * stand for it.
 */
export interface Declined {
  readonly code: DeclineCode | 'unfounded';
  readonly text: string;
  readonly by: string;
  readonly confirmedBy: string;
  readonly at: number;
}

export interface Hold {
  readonly code: HoldCode;
  readonly text: string;
  readonly since: number;
  readonly until: number;
  readonly objected: boolean;
}

/** A callback by phone: who, when, and what the resident said. */
export const CALL_OUTCOMES = ['unreached', 'solved', 'unsolved'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export interface Call {
  readonly at: number;
  readonly by: string;
  readonly outcome: CallOutcome;
}

/** Filed by somebody else, with consent: an elder, a neighbour without a phone. They are called or visited, and judge themselves. */
export interface Beneficiary {
  readonly name: string;
  readonly phone: string;
  readonly callback: 'phone' | 'door';
}

/** What one unit answers for when several work together. All moments in ms. */
export interface Measure {
  readonly no: number;
  readonly text: string;
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
  readonly unitName: string;
  readonly lead: string | null;
  readonly dueAt: number;
  /** When its slip is due; null once it was sent. */
  readonly slipAt: number | null;
  readonly done: null | {
    readonly at: number;
    readonly by: string;
    readonly text: string;
    readonly photos: readonly string[];
  };
}

/** 联办: why, who, and what was agreed. */
export interface Joint {
  readonly at: number;
  readonly by: string;
  readonly text: string;
  readonly meetBy: number;
  readonly meeting: null | { readonly at: number; readonly by: string; readonly text: string };
  /** The meeting was missed, and the leaders were told. */
  readonly unmet: boolean;
  readonly measures: readonly Measure[];
}

/** A ruling: who has it and why. Rulings of like cases are precedents. */
export interface Ruling {
  readonly post: string;
  readonly postName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** Whom a report is about: a unit, a person, or a person of a unit. `name` is how its reporter was shown them. */
export interface Against {
  readonly unit: string | null;
  readonly person: string | null;
  readonly name: string;
  /** Everybody it is about, by staff id: who belonged to the unit when it was sent, or has joined it since. */
  readonly people?: readonly string[];
}

export interface Ticket extends Case<TicketState> {
  readonly flow: 'ticket';
  readonly kind: TicketKind;
  readonly service: Pick<Service, 'id' | 'name' | 'office' | 'icon'>;
  readonly urgency: Urgency;
  readonly limits: Limits;
  readonly evidence: Service['evidence'];
  readonly place: { readonly id: string; readonly name: string; readonly at?: Point };
  readonly address: string;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly ask: string; readonly answer: string }[];
  readonly photos: readonly string[];
  /** `staff` is the work identity of a reporter who had one: the same body, whatever the phone. */
  readonly reporter: {
    readonly id: string;
    readonly name: string;
    readonly phone: string;
    readonly staff?: string;
  };
  /** For whom it was filed, when not for the reporter. */
  readonly beneficiary: Beneficiary | null;
  readonly handler: Handler | null;
  /** The dispatchers who see it in their pool. */
  readonly desk: readonly string[];
  /** The leaders of this place: they hear of what stays late. */
  readonly leaders: readonly string[];
  readonly clocks: Clocks;
  /** When the unit is nudged in this cycle; null once done or while the clock stands. */
  readonly nudgeAt: number | null;
  /** When the question or the wait for a verdict lapses. */
  readonly lapsesAt: number | null;
  /** 1, and one more with every rework or reopening. */
  readonly cycle: number;
  readonly asked: number;
  /** Units that gave it back; each may do so once. */
  readonly returnedBy: readonly string[];
  /** What waits for a second person's consent. */
  readonly pending: Pending | null;
  readonly declined: Declined | null;
  /** The resident objected to not being served: once. */
  readonly objected: boolean;
  readonly hold: Hold | null;
  /** An extension was granted: once. */
  readonly extended: boolean;
  /** The cycle in which its reporter urged it on; absent or null = never. */
  readonly urged?: number | null;
  /** A ruling decided who has it; the unit may not give it back (WF §22). */
  readonly ruling: Ruling | null;
  /** When it was ruled; finds the precedents of an area. */
  readonly ruledAt: number | null;
  /** Drawn when it was filed: its result is checked by somebody else. */
  readonly sampled: boolean;
  /** Callbacks of this cycle. */
  readonly calls: readonly Call[];
  /** When the next callback may be made; null while none is wanted. */
  readonly callAt: number | null;
  /** When the handler is asked for the month's news of a long-term matter. */
  readonly newsAt: number | null;
  readonly joint: Joint | null;
  /** True while others have a measure to do; finds their work. */
  readonly together: true | null;
  /** Whom it is about: they never see it, and it is dispatched around them. */
  readonly against: Against | null;
  /** The reporter's name and phone are shown to nobody without a reason. */
  readonly sealed: boolean;
  /** The resident needs it no more, but the danger is still there: it goes on as the staff's own. */
  readonly reporterLeft: boolean;
  /** The report this one follows. */
  readonly parent: { readonly id: string; readonly no: string } | null;
  /** Reports of the same thing that follow this one, by id. */
  readonly followers: readonly string[];
  /** What it was before, and what it has become: a wish of a neighbour's heart is no matter for an office. */
  readonly from: Thread | null;
  readonly became: Thread | null;
  readonly result: Result | null;
  readonly ratings: readonly Rating[];
  readonly slips: readonly Slip[];
  /** When the next rung of the ladder is due; null while the clock stands. */
  readonly slipAt: number | null;
  /** A deadline lies beyond the published calendar and is recomputed when data arrives. */
  readonly beyondCoverage: boolean;
  /** Its unit's calendar changed with this `rev` of the area: the jobs work its limits out anew. Absent or null = nothing to do. */
  readonly recount?: number | null;
  /** Sorts the lists; equal to the unit's due moment, or the resident's while nobody has it. */
  readonly dueAt: number;
  /** The same moment while that clock runs; null while it stands or has ended: "late" is `runsOut < now`. */
  readonly runsOut: number | null;
  /** The work area, so that desks and leaders list their own by an index. */
  readonly area: string;
  /** A digest of what was sent, so that the same key with other content is noticed. */
  readonly sent: string;
}

/** What the resident is promised: the first cycle's date from the first tap, later ones from the rework. */
export function promisedAt(ticket: Pick<Ticket, 'clocks' | 'cycle'>): number {
  const { resident, unit } = ticket.clocks;
  return ticket.cycle > 1 && unit ? unit.dueAt : resident.dueAt;
}

/** The last verdict of the current cycle, if one was given. */
export function ratingOf(ticket: Pick<Ticket, 'ratings' | 'cycle'>): Rating | null {
  return ticket.ratings.at(-1) ?? null;
}

/** 差评: the two lowest levels, or the resident says it is not solved. Opens the rework in the same write. */
export function isUnhappy(verdict: Pick<Rating, 'level' | 'solved'>): boolean {
  return verdict.solved === 'no' || (verdict.level !== null && verdict.level <= 2);
}

/** A danger to life, limb or supply: it is dealt with even when its reporter needs it no more. */
export function isDanger({ kind, urgency }: Pick<Ticket, 'kind' | 'urgency'>): boolean {
  return kind === 'report' && (urgency === 'L1' || urgency === 'L2');
}
