/**
 * What can happen to a ticket: one table. The cloud enforces it, the phone draws its buttons from it, the tests walk
 * every cell of it, and the picture in `docs/` is drawn from it.
 *
 * The main line of the 12345 practice: 接诉即应 → 精准派单 → 限时办结 → 反馈评价.
 */
import type { Table } from '../flow/flow';

export const STATES = [
  'submitted', // in the dispatcher's pool: nobody has it yet
  'dispatched',
  'signed',
  'working',
  'need_info', // the resident is asked something; the clocks stand
  'resolved', // the resident is asked for a verdict
  'closed',
  'withdrawn',
] as const;
export type TicketState = (typeof STATES)[number];

export const ROLES = ['reporter', 'handler', 'member', 'lead', 'dispatcher', 'leader', 'clock'] as const;
export type TicketRole = (typeof ROLES)[number];

export type TicketNeed =
  | 'assignee'
  | 'reason'
  | 'contact'
  | 'question'
  | 'answer'
  | 'result'
  | 'photos'
  | 'verdict'
  | 'note';

const OPEN = ['submitted', 'dispatched', 'signed', 'working', 'need_info', 'resolved'] as const;
const UNSIGNED = ['submitted', 'dispatched'] as const;
const RUNNING = ['submitted', 'dispatched', 'signed', 'working'] as const;
const WITH_UNIT = ['dispatched', 'signed', 'working'] as const;

export const LIFECYCLE = {
  dispatch: { from: ['submitted'], to: ['dispatched'], by: ['dispatcher', 'clock'], needs: ['assignee'] },
  transfer: { from: WITH_UNIT, to: ['dispatched'], by: ['dispatcher'], needs: ['assignee', 'reason'] },
  sign: { from: ['dispatched'], to: ['signed'], by: ['handler', 'member', 'lead'], needs: [] },
  return: { from: ['dispatched', 'signed'], to: ['submitted'], by: ['handler', 'lead'], needs: ['reason'] },
  contact: { from: ['signed'], to: ['working'], by: ['handler'], needs: ['contact'] },
  ask: { from: ['working'], to: ['need_info'], by: ['handler'], needs: ['question'] },
  answer: { from: ['need_info'], to: ['working'], by: ['reporter'], needs: ['answer'] },
  expire: { from: ['need_info'], to: ['working'], by: ['clock'], needs: [] },
  resolve: { from: ['working'], to: ['resolved'], by: ['handler'], needs: ['result', 'photos'] },
  rate: { from: ['resolved'], to: ['closed', 'working'], by: ['reporter'], needs: ['verdict'] },
  close: { from: ['resolved'], to: ['closed'], by: ['clock'], needs: [] },
  reopen: { from: ['closed'], to: ['working'], by: ['reporter'], needs: ['reason'] },
  withdraw: {
    from: ['submitted', 'dispatched', 'signed', 'working', 'need_info'],
    to: ['withdrawn'],
    by: ['reporter'],
    needs: [],
  },
  note: { from: OPEN, to: OPEN, by: ['reporter', 'handler'], needs: ['note'] },
  remind: { from: UNSIGNED, to: UNSIGNED, by: ['clock'], needs: [] },
  nudge: { from: WITH_UNIT, to: WITH_UNIT, by: ['clock'], needs: [] },
  slip: { from: RUNNING, to: RUNNING, by: ['clock'], needs: [] },
  recompute: { from: OPEN, to: OPEN, by: ['clock'], needs: [] },
} as const satisfies Table<string, TicketState, TicketRole, TicketNeed>;

export type TicketMove = keyof typeof LIFECYCLE;
export const MOVES = Object.keys(LIFECYCLE) as TicketMove[];

/** Still somebody's business. */
export const isOpen = (state: TicketState): boolean => (OPEN as readonly TicketState[]).includes(state);
