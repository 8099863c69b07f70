/**
 * A ticket's history as steps that can be counted: for each thing that happened, which unit had the ticket, in which
 * handing-over, cycle and result it fell, and whether it ended the matter. History only grows, so what a past day
 * counted never changes; nothing here reads a clock or a counter.
 */
import type { Happened } from '../flow/flow';

/** All that is read of a ticket. */
export interface Counted {
  readonly service: { readonly id: string };
  /** Filed for somebody else, who is only asked by phone or at the door: the proxy never judges. */
  readonly beneficiary?: unknown;
  readonly history: readonly Happened[];
}

/** Handed to another unit before the matter could be judged. */
export const HANDED_ON = 'handed_on';
/** Looked at anew after a refused result: two people confirmed that there is nothing left to do. */
const UNFOUNDED = 'unfounded';

/** Places on the usual road; reaching one of them excludes nothing. */
const ON_THE_ROAD = [
  'draft',
  'submitted',
  'screened',
  'adjudicating',
  'dispatched',
  'signed',
  'working',
  'need_info',
  'on_hold',
  'ext_pending',
  'return_pending',
  'escalated',
  'long_term',
  'checking',
  'resolved',
  'checked',
  'callback',
  'closed',
];

/** Moves that give the ticket to a unit, and those that take it away; so does any other that leads to these states. */
const GIVES = ['dispatch', 'transfer', 'rule'];
const TAKES = ['transfer', 'rule', 'return'];
const WITHOUT_UNIT = ['submitted', 'adjudicating'];

/** Where the time is the unit's own: not while a checker has the result, nor on the long-term list. */
const UNIT_HAS_IT = [
  'dispatched',
  'signed',
  'working',
  'need_info',
  'on_hold',
  'ext_pending',
  'return_pending',
  'escalated',
];

/** How long a unit had one piece of work, in ms. Held and asked are within open. */
export interface Spent {
  readonly open: number;
  readonly held: number;
  /** The resident was asked something. */
  readonly asked: number;
}
const NO_TIME: Spent = { open: 0, held: 0, asked: 0 };

export interface Step {
  /** Moment in ms. */
  readonly at: number;
  /** `resolve` is the step that let the result pass to the resident; what a checker still has is `hand_in`. */
  readonly move: string;
  readonly about: NonNullable<Happened['about']>;
  /** The state it led to; null where the state stayed. */
  readonly to: string | null;
  /** The unit that had it before this step; '' while it lay in the pool. */
  readonly unit: string;
  /** The how many-th handing-over to a unit, from 1; 0 in the pool. */
  readonly spell: number;
  /** From 1, and one more with every refused result or reopening. */
  readonly cycle: number;
  /** How many results were given before this step. */
  readonly results: number;
  /** A result lies before the resident. */
  readonly asked: boolean;
  /** Callbacks of the present result that reached nobody, this one included. */
  readonly missed: number;
  /** The app asks nobody: only a call or a visit can. */
  readonly proxy: boolean;
  /** It was given back by a unit at some time before. */
  readonly cameBack: boolean;
  /** What this handing-over and cycle took so far. */
  readonly spent: Spent;
  /** Why nothing more can be judged after this step: `handed_on`, or the state that leads off the road by name. */
  readonly over: string | null;
}

const START = {
  state: '',
  since: 0,
  unit: '',
  spell: 0,
  spells: 0,
  cycle: 1,
  results: 0,
  asked: false,
  missed: 0,
  cameBack: false,
  handedIn: {} as Step['about'],
  spent: NO_TIME,
};

export function stepsOf({ history, beneficiary }: Counted): Step[] {
  const steps: Step[] = [];
  let at = START;
  for (const happened of history) {
    const { move, about } = asResult(happened, at);
    const to = happened.to ?? null;
    const missed = at.missed + (move === 'call' && about.outcome === 'unreached' ? 1 : 0);
    const spent = spentBy(at, happened.at);
    const { state: _s, since: _t, spells: _n, handedIn: _h, ...here } = at;
    const proxy = Boolean(beneficiary);
    const over = overBy(move, to, at.spell);
    steps.push({ at: happened.at, move, about, to, ...here, missed, spent, proxy, over });

    at = { ...at, missed, spent, since: happened.at, state: to ?? at.state };
    if (GIVES.includes(move) || to === 'dispatched') {
      const spells = at.spells + 1;
      const unit = String(about.unitId ?? about.unit ?? (GIVES.includes(move) ? '' : at.unit));
      at = { ...at, unit, spell: spells, spells, spent: NO_TIME };
    } else if (move === 'return' || (to !== null && (WITHOUT_UNIT.includes(to) || isOffRoad(to))))
      at = { ...at, unit: '', spell: 0, spent: NO_TIME };
    if (move === 'return') at = { ...at, cameBack: true };
    // A follower of another ticket gets its result, from its unit, and judges it for itself.
    if (move === 'settle') at = { ...at, unit: String(about.unitId ?? '') };
    if (move === 'hand_in') at = { ...at, handedIn: about };
    if (move === 'resolve' || move === 'settle')
      at = { ...at, results: at.results + 1, asked: true, missed: 0 };
    if (isRefusal(move, to)) at = { ...at, cycle: at.cycle + 1, spent: NO_TIME };
    if ((to !== null && to !== 'resolved') || isRefusal(move, to)) at = { ...at, asked: false };
  }
  return steps;
}

/** A result that a checker has is none yet; it is one when it passes, and in time if it was handed in in time. */
function asResult({ move, to, about = {} }: Happened, at: typeof START): Pick<Step, 'move' | 'about'> {
  if (move === 'resolve' && to === 'checking') return { move: 'hand_in', about };
  const passed = at.state === 'checking' && (to === 'resolved' || to === 'closed');
  return passed ? { move: 'resolve', about: { ...about, late: at.handedIn.late === true } } : { move, about };
}

function spentBy({ state, since, unit, spent }: typeof START, now: number): Spent {
  if (!unit || !UNIT_HAS_IT.includes(state)) return spent;
  const time = now - since;
  return {
    open: spent.open + time,
    held: spent.held + (state === 'on_hold' ? time : 0),
    asked: spent.asked + (state === 'need_info' ? time : 0),
  };
}

/** The resident sent it back: by an unhappy verdict, on the phone, or after closing; to whomever it goes then. */
export const isRefusal = (move: string, to: string | null): boolean =>
  to !== null && to !== 'closed' && to !== 'resolved' && ['rate', 'call', 'reopen'].includes(move);

const isOffRoad = (state: string): boolean => !ON_THE_ROAD.includes(state);

function overBy(move: string, to: string | null, spell: number): string | null {
  if (to !== null && isOffRoad(to)) return to;
  if (move === 'grant' && to === 'closed') return UNFOUNDED;
  const taken = TAKES.includes(move) || (to !== null && (to === 'dispatched' || WITHOUT_UNIT.includes(to)));
  return spell > 0 && taken ? HANDED_ON : null;
}
