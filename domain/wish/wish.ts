/** A micro-wish (微心愿) as it is stored: one document with its whole life. All moments in ms. */
import type { Case } from '../flow/flow';
import type { Thread } from '../flow/thread';
import type { WishKind } from './kinds';
import type { WishState } from './lifecycle';

/** `child` and `ill`: a guardian consents, only the surname is kept, no photos are taken. */
export const WHOSE = ['self', 'adult', 'child', 'ill'] as const;
export type Whose = (typeof WHOSE)[number];

/** For whom it is. Their own wish repeats the poster's name and phone. */
export interface Wisher {
  readonly sort: Whose;
  /** In full for adults; 李某 for a child or somebody ill, whose full name is never stored. */
  readonly name: string;
  readonly phone: string;
  /** Who consented for a child or somebody ill, and may be called. */
  readonly guardian: { readonly name: string; readonly phone: string } | null;
}

export interface Claimer {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly at: number;
}

/** In line for a wish that somebody else has. */
export interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

/** The list in which a wish stands: the desk's review, the wall, what is taken, what waits to be confirmed. */
export type Shelf = 'review' | 'open' | 'taken' | 'confirm';

export interface Wish extends Case<WishState> {
  readonly flow: 'wish';
  readonly kind: Pick<WishKind, 'id' | 'name' | 'icon'>;
  /** How long a claim holds, as the kind said when it was posted. */
  readonly hold: number;
  readonly text: string;
  readonly place: { readonly id: string; readonly name: string };
  /** For the claimer alone. */
  readonly address: string;
  readonly area: string;
  readonly village: string;
  /** `staff` posted it at work, for somebody of their grid. */
  readonly poster: {
    readonly id: string;
    readonly name: string;
    readonly phone: string;
    readonly staff: boolean;
  };
  readonly wisher: Wisher;
  /** The poster has taken back that they may be called: nobody reads their name, phone and flat any more. */
  readonly contactGone?: boolean;
  /** The grid's unit; who leads it reviews, too. */
  readonly unit: string;
  /** Persons at the community's desk, who are told. */
  readonly desk: readonly string[];
  /** Who has it or had it last; null while nobody does. */
  readonly claimer: Claimer | null;
  /** The next in line, for as long as the offer stands. */
  readonly offer: Waiting | null;
  readonly queue: readonly Waiting[];
  /** Whose hold ran out: the wish is for others then. */
  readonly lapsed: readonly string[];
  /** How long it took, as the claimer said when it was delivered; absent or null when nobody said. */
  readonly minutes?: number | null;
  /** Volunteer teams that serve what it was on the menu: their members are asked first. */
  readonly teams?: readonly { readonly id: string; readonly name: string }[];
  /** When the clock acts: an offer goes on, a claim ends, a silence ends the wait. */
  readonly dueAt: number | null;
  /** When somebody is reminded. */
  readonly nudgeAt: number | null;
  /** What the wish was before, and what it has become. */
  readonly from: Thread | null;
  readonly became: Thread | null;
  /** Where lists find it; derived from the state. */
  readonly shelf: Shelf | null;
  /** Whose active wish it is: of the claimer, or of whom it is offered to. Derived. */
  readonly holder: string | null;
  /**
   * Unique among all wishes: `<person>#<n>` while claimed, the wish's own id otherwise. A person has as many slots as
   * claims are allowed, so the cap holds in the same conditional write that claims. A second try has one of its own.
   */
  readonly slot: string;
  /** A digest of what was sent, so that the same key with other content is noticed. */
  readonly sent: string;
}

/** Consent came from a guardian; initials only, no photo. */
export const isGuarded = ({ sort }: Pick<Wisher, 'sort'>): boolean => sort === 'child' || sort === 'ill';

/** 李某: the surname's first character, all that is kept of a guarded person's name. */
export const surname = (name: string): string => `${[...name.trim()][0] ?? ''}某`;

/** One of the slots of a person, `n` from 0. */
export const slotOf = (person: string, n: number): string => `${person}#${n + 1}`;
