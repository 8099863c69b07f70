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
  'longterm',
  'resolved',
  'checked',
  'callback',
  'closed',
];

/** Moves that give the ticket to a unit, and those that take it away. */
const GIVES = ['dispatch', 'transfer', 'rule'];
const TAKES = ['transfer', 'rule', 'return'];

export interface Step {
  /** Moment in ms. */
  readonly at: number;
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
  /** Why nothing more can be judged after this step: `handed_on`, or the state that leads off the road by name. */
  readonly over: string | null;
}

export function stepsOf({ history, beneficiary }: Counted): Step[] {
  const steps: Step[] = [];
  let at = { unit: '', spell: 0, spells: 0, cycle: 1, results: 0, asked: false, missed: 0, cameBack: false };
  for (const { at: when, move, about = {}, to = null } of history) {
    const missed = at.missed + (move === 'call' && about.outcome === 'unreached' ? 1 : 0);
    const { spells: _, ...here } = at;
    const proxy = Boolean(beneficiary);
    steps.push({ at: when, move, about, to, ...here, missed, proxy, over: overBy(move, to, at.spell) });
    at = { ...at, missed };
    if (GIVES.includes(move)) {
      const spells = at.spells + 1;
      at = { ...at, unit: String(about.unitId ?? about.unit ?? ''), spell: spells, spells };
    } else if (move === 'return' || (to !== null && isOffRoad(to))) at = { ...at, unit: '', spell: 0 };
    if (move === 'return') at = { ...at, cameBack: true };
    // A follower of another ticket gets its result, from its unit, and judges it for itself.
    if (move === 'settle') at = { ...at, unit: String(about.unitId ?? '') };
    if (move === 'resolve' || move === 'settle')
      at = { ...at, results: at.results + 1, asked: to !== 'closed', missed: 0 };
    if (isRefusal(move, to)) at = { ...at, cycle: at.cycle + 1 };
    if (to === 'working' || to === 'closed') at = { ...at, asked: false };
  }
  return steps;
}

/** The resident sent it back to work: by an unhappy verdict, on the phone, or after closing. */
export const isRefusal = (move: string, to: string | null): boolean =>
  to === 'working' && ['rate', 'call', 'reopen'].includes(move);

const isOffRoad = (state: string): boolean => !ON_THE_ROAD.includes(state);

function overBy(move: string, to: string | null, spell: number): string | null {
  if (to !== null && isOffRoad(to)) return to;
  return spell > 0 && TAKES.includes(move) ? HANDED_ON : null;
}
