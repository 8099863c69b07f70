/**
 * What is left of a case when somebody has asked to be forgotten (PIPL §47). The skeleton stays (what it was about, when,
 * which unit, how it ended), because a state organ answers for its work and the rates are counted from it; who it was does
 * not. Pure; histories are taken out by the caller, who holds the key of their chain.
 */
import type { Activity } from '../activity/activity';
import type { Honour } from '../honour/honour';
import type { Conduct } from '../points/conduct';
import type { Return } from '../points/returns';
import type { Participation } from '../record/participation';
import { isOpen as isTicketOpen } from '../ticket/lifecycle';
import { isDanger, type Ticket } from '../ticket/ticket';
import { isOpen as isWishOpen } from '../wish/lifecycle';
import type { Wish } from '../wish/wish';

/** Whom to forget. */
export interface Trace {
  /** The person's id. */
  readonly id: string;
  /** Names, phones and addresses that they gave, for what others wrote about them. */
  readonly words: readonly string[];
}

/** Stands where words were taken out. */
export const GONE = '（已应本人要求删除）';
const SOMEBODY = '某某';
const LEFT = '已注销';

/** Words that may be looked for: one letter of a name, or 3 号楼, would hit others. */
export function wordsOf(given: readonly string[]): string[] {
  const usable = given
    .map((word) => word.trim())
    .filter((word) => word.length >= (/^[\p{Script=Han}·]+$/u.test(word) ? 2 : 4));
  return [...new Set(usable)].sort((one, other) => other.length - one.length);
}

/** A text without the words of a person. */
export function withoutWords(text: string, { id, words }: Trace): string {
  return words.reduce((left, word) => left.replaceAll(word, SOMEBODY), text.replaceAll(id, ''));
}

/** Any value without the person: their id and their words are gone from every text within, at any depth. */
export function scrubbed<T>(value: T, trace: Trace): T {
  if (typeof value === 'string') return withoutWords(value, trace) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => scrubbed(each, trace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, scrubbed(inner as unknown, trace)]),
  ) as T;
}

const NOBODY = { id: '', name: '', phone: '' } as const;

/**
 * A request without its reporter. What is over keeps no word of theirs. What goes on without them (a danger, a matter
 * reported for somebody else, a result that is being checked) keeps its account, without their names, until it ends.
 */
export function ticketWithout(ticket: Ticket, trace: Trace): Ticket {
  const goesOn = isTicketOpen(ticket.state) && (isDanger(ticket) || ticket.beneficiary !== null);
  const over: Partial<Ticket> = goesOn
    ? {}
    : { address: '', text: GONE, answers: [], photos: [], beneficiary: null };
  const bare: Ticket = {
    ...ticket,
    ...over,
    reporter: NOBODY,
    reporterLeft: true,
    sent: '',
    outbox: ticket.outbox.filter(({ to }) => to !== trace.id),
    ratings: ticket.ratings.map((rating) => ({ ...rating, text: '' })),
  };
  return withHistoryOf(ticket, scrubbed(bare, trace));
}

/** A wish without whoever posted it, has it, had it or waited for it, when that was this person. */
export function wishWithout(wish: Wish, trace: Trace): Wish {
  const own = wish.poster.id === trace.id;
  const over = own && !isWishOpen(wish.state);
  const bare: Wish = {
    ...wish,
    ...(own && {
      poster: { ...NOBODY, staff: wish.poster.staff },
      sent: '',
      // what stands open goes on for whoever it is for, at the desk
      ...((over || wish.wisher.sort === 'self') && {
        wisher: { ...wish.wisher, name: '', phone: '', guardian: null },
      }),
      ...(over && { text: GONE, address: '' }),
    }),
    ...(wish.claimer?.id === trace.id && { claimer: { ...NOBODY, name: LEFT, at: wish.claimer.at } }),
    ...(wish.offer?.id === trace.id && { offer: null }),
    ...(wish.holder === trace.id && { holder: null }),
    ...(wish.slot.includes(trace.id) && { slot: wish._id }),
    queue: wish.queue.filter(({ id }) => id !== trace.id),
    lapsed: wish.lapsed.filter((id) => id !== trace.id),
    outbox: wish.outbox.filter(({ to }) => to !== trace.id),
  };
  return withHistoryOf(wish, scrubbed(bare, trace));
}

/** An activity whose list counts as many as before, with `alias` in this person's place. */
export function activityWithout(activity: Activity, trace: Trace, alias: string): Activity {
  const bare: Activity = {
    ...activity,
    roster: Object.fromEntries(
      Object.entries(activity.roster).map(([person, seat]) => {
        const { key: _, ...bare } = seat;
        return person === trace.id ? [alias, bare] : [person, seat];
      }),
    ),
    queue: activity.queue.filter((id) => id !== trace.id),
    unheard: activity.unheard.filter((id) => id !== trace.id),
    outbox: activity.outbox.filter(({ to }) => to !== trace.id),
  };
  return withHistoryOf(activity, scrubbed(bare, trace));
}

/** A part in an activity that names nobody; its hours stay for the activity's sum. */
export function partWithout(part: Participation, trace: Trace): Participation {
  const bare = {
    ...part,
    person: '',
    name: '',
    phone: '',
    photos: [],
    amendment: null,
    appraisal: null,
    outbox: [],
  };
  return withHistoryOf(part, scrubbed(bare, trace));
}

export function returnWithout(taken: Return, trace: Trace): Return {
  return withHistoryOf(
    taken,
    scrubbed({ ...taken, owner: { id: '', name: '' }, code: '', outbox: [] }, trace),
  );
}

/** A record under review without its subject: what was decided stays, about nobody. */
export function conductWithout(conduct: Conduct, trace: Trace): Conduct {
  const bare: Conduct = {
    ...conduct,
    subject: { id: '', name: '' },
    text: GONE,
    outbox: conduct.outbox.filter(({ to }) => to !== trace.id),
  };
  return withHistoryOf(conduct, scrubbed(bare, trace));
}

/** A round of honours: the names on the list are the community's, who put them there is not. */
export function honourWithout(honour: Honour, trace: Trace): Honour {
  return withHistoryOf(honour, {
    ...honour,
    nominees: honour.nominees.map((each) => (each.by === trace.id ? { ...each, by: '' } : each)),
    objections: honour.objections.map((each) =>
      each.by.id === trace.id ? { ...each, by: { id: '', name: LEFT }, text: GONE } : each,
    ),
    outbox: honour.outbox.filter(({ to }) => to !== trace.id),
  });
}

/** Histories are chained, and places and those who work there are nobody's secret: these stay as they are. */
function withHistoryOf<C extends { readonly history: unknown }>(from: C, to: C): C {
  const kept = ['history', 'place', 'handler', 'organiser'].filter((name) => name in from);
  return { ...to, ...Object.fromEntries(kept.map((name) => [name, from[name as keyof C]])) };
}
