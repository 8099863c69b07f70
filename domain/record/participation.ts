/**
 * One person's part in one activity (or one wish), from signing up to the hours that count: this is the line of the
 * service record (民政部令67). All moments in ms.
 */
import type { ThemeId } from '../activity/themes';
import type { Case } from '../flow/flow';
import { DAY } from '../time/day';
import type { ParticipationState } from './lifecycle';

/** Hours are open to objection for so long before they may be certified (2015 opinion: at least 7 days). */
export const NOTICE = 7 * DAY;

/** A check at the place: by its code, by hand of whoever answers for the activity, or by the end of it. */
export interface Check {
  readonly at: number;
  readonly by: 'code' | 'hand' | 'end';
}

/** A change of hours that somebody asked for; a second person must agree. */
export interface Amendment {
  readonly by: string;
  readonly name: string;
  /** Asked for by the person whose hours they are. */
  readonly own: boolean;
  readonly at: number;
  readonly minutes: number;
  readonly text: string;
}

/** What whoever answered for the activity wrote about the service, in words and no grade; and the person's own word on it. */
export interface Appraisal {
  readonly by: string;
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly reply: string | null;
}

/** What is written down about the service: as the law lists it. */
export interface Service {
  readonly title: string;
  readonly theme: ThemeId;
  readonly text: string;
  readonly object: string;
  readonly place: { readonly id: string; readonly name: string; readonly words: string };
  readonly organiser: { readonly person: string; readonly name: string; readonly phone: string };
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Participation extends Case<ParticipationState>, Service {
  readonly flow: 'participation';
  readonly area: string;
  readonly source: { readonly kind: 'activity' | 'wish'; readonly id: string; readonly no: string };
  /** '' once it was erased. */
  readonly person: string;
  readonly name: string;
  /** For whoever answers for the activity, until it has ended. */
  readonly phone: string;
  /** The turn of the person's seat that this knows of. */
  readonly turn: number;
  readonly in: Check | null;
  readonly out: Check | null;
  /** Minutes that count; null while nothing is known. */
  readonly minutes: number | null;
  /** When the minutes last changed: from then they are open to objection. */
  readonly settledAt: number | null;
  readonly amendment: Amendment | null;
  readonly appraisal: Appraisal | null;
  /** Pictures of their own, if they like. */
  readonly photos: readonly string[];
}

/** A training (培训): on the record by itself, never among the hours of service. */
export const isTraining = ({ theme }: Pick<Participation, 'theme'>): boolean => theme === 'training';

type Counted = Pick<Participation, 'state' | 'minutes' | 'theme'>;

/** The minutes of this line that count as service in the record. */
const minutesOf = (part: Counted): number =>
  part.state === 'done' && !isTraining(part) ? (part.minutes ?? 0) : 0;

/** Does this line count as service in the record. */
export const counts = (part: Counted): boolean => minutesOf(part) > 0;

/** May it be certified now: it counts, the notice is over, and nobody asks for a change. */
export const isCertain = (
  part: Counted & Pick<Participation, 'settledAt' | 'amendment'>,
  now: number,
): boolean =>
  counts(part) && part.amendment === null && part.settledAt !== null && part.settledAt + NOTICE <= now;

/** The minutes of these lines that count. */
export const totalMinutes = (parts: readonly Counted[]): number =>
  parts.reduce((sum, part) => sum + minutesOf(part), 0);
