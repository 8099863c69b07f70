/**
 * The ladder of lateness: 提醒单 at the limit, 催办单 a working day later, 督查交办单 a second one later, 周会商 after five.
 * Each rung is climbed once for each clock, the last one every week; only while the clock runs, and in working hours
 * unless there is danger (济南条例 §28, 潍坊 §26; practice of 深圳 and 三明). A slip is a numbered record with addressees, a
 * reply and an end.
 */
import type { Urgency } from '../catalogue/catalogue';
import { addWorkingMs, type Calendar, isOpen, workingMs } from '../time/calendar';
import type { Clock } from '../time/clock';
import { isRunning, tell } from '../time/clock';
import { dueAt, type Limit, workingDays } from '../time/limit';
import { tellable } from './shield';
import type { Slip, SlipKind, Ticket } from './ticket';

interface Rung {
  readonly kind: SlipKind;
  /** Letters in the slip's number. */
  readonly mark: string;
  /** After the limit; null is the limit itself. */
  readonly after: Limit | null;
  readonly to: (ticket: Ticket) => readonly (string | null | undefined)[];
  /** A reply is due within this. */
  readonly reply: Limit | null;
}

export const LADDER: readonly Rung[] = [
  {
    kind: 'reminder',
    mark: 'TX',
    after: null,
    to: ({ handler }) => [handler?.person, handler?.lead],
    reply: null,
  },
  {
    kind: 'urge',
    mark: 'CB',
    after: workingDays(1),
    to: ({ handler, desk }) => [handler?.person, handler?.lead, ...desk],
    reply: null,
  },
  {
    kind: 'supervise',
    mark: 'DC',
    after: workingDays(2),
    to: ({ handler, leaders }) => [handler?.lead ?? handler?.person, ...leaders],
    reply: workingDays(1),
  },
  { kind: 'bulletin', mark: 'HS', after: workingDays(5), to: ({ leaders }) => leaders, reply: null },
];

export interface NextRung {
  readonly kind: SlipKind;
  /** What the clock notes once it is climbed. */
  readonly mark: string;
  readonly at: number;
}

/**
 * The next rung of a clock and its moment, or null while the clock stands. The ladder has no end: what is on the list of
 * the weekly meeting comes up again every week until it is done.
 */
export function nextRung(leading: Clock, { calendar, now }: When, urgency: Urgency): NextRung | null {
  if (!isRunning(leading)) return null;
  const { told } = leading;
  // A rung may lie behind when a clock begins to lead, or runs on after a pause: then it is climbed at the next opening.
  const sentAt = (at: number) => inWorkingHours(calendar, Math.max(at, now), urgency);
  // Sent back again and again, reported by many or left unsigned twice, it is pressed whatever the hour of its limit.
  for (const { mark, kind } of PRESSING) {
    const since = told[mark];
    if (since !== undefined && !(kind in told)) return { kind, mark: kind, at: sentAt(since) };
  }
  const rung = LADDER.find(({ kind }) => !(kind in told));
  if (!rung) return nextWeek(told, calendar);
  const at = rung.after ? dueAt(calendar, leading.dueAt, rung.after).at : leading.dueAt;
  return { kind: rung.kind, mark: rung.kind, at: sentAt(withoutPauses(leading, calendar, at)) };
}

/**
 * The clock as it begins to lead, when a ticket comes back to the pool: of the rungs that lie behind it only the highest
 * is still to be climbed, so that the desk is not sent three slips at once for what others left undone.
 */
export function beginsToLead(clock: Clock, { calendar, now }: When): Clock {
  const behind = LADDER.filter(
    ({ kind, after }) =>
      !(kind in clock.told) &&
      withoutPauses(clock, calendar, after ? dueAt(calendar, clock.dueAt, after).at : clock.dueAt) <= now,
  );
  return behind.slice(0, -1).reduce((next, { kind }) => tell(next, kind, now), clock);
}

interface When {
  readonly calendar: Calendar;
  readonly now: number;
}

/** A moment after the limit, later by what the clock has stood since: nobody is escalated while the resident is asked. */
function withoutPauses({ dueAt: limit, pauses }: Clock, calendar: Calendar, moment: number): number {
  let at = moment;
  for (const { from, to } of pauses) {
    if (to === null || from > at) break;
    if (from >= limit) at = addWorkingMs(calendar, at, workingMs(calendar, from, to)).at;
  }
  return at;
}

function nextWeek(told: Clock['told'], calendar: Calendar): NextRung {
  const weeks = Object.keys(told).filter((mark) => mark.startsWith('bulletin'));
  const last = Math.max(...weeks.map((mark) => told[mark] ?? 0));
  return { kind: 'bulletin', mark: `bulletin-${weeks.length + 1}`, at: dueAt(calendar, last, WEEK).at };
}

const WEEK = workingDays(5);

/** Marks of a clock that call for a slip at once (三明 practice: reworked twice, or five alike; signed late twice). */
const PRESSING = [
  { mark: 'rework', kind: 'supervise' },
  { mark: 'crowd', kind: 'supervise' },
  { mark: 'unsigned-again', kind: 'urge' },
] as const satisfies readonly { mark: string; kind: SlipKind }[];

/** The slip of a rung. In the pool, where nobody has the ticket, the desk answers for it. */
export function slipOf(ticket: Ticket, kind: SlipKind, calendar: Calendar, now: number): Slip {
  const rung = rungOf(kind);
  const to = ticket.handler ? rung.to(ticket) : [...ticket.desk, ...(rung.after ? ticket.leaders : [])];
  return slipTo(ticket, kind, to, calendar, now);
}

/** A slip of this kind for these persons. */
export function slipTo(
  ticket: Ticket,
  kind: SlipKind,
  to: readonly (string | null | undefined)[],
  calendar: Calendar,
  now: number,
): Slip {
  const rung = rungOf(kind);
  return {
    no: `${ticket.no}-${rung.mark}${ticket.slips.length + 1}`,
    kind,
    cycle: ticket.cycle,
    at: now,
    to: tellable(ticket, to),
    replyBy: rung.reply ? dueAt(calendar, now, rung.reply).at : null,
    reply: null,
    end: null,
  };
}

/** The slip that still waits for an answer, the newest first; null when none does. */
export function openSlip({ slips }: Pick<Ticket, 'slips'>): Slip | null {
  return slips.findLast((slip) => slip.end === null && slip.replyBy !== null && slip.reply === null) ?? null;
}

/** The newest slip that has not ended. */
export function standingSlip({ slips }: Pick<Ticket, 'slips'>): Slip | null {
  return slips.findLast((slip) => slip.end === null) ?? null;
}

/** The slips with one of them changed. */
export function withSlip(slips: readonly Slip[], changed: Slip): readonly Slip[] {
  return slips.map((slip) => (slip.no === changed.no ? changed : slip));
}

/** All slips ended with the work: what was late is done. */
export function endSlips(slips: readonly Slip[], now: number): readonly Slip[] {
  return slips.map((slip) => (slip.end ? slip : { ...slip, end: { at: now, how: 'done', text: '' } }));
}

function rungOf(kind: SlipKind): Rung {
  const rung = LADDER.find((each) => each.kind === kind);
  if (!rung) throw new Error(`no rung ${kind}`);
  return rung;
}

/** The moment itself if there is danger or offices are open then (closing time still counts), else the next opening. */
export function inWorkingHours(calendar: Calendar, at: number, urgency: Urgency): number {
  if (urgency === 'L1' || urgency === 'L2') return at;
  if (isOpen(calendar, at) || isOpen(calendar, at - 1)) return at;
  return addWorkingMs(calendar, at, 1).at - 1;
}
