/**
 * The honest rates (响应率, 及时签收率, 按时办结率 …): each is a function over one ticket's steps. A thing is counted
 * once, on the day it was settled, for the unit that had it then: in time on the day it was done, late on the day its
 * limit passed. Whoever did not answer is neither content nor discontent and stands beside the rate.
 *
 * Sources: 北京市接诉即应条例 §32 (响应率、解决率、满意率), 连云港 (及时签收率、按时办结率、回访满意率), 国办发〔2019〕51号
 * (three levels are content, two are not).
 */
import { type Counted, HANDED_ON, isRefusal, type Step, stepsOf } from './steps';
import type { Tally } from './tally';

export const RATES = [
  'response',
  'sign',
  'onTime',
  'solved',
  'satisfied',
  'callback',
  'firstTime',
  'returned',
  'rework',
  'extended',
  'paused',
] as const;
export type RateId = (typeof RATES)[number];

/** One more with every changed definition: what is stored of the last weeks is then counted anew. */
export const EDITION = 2;

/** What one settled thing adds to one rate. `at` in ms. */
export interface Contribution {
  readonly at: number;
  readonly unit: string;
  readonly service: string;
  readonly rate: RateId;
  readonly adds: Partial<Tally>;
}

type Adds = Partial<Tally>;
type Definition = (steps: readonly Step[]) => { step: Step; adds: Adds }[];

const MERGED = 'merged';
const YES: Adds = { numerator: 1, denominator: 1 };
const NO: Adds = { denominator: 1 };
const excluded = (reason: string): Adds => ({ excluded: { [reason]: 1 } });
const orExcluded = ({ over }: Step): Adds | null => (over === null ? null : excluded(over));
const inTime = ({ about }: Step): Adds => (about.late === true ? NO : YES);

/** The limit of the work passed. Slips for other reasons are no lateness. */
const limitPassed = ({ move, about }: Step): boolean =>
  move === 'slip' && (about.reason === undefined || about.reason === 'limit');

/** The result is before the resident, and this step is their answer, or ends the waiting for it. */
const ended = ({ asked, move, to }: Step): boolean =>
  (asked && (to === 'closed' || isRefusal(move, to))) || (move === 'resolve' && to === 'closed');
/** Left the road for good, not merely for another unit. */
const leftRoad = ({ over }: Step): Adds | null =>
  over === null || over === HANDED_ON ? null : excluded(over);
/** The same for verdicts: who follows another ticket is asked for a verdict of their own. */
const neverAsked = (step: Step): Adds | null => (step.over === MERGED ? null : leftRoad(step));

/** Each spell, cycle or result is judged by the first step that settles it. A null key belongs to none. */
function once(key: (step: Step) => string | number | null, judge: (step: Step) => Adds | null): Definition {
  return (steps) => {
    const settled = new Set<string | number>();
    return steps.flatMap((step) => {
      const group = key(step);
      const adds = group === null || settled.has(group) ? null : judge(step);
      if (!adds || group === null) return [];
      settled.add(group);
      return [{ step, adds }];
    });
  };
}

const spell = (step: Step): number | null => step.spell || null;
const work = (step: Step): string | null => (step.unit ? `${step.spell}.${step.cycle}` : null);
/** The result that is being judged; the step that gives a result and closes at once judges its own. */
const result = (step: Step): number => step.results + (step.move === 'resolve' ? 1 : 0);
const ticket = (): number => 1;

