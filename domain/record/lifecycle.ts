/** What can happen to one person's part in an activity: one table. */

import type { Table } from '../flow/flow';
import type { Growth } from '../flow/growth';

export const PARTICIPATION_STATES = [
  'waiting', // for a place
  'seated',
  'here', // checked in
  'done', // checked out: the hours count
  'unsure', // checked in, never out: the hours count once two people agree
  'absent', // signed up, not seen: a neutral word, for nobody but themselves and whoever answers for the activity
  'left',
  'void', // the activity was cancelled
  'erased', // the person had it deleted: what is left names nobody
] as const;
export type ParticipationState = (typeof PARTICIPATION_STATES)[number];

export const PARTICIPATION_ROLES = ['self', 'coordinator', 'clock'] as const;
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];

export type ParticipationNeed = 'activity' | 'place' | 'minutes' | 'reason' | 'photos';

const COUNTED = ['done', 'unsure', 'absent'] as const;

export const PARTICIPATION = {
  /** Comes to know what the activity's list says of this person. */
  follow: {
    from: ['waiting', 'seated', 'left', 'here'],
    to: ['waiting', 'seated', 'left', 'here', 'done', 'unsure', 'absent', 'void'],
    by: ['clock'],
    needs: ['activity'],
  },
  checkIn: { from: ['seated'], to: ['here'], by: ['self', 'coordinator'], needs: ['place'] },
  checkOut: { from: ['here'], to: ['done'], by: ['self', 'coordinator'], needs: ['place'] },
  amend: {
    from: COUNTED,
    to: COUNTED,
    by: ['self', 'coordinator'],
    needs: ['minutes', 'reason'],
  },
  grant: { from: COUNTED, to: ['done'], by: ['self', 'coordinator'], needs: [] },
  deny: { from: COUNTED, to: COUNTED, by: ['self', 'coordinator'], needs: ['reason'] },
  /** A word about the service, by whoever answers for the activity; written anew it takes the place of the first. */
  appraise: { from: ['done'], to: ['done'], by: ['coordinator'], needs: ['reason'] },
  /** The person's own word on it. */
  reply: { from: ['done'], to: ['done'], by: ['self'], needs: ['reason'] },
  keepsake: { from: ['here', 'done'], to: ['here', 'done'], by: ['self'], needs: ['photos'] },
  erase: {
    from: ['done', 'unsure', 'absent', 'left', 'void'],
    to: ['erased'],
    by: ['self'],
    needs: [],
  },
} as const satisfies Table<string, ParticipationState, ParticipationRole, ParticipationNeed>;

export type ParticipationMove = keyof typeof PARTICIPATION;
export const PARTICIPATION_MOVES = Object.keys(PARTICIPATION) as ParticipationMove[];

/** Hours that somebody asked to change can still be agreed to or not. */
export const PARTICIPATION_GROWTH: Growth = { states: PARTICIPATION_STATES, works: ['grant', 'deny'] };
