/**
 * What crosses the wire: one schema per action, and the type of its answer. Both sides use it: the phone to be told
 * before sending, the cloud to refuse. Unknown keys are refused, so nothing unparsed reaches a rule or a query.
 */
import * as z from 'zod/mini';
import type { Catalogue, TicketKind, Urgency } from '@/domain/catalogue/catalogue';
import type { Volunteering } from '@/domain/flow/actor';
import type { Thread } from '@/domain/flow/thread';
import type { Point } from '@/domain/org/point';
import { MOVES, type TicketMove, type TicketState } from '@/domain/ticket/lifecycle';
import { EXTENSION_MAX, PARTS_MAX } from '@/domain/ticket/limits';
import {
  CALL_OUTCOMES,
  CONTACTS,
  DECLINE_CODES,
  HOLD_CODES,
  RATING_REASONS,
  type Rating,
  RESULT_KINDS,
  type ResultKind,
} from '@/domain/ticket/ticket';
import { type ActivityOutputs, activityInputs } from './activity';
import { type BudgetOutputs, budgetInputs } from './budget';
import { type CalendarView, calendarInput, calendarSaveInput } from './calendar';
import type { PrecedentsView } from './desk';
import { type DryRunView, dryrunInput, saveInput, type TableView } from './desk';
import { type HonourOutputs, honourInputs } from './honour';
import {
  ADDRESS_MAX,
  NAME_MAX,
  PHOTO_BYTES_MAX,
  SAID_MAX,
  SMALL_BYTES_MAX,
  TEXT_MAX,
  VOICE_BYTES_MAX,
} from './limits';
import { dropServiceInput, type MenuView, putServiceInput } from './menu';
import { fileId, key, phone, photos, purpose, scene, voiceId, voices } from './pieces';
import { type PointsOutputs, pointsInputs } from './points';
import { type RatesView, ratesInput } from './rates';
import { type RightsOutputs, rightsInputs } from './rights';
import {
  type AbsenceView,
  absenceInput,
  holdersInput,
  type InHandView,
  inHandInput,
  leaveInput,
  type RosterView,
  rosterInput,
} from './roster';
import { type RepliesView, repliesSaveInput } from './templates';
import { line, text } from './text';
import { type VolunteerOutputs, volunteerInputs } from './volunteer';
import { type WishOutputs, wishInputs } from './wish';

z.config({ jitless: true });

export * from './limits';
export type { WallView, WishRow, WishView } from './wish';

const ticketId = z.string().check(z.regex(/^t[0-9a-f]{24}$/, '没有这件事'));

const moment = z.int().check(z.positive(), z.maximum(9_999_999_999_999));
/** A post and who holds it. */
const chosen = z.strictObject({
  post: z.string().check(z.maxLength(60)),
  person: z.string().check(z.maxLength(40)),
});

