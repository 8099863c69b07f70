/**
 * 联办: one unit leads, others answer for a measure each, with limits of their own inside the lead's; they meet within
 * three working days, and the measures are followed one by one (BJ §14 首接单位牵头, WF §22 主办/协办).
 */
import type { Effect } from '../flow/flow';
import { isOfHere, leadsUnit, type Office, worksIn } from '../org/policy';
import { type Calendar, workingMs } from '../time/calendar';
import { dueAt, workingDays, workingHours } from '../time/limit';
import { said, type TicketCommand } from './command';
import { MEET_WITHIN, PART_SHARE } from './limits';
import { tellable } from './shield';
import { inWorkingHours, slipTo } from './supervision';
import { tell, tellAll } from './telling';
import type { Joint, Measure, Ticket } from './ticket';

/** The moves of working together. */
export const JOINT = {
  convene: (ticket, command) => {
    const { actor, assignments = [], calendar, now } = command;
    const text = said(command.text);
    const due = partDue(ticket, calendar, now);
    const measures = assignments.map((to, nth) =>
      measureOf(to, { no: nth + 1, text, dueAt: due }, ticket, calendar),
    );
    const joint: Joint = {
      at: now,
      by: actor.name,
      text,
      meetBy: dueAt(calendar, now, MEET_WITHIN).at,
      meeting: null,
      unmet: false,
      measures,
    };
    return {
      to: ticket.state,
      change: withJoint(joint),
      text,
      about: { units: measures.map(({ unitName }) => unitName).join('、') },
      tell: [
        ...tellAll(
          ticket,
          'measure',
          measures.map(({ person }) => person),
        ),
        ...tell(ticket, 'convened', ticket.reporter.id),
      ],
    };
  },
  meet: (ticket, command) => {
    const { actor, calendar, measures = [], now } = command;
    const joint = jointOf(ticket);
    const first = joint.measures.length + 1;
    const added = measures.map(({ assignment, text, until }, nth) =>
      measureOf(assignment, { no: first + nth, text: said(text), dueAt: until }, ticket, calendar),
    );
    const meeting = { at: now, by: actor.name, text: said(command.text) };
    return {
      to: ticket.state,
      change: withJoint({ ...joint, meeting, measures: [...joint.measures, ...added] }),
      text: meeting.text,
      about: { measures: added.length },
      tell: [
        ...tellAll(
          ticket,
          'measure',
          added.map(({ person }) => person),
        ),
        ...tell(ticket, 'news', ticket.reporter.id),
      ],
    };
  },
  measure: (ticket, command) => {
    const { actor, now, photos = [] } = command;
    const joint = jointOf(ticket);
    const found = measureFor(ticket, command);
    if (!found) throw new Error('no such measure');
    const done: Measure = { ...found, done: { at: now, by: actor.name, text: said(command.text), photos } };
    const next = { ...joint, measures: joint.measures.map((each) => (each.no === done.no ? done : each)) };
    const left = openMeasures({ joint: next }).length;
    return {
      to: ticket.state,
      change: withJoint(next),
      text: said(command.text),
      photos,
      about: { no: done.no, what: done.text, unit: done.unitName, left },
      tell: tell(ticket, left === 0 ? 'measures-done' : 'measure-done', ticket.handler?.person),
    };
  },
  /** A silent co-handler gets a slip of their own; from then on the lead may end the measure for them. */
  measureLate: (ticket, { calendar, now }) => {
    const joint = jointOf(ticket);
    const late = lateMeasure(ticket, now);
    if (!late) throw new Error('no measure is late');
    const slip = slipTo(ticket, 'urge', [late.person, late.lead], calendar, now);
    const measures = joint.measures.map((each) => (each.no === late.no ? { ...each, slipAt: null } : each));
    return {
      to: ticket.state,
      change: { ...withJoint({ ...joint, measures }), slips: [...ticket.slips, slip] },
      about: { no: slip.no, kind: slip.kind, unit: late.unitName },
      tell: [
        ...tellAll(ticket, 'measure-late', slip.to),
        ...tell(ticket, 'measure-silent', ticket.handler?.person),
      ],
    };
  },
  unmet: (ticket) => ({
    to: ticket.state,
    change: withJoint({ ...jointOf(ticket), unmet: true }),
    tell: tellAll(ticket, 'unmet', [ticket.handler?.person, ticket.handler?.lead, ...ticket.leaders]),
  }),
} satisfies Record<string, (ticket: Ticket, command: TicketCommand) => Effect<Ticket>>;

type Shared = Pick<Ticket, 'joint'>;

/** Measures that nobody has ended yet. */
export function openMeasures({ joint }: Shared): readonly Measure[] {
  return joint?.measures.filter(({ done }) => done === null) ?? [];
}

