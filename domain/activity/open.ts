/** An activity's first moment: a draft that only those who make it see. */
import type { Activity, Plan } from './activity';
import { waitingRoom } from './activity';

export interface Drafting {
  readonly _id: string;
  readonly no: string;
  readonly area: string;
  readonly orgPath: string;
  readonly place: Activity['place'];
  readonly organiser: Activity['organiser'];
  readonly plan: Plan;
  readonly key: string;
  readonly sent: string;
}

export function openActivity({ plan, key, ...given }: Drafting, now: number): Activity {
  return {
    ...given,
    ...plan,
    flow: 'activity',
    state: 'draft',
    rev: 1,
    free: plan.capacity,
    waitFree: waitingRoom(plan.capacity),
    queue: [],
    roster: {},
    unheard: [],
    remindAt: null,
    ended: null,
    wakeAt: null,
    history: [
      {
        at: now,
        move: 'draft',
        by: { id: given.organiser.person, name: given.organiser.name, role: 'organiser' },
        key,
      },
    ],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
}
