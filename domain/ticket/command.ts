/** What a move brings along. Pure data: time, calendar and the chosen person arrive with it. */
import type { Urgency } from '../catalogue/catalogue';
import type { Actor } from '../flow/actor';
import type { CommandBase } from '../flow/flow';
import type { Thread } from '../flow/thread';
import type { Assignment } from '../org/dispatch';
import type { Unit } from '../org/org';
import type { Calendar } from '../time/calendar';
import type {
  CallOutcome,
  Contact,
  DeclineCode,
  HoldCode,
  Level,
  RatingReason,
  ResultKind,
  Ticket,
} from './ticket';

/** Which of these a move needs is the table's business. */
export interface Evidence {
  readonly text?: string;
  readonly photos?: readonly string[];
  readonly contact?: Contact;
  readonly result?: ResultKind;
  readonly level?: Level;
  readonly solved?: 'yes' | 'partly' | 'no';
  readonly reasons?: readonly RatingReason[];
  /** Why it is not taken, or why it must wait. */
  readonly code?: DeclineCode | HoldCode;
  /** When a hold is to end (ms). */
  readonly until?: number;
  /** Working days of an extension. */
  readonly days?: number;
  readonly urgency?: Urgency;
  readonly outcome?: CallOutcome;
  /** The checker's answer. */
  readonly passed?: boolean;
  /** The kind of wish that it becomes. */
  readonly kind?: string;
  /** The number of a measure. */
  readonly measure?: number;
}

/** Somebody chosen by hand or by `domain/org/dispatch`. */
export type Chosen = Assignment & { readonly unit: Unit };

export interface TicketCommand extends CommandBase<Actor>, Evidence {
  readonly calendar: Calendar;
  /** For dispatch, transfer and rule; and for a refused result that needs another person. */
  readonly assignment?: Chosen | null;
  /** Who works along, for convene. */
  readonly assignments?: readonly Chosen[];
  /** What a meeting agreed: who does what until when (ms). */
  readonly measures?: readonly {
    readonly assignment: Chosen;
    readonly text: string;
    readonly until: number;
  }[];
  /** The ticket that a merged one follows; read by the caller. */
  readonly parent?: Ticket;
  /** What it becomes; its id and number follow from the ticket. */
  readonly thread?: Thread;
  /** The ticket that follows this one. */
  readonly follower?: string;
}

/** What somebody wrote, without the blanks around it. */
export const said = (text: string | undefined): string => text?.trim() ?? '';
