/** The rules of one person's part, bound to the machine. */
import { type Activity, seatOf } from '../activity/activity';
import { coordinates } from '../activity/flow';
import type { Actor } from '../flow/actor';
import { type CommandBase, type Effect, flow, type Promised } from '../flow/flow';
import type { RefusalCode } from '../flow/refusal';
import { hasPart, isOwn } from '../flow/same-person';
import { MINUTE } from '../time/day';
import { CHECK_AFTER, CHECK_BEFORE, countMinutes, HOURS, settled } from './hours';
import {
  PARTICIPATION,
  type ParticipationMove,
  type ParticipationNeed,
  type ParticipationRole,
  type ParticipationState,
} from './lifecycle';
import type { Check, Participation, Service } from './participation';

export interface ParticipationCommand extends CommandBase<Actor> {
  /** The activity as it is now; for follow only. */
  readonly activity?: Activity;
  /** The id of the place whose code was scanned. */
  readonly place?: string;
  readonly minutes?: number;
  readonly text?: string;
  readonly photos?: readonly string[];
}

const said = (text: string | undefined): string => text?.trim() ?? '';

export const participationFlow = flow<
  Participation,
  ParticipationMove,
  ParticipationRole,
  ParticipationNeed,
  Actor,
  ParticipationCommand
>({
  name: 'participation',
  table: PARTICIPATION,

  identify: (actor) => ({ id: actor.id, name: actor.name }),

  /** Nobody answers for themselves: who took part is that, whatever post they hold. */
  rolesOf(part, actor) {
    if (actor.clock) return ['clock'];
    if (isOwn(actor, part.person)) return ['self'];
    if (hasPart(actor, [part.person])) return [];
    return coordinates(part, actor) ? ['coordinator'] : [];
  },

  missing(need, { activity, place, minutes, text, photos, actor }, part): RefusalCode | null {
    switch (need) {
      case 'activity':
        return activity?._id === part.source.id ? null : 'NOT_FOUND';
      case 'place':
        return !isOwn(actor, part.person) || place === part.place.id ? null : 'WRONG_PLACE';
      case 'minutes':
        return isPlausible(minutes, part) ? null : 'MINUTES_REQUIRED';
      case 'reason':
        return said(text) ? null : 'REASON_REQUIRED';
      case 'photos':
        return photos?.length ? null : 'PHOTO_REQUIRED';
    }
  },

  barred: (move, part, actor, now) => BARS[move]?.(part, actor, now) ?? null,

  effect: (move, part, command) => EFFECTS[move](part, command),

  nextMoment: () => null,

  due: () => null,
});

/** Not more than the time from the start to the last check-out, nor than the rules allow. */
function isPlausible(minutes: number | undefined, { startsAt, endsAt }: Service): boolean {
  if (minutes === undefined || !Number.isInteger(minutes) || minutes < 0) return false;
  return minutes <= Math.min(HOURS.most, (endsAt - startsAt) / MINUTE + HOURS.after);
}

type Bar = (part: Participation, actor: Actor, now: number) => RefusalCode | null;

/** Two people stand for changed hours, and one of them is whoever answers for the activity. */
const consent: Bar = ({ amendment }, actor) => {
  if (!amendment) return 'NOTHING_PENDING';
  return hasPart(actor, [amendment.by]) ? 'NEEDS_ANOTHER' : null;
};

const BARS: Partial<Record<ParticipationMove, Bar>> = {
  checkIn: ({ startsAt, endsAt }, _, now) => {
    if (now < startsAt - CHECK_BEFORE) return 'CHECK_TOO_EARLY';
    return now >= endsAt ? 'CHECK_TOO_LATE' : null;
  },
  checkOut: ({ endsAt }, _, now) => (now > endsAt + CHECK_AFTER ? 'CHECK_TOO_LATE' : null),
  amend: ({ amendment }) => (amendment ? 'ALREADY_PENDING' : null),
  grant: consent,
  deny: consent,
  reply: ({ appraisal }) => (appraisal && appraisal.reply === null ? null : 'NOTHING_PENDING'),
};

/** What an activity's list makes of a part; the state it is in when nothing changes. */
function followed(part: Participation, activity: Activity): ParticipationState {
  const seat = seatOf(activity, part.person);
  if (part.state === 'here') {
    if (activity.state !== 'ended') return 'here';
    const { ended } = activity;
    // Who ends it does not count their own hours by that.
    return ended?.by === 'hand' && !ended.who?.includes(part.person) ? 'done' : 'unsure';
  }
  if (!seat || seat.state === 'left') return 'left';
  if (activity.state === 'cancelled') return 'void';
  if (activity.state === 'ended') return seat.state === 'seated' ? 'absent' : 'left';
  return seat.state;
}