export const ACTIONS = {
  /** Who am I here. */
  'session.open': z.strictObject({}),
  /** The place behind a scanned code; open to everybody. */
  'place.read': z.strictObject({ scene }),
  /** The menu of a place, or the county's own; open to everybody. */
  'catalogue.read': z.strictObject({ scene: z.optional(scene) }),
  'profile.save': z.strictObject({ name: line(NAME_MAX), phone }),
  /** What WeChat's button gave, for the number behind it: nothing is kept. */
  'profile.phone': z.strictObject({
    code: z.string().check(z.regex(/^[\w.=+/-]{1,200}$/, '没有拿到号码')),
  }),
  'staff.bind': z.strictObject({
    code: z.string().check(z.regex(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/i, '邀请码是 8 位字母和数字')),
  }),

  'photo.prepare': z.strictObject({
    bytes: z.int().check(z.positive(), z.maximum(PHOTO_BYTES_MAX, '照片太大了')),
  }),
  /** It has arrived: looked at by content and kept for a request that is being written, or for the case `of`. */
  'photo.check': z.strictObject({
    fileId,
    of: z.optional(purpose),
    /** So many bytes at its end are the small picture that the phone made of it. */
    small: z.optional(z.int().check(z.positive(), z.maximum(SMALL_BYTES_MAX))),
  }),
  /** Photos that were checked and are no part of anything yet: a form that is opened again draws them. */
  'photo.read': z.strictObject({ photos, of: z.optional(purpose) }),

  'voice.prepare': z.strictObject({
    bytes: z.int().check(z.positive(), z.maximum(VOICE_BYTES_MAX, '这段语音太长了')),
  }),
  'voice.check': z.strictObject({
    fileId: voiceId,
    of: z.optional(z.string().check(z.regex(/^(?:filing|t[0-9a-f]{24})$/, '没有这件事'))),
  }),

  'ticket.file': z.strictObject({
    key,
    service: z.string().check(z.maxLength(40)),
    scene,
    address: line(ADDRESS_MAX),
    text: text(TEXT_MAX),
    answers: z
      .array(z.strictObject({ id: z.string().check(z.maxLength(40)), answer: text(200) }))
      .check(z.maxLength(6)),
    photos,
    voices: z.optional(voices),
    contact: z.strictObject({ name: line(NAME_MAX), phone }),
    /** “我也是”: it follows this report, which `ticket.similar` named. */
    sameAs: z.optional(ticketId),
    /** A report of the same person that is over, too long ago to be reopened: this one takes it up and names it. */
    after: z.optional(ticketId),
    /** Whom it is about, as `place.units` names them: they never see it, and it is dispatched around them. */
    against: z.optional(
      z.strictObject({
        unit: z.nullable(z.string().check(z.maxLength(60))),
        person: z.nullable(z.string().check(z.maxLength(40))),
      }),
    ),
    /** Name and phone are shown to nobody without a reason; usual for what is about somebody. */
    sealed: z.optional(z.boolean()),
    /** Filed for somebody else, who has agreed: they are called or visited, and judge themselves. */
    onBehalf: z.optional(
      z.strictObject({
        name: line(NAME_MAX),
        phone,
        callback: z.enum(['phone', 'door']),
        consent: z.literal(true, '请先征得本人同意'),
      }),
    ),
  }),
  /** Open reports of the same thing nearby, at most three, before one more is sent. */
  'ticket.similar': z.strictObject({
    service: z.string().check(z.maxLength(40)),
    scene,
    text: text(TEXT_MAX),
  }),
  'ticket.read': z.strictObject({ id: ticketId }),
  'ticket.list': z.strictObject({
    box: z.enum([
      'mine',
      'work',
      'unit',
      'pool',
      'rulings',
      'late',
      'done',
      'together',
      'checks',
      'calls',
      'long',
      'consents',
    ]),
    /** The `next` of the page before. */
    after: z.optional(z.string().check(z.regex(/^\d{1,15}\.\d{1,5}$/))),
  }),
  'ticket.move': z.strictObject({
    id: ticketId,
    key,
    move: z.enum(MOVES as [TicketMove, ...TicketMove[]]),
    text: z.optional(text(SAID_MAX)),
    photos: z.optional(photos),
    /** With a note or an answer of the resident. */
    voices: z.optional(voices),
    contact: z.optional(z.enum(CONTACTS)),
    result: z.optional(z.enum(RESULT_KINDS)),
    level: z.optional(z.literal([1, 2, 3, 4, 5])),
    solved: z.optional(z.enum(['yes', 'partly', 'no'])),
    reasons: z.optional(z.array(z.enum(RATING_REASONS)).check(z.maxLength(RATING_REASONS.length))),
    /** Why it is not taken, or why it must wait. */
    code: z.optional(z.enum([...DECLINE_CODES, ...HOLD_CODES])),
    /** When a hold is to end, in ms. */
    until: z.optional(moment),
    /** Working days of an extension. */
    days: z.optional(z.int().check(z.minimum(1), z.maximum(EXTENSION_MAX))),
    urgency: z.optional(z.enum(['L1', 'L2', 'L3', 'L4', 'Q'])),
    outcome: z.optional(z.enum(CALL_OUTCOMES)),
    /** The checker's answer. */
    passed: z.optional(z.boolean()),
    /** Who works along, as `ticket.assignees` names them. */
    helpers: z.optional(z.array(chosen).check(z.maxLength(PARTS_MAX, `最多 ${PARTS_MAX} 个单位一起办`))),
    /** What a meeting agreed: who does what until when (ms). */
    measures: z.optional(
      z
        .array(z.strictObject({ ...chosen.shape, text: text(200), until: moment }))
        .check(z.maxLength(PARTS_MAX, `一次最多 ${PARTS_MAX} 项`)),
    ),
    /** The kind of wish that it becomes. */
    kind: z.optional(z.string().check(z.maxLength(40))),
    /** The number of a measure. */
    measure: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
    /** The report that a merged one follows. */
    parent: z.optional(ticketId),
    /** For dispatch, transfer and rule: a post and its holder, as `ticket.assignees` names them. */
    post: z.optional(chosen.shape.post),
    person: z.optional(chosen.shape.person),
  }),
  /** For the desk: open reports that may be the same thing as this one, at most three. */
  'ticket.alike': z.strictObject({ id: ticketId }),
  /** The units and people of a place that a report may be about. */
  'place.units': z.strictObject({ scene }),
  /** What was ruled before for services like this, and what the table should learn from it; for the desk and leaders. */
  'desk.precedents': z.strictObject({ service: z.optional(z.string().check(z.maxLength(40))) }),
  /** Whom a dispatcher may choose for a ticket now. */
  'ticket.assignees': z.strictObject({ id: ticketId }),

  ...wishInputs,
  ...activityInputs,
  ...volunteerInputs,
  ...pointsInputs,
  ...honourInputs,
  ...budgetInputs,
  ...rightsInputs,

  'notice.list': z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
  /** The rates of a period, for those who lead the area. */
  'rates.read': ratesInput,
  /** The table of responsibility and what is wrong with it; for those who dispatch or lead. */
  'desk.faults': z.strictObject({}),
  /** What a changed table would move among the latest tickets. */
  'desk.dryrun': dryrunInput,
  'desk.save': saveInput,
  /** Duty and leave of one's own unit, or of the area for its desk. */
  'desk.roster': rosterInput,
  'desk.absence': absenceInput,
  'desk.leave': leaveInput,
  'desk.holders': holdersInput,
  'desk.inhand': inHandInput,
  /** The nation's days in force and a unit's own hours and closures. */
  'desk.calendar': calendarInput,
  'desk.closures': calendarSaveInput,
  /** Reply templates: everybody's and the township's own. */
  'desk.replies': z.strictObject({}),
  'desk.saveReplies': repliesSaveInput,
  /** The menu with who answers for each service; for those who dispatch or lead. Changed by leaders. */
  'desk.menu': z.strictObject({}),
  'desk.putService': putServiceInput,
  'desk.dropService': dropServiceInput,
  /** The codes of a village, to print; for its staff. */
  'place.codes': z.strictObject({ path: z.string().check(z.regex(/^\d{6}\/(?:[a-z0-9-]+\/){1,6}$/)) }),
} as const;

