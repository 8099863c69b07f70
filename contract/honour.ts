/** Honours on the wire: announced, nominated, voted on, put up for notice. How many votes somebody had is never sent. */
import * as z from 'zod/mini';
import {
  HONOUR,
  type HonourMove,
  type HonourState,
  JURY_MIN,
  NOTICE_DAYS_MAX,
  NOTICE_DAYS_MIN,
} from '@/domain/honour/honour';
import type { Page, StoryEntry, Tone } from './index';
import { NAME_MAX, SAID_MAX } from './limits';
import { after, key, scene } from './pieces';
import { line, text } from './text';

const honourId = z.string().check(z.regex(/^h[0-9a-f]{24}$/, '没有这次评选'));
const nominee = z.string().check(z.regex(/^n\d{1,3}$/, '没有这位候选人'));
const days = (least: number, most: number) =>
  z.int().check(z.minimum(least, `至少 ${least} 天`), z.maximum(most, `最多 ${most} 天`));

export const PLACES_MAX = 20;

export const honourInputs = {
  'honour.announce': z.strictObject({
    key,
    title: line(20),
    text: text(SAID_MAX),
    way: z.enum(['vote', 'jury']),
    /** Work identities of the jurors; for a jury. */
    jury: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(30)),
    places: z.int().check(z.minimum(1), z.maximum(PLACES_MAX)),
    nominateDays: days(1, 60),
    voteDays: days(1, 60),
    noticeDays: days(NOTICE_DAYS_MIN, NOTICE_DAYS_MAX),
  }),
  /** Those of an area: of the scanned place, else where the reader works or helps. */
  'honour.list': z.strictObject({ scene: z.optional(scene), after }),
  'honour.read': z.strictObject({ id: honourId }),
  /** One person, one ballot, never changed. */
  'honour.vote': z.strictObject({ id: honourId, choices: z.array(nominee).check(z.maxLength(PLACES_MAX)) }),
  'honour.move': z.strictObject({
    id: honourId,
    key,
    move: z.enum(Object.keys(HONOUR) as [HonourMove, ...HonourMove[]]),
    text: z.optional(text(SAID_MAX)),
    name: z.optional(line(NAME_MAX)),
    where: z.optional(line(20)),
    /** The nominee's volunteer number. */
    no: z.optional(z.string().check(z.regex(/^V[0-9A-HJKMNP-TV-Z]{8}$/, '志愿者编号不对，空着也可以'))),
    /** Who is nominated agrees to be shown. */
    agreed: z.optional(z.literal(true, '请先征得本人同意')),
    nominee: z.optional(nominee),
    objection: z.optional(z.string().check(z.regex(/^o\d{1,3}$/))),
  }),
  /** Who can be asked to sit on a jury. */
  'honour.jurors': z.strictObject({}),
} as const;

export { JURY_MIN };

export interface HonourRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly state: HonourState;
  readonly stateWords: string;
  readonly tone: Tone;
  /** What is asked now and until when; the names once it is granted. */
  readonly say: string;
}

export interface HonourView extends HonourRow {
  readonly text: string;
  /** 全体投票，最多 2 名，公示 5 天 */
  readonly how: string;
  readonly areaName: string;
  readonly nominees: readonly {
    readonly id: string;
    readonly name: string;
    readonly where: string;
    readonly deeds: string;
    readonly chosen: boolean;
    /** Why the name was taken off; '' otherwise. */
    readonly struck: string;
  }[];
  /** 共 37 人投票; '' until counted. */
  readonly turnout: string;
  readonly noticeWords: string;
  /** What was objected: all of it for those who answer, for others only their own. */
  readonly objections: readonly {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    readonly text: string;
    readonly answer: string;
  }[];
  /** How many names a ballot may hold; 0 when the reader has no vote now. */
  readonly mayChoose: number;
  /** The reader has voted. What they voted is told to nobody. */
  readonly voted: boolean;
  /** Why the reader has no vote though one votes now; '' otherwise. */
  readonly elsewhere: string;
  readonly dropped: string;
  readonly story: readonly StoryEntry[];
  readonly allowed: readonly HonourMove[];
}

export interface HonourOutputs {
  'honour.announce': HonourView;
  'honour.list': Page<HonourRow>;
  'honour.read': HonourView;
  'honour.vote': HonourView;
  'honour.move': HonourView;
  'honour.jurors': readonly { readonly id: string; readonly name: string; readonly post: string }[];
}
