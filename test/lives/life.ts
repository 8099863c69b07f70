/**
 * A random life as plain data: what is filed, who tries what, when, and when the timer rings. Everything follows from
 * one number, so a life is told again by naming it.
 */

import type { Input } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { DAY, HOUR, MINUTE, moment } from '@/domain/time/day';
import type { Name } from '@/test/support/yima';

export type MoveInput = Input<'ticket.move'>;

/** A move as somebody tries it; `given` goes over the wire beside id, key and move. */
export interface Attempt {
  readonly who: Name;
  readonly move: TicketMove;
  readonly given: Omit<Partial<MoveInput>, 'id' | 'key' | 'move' | 'parent'>;
  /** The place in the life's list of the ticket that is to be followed. */
  readonly parent?: number;
}

/** lawful: a move that somebody may make · any: whatever, by whomever · race: two at once · again: an old submit. */
export type StepKind = 'lawful' | 'any' | 'race' | 'again';

export interface Step {
  readonly round: number;
  readonly ticket: number;
  readonly kind: StepKind;
  /** Numbers in [0, 1) from which the step is chosen once the ticket is known. */
  readonly draws: readonly number[];
  /** What the step came to be; set once it has been chosen, so that a shorter life tries the same. */
  attempts?: readonly Attempt[];
}

/** One report of a life; a companion follows the first one from its first moment, or is sent by itself. */
export interface Report {
  readonly round: number;
  readonly who: Name;
  readonly sameAs: boolean;
}

export interface Life {
  readonly seed: number;
  readonly service: string;
  readonly far: boolean;
  readonly onBehalf: boolean;
  /** Whom it is about, by staff id; and whether its reporter is sealed. */
  readonly against: string | null;
  readonly sealed: boolean;
  readonly reports: readonly Report[];
  readonly steps: readonly Step[];
}

/** One moment that all lives of a batch share: everybody's step, then the timer, so many times, one by one or at once. */
export interface Round {
  readonly at: number;
  readonly sweeps: number;
  readonly atOnce: boolean;
}

export type Random = () => number;

/** A small seedable generator of numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(list: readonly T[], draw: number): T => list[Math.floor(draw * list.length)] as T;

/** Ordinary weeks, Spring Festival and National Day with their worked weekends, a month's end, the end of our data. */
const BEGINNINGS = [
  '2026-03-11 09:00',
  '2026-02-12 16:00',
  '2026-09-18 10:00',
  '2026-04-29 17:00',
  '2025-12-30 11:00',
  '2026-12-15 09:30',
].map(moment);

/** The moments of one batch. */
export function timeline(seed: number, rounds: number): Round[] {
  const random = randomOf(seed * 7919 + 17);
  let at = pick(BEGINNINGS, random());
  return Array.from({ length: rounds }, (_, index) => {
    if (index > 0) at += pause(random);
    const draw = random();
    return { at, sweeps: draw < 0.5 ? 0 : draw < 0.92 ? 1 : draw < 0.97 ? 2 : 5, atOnce: random() < 0.5 };
  });
}

/** Mostly an hour or so, now and then days: whole minutes, at least one. */
function pause(random: Random): number {
  const draw = random();
  const most = draw < 0.5 ? 2 * HOUR : draw < 0.85 ? 2 * DAY : 9 * DAY;
  return MINUTE + Math.floor((random() * most) / MINUTE) * MINUTE;
}

const SERVICES = ['street-lamp', 'street-lamp', 'sewer', 'gas', 'roof', 'policy'];

/** The life of this number. */
export function lifeOf(seed: number, rounds: number): Life {
  const random = randomOf(seed * 104_729 + 5);
  const service = pick(SERVICES, random());
  const crowd = random();
  // Six reports at once are a burst and become one incident.
  const companions = crowd < 0.75 ? 0 : crowd < 0.94 ? 1 : crowd < 0.985 ? 2 : 5;
  const reports: Report[] = [
    { round: 0, who: random() < 0.1 ? 'zhao' : 'lin', sameAs: false },
    ...Array.from({ length: companions }, (_, index) => ({
      round: companions === 5 ? 0 : Math.floor(random() * random() * rounds),
      who: `guest${index + 1}` as const,
      sameAs: companions < 5 && random() < 0.6,
    })),
  ];
  const steps = Array.from({ length: rounds - 1 }, (_, index): Step => {
    const kind = random();
    return {
      round: index + 1,
      ticket: Math.floor(random() * random() * reports.length),
      kind: kind < 0.78 ? 'lawful' : kind < 0.88 ? 'any' : kind < 0.95 ? 'race' : 'again',
      draws: Array.from({ length: 12 }, random),
    };
  });
  const against = random() < 0.06 ? pick(['s_zhao', 's_sun', 's_ma', 's_qian'], random()) : null;
  return {
    seed,
    service,
    far: random() < 0.15,
    onBehalf: random() < 0.1,
    against,
    sealed: random() < 0.06,
    reports,
    steps,
  };
}
