/**
 * How long a ticket may take, by urgency. Sources: 济南市12345条例 §24 and 潍坊 §20 (5 working days), Beijing's
 * printed grades (2 h life, 24 h water-power-gas-heat), 蚌埠 and 衡阳 practice for signing and first contact.
 */
import type { Service, Urgency } from '../catalogue/catalogue';
import type { Limit } from '../time/limit';

export interface Limits {
  /** From dispatch until someone takes it. */
  readonly sign: Limit;
  /** From signing until the resident hears from a person (先行联系). */
  readonly contact: Limit;
  /** From dispatch (unit) or the first tap (resident) until the result. */
  readonly resolve: Limit;
}

export const LIMITS: Readonly<Record<Urgency, Limits>> = {
  L1: {
    sign: { unit: 'minutes', amount: 15 },
    contact: { unit: 'minutes', amount: 30 },
    resolve: { unit: 'hours', amount: 2 },
  },
  L2: {
    sign: { unit: 'minutes', amount: 30 },
    contact: { unit: 'hours', amount: 2 },
    resolve: { unit: 'hours', amount: 24 },
  },
  L3: {
    sign: { unit: 'working-hours', amount: 4 },
    contact: { unit: 'working-days', amount: 1 },
    resolve: { unit: 'working-days', amount: 5 },
  },
  L4: {
    sign: { unit: 'working-hours', amount: 4 },
    contact: { unit: 'working-days', amount: 1 },
    resolve: { unit: 'working-days', amount: 15 },
  },
  Q: {
    sign: { unit: 'working-hours', amount: 4 },
    contact: { unit: 'working-days', amount: 1 },
    resolve: { unit: 'working-days', amount: 1 },
  },
};

/** A service may set its own term for the result (the law gives some matters longer); signing and contact stay. */
export function limitsOf(service: Pick<Service, 'urgency' | 'limit'>): Limits {
  const usual = LIMITS[service.urgency];
  return service.limit ? { ...usual, resolve: service.limit } : usual;
}

/** Rework after an unhappy rating: 5 working days (德州 rule), urgent kinds their own limit again. */
export function reworkLimit(urgency: Urgency): Limit {
  return urgency === 'L1' || urgency === 'L2' ? LIMITS[urgency].resolve : { unit: 'working-days', amount: 5 };
}

const DAY = 86_400_000;
/** A unit may say "not ours" within this (山东省办法: 2 working days; 衡阳: 1). */
export const RETURN_WITHIN: Readonly<Record<Urgency, Limit>> = {
  L1: { unit: 'minutes', amount: 30 },
  L2: { unit: 'working-hours', amount: 4 },
  L3: { unit: 'working-days', amount: 1 },
  L4: { unit: 'working-days', amount: 1 },
  Q: { unit: 'working-days', amount: 1 },
};
/** A result is checked within this, or goes to the resident unchecked. */
export const CHECK_WITHIN: Limit = { unit: 'working-days', amount: 1 };
/** Share of the ordinary results that somebody else looks at. */
export const SAMPLE = 0.2;
/** Who has it is ruled within this; urgent kinds within the time in which a unit signs. */
export function rulingLimit(urgency: Urgency): Limit {
  return urgency === 'L1' || urgency === 'L2' ? LIMITS[urgency].sign : { unit: 'working-days', amount: 1 };
}
/** Whoever must consent is reminded after this. */
export const CONSENT_WITHIN: Limit = { unit: 'working-days', amount: 1 };
/** Units that work together meet within this. */
export const MEET_WITHIN: Limit = { unit: 'working-days', amount: 3 };
/** A co-handler has this share of what the lead has left. */
export const PART_SHARE = 0.8;
/** So many units at most work together. */
export const PARTS_MAX = 8;
/** On the long-term list the resident hears at least this often. */
export const NEWS_EVERY = 30 * DAY;
/** The date of a long-term matter lies at most this far ahead. */
export const LONG_TERM_MAX = 730 * DAY;
/** Reports of the same thing that make it a matter for the leaders. */
export const CROWD = 5;
/** The unit is nudged when this share of its limit is used. */
export const NUDGE_AT = 0.75;
/** A question to the resident lapses after this (Signalen practice), and may be asked this often. */
export const QUESTION_LAPSES = 5 * DAY;
export const QUESTIONS_MAX = 2;
/** No verdict for this long closes as 未评价, which never counts as satisfied. */
export const VERDICT_LAPSES = 7 * DAY;
/** The reporter may reopen for this long after closing. */
export const REOPEN_WITHIN = 15 * DAY;

/** A hold lasts at most this long. */
export const HOLD_MAX = 30 * DAY;
/** An extension is at most this many working days, once (山东省办法; BJ §15(2)). */
export const EXTENSION_MAX = 10;
/** A unit that receives a transferred ticket has at least this share of the full limit. */
export const TRANSFER_SHARE = 0.4;
/** The resident is asked in the app first; calls begin after this. */
export const CALL_AFTER = DAY;
/** Calls at most, on two days at least; then the resident counts as 未联系上. */
export const CALLS_MAX = 3;
/** Reports that follow one; the next is opened as any other, and a person reads it. */
export const FOLLOWERS_MAX = 200;
