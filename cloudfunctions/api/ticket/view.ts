/** What a person may see of a ticket: sentences, clocks, story, and the moves that are theirs to make. */
import type { ClockView, StoryEntry, TicketRow, TicketView, Tone } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { THREAD_WORDS } from '@/domain/flow/thread';
import { maskName, maskPhone } from '@/domain/person/mask';
import { ticketFlow } from '@/domain/ticket/flow';
import { latestPart, measureFor } from '@/domain/ticket/joint';
import { LIFECYCLE, type TicketRole } from '@/domain/ticket/lifecycle';
import { sealedText } from '@/domain/ticket/shield';
import { openSlip } from '@/domain/ticket/supervision';
import type { Ticket } from '@/domain/ticket/ticket';
import {
  CALL_WORDS,
  DECLINE_WORDS,
  HOLD_WORDS,
  RESULT_WORDS,
  STAFF_STATE_WORDS,
  STANDING_WORDS,
  STATE_WORDS,
  sayForStaff,
  sayHappened,
  sayPending,
  sayPromise,
  saySlip,
  sayWhere,
  sayWhy,
  URGENCY_WORDS,
} from '@/domain/ticket/words';
import { type Calendar, unitCalendar } from '@/domain/time/calendar';
import * as clock from '@/domain/time/clock';
import { dayNumber } from '@/domain/time/day';
import { sayDate, sayDue, sayLeft, saySpan, sayWhen } from '@/domain/time/words';
import { linksTo, photosIn, secondsOf, voicesIn } from '../../runtime/files';

export interface Viewer {
  readonly actor: Actor;
  readonly now: number;
  readonly calendar: Calendar;
  /** The reader has just given a reason to see who reported. */
  readonly unsealed?: boolean;
}

/** One line of a list. Holds no phone number and no full name of a resident. */
export function rowOf(ticket: Ticket, { actor, now, calendar }: Viewer): TicketRow {
  const mine = ticket.reporter.id === actor.id;
  return {
    id: ticket._id,
    no: ticket.no,
    kind: ticket.kind,
    icon: ticket.service.icon,
    title: ticket.service.name,
    place: ticket.address || ticket.place.name,
    gist: mine ? gistOf(ticket) : sealedText(ticket, gistOf(ticket)),
    state: ticket.state,
    stateWords: (mine ? STATE_WORDS : STAFF_STATE_WORDS)[ticket.state],
    say: mine ? sayWhere(ticket, now) : sayForStaff(ticket),
    promise: sayPromise(ticket, now),
    urgency: ticket.urgency,
    urgencyWords: URGENCY_WORDS[ticket.urgency],
    chip: mine ? chipForReporter(ticket, now) : chipForStaff(ticket, calendar, now),
    group: groupOf(ticket, now),
    openedAt: ticket.openedAt,
    owesReply: openSlip(ticket) !== null,
    allowed: ticketFlow.allowed(ticket, actor, now),
    ...(!mine && { evidence: ticket.evidence, ...(ticket.place.at && { at: ticket.place.at }) }),
  };
}