export type ActionName = keyof typeof ACTIONS;
export type Input<A extends ActionName> = z.infer<(typeof ACTIONS)[A]>;

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly staff: null | {
    readonly id: string;
    readonly name: string;
    readonly posts: readonly string[];
    /** What this person's tab bar holds. */
    readonly desk: readonly ('worker' | 'dispatcher' | 'leader')[];
    /** Leads a unit: checks what its people did. */
    readonly leads: boolean;
    readonly area: string;
    readonly areaName: string;
    readonly villages: readonly { readonly path: string; readonly name: string }[];
  };
  /** Null for whoever has not registered as a volunteer. */
  readonly volunteer: Volunteering | null;
}

export interface PlaceView {
  readonly scene: string;
  readonly name: string;
  /** 闫满村第2网格第12微网格 */
  readonly words: string;
  readonly worker: null | {
    readonly name: string;
    readonly phone: string;
    readonly post: string;
    readonly households: number | null;
  };
}

/** How a countdown looks: the word, the share used (0–1 and beyond), the colour's meaning. */
export interface ClockView {
  readonly label: string;
  readonly words: string;
  readonly used: number;
  readonly tone: Tone;
  /** Why it stands, or null while it runs. */
  readonly standing: string | null;
}
export type Tone = 'late' | 'today' | 'ok' | 'plain';

