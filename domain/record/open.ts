/** The first moment of a part: a sign-up, or a service that is written down when it was done. */
import { type Activity, seatOf } from '../activity/activity';
import type { Happened } from '../flow/flow';
import { serviceOf } from './flow';
import { settled } from './hours';
import type { Participation, Service } from './participation';

export interface Who {
  readonly person: string;
  readonly name: string;
  readonly phone: string;
}

/** The part of somebody who is in an activity's list. */
export function openParticipation(_id: string, activity: Activity, who: Who, now: number): Participation {
  const seat = seatOf(activity, who.person);
  const state = seat?.state ?? 'left';
  return {
    ...blank(_id, who, serviceOf(activity), activity, seat?.at ?? now),
    state,
    source: { kind: 'activity', id: activity._id, no: activity.no },
    turn: seat?.turn ?? 0,
    closedAt: state === 'left' ? now : null,
  };
}

/**
 * A service done outside activities, such as a wish that was confirmed: written down at once with its minutes, which two
 * people have stood for already (who did it, and whom it was done for).
 */
export function openServed(
  _id: string,
  {
    service,
    who,
    source,
    orgPath,
    area,
    minutes,
  }: {
    readonly service: Service;
    readonly who: Who;
    readonly source: Participation['source'];
    readonly orgPath: string;
    readonly area: string;
    readonly minutes: number;
  },
  now: number,
): Participation {
  return {
    ...blank(_id, who, service, { no: source.no, orgPath, area }, now),
    state: 'done',
    source,
    minutes: settled(minutes),
    settledAt: now,
    closedAt: now,
  };
}

function blank(
  _id: string,
  { person, name, phone }: Who,
  service: Service,
  { no, orgPath, area }: { readonly no: string; readonly orgPath: string; readonly area: string },
  now: number,
): Omit<Participation, 'state' | 'source'> {
  const opened: Happened = { at: now, move: 'join', by: { id: person, name, role: 'self' } };
  return {
    ...service,
    _id,
    no,
    flow: 'participation',
    rev: 1,
    orgPath,
    area,
    person,
    name,
    phone,
    turn: 0,
    in: null,
    out: null,
    minutes: null,
    settledAt: null,
    amendment: null,
    appraisal: null,
    photos: [],
    wakeAt: null,
    history: [opened],
    outbox: [],
    openedAt: now,
    updatedAt: now,
    closedAt: null,
  };
}