/** The moment (ms) at which a measure is late or the meeting was missed; null when neither can happen. */
export function jointDue({ joint, state }: Pick<Ticket, 'joint' | 'state'>): number | null {
  if (!joint || !['dispatched', 'signed', 'working'].includes(state)) return null;
  const moments = openMeasures({ joint }).flatMap(({ slipAt }) => slipAt ?? []);
  if (!joint.meeting && !joint.unmet) moments.push(joint.meetBy);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** The first measure whose limit has passed and whose slip is due. */
export function lateMeasure(ticket: Shared, now: number): Measure | null {
  return openMeasures(ticket).find(({ slipAt }) => slipAt !== null && slipAt <= now) ?? null;
}

/** No slip for a measure goes out before this moment (ms). */
export function slipsLater(ticket: Ticket, at: number): Partial<Ticket> {
  const joint = jointOf(ticket);
  const later = (slipAt: number | null) => slipAt && Math.max(slipAt, at);
  return {
    joint: { ...joint, measures: joint.measures.map((one) => ({ ...one, slipAt: later(one.slipAt) })) },
  };
}

/** Open measures by a changed calendar: none is due on a day that is now off, and none after the lead's own limit. */
export function measuresRecounted(
  { joint, urgency }: Pick<Ticket, 'joint' | 'urgency'>,
  calendar: Calendar,
  latest: number,
): Partial<Ticket> {
  if (!joint) return {};
  const moved = (measure: Measure): Measure => {
    if (measure.done) return measure;
    const due = Math.min(inWorkingHours(calendar, measure.dueAt, urgency), Math.max(latest, measure.dueAt));
    return { ...measure, dueAt: due, slipAt: measure.slipAt && inWorkingHours(calendar, due, urgency) };
  };
  return { joint: { ...joint, measures: joint.measures.map(moved) } };
}

/** The open measure of this number that the actor may end: their own, or a late one when they lead. */
export function measureFor(ticket: Ticket, { actor, measure, now }: TicketCommand): Measure | null {
  const found = openMeasures(ticket).find(({ no }) => no === measure);
  const { staff } = actor;
  if (!found || !staff || !isOfHere(staff, ticket.orgPath)) return null;
  return isTheirs(found, staff) || (found.dueAt < now && carries(ticket, staff)) ? found : null;
}

/** Has this person a measure in this matter, of a unit in which they work today? */
export function isHelper({ joint, orgPath }: Shared & Pick<Ticket, 'orgPath'>, staff: Office): boolean {
  return isOfHere(staff, orgPath) && (joint?.measures.some((measure) => isTheirs(measure, staff)) ?? false);
}

const isTheirs = ({ person, unit }: Measure, staff: Office): boolean =>
  person === staff.id && worksIn(staff, unit);

/** Has the whole matter in hand, or leads the unit that has it. */
const carries = ({ handler }: Ticket, staff: Office): boolean =>
  handler !== null &&
  (leadsUnit(staff, handler.unit) || (handler.person === staff.id && worksIn(staff, handler.unit)));

/** Later than the lead's own limit a measure cannot be due; a lead that is late may still give a working day. */
export function latestPart({ clocks }: Pick<Ticket, 'clocks'>, calendar: Calendar, now: number): number {
  const due = clocks.unit?.dueAt ?? now;
  return due > now ? due : dueAt(calendar, now, workingDays(1)).at;
}

/** Of what the lead has left, this share is for the others. */
function partDue(ticket: Ticket, calendar: Calendar, now: number): number {
  const latest = latestPart(ticket, calendar, now);
  if (ticket.urgency === 'L1' || ticket.urgency === 'L2') return now + (latest - now) * PART_SHARE;
  const hours = (workingMs(calendar, now, latest) * PART_SHARE) / 3_600_000;
  return hours > 0 ? Math.min(latest, dueAt(calendar, now, workingHours(hours)).at) : latest;
}

function measureOf(
  { person, unit }: NonNullable<TicketCommand['assignment']>,
  what: Pick<Measure, 'no' | 'text' | 'dueAt'>,
  ticket: Ticket,
  calendar: Calendar,
): Measure {
  return {
    ...what,
    person: person.id,
    name: person.name,
    phone: person.phone,
    unit: unit.id,
    unitName: unit.name,
    lead: tellable(ticket, [unit.lead])[0] ?? null,
    slipAt: inWorkingHours(calendar, what.dueAt, ticket.urgency),
    done: null,
  };
}

const withJoint = (joint: Joint): Pick<Ticket, 'joint' | 'together'> => ({
  joint,
  together: openMeasures({ joint }).length > 0 || null,
});

function jointOf({ joint }: Ticket): Joint {
  if (!joint) throw new Error('not handled together');
  return joint;
}