export interface TicketRow {
  readonly id: string;
  readonly no: string;
  readonly kind: TicketKind;
  readonly icon: string;
  readonly title: string;
  readonly place: string;
  /** The first words of what was written. */
  readonly gist: string;
  readonly state: TicketState;
  readonly stateWords: string;
  /** Where it stands, as its reader reads it: the reporter, or the people who do the work. */
  readonly say: string;
  /** What is promised to the resident and whether that has passed; null when nothing is left to promise. */
  readonly promise: null | { readonly words: string; readonly late: boolean };
  readonly urgency: Urgency;
  readonly urgencyWords: string;
  readonly chip: { readonly words: string; readonly tone: Tone };
  readonly group: 'late' | 'today' | 'later' | 'waiting' | 'ended';
  readonly openedAt: number;
  /** A slip was sent that asks for a reply, and none has come. */
  readonly owesReply: boolean;
  readonly allowed: readonly TicketMove[];
  /** Whether a result wants photos, and where the place was measured, for those who go there. */
  readonly evidence?: 'off' | 'optional' | 'required';
  readonly at?: Point;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface PhotoView {
  readonly id: string;
  readonly url: string;
  /** What a list shows, at most 25 kB; the photo itself where there is no small picture. */
  readonly small: string;
}

/** Something said instead of typed; `words` says with what: 报事时说的. */
export interface VoiceView {
  readonly id: string;
  readonly url: string;
  readonly seconds: number;
  readonly words: string;
}

export interface StoryEntry {
  readonly at: number;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly photos: readonly PhotoView[];
  readonly move: string;
}

export interface TicketView extends TicketRow {
  /** What it is about, as rules and templates name it. */
  readonly subject: { readonly id: string; readonly office: string };
  readonly address: string;
  readonly text: string;
  readonly answers: readonly { readonly ask: string; readonly answer: string }[];
  readonly photos: readonly PhotoView[];
  /** What the reporter said; nobody's while their name is sealed. */
  readonly voices: readonly VoiceView[];
  readonly evidence: 'off' | 'optional' | 'required';
  readonly reporter: { readonly name: string; readonly phone: string; readonly mine: boolean };
  /** For whom it was filed, when not for the reporter; the phone in full for those who do the work or call back. */
  readonly beneficiary: null | { readonly name: string; readonly phone: string; readonly words: string };
  readonly handler: null | {
    readonly name: string;
    readonly phone: string;
    readonly post: string;
    readonly unit: string;
    readonly why: string;
    readonly mine: boolean;
  };
  /** Resident's and unit's, side by side; the second is null while nobody has it. */
  readonly clocks: { readonly resident: ClockView; readonly unit: ClockView | null };
  readonly cycle: number;
  /** What somebody asked for and a second person must grant. */
  readonly pending: null | {
    readonly kind: 'decline' | 'hold' | 'extension' | 'unfounded';
    readonly name: string;
    /** 申请暂缓到 11月30日（天气不允许） */
    readonly words: string;
    readonly text: string;
  };
  /** Why the unit's clock stands until a date, in words for everybody. */
  readonly hold: null | { readonly words: string; readonly text: string; readonly objected: boolean };
  /** Not taken: why, and where to turn. */
  readonly declined: null | { readonly words: string; readonly path: string; readonly text: string };
  readonly calls: readonly { readonly when: string; readonly words: string }[];
  /** Several units work on it: who does what until when. */
  readonly joint: null | {
    /** 赵海平请城乡建设办、物业一起办 */
    readonly words: string;
    readonly meetBy: string;
    readonly minutes: string;
    readonly measures: readonly {
      readonly no: number;
      readonly what: string;
      readonly who: string;
      readonly unit: string;
      /** In full for those who work on it; '' for the reporter. */
      readonly phone: string;
      readonly due: string;
      readonly tone: Tone;
      readonly done: null | { readonly when: string; readonly text: string };
      /** The reader may end it now. */
      readonly mine: boolean;
    }[];
    /** The latest moment (ms) at which a new measure may be due. */
    readonly latest: number;
  };
  /** Name and phone of the reporter are sealed; who looked at them and why, for the reporter. */
  readonly sealed: null | {
    readonly looks: readonly { readonly when: string; readonly who: string; readonly why: string }[];
  };
  /** What it was before or has become, and where to read on; `id` is '' where the reader has no part. */
  readonly thread: readonly { readonly words: string; readonly kind: Thread['kind']; readonly id: string }[];
  /** Whom it is about; '' for an ordinary report. */
  readonly against: string;
  /** What the resident is asked, while the clock stands for it. */
  readonly question: string | null;
  readonly result: null | {
    readonly kind: ResultKind;
    readonly words: string;
    readonly text: string;
    readonly photos: readonly PhotoView[];
    readonly when: string;
    readonly tookWords: string;
  };
  readonly rating: Pick<Rating, 'level' | 'solved' | 'reasons' | 'text'> | null;
  readonly slips: readonly { readonly no: string; readonly words: string; readonly when: string }[];
  /** Newest first. */
  readonly story: readonly StoryEntry[];
}

/** A report of the same thing: where and how far it is, never whose words. */
export interface Similar {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly when: string;
  readonly stateWords: string;
  /** How many have reported it. */
  readonly people: number;
}

/** The same for the desk, who must tell one from another. */
export interface Alike extends Similar {
  readonly no: string;
  /** The first words of what was written. */
  readonly gist: string;
}

/** A unit and its people, as far as a resident who complains must know them. */
export interface UnitView {
  readonly unit: string;
  readonly name: string;
  readonly people: readonly { readonly person: string; readonly name: string; readonly post: string }[];
}

export interface Assignee {
  readonly post: string;
  readonly postName: string;
  readonly unitName: string;
  readonly person: string;
  readonly name: string;
  /** Open tickets in hand. */
  readonly load: number;
  /** Why they are offered, in a few words; '' for an office that only could do it. */
  readonly why: string;
  /** Their unit has given it back already. */
  readonly returned: boolean;
}

export interface NoticeRow {
  readonly id: string;
  /** The page it leads to, with its query. */
  readonly page: string;
  readonly ticket: string;
  readonly words: string;
  readonly at: number;
  readonly when: string;
  readonly forStaff: boolean;
}

/** Where a photo goes: the phone sends it there, asks `photo.check`, and names that answer where it is needed. */
export interface PhotoTicket {
  readonly fileId: string;
  readonly cloudPath: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A voice note whose shape was looked at. */
export interface CheckedVoice {
  readonly fileId: string;
  readonly seconds: number;
}

/** A photo that was looked at: what actions accept. */
export interface CheckedPhoto {
  readonly fileId: string;
}

export interface Outputs
  extends WishOutputs,
    PointsOutputs,
    HonourOutputs,
    BudgetOutputs,
    ActivityOutputs,
    VolunteerOutputs,
    RightsOutputs {
  'session.open': Me;
  'place.read': PlaceView;
  'catalogue.read': Catalogue;
  'profile.save': Me;
  'profile.phone': { readonly phone: string };
  'staff.bind': Me;
  'photo.prepare': PhotoTicket;
  'photo.check': CheckedPhoto;
  'photo.read': readonly PhotoView[];
  'voice.prepare': PhotoTicket;
  'voice.check': CheckedVoice;
  'ticket.file': TicketView;
  'ticket.similar': readonly Similar[];
  'ticket.read': TicketView;
  'ticket.list': Page<TicketRow>;
  'ticket.move': TicketView;
  'ticket.assignees': readonly Assignee[];
  'ticket.alike': readonly Alike[];
  'place.units': readonly UnitView[];
  'desk.precedents': PrecedentsView;
  'desk.menu': MenuView;
  'desk.putService': MenuView;
  'desk.dropService': MenuView;
  'notice.list': Page<NoticeRow>;
  'rates.read': RatesView;
  'desk.faults': TableView;
  'desk.dryrun': DryRunView;
  'desk.save': TableView;
  'desk.roster': RosterView;
  'desk.absence': AbsenceView;
  'desk.leave': RosterView;
  'desk.holders': RosterView;
  'desk.inhand': InHandView<TicketRow>;
  'desk.calendar': CalendarView;
  'desk.closures': CalendarView;
  'desk.replies': RepliesView;
  'desk.saveReplies': RepliesView;
  'place.codes': readonly { readonly scene: string; readonly name: string; readonly words: string }[];
}

/** For a phone's one port: what goes in and what comes out of each action. */
export type Actions = { [A in ActionName]: { in: Input<A>; out: Outputs[A] } };

/** Every answer, of every action. `now` is the server's clock in ms, so that phones never use their own. */
export type Answer<T> =
  | { readonly ok: true; readonly now: number; readonly data: T }
  | {
      readonly ok: false;
      readonly now: number;
      readonly code: string;
      readonly message: string;
      /** Names the field or state that was refused, never what a person wrote. */
      readonly details: Readonly<Record<string, unknown>>;
      readonly requestId: string;
    };
