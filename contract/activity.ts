/** Activities, one's own part in them, and the certificate, on the wire. */
import * as z from 'zod/mini';
import { CAPACITY_MAX, OBJECT_MAX, PLAN_TEXT_MAX, TITLE_MAX } from '@/domain/activity/activity';
import { ACTIVITY_MOVES, type ActivityMove, type ActivityState } from '@/domain/activity/lifecycle';
import { THEMES, type ThemeId } from '@/domain/activity/themes';
import {
  PARTICIPATION_MOVES,
  type ParticipationMove,
  type ParticipationState,
} from '@/domain/record/lifecycle';
import type { Page, PhotoView, Tone } from './index';
import { SAID_MAX } from './limits';
import { after, key, photos, scene } from './pieces';
import { line, text } from './text';

const activityId = z.string().check(z.regex(/^a[0-9a-f]{24}$/, '没有这个活动'));
const partId = z.string().check(z.regex(/^h[0-9a-f]{24}$/, '没有这条记录'));
const moment = z.int().check(z.positive(), z.maximum(9_999_999_999_999));
const day = z
  .string()
  .check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '不是一个日期，请重新选'));
const certificateNo = z.string().check(z.regex(/^YM\d{4}-[0-9A-HJKMNP-TV-Z]{8}$/, '证明编号不对'));
const certificateCode = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, '校验码不对'));

const plan = z.strictObject({
  title: line(TITLE_MAX),
  theme: z.enum(THEMES.map(({ id }) => id) as [ThemeId, ...ThemeId[]]),
  text: text(PLAN_TEXT_MAX),
  object: line(OBJECT_MAX),
  skills: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(5)),
  team: z.nullable(z.string().check(z.maxLength(40))),
  adultsOnly: z.boolean(),
  startsAt: moment,
  endsAt: moment,
  capacity: z.int().check(z.minimum(1), z.maximum(CAPACITY_MAX)),
});

export const activityInputs = {
  /** A draft at the place of this code; for staff. */
  'activity.draft': z.strictObject({ key, scene, plan }),
  'activity.read': z.strictObject({ id: activityId }),
  /** `open` is for everybody, around a place or where one wants to help; the others are the desk's. */
  'activity.list': z.strictObject({
    box: z.enum(['open', 'desk', 'past']),
    scene: z.optional(scene),
    after,
  }),
  'activity.move': z.strictObject({
    id: activityId,
    key,
    move: z.enum(ACTIVITY_MOVES as [ActivityMove, ...ActivityMove[]]),
    text: z.optional(text(SAID_MAX)),
    photos: z.optional(photos),
    plan: z.optional(plan),
    scene: z.optional(scene),
  }),
  /** Who takes part, for whoever answers for the activity. */
  'activity.people': z.strictObject({ id: activityId, after }),
  /** The number of one who takes part, by their part in it, to call now: counted, and written down. */
  'activity.phone': z.strictObject({ id: partId }),

  /** One's own sign-ups, or the lines of one's service record. */
  'record.list': z.strictObject({ box: z.enum(['mine', 'record']), after }),
  'record.move': z.strictObject({
    id: partId,
    key,
    move: z.enum(PARTICIPATION_MOVES as [ParticipationMove, ...ParticipationMove[]]),
    /** The scanned code, for a check by oneself. */
    scene: z.optional(scene),
    /** The eight letters beside the code on the wall, typed by who cannot scan. */
    code: z.optional(z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{8}$/, '核对码是八位数字和字母'))),
    minutes: z.optional(z.int().check(z.minimum(0), z.maximum(24 * 60))),
    text: z.optional(text(SAID_MAX)),
    photos: z.optional(photos),
  }),
  /** Everything that is kept of one's service, to take along. */
  'record.export': z.strictObject({}),

  /** A certificate of what is certain, of a period or of everything; free. */
  'certificate.issue': z.strictObject({ key, from: z.optional(day), until: z.optional(day) }),
  'certificate.list': z.strictObject({}),
  'certificate.read': z.strictObject({ no: certificateNo }),
  /** Open to everybody: what is certified, to whom (a masked name), nothing else. */
  'certificate.verify': z.strictObject({ no: certificateNo, code: certificateCode }),
} as const;

export interface ActivityRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly theme: ThemeId;
  readonly themeWords: string;
  readonly icon: string;
  /** 11月22日 周日 09:00–11:00 */
  readonly when: string;
  readonly place: string;
  readonly state: ActivityState;
  readonly stateWords: string;
  /** 还有 3 个名额, 满了，可以候补 */
  readonly room: string;
  readonly chip: { readonly words: string; readonly tone: Tone };
  /** The reader's place in the list, if any. */
  readonly mine: 'seated' | 'waiting' | null;
  /** Why it suits the reader: 您会理发; '' otherwise. */
  readonly fit: string;
  readonly startsAt: number;
  readonly allowed: readonly ActivityMove[];
}

