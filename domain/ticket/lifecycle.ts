/**
 * What can happen to a ticket: one table. The cloud enforces it, the phone draws its buttons from it, the tests walk
 * every cell of it, and the picture in `docs/` is drawn from it.
 *
 * The main line of the 12345 practice: 接诉即应 → 精准派单 → 限时办结 → 反馈评价.
 */

import type { Table } from '../flow/flow';
import type { Growth } from '../flow/growth';

export const STATES = [
  'submitted', // in the dispatcher's pool: nobody has it yet
  'adjudicating', // two units gave it back: a ruling decides, and is final
  'dispatched',
  'signed',
  'working',
  'need_info', // the resident is asked something; the clocks stand
  'on_hold', // an objective reason and a date; the unit's clock stands, the resident's runs
  'long_term', // on the long-term list with a definite date; as on hold, by a leader
  'merged', // it follows another report of the same thing, out of all clocks, and is judged by its own reporter
  'checking', // somebody else looks at the result first
  'resolved', // the resident is asked for a verdict
  'closed',
  'not_accepted',
  'out_of_power',
  'withdrawn',
  'became', // it is really something else, and goes on as that
] as const;
export type TicketState = (typeof STATES)[number];

export const ROLES = [
  'reporter',
  'handler',
  'member',
  'lead',
  'helper',
  'dispatcher',
  'leader',
  'clock',
] as const;
export type TicketRole = (typeof ROLES)[number];

export type TicketNeed =
  | 'assignee'
  | 'successor'
  | 'reason'
  | 'contact'
  | 'question'
  | 'answer'
  | 'result'
  | 'photos'
  | 'verdict'
  | 'note'
  | 'decline'
  | 'hold'
  | 'days'
  | 'urgency'
  | 'call'
  | 'parent'
  | 'check'
  | 'shelve'
  | 'parts'
  | 'agreed'
  | 'measure'
  | 'thread'
  | 'follower';

/** Open, and counted by a clock of its own. */
const COUNTED = [
  'submitted',
  'adjudicating',
  'dispatched',
  'signed',
  'working',
  'need_info',
  'on_hold',
  'long_term',
  'checking',
  'resolved',
] as const;
const OPEN = [...COUNTED, 'merged'] as const;
const WITH_UNIT = ['dispatched', 'signed', 'working'] as const;
/** Somebody of a unit has it in hand, also while it waits. */
const HELD = ['dispatched', 'signed', 'working', 'need_info', 'on_hold', 'long_term'] as const;
const WITHOUT_UNIT = ['submitted', 'adjudicating'] as const;
const UNSIGNED = ['submitted', 'adjudicating', 'dispatched'] as const;
const RUNNING = ['submitted', 'adjudicating', 'dispatched', 'signed', 'working'] as const;
const MERGEABLE = ['submitted', 'dispatched', 'signed', 'working'] as const;
const JOINABLE = [
  'submitted',
  'adjudicating',
  'dispatched',
  'signed',
  'working',
  'need_info',
  'on_hold',
  'long_term',
] as const;
/** An agreed wait with a date. */
const WAITING = ['on_hold', 'long_term'] as const;
/** Where a refused result leads: back to the handler, to another, to the pool, or before a leader. */
const REWORKED = ['working', 'dispatched', 'submitted', 'adjudicating'] as const;
/** Somebody asked for something that a second person must grant. */
const MAY_WAIT_FOR_CONSENT = ['submitted', 'adjudicating', 'signed', 'working'] as const;