/** Everything a person with a part in this ticket may see. The caller has made sure that there is such a part. */
export async function viewOf(ticket: Ticket, viewer: Viewer): Promise<TicketView> {
  const { actor, now } = viewer;
  const roles = ticketFlow.rolesOf(ticket, actor);
  const is = (role: TicketRole) => roles.includes(role);
  const mine = is('reporter');
  const { reporter, handler, result } = ticket;
  const link = await linksTo([...ticket.photos, ...ticket.history.flatMap((entry) => entry.photos ?? [])]);
  const full = mine || (is('handler') && !ticket.sealed) || viewer.unsealed === true;
  const row = rowOf(ticket, viewer);
  // Who does the work, and whoever calls back for as long as a call is due, must be able to reach people.
  const reaches = full || (row.allowed.includes('call') && !ticket.sealed);
  const masked = (person: { readonly name: string; readonly phone: string }) => ({
    name: ticket.sealed ? SEALED : maskName(person.name),
    phone: ticket.sealed ? '' : maskPhone(person.phone),
  });
  const named = masked(reporter);
  const words = (text: string) => (full ? text : sealedText(ticket, text));
  return {
    ...row,
    subject: { id: ticket.service.id, office: ticket.service.office },
    address: ticket.address,
    text: words(ticket.text),
    answers: ticket.answers.map(({ ask, answer }) => ({ ask, answer: words(answer) })),
    photos: photosIn(ticket.photos).map(link),
    voices: full || !ticket.sealed ? voicesOf(ticket, link) : [],
    evidence: ticket.evidence,
    reporter: {
      ...(reaches ? { name: reporter.name, phone: reporter.phone } : named),
      mine,
    },
    beneficiary: ticket.beneficiary && {
      ...(reaches
        ? { name: ticket.beneficiary.name, phone: ticket.beneficiary.phone }
        : masked(ticket.beneficiary)),
      words: ticket.beneficiary.callback === 'door' ? '办好后上门问本人' : '办好后打电话问本人',
    },
    handler: handler && {
      name: handler.name,
      phone: handler.phone,
      post: handler.postName,
      unit: handler.unitName,
      why: sayWhy(handler.why),
      mine: is('handler'),
    },
    clocks: { resident: residentClock(ticket, viewer, mine), unit: unitClock(ticket, viewer, mine) },
    cycle: ticket.cycle,
    pending: ticket.pending && {
      kind: ticket.pending.kind,
      name: ticket.pending.name,
      words: sayPending(ticket.pending, now),
      text: ticket.pending.text,
    },
    hold: ticket.hold && {
      words: `${ticket.state === 'long_term' ? '长期挂账，' : '暂缓'}到 ${sayDate(ticket.hold.until, now)}：${HOLD_WORDS[ticket.hold.code]}`,
      text: ticket.hold.text,
      objected: ticket.hold.objected,
    },
    declined: ticket.declined && {
      words: DECLINE_WORDS[ticket.declined.code].why,
      path: DECLINE_WORDS[ticket.declined.code].path,
      text: ticket.declined.text,
    },
    calls: ticket.calls.map(({ at, by, outcome }) => ({
      when: sayWhen(at, now),
      words: `${by}：${CALL_WORDS[outcome]}`,
    })),
    joint: jointOf(ticket, viewer, mine),
    sealed: ticket.sealed ? { looks: mine ? looksAt(ticket, now) : [] } : null,
    against: ticket.against?.name ?? '',
    thread: threadOf(ticket),
    question:
      ticket.state === 'need_info'
        ? (ticket.history.findLast((entry) => entry.move === 'ask')?.text ?? null)
        : null,
    result: result && {
      kind: result.kind,
      words: RESULT_WORDS[result.kind],
      text: result.text,
      photos: result.photos.map(link),
      when: sayWhen(result.at, now),
      tookWords: `用时 ${saySpan(result.at - ticket.openedAt)}`,
    },
    rating: ratingOf(ticket, mine || is('handler') || is('lead') || is('leader'), words),
    slips: ticket.slips.map((slip) => ({
      no: slip.no,
      words: saySlip(slip, now),
      when: sayWhen(slip.at, now),
    })),
    story: ticket.history
      .map(
        (entry): StoryEntry => ({
          at: entry.at,
          when: sayWhen(entry.at, now),
          title: sayHappened(full ? entry : shielded(entry, named.name), mine),
          text: words(entry.text ?? ''),
          photos: photosIn(entry.photos ?? []).map(link),
          move: entry.move,
        }),
      )
      .reverse(),
  };
}

type Entry = Ticket['history'][number];

function shielded(entry: Entry, name: string): Entry {
  return entry.by.role === 'reporter' ? { ...entry, by: { ...entry.by, name } } : entry;
}

/** Whoever has a part in the ticket has one in what it was and became; that side looks for itself. */
function threadOf({ from, became }: Ticket): TicketView['thread'] {
  const one = (what: Ticket['from'], words: string) =>
    what ? [{ words: `${words}${THREAD_WORDS[what.kind]} ${what.no}`, kind: what.kind, id: what.id }] : [];
  return [...one(from, '来自'), ...one(became, '转成了')];
}

/** What is said instead of a sealed name. */
const SEALED = '已保密';

function looksAt({ history }: Ticket, now: number) {
  return history
    .filter(({ move }) => move === 'look')
    .map(({ at, by, text = '' }) => ({ when: sayWhen(at, now), who: by.name, why: text }));
}

function jointOf(ticket: Ticket, { actor, calendar, now }: Viewer, mine: boolean): TicketView['joint'] {
  const { joint } = ticket;
  if (!joint) return null;
  const units = [...new Set(joint.measures.map(({ unitName }) => unitName))].join('、');
  const command = { move: 'measure', actor, now, calendar };
  return {
    words: `${joint.by}请${units}一起办`,
    meetBy: joint.meeting ? `${sayWhen(joint.meeting.at, now)} 会商过` : `${sayDue(joint.meetBy, now)}会商`,
    minutes: joint.meeting?.text ?? '',
    measures: joint.measures.map((measure) => ({
      no: measure.no,
      what: measure.text,
      who: measure.name,
      unit: measure.unitName,
      phone: mine ? '' : measure.phone,
      due: sayDue(measure.dueAt, now),
      tone: measure.done ? 'plain' : toneOf(measure.dueAt, now),
      done: measure.done && { when: sayWhen(measure.done.at, now), text: measure.done.text },
      mine:
        LIFECYCLE.measure.from.some((state) => state === ticket.state) &&
        measureFor(ticket, { ...command, measure: measure.no }) !== null,
    })),
    latest: latestPart(ticket, calendar, now),
  };
}

