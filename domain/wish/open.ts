/** A wish's first moment: what somebody posts waits for the desk, which reads it before anybody else does. */
import { Refusal } from '../flow/refusal';
import type { Thread } from '../flow/thread';
import { areaPathOf } from '../org/org';
import { clocksIn, placing, tell } from './effects';
import { wishFlow } from './flow';
import type { WishKind } from './kinds';
import { isGuarded, surname, type Whose, type Wish, type Wisher } from './wish';

export interface Posting {
  readonly _id: string;
  readonly no: string;
  readonly kind: WishKind;
  readonly text: string;
  readonly orgPath: string;
  readonly place: Wish['place'];
  readonly address: string;
  readonly poster: Wish['poster'];
  readonly wisher: Wisher;
  readonly unit: string;
  readonly desk: readonly string[];
  /** What it was before, when something else became this wish. */
  readonly from?: Thread | null;
  readonly teams?: Wish['teams'];
  readonly key: string;
  readonly sent: string;
}

/** Opens a wish for review; the desk is told. */
export function postWish({ kind, key, from = null, ...given }: Posting, now: number): Wish {
  const nobody = { claimer: null, offer: null };
  const posted: Wish = {
    ...given,
    ...nobody,
    flow: 'wish',
    state: 'posted',
    rev: 1,
    kind: { id: kind.id, name: kind.name, icon: kind.icon },
    hold: kind.hold,
    area: areaPathOf(given.orgPath),
    village: villageOf(given.orgPath),
    queue: [],
    lapsed: [],
    from,
    became: null,
    slot: given._id,
    ...clocksIn('posted', kind.hold, now),
    ...placing('posted', nobody),
    wakeAt: null,
    history: [
      {
        at: now,
        move: 'post',
        by: { id: given.poster.id, name: given.poster.name, role: 'poster' },
        ...(from && { about: { kind: from.kind, no: from.no } }),
        key,
      },
    ],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
  const outbox = tell(posted, 'wish-review', posted.desk).map((notice) => ({ ...notice, at: now }));
  const told = { ...posted, outbox };
  return { ...told, wakeAt: wishFlow.wakeAt(told) };
}

/** The first four segments of a path: the village, or the whole path where it is shorter. */
export function villageOf(path: string): string {
  return `${path.split('/').filter(Boolean).slice(0, 4).join('/')}/`;
}

export interface WhoseGiven {
  readonly sort: Whose;
  readonly name: string;
  readonly phone: string;
  readonly guardian?: { readonly name: string; readonly phone: string } | undefined;
}

/**
 * For whom it is. Refuses a wish for somebody without a name, without a guardian who can be called where one must
 * consent, and one that leaves nobody to call. Of a guarded person only the surname is kept.
 */
export function wisherOf(
  given: WhoseGiven,
  poster: { readonly name: string; readonly phone: string },
): Wisher {
  const { sort, guardian } = given;
  if (sort === 'self') {
    if (!poster.phone) throw new Refusal('WISH_PHONE_REQUIRED', { field: 'contact.phone' });
    return { sort, name: poster.name, phone: poster.phone, guardian: null };
  }
  if (!given.name) throw new Refusal('WISHER_REQUIRED', { field: 'whose.name' });
  if (isGuarded(given)) {
    if (!guardian?.name || !guardian.phone)
      throw new Refusal('GUARDIAN_REQUIRED', { field: 'whose.guardian' });
    return {
      sort,
      name: surname(given.name),
      phone: '',
      guardian: { name: guardian.name, phone: guardian.phone },
    };
  }
  if (!given.phone && !poster.phone) throw new Refusal('WISH_PHONE_REQUIRED', { field: 'whose.phone' });
  return { sort, name: given.name, phone: given.phone, guardian: null };
}

/** Seven or more digits in a row, blanks and dashes between them or not: a phone or an identity number. */
const NUMBERS = /(?:\d[\s-]?){7,}/;

/** The words of something else that becomes a wish, as far as they may stand on a wall: at most 200 characters, no numbers. */
export function withoutNumbers(text: string): string {
  return text.replace(new RegExp(NUMBERS, 'g'), '***').slice(0, 200).trim();
}

/** Refuses words that everybody on the wall would read a number in: contacts have fields of their own. */
export function requireNoNumbers(text: string): void {
  if (NUMBERS.test(text)) throw new Refusal('NUMBERS_IN_WISH', { field: 'text' });
}