export const LIFECYCLE = {
  dispatch: { from: ['submitted'], to: ['dispatched'], by: ['dispatcher', 'clock'], needs: ['assignee'] },
  transfer: { from: WITH_UNIT, to: ['dispatched'], by: ['dispatcher'], needs: ['assignee', 'reason'] },
  rule: {
    from: ['adjudicating'],
    to: ['dispatched'],
    by: ['dispatcher', 'leader'],
    needs: ['assignee', 'reason'],
  },
  urgency: {
    from: RUNNING,
    to: RUNNING,
    by: ['lead', 'dispatcher'],
    needs: ['urgency', 'reason'],
  },
  decline: { from: ['submitted'], to: ['submitted'], by: ['dispatcher'], needs: ['decline', 'reason'] },
  sign: { from: ['dispatched'], to: ['signed'], by: ['handler', 'member', 'lead'], needs: [] },
  return: {
    from: ['dispatched', 'signed'],
    to: WITHOUT_UNIT,
    by: ['handler', 'lead'],
    needs: ['reason'],
  },
  contact: { from: ['signed'], to: ['working'], by: ['handler'], needs: ['contact'] },
  ask: { from: ['working'], to: ['need_info'], by: ['handler'], needs: ['question'] },
  answer: { from: ['need_info'], to: ['working'], by: ['reporter'], needs: ['answer'] },
  expire: { from: ['need_info'], to: ['working'], by: ['clock'], needs: [] },
  hold: { from: ['working'], to: ['working'], by: ['handler'], needs: ['hold', 'reason'] },
  extend: {
    from: ['signed', 'working'],
    to: ['signed', 'working'],
    by: ['handler'],
    needs: ['days', 'reason'],
  },
  refute: {
    from: MAY_WAIT_FOR_CONSENT,
    to: MAY_WAIT_FOR_CONSENT,
    by: ['handler', 'lead', 'dispatcher', 'leader'],
    needs: ['reason'],
  },
  grant: {
    from: MAY_WAIT_FOR_CONSENT,
    to: ['signed', 'working', 'on_hold', 'not_accepted', 'out_of_power', 'closed'],
    by: ['lead', 'dispatcher', 'leader'],
    needs: [],
  },
  deny: {
    from: MAY_WAIT_FOR_CONSENT,
    to: MAY_WAIT_FOR_CONSENT,
    by: ['lead', 'dispatcher', 'leader'],
    needs: ['reason'],
  },
  retract: {
    from: MAY_WAIT_FOR_CONSENT,
    to: MAY_WAIT_FOR_CONSENT,
    by: ['handler', 'lead', 'dispatcher', 'leader'],
    needs: [],
  },
  askConsent: { from: MAY_WAIT_FOR_CONSENT, to: MAY_WAIT_FOR_CONSENT, by: ['clock'], needs: [] },
  resume: { from: WAITING, to: ['working'], by: ['handler', 'lead'], needs: [] },
  holdEnds: { from: WAITING, to: ['working'], by: ['clock'], needs: [] },
  object: {
    from: ['on_hold', 'long_term', 'not_accepted', 'out_of_power'],
    to: ['on_hold', 'long_term', 'submitted'],
    by: ['reporter'],
    needs: ['reason'],
  },
  resolve: {
    from: ['working'],
    to: ['resolved', 'checking', 'closed'],
    by: ['handler'],
    needs: ['result', 'photos'],
  },
  check: {
    from: ['checking'],
    to: ['resolved', 'working', 'closed'],
    by: ['lead', 'dispatcher'],
    needs: ['check'],
  },
  passUnchecked: { from: ['checking'], to: ['resolved', 'closed'], by: ['clock'], needs: [] },
  rate: { from: ['resolved'], to: ['closed', ...REWORKED], by: ['reporter'], needs: ['verdict'] },
  call: {
    from: ['resolved'],
    to: ['resolved', 'closed', ...REWORKED],
    by: ['lead', 'dispatcher'],
    needs: ['call'],
  },
  close: { from: ['resolved'], to: ['closed'], by: ['clock'], needs: [] },
  reopen: {
    from: ['closed'],
    to: REWORKED,
    by: ['reporter', 'lead', 'dispatcher'],
    needs: ['reason'],
  },
  withdraw: {
    from: [...JOINABLE, 'merged'],
    to: ['withdrawn', ...RUNNING, ...WAITING],
    by: ['reporter'],
    needs: [],
  },
  urge: { from: RUNNING, to: RUNNING, by: ['reporter'], needs: [] },
  note: { from: OPEN, to: OPEN, by: ['reporter', 'handler', 'helper'], needs: ['note'] },
  look: { from: STATES, to: STATES, by: ['handler', 'lead', 'dispatcher', 'leader'], needs: ['reason'] },
  shelve: { from: ['working', 'on_hold'], to: ['long_term'], by: ['leader'], needs: ['shelve', 'reason'] },
  become: { from: MERGEABLE, to: ['became'], by: ['lead', 'dispatcher'], needs: ['thread', 'reason'] },
  askNews: { from: ['long_term'], to: ['long_term'], by: ['clock'], needs: [] },
  convene: {
    from: ['signed', 'working'],
    to: ['signed', 'working'],
    by: ['handler', 'lead', 'dispatcher'],
    needs: ['parts', 'reason'],
  },
  meet: {
    from: ['signed', 'working'],
    to: ['signed', 'working'],
    by: ['handler', 'lead', 'dispatcher'],
    needs: ['note', 'agreed'],
  },
  measure: {
    from: [...WITH_UNIT, 'need_info', 'on_hold', 'long_term'],
    to: [...WITH_UNIT, 'need_info', 'on_hold', 'long_term'],
    by: ['helper', 'handler', 'lead'],
    needs: ['measure', 'note'],
  },
  measureLate: { from: WITH_UNIT, to: WITH_UNIT, by: ['clock'], needs: [] },
  unmet: { from: WITH_UNIT, to: WITH_UNIT, by: ['clock'], needs: [] },
  remind: { from: UNSIGNED, to: UNSIGNED, by: ['clock'], needs: [] },
  nudge: { from: WITH_UNIT, to: WITH_UNIT, by: ['clock'], needs: [] },
  slip: { from: RUNNING, to: RUNNING, by: ['clock'], needs: [] },
  merge: { from: MERGEABLE, to: ['merged'], by: ['dispatcher', 'clock'], needs: ['parent'] },
  part: { from: ['merged'], to: ['submitted'], by: ['dispatcher', 'clock'], needs: [] },
  settle: { from: ['merged'], to: ['resolved'], by: ['clock'], needs: ['parent'] },
  joined: {
    from: [...JOINABLE, 'checking'],
    to: [...JOINABLE, 'checking'],
    by: ['clock'],
    needs: ['follower'],
  },
  reply: { from: RUNNING, to: RUNNING, by: ['handler', 'lead'], needs: ['reason'] },
  cancelSlip: { from: RUNNING, to: RUNNING, by: ['leader'], needs: ['reason'] },
  /** Who has it has left the unit: another of it takes it up, or nobody can and the desk has it. */
  succeed: { from: HELD, to: HELD, by: ['clock'], needs: ['successor'] },
  vacate: { from: HELD, to: ['submitted'], by: ['clock'], needs: [] },
  recompute: { from: COUNTED, to: COUNTED, by: ['clock'], needs: [] },
} as const satisfies Table<string, TicketState, TicketRole, TicketNeed>;

export type TicketMove = keyof typeof LIFECYCLE;
export const MOVES = Object.keys(LIFECYCLE) as TicketMove[];

/** Still somebody's business. */
export const isOpen = (state: TicketState): boolean => (OPEN as readonly TicketState[]).includes(state);

/**
 * What a full ticket still lets its people do beside going on to another state: hand it over, finish a unit's measure,
 * grant or refuse what was asked for, phone the resident.
 */
export const GROWTH: Growth = {
  states: STATES,
  works: ['transfer', 'measure', 'grant', 'deny', 'retract', 'decline', 'call', 'reply', 'cancelSlip'],
};