function ratingOf(ticket: Ticket, may: boolean, words: (text: string) => string): TicketView['rating'] {
  const last = ticket.ratings.at(-1);
  if (!last || !may) return null;
  const { level, solved, reasons, text } = last;
  return { level, solved, reasons, text: words(text) };
}

/** What the reporter said, in the order of time. */
function voicesOf(ticket: Ticket, link: (id: string) => { readonly url: string }): TicketView['voices'] {
  const said = [
    { files: ticket.photos, words: '报事时说的' },
    ...ticket.history.slice(1).map(({ photos = [] }) => ({ files: photos, words: '补充时说的' })),
  ];
  return said.flatMap(({ files, words }) =>
    voicesIn(files).map((id) => ({ id, url: link(id).url, seconds: secondsOf(id) ?? 0, words })),
  );
}

/** The first words of what was written, or answered. */
export function gistOf({ text, answers }: Ticket): string {
  const first = text || answers.map((entry) => entry.answer).join('，');
  return first.length > 40 ? `${first.slice(0, 39)}…` : first;
}

function residentClock(ticket: Ticket, { calendar, now }: Viewer, mine: boolean): ClockView {
  const { resident } = ticket.clocks;
  return {
    label: `${mine ? '您' : '居民'}${ticket.closedAt === null && ticket.state !== 'resolved' ? '已等待' : '共等待'}`,
    words: saySpan(waited(resident, now)),
    used: clock.used(calendar, resident, now),
    tone: clock.isLate(resident, now) ? 'late' : 'ok',
    standing: standingWords(ticket, resident, mine),
  };
}

/** Natural time (ms) from the first tap, without the spans in which the resident was asked something. */
function waited(resident: clock.Clock, now: number): number {
  const stood = resident.pauses.reduce((sum, pause) => sum + (pause.to ?? now) - pause.from, 0);
  return Math.max(0, now - resident.startedAt - stood);
}

function unitClock(ticket: Ticket, { calendar, now }: Viewer, mine: boolean): ClockView | null {
  const { unit } = ticket.clocks;
  if (!unit || ticket.state === 'withdrawn') return null;
  const left = clock.left(calendar, unit, now);
  const words = sayLeft(left);
  const ended = unit.stoppedAt !== null || ticket.state === 'resolved';
  return {
    label: left.late ? '办理超时' : ended ? '提前办完' : '办理还剩',
    words: words.replace(/^(还剩|超) ?/, ''),
    used: clock.used(calendar, unit, now),
    tone: left.late ? 'late' : ended ? 'ok' : toneOf(unit.dueAt, now),
    standing: standingWords(ticket, unit, mine),
  };
}

/** Why a clock stands while the request is open, to its reporter as "you"; null while it runs or once all is over. */
function standingWords({ closedAt }: Ticket, stood: clock.Clock, mine: boolean): string | null {
  if (closedAt !== null || clock.pausedAt(stood) === null) return null;
  const why = stood.pauses.at(-1)?.why ?? '';
  const words = STANDING_WORDS[why] ?? why;
  return mine ? words.replace('居民', '您') : words;
}

function toneOf(dueAt: number, now: number): Tone {
  if (dueAt < now) return 'late';
  return dayNumber(dueAt) === dayNumber(now) ? 'today' : 'ok';
}

function groupOf(ticket: Ticket, now: number): TicketRow['group'] {
  if (ticket.closedAt !== null) return 'ended';
  if (ticket.runsOut === null) return 'waiting';
  const tone = toneOf(ticket.runsOut, now);
  return tone === 'ok' ? 'later' : (tone as 'late' | 'today');
}

function chipForReporter(ticket: Ticket, now: number): TicketRow['chip'] {
  const words = STATE_WORDS[ticket.state];
  const late = ticket.runsOut !== null && ticket.runsOut < now;
  if (late) return { words: `${words} · 晚了`, tone: 'late' };
  if (ticket.state === 'need_info' || ticket.state === 'resolved') return { words, tone: 'today' };
  return { words, tone: ticket.closedAt === null ? 'ok' : 'plain' };
}

function chipForStaff(ticket: Ticket, calendar: Calendar, now: number): TicketRow['chip'] {
  const leading = ticket.clocks.unit ?? ticket.clocks.resident;
  if (ticket.runsOut === null) return { words: STAFF_STATE_WORDS[ticket.state], tone: 'plain' };
  const left = clock.left(calendar, leading, now);
  return {
    words: sayLeft(left).replace(/^还剩/, '剩'),
    tone: left.late ? 'late' : toneOf(leading.dueAt, now),
  };
}

/** Rows of many units are judged by the usual calendar: a list never costs a call per row. */
export const LIST_CALENDAR = unitCalendar();