/** Is there anything that this part has not heard of yet. */
export function isBehind(part: Participation, activity: Activity): boolean {
  if (!(PARTICIPATION.follow.from as readonly string[]).includes(part.state)) return false;
  const turn = seatOf(activity, part.person)?.turn ?? 0;
  // The activity in hand may be older than what the part knows already.
  if (turn < part.turn) return false;
  return (
    turn > part.turn ||
    followed(part, activity) !== part.state ||
    JSON.stringify(serviceOf(activity)) !== JSON.stringify(serviceOf(part))
  );
}

/** What is written down of an activity, or of a part in it. */
export function serviceOf(from: Service): Service {
  const { title, theme, text, object, place, organiser, startsAt, endsAt } = from;
  return { title, theme, text, object, place, organiser, startsAt, endsAt };
}

function telling(part: Participation, kind: string, persons: readonly string[]): Omit<Promised, 'at'>[] {
  const about = { id: part.source.id, no: part.source.no, service: part.title };
  return persons.map((to) => ({ to, kind: `activity-${kind}`, about }));
}

type Change = (part: Participation, command: ParticipationCommand) => Effect<Participation>;

const checkOf = ({ actor, now }: ParticipationCommand, part: Participation): Check => ({
  at: now,
  by: isOwn(actor, part.person) ? 'code' : 'hand',
});

/** The hours between two checks, as they count from now on. */
const counted = (part: Participation, out: Check, now: number): Partial<Participation> => ({
  out,
  minutes: countMinutes({ in: part.in?.at ?? out.at, out: out.at }, part),
  settledAt: now,
  closedAt: now,
});

const EFFECTS: Record<ParticipationMove, Change> = {
  follow(part, { activity, now }) {
    const told = activity as Activity;
    const to = followed(part, told);
    const change: Partial<Participation> = {
      ...serviceOf(told),
      turn: seatOf(told, part.person)?.turn ?? part.turn,
      closedAt: ['waiting', 'seated', 'here'].includes(to) ? null : now,
    };
    if (to === 'done' && told.ended) {
      return { to, change: { ...change, ...counted(part, { at: told.ended.at, by: 'end' }, now) } };
    }
    if (to === 'unsure') return { to, change, tell: telling(part, 'unsure', [part.person]) };
    return { to, change };
  },

  checkIn: (part, command) => ({ to: 'here', change: { in: checkOf(command, part) } }),

  checkOut: (part, command) => ({
    to: 'done',
    change: counted(part, checkOf(command, part), command.now),
  }),

  amend(part, { actor, minutes = 0, text, now }) {
    const own = isOwn(actor, part.person);
    const amendment = {
      by: actor.id,
      name: actor.name,
      own,
      at: now,
      minutes: settled(minutes),
      text: said(text),
    };
    const tell = own
      ? telling(part, 'claimed', [part.organiser.person])
      : telling(part, 'amended', [part.person]);
    return {
      to: part.state,
      change: { amendment },
      text: said(text),
      about: { minutes: amendment.minutes },
      tell,
    };
  },

  grant: (part, { now }) => ({
    to: 'done',
    change: { minutes: part.amendment?.minutes ?? 0, settledAt: now, amendment: null },
    about: { minutes: part.amendment?.minutes ?? 0, before: part.minutes ?? 0 },
    tell: telling(part, 'granted', part.amendment?.own ? [part.person] : []),
  }),

  deny: (part, { text }) => ({
    to: part.state,
    change: { amendment: null },
    text: said(text),
    tell: telling(part, 'denied', part.amendment?.own ? [part.person] : []),
  }),

  appraise: (part, { actor, text, now }) => ({
    to: 'done',
    change: { appraisal: { by: actor.id, name: actor.name, at: now, text: said(text), reply: null } },
    text: said(text),
    tell: telling(part, 'appraised', [part.person]),
  }),

  reply: (part, { text }) => ({
    to: 'done',
    change: { appraisal: part.appraisal && { ...part.appraisal, reply: said(text) } },
    text: said(text),
  }),

  keepsake: (part, { photos = [] }) => ({ to: part.state, change: { photos }, photos }),

  erase: () => ({
    to: 'erased',
    change: { person: '', name: '', phone: '', photos: [], amendment: null, appraisal: null },
  }),
};

/** After a deletion nobody is named: neither in the fields nor in what happened. */
export function nameless(part: Participation): Participation {
  return {
    ...part,
    outbox: [],
    history: part.history.map(({ at, move, by: { role }, to }) => ({
      at,
      move,
      by: { id: '', name: '', role },
      ...(to ? { to } : {}),
    })),
  };
}
