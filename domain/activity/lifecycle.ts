/**
 * What can happen to an activity (平台发布 → 申领 → 线上纪实): one table. Whoever signs up, waits or leaves changes only
 * the list of those who take part; what one person then does there is `domain/record`.
 */

import type { Table } from '../flow/flow';
import type { Growth } from '../flow/growth';

export const ACTIVITY_STATES = [
  'draft', // seen by those who make it
  'published', // one may sign up
  'running', // from half an hour before the start: one may check in
  'ended',
  'cancelled',
] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const ACTIVITY_ROLES = ['organiser', 'desk', 'joined', 'volunteer', 'clock'] as const;
export type ActivityRole = (typeof ACTIVITY_ROLES)[number];

export type ActivityNeed = 'plan' | 'future' | 'reason' | 'story';

const UPCOMING = ['published', 'running'] as const;

export const ACTIVITY = {
  edit: {
    from: ['draft', 'published'],
    to: ['draft', 'published'],
    by: ['organiser', 'desk'],
    needs: ['plan'],
  },
  publish: { from: ['draft'], to: ['published'], by: ['desk'], needs: ['future'] },
  join: { from: UPCOMING, to: UPCOMING, by: ['volunteer'], needs: [] },
  leave: { from: UPCOMING, to: UPCOMING, by: ['joined'], needs: [] },
  remind: { from: ['published'], to: ['published'], by: ['clock'], needs: [] },
  start: { from: ['published'], to: ['running'], by: ['clock'], needs: [] },
  finish: { from: ['running'], to: ['ended'], by: ['organiser', 'desk', 'clock'], needs: [] },
  cancel: {
    from: ['draft', 'published'],
    to: ['cancelled'],
    by: ['organiser', 'desk'],
    needs: ['reason'],
  },
  chronicle: {
    from: ['running', 'ended'],
    to: ['running', 'ended'],
    by: ['organiser', 'desk'],
    needs: ['story'],
  },
} as const satisfies Table<string, ActivityState, ActivityRole, ActivityNeed>;

export type ActivityMove = keyof typeof ACTIVITY;
export const ACTIVITY_MOVES = Object.keys(ACTIVITY) as ActivityMove[];

/** Who comes and goes is counted in the list itself, which needs most of the room. */
export const ACTIVITY_GROWTH: Growth = {
  states: ACTIVITY_STATES,
  works: ['join', 'leave'],
  full: { entries: 300, bytes: 600_000 },
};