export interface ActivityView extends ActivityRow {
  readonly text: string;
  readonly object: string;
  readonly skills: readonly string[];
  readonly adultsOnly: boolean;
  readonly organiser: { readonly name: string; readonly phone: string };
  readonly seated: number;
  readonly waiting: number;
  readonly capacity: number;
  /** How many wait before the reader; 0 when they do not wait. */
  readonly before: number;
  /** The reader answers for it: ticks people off, agrees to hours. */
  readonly coordinator: boolean;
  /** What happened, newest first: 线上纪实. */
  readonly story: readonly {
    readonly when: string;
    readonly text: string;
    readonly photos: readonly PhotoView[];
  }[];
  /** Why it was cancelled; '' otherwise. */
  readonly cancelled: string;
  /** The reader's own part. */
  readonly part: PartRow | null;
  /** For who may edit it: as it was written, and the code of its place. */
  readonly plan: null | (z.infer<typeof plan> & { readonly scene: string });
  /** Hours open to objection for seven days: 林* 2 小时, in the order of signing up. Empty otherwise. */
  readonly notice: readonly { readonly name: string; readonly hours: string }[];
}

export interface ActivityList extends Page<ActivityRow> {
  /** 闫满工作区 */
  readonly where: string;
  /** The theme of this month. */
  readonly campaign: null | { readonly title: string; readonly line: string; readonly theme: ThemeId };
}

export interface PartRow {
  readonly id: string;
  readonly activity: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly object: string;
  readonly state: ParticipationState;
  readonly stateWords: string;
  readonly minutes: number | null;
  /** 2.5 小时; '' while nothing is known. */
  readonly hours: string;
  /** 09:02 到，11:10 走; '' before. */
  readonly checks: string;
  /** What is asked for and waits for a second person: 申请改为 1.5 小时：手机没电了. */
  readonly amendment: string;
  /** 马建评价：认真；本人说明：谢谢. For the person and whoever answers for the activity; '' without one. */
  readonly appraisal: string;
  /** A training: no hours of service. */
  readonly training: boolean;
  /** 公示到 11月29日, 可以开证明, '' when it does not count. */
  readonly standing: string;
  /** One may check in or out now, with the code of the place. */
  readonly check: 'in' | 'out' | null;
  readonly photos: readonly PhotoView[];
  readonly startsAt: number;
  readonly allowed: readonly ParticipationMove[];
}

export interface PersonRow extends PartRow {
  readonly name: string;
  /** 170****0001, until the activity has ended; '' afterwards. `activity.phone` gives it, one at a time. */
  readonly phone: string;
}

export interface RecordList extends Page<PartRow> {
  /** Minutes and lines that count. */
  readonly minutes: number;
  readonly hours: string;
  readonly times: number;
  /** 另有培训 2 次，4 小时; '' without any. */
  readonly training: string;
  /** 最美志愿者（2026-03-20）. */
  readonly honours: readonly string[];
}

export interface CertificateLine {
  readonly date: string;
  readonly title: string;
  readonly place: string;
  readonly object: string;
  readonly hours: string;
}

export interface CertificateRow {
  readonly no: string;
  readonly code: string;
  readonly when: string;
  readonly hours: string;
}

export interface CertificateView extends CertificateRow {
  readonly name: string;
  readonly volunteerNo: string;
  /** 2026年3月8日 – 2026年11月22日 */
  readonly period: string;
  readonly lines: readonly CertificateLine[];
  readonly issuer: string;
  readonly inCharge: string;
  readonly handler: string;
  readonly contact: string;
  /** A line of it was corrected or deleted since: it proves nothing any more. */
  readonly stale: boolean;
}

export interface VerifiedView {
  readonly no: string;
  /** 林* */
  readonly name: string;
  readonly hours: string;
  readonly times: number;
  readonly period: string;
  readonly issuer: string;
  readonly when: string;
  readonly stale: boolean;
}

export interface ActivityOutputs {
  'activity.draft': ActivityView;
  'activity.read': ActivityView;
  'activity.list': ActivityList;
  'activity.move': ActivityView;
  'activity.people': Page<PersonRow>;
  'activity.phone': { readonly phone: string };
  'record.list': RecordList;
  'record.move': PartRow;
  'record.export': {
    readonly name: string;
    readonly volunteerNo: string;
    readonly rows: readonly (CertificateLine & {
      /** 服务, 培训, 表彰奖励. */
      readonly kind: string;
      readonly appraisal: string;
      readonly state: string;
      readonly checks: string;
      readonly text: string;
    })[];
  };
  'certificate.issue': CertificateView;
  'certificate.list': readonly CertificateRow[];
  'certificate.read': CertificateView;
  'certificate.verify': VerifiedView;
}