export const DEFINITIONS: Readonly<Record<RateId, Definition>> = {
  /** First contact within its limit. Nobody reached is counted, and is no contact. */
  response: once(spell, (step) => {
    if (step.move === 'contact')
      return step.about.contact === 'unreached' ? { ...NO, notReached: 1 } : inTime(step);
    return limitPassed(step) ? NO : orExcluded(step);
  }),

  /** Signed within its limit, of everything handed to a unit. */
  sign: once(spell, (step) => {
    if (step.move === 'sign') return inTime(step);
    return step.move === 'remind' ? NO : orExcluded(step);
  }),

  /** A result within the unit's limit. What is late counts on the day it becomes late, done or not. */
  onTime: once(work, (step) => {
    if (step.move === 'resolve') return inTime(step);
    if (limitPassed(step)) return NO;
    return step.to === 'long_term' ? excluded('long_term') : orExcluded(step);
  }),

  /** The resident says it is solved; partly is a half. */
  solved: once(result, (step) => {
    if (!ended(step)) return neverAsked(step);
    const { move, about } = step;
    if (move === 'call' && about.outcome === 'solved') return YES;
    if (move === 'call' && about.outcome === 'unsolved') return NO;
    if (move !== 'rate') return silence(step);
    if (about.solved === 'yes') return YES;
    if (about.solved === 'partly') return { numerator: 0.5, denominator: 1, partly: 1 };
    return about.solved === 'no' ? NO : { notAnswered: 1 };
  }),

  /** 非常满意, 满意 and 基本满意, of those who gave a level. */
  satisfied: once(result, (step) => {
    if (!ended(step)) return neverAsked(step);
    const level = Number(step.about.level ?? 0);
    if (step.move === 'rate') return level === 0 ? { notAnswered: 1 } : level >= 3 ? YES : NO;
    // On the phone people are asked whether it is solved, not for a level.
    const spoken = step.move === 'call' && step.about.outcome !== 'unreached';
    return spoken ? { notAsked: 1 } : silence(step);
  }),

  /** The resident was heard about the result, in the app or by phone. */
  callback: once(result, (step) => {
    if (!ended(step)) return neverAsked(step);
    const heard = step.move === 'rate' || (step.move === 'call' && step.about.outcome !== 'unreached');
    if (heard) return YES;
    const silent = silence(step);
    // A proxy's elder who was never called was due for it; somebody who is not there any more was not.
    if (silent.notAsked) return step.proxy && step.move === 'close' ? NO : silent;
    return { ...NO, ...silent };
  }),

  /** Closed in the first cycle, and no unit had given it back. */
  firstTime: once(ticket, (step) => {
    if (step.to === 'closed') return step.cycle === 1 && !step.cameBack ? YES : NO;
    return leftRoad(step);
  }),

  /** Given back, of everything that a unit either took up (first contact) or gave back. */
  returned: once(spell, (step) => {
    if (step.move === 'return') return YES;
    return step.move === 'contact' ? NO : orExcluded(step);
  }),

  /** Results that came back, of all results that were judged or closed; a reopening adds to the numerator. */
  rework: (steps) => [
    ...once(result, (step) => {
      if (!ended(step)) return neverAsked(step);
      return isRefusal(step.move, step.to) ? YES : NO;
    })(steps),
    ...steps.filter(({ move }) => move === 'reopen').map((step) => ({ step, adds: { numerator: 1 } })),
  ],

  /** More time was granted, of everything that got more time, a result, or passed its limit. */
  extended: once(work, (step) => {
    if (step.move === 'grant' && step.about.kind === 'extension') return YES;
    return step.move === 'resolve' || limitPassed(step) ? NO : orExcluded(step);
  }),

  /** Time on hold, of the time that the unit had it; both in ms, when the unit is done with it or gives it away. */
  paused: once(work, (step) => {
    if (step.move !== 'resolve' && step.over !== HANDED_ON) return leftRoad(step);
    const { held, open, asked } = step.spent;
    return { numerator: held, denominator: open, cases: 1, waited: asked };
  }),
};

/** Why there is no answer: nobody asked, nobody was reached, or they were asked and said nothing. */
function silence({ asked, move, missed, proxy }: Step): Adds {
  if (!asked || (move !== 'close' && move !== 'call')) return { notAsked: 1 };
  if (missed > 0) return { notReached: 1 };
  return proxy ? { notAsked: 1 } : { notAnswered: 1 };
}

/** Everything one ticket adds to the rates, in the order it was settled for each rate. */
export function contributionsOf(counted: Counted): Contribution[] {
  const steps = stepsOf(counted);
  return RATES.flatMap((rate) =>
    DEFINITIONS[rate](steps).map(({ step, adds }) => ({
      at: step.at,
      unit: step.unit,
      service: counted.service.id,
      rate,
      adds,
    })),
  );
}
