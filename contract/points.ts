/** Points on the wire: a person's own, the shelf of returns, and what is said against a record. Nobody's points are listed beside another's. */
import * as z from 'zod/mini';
import { CONDUCT, type ConductMove, type ConductState } from '@/domain/points/conduct';
import type { EntryKind } from '@/domain/points/ledger';
import { RETURNS, type ReturnMove, type ReturnState } from '@/domain/points/returns';
import {
  DAYS_MAX,
  DAYS_MIN,
  FACT_KINDS,
  type PointRules,
  PRICE_MAX,
  RULE_POINTS_MAX,
  RULES_MAX,
} from '@/domain/points/rules';
import type { Page, StoryEntry, Tone } from './index';
import { SAID_MAX } from './limits';
import { after, key, phone } from './pieces';
import { line, text } from './text';

const area = z.string().check(z.regex(/^\d{6}\/(?:[a-z0-9-]+\/){2}$/, '没有这个工作区'));
const entry = z.string().check(z.minLength(1), z.maxLength(120));
const itemId = z.string().check(z.regex(/^s[0-9a-f]{24}$/, '没有这样东西'));
const returnId = z.string().check(z.regex(/^r[0-9a-f]{24}$/, '没有这次兑换'));
const conductId = z.string().check(z.regex(/^c[0-9a-f]{24}$/, '没有这件事'));
const person = z.string().check(z.regex(/^u_[0-9a-f]{24}$/, '没有这个人'));

const ruleId = z.string().check(z.regex(/^[a-z][0-9a-z-]{0,23}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-12-01 这样'));
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

export { PRICE_MAX };
export const STOCK_MAX = 500;

export const pointsInputs = {
  /** The reader's own, in every area where there are any: the sums with the first page, the entries page by page. */
  'points.mine': z.strictObject({ after }),
  /** Against an entry that was taken back by itself: says why, and a second body looks at it. */
  'points.appeal': z.strictObject({ key, area, entry, text: text(SAID_MAX) }),
  /** What the area offers; the reader's first area unless said. */
  'points.shelf': z.strictObject({ area: z.optional(area) }),
  /** For the points that the reader was told it costs. */
  'points.redeem': z.strictObject({
    key,
    item: itemId,
    points: z.int().check(z.minimum(1), z.maximum(PRICE_MAX)),
  }),
  /** What the reader took, or what the area has to hand over. */
  'points.returns': z.strictObject({ box: z.enum(['mine', 'desk']), after }),
  'points.return': z.strictObject({
    id: returnId,
    key,
    move: z.enum(Object.keys(RETURNS) as [ReturnMove, ...ReturnMove[]]),
    code: z.optional(z.string().check(z.regex(/^\d{4}$/, '取物码是四位数字'))),
    text: z.optional(text(SAID_MAX)),
  }),
  /** Puts a return on the shelf, or changes the one with this id as it was at `rev`. */
  'points.stock': z.strictObject({
    key,
    item: z.optional(z.strictObject({ id: itemId, rev: z.int().check(z.minimum(0), z.maximum(1e9)) })),
    name: line(20),
    points: z.int().check(z.minimum(1), z.maximum(PRICE_MAX, `最多 ${PRICE_MAX} 分`)),
    left: z.int().check(z.minimum(0), z.maximum(STOCK_MAX, `最多 ${STOCK_MAX} 份`)),
    where: line(40),
    offered: z.boolean(),
  }),
  /** The rules of the area of the reader's work. */
  'points.rules': z.strictObject({}),
  /** All of them anew, by leaders; `rev` is that of those they take the place of. */
  'points.saveRules': z.strictObject({
    rev: whole(0, 1e9),
    rules: z
      .array(
        z.strictObject({
          id: ruleId,
          kind: z.enum(FACT_KINDS),
          words: line(20),
          points: whole(1, RULE_POINTS_MAX),
          per: z.enum(['case', 'hour']),
          days: z.nullable(whole(DAYS_MIN, DAYS_MAX)),
          most: z.nullable(whole(1, 10_000)),
          from: z.optional(day),
          until: z.optional(day),
        }),
      )
      .check(z.maxLength(RULES_MAX, `最多 ${RULES_MAX} 条`)),
    grounds: z
      .array(z.strictObject({ id: ruleId, words: line(30), points: whole(1, RULE_POINTS_MAX) }))
      .check(z.maxLength(RULES_MAX, `最多 ${RULES_MAX} 条`)),
    returns: z.strictObject({ price: whole(1, PRICE_MAX), perMonth: z.nullable(whole(1, 31)) }),
  }),
  /** Who left this phone, and what they earned here lately; for the area's staff, to look into one record. */
  'conduct.person': z.strictObject({ phone }),
  'conduct.raise': z.strictObject({
    key,
    person,
    /** A ground, or an earned entry that is wrong. */
    ground: z.optional(z.string().check(z.maxLength(40))),
    entry: z.optional(entry),
    text: text(SAID_MAX),
  }),
  'conduct.list': z.strictObject({ box: z.enum(['mine', 'desk']), after }),
  'conduct.read': z.strictObject({ id: conductId }),
  'conduct.move': z.strictObject({
    id: conductId,
    key,
    move: z.enum(Object.keys(CONDUCT) as [ConductMove, ...ConductMove[]]),
    text: z.optional(text(SAID_MAX)),
  }),
} as const;

export interface EntryView {
  readonly id: string;
  readonly area: string;
  /** '' where there is only one area. */
  readonly areaName: string;
  readonly kind: EntryKind;
  /** +5, -3, 0. */
  readonly points: string;
  readonly why: string;
  /** 微心愿, 志愿活动 … */
  readonly from: string;
  readonly when: string;
  /** 2028年3月11日前有效; '' when it does not run out or is no credit. */
  readonly good: string;
  /** The reader may say that this is wrong. */
  readonly appealable: boolean;
  /** The case about it, if there is one that the reader may open. */
  readonly conduct: string | null;
}

export interface AccountView {
  readonly area: string;
  readonly areaName: string;
  readonly balance: number;
  /** 其中 6 分 12月31日到期; '' when nothing runs out within 60 days. */
  readonly soon: string;
}

/** Entries of all areas, newest first; sums and rules come with the first page alone. */
export interface PointsView extends Page<EntryView> {
  readonly accounts: readonly AccountView[];
  /** How points are earned: 完成一个微心愿 5 分. */
  readonly rules: readonly string[];
}

export interface PointRulesView extends PointRules {
  readonly rev: number;
  readonly mayChange: boolean;
  /** 舒记 3月11日 09:10改过; '' while they are those of every area. */
  readonly changed: string;
}

export interface ShelfView {
  readonly area: string;
  readonly areaName: string;
  readonly balance: number;
  /** The reader keeps this shelf. */
  readonly keeper: boolean;
  readonly items: readonly {
    readonly id: string;
    readonly rev: number;
    readonly name: string;
    readonly points: number;
    readonly left: number;
    readonly where: string;
    readonly offered: boolean;
    /** Why the reader cannot have it now; '' when they can. */
    readonly lack: string;
  }[];
}

export interface ReturnRow {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly points: number;
  readonly where: string;
  /** 林*; the reader's own list leaves it out. */
  readonly owner: string;
  /** Four digits, for the owner alone, while it waits. */
  readonly code: string;
  /** Too many wrong codes: the desk hands it over by a second look, and says how. */
  readonly locked: boolean;
  readonly state: ReturnState;
  readonly say: string;
  readonly tone: Tone;
  readonly when: string;
  readonly allowed: readonly ReturnMove[];
}

export interface ConductRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  /** Masked for those who do not decide. */
  readonly person: string;
  readonly state: ConductState;
  readonly stateWords: string;
  readonly tone: Tone;
  /** What happens next and until when. */
  readonly say: string;
  readonly when: string;
  readonly allowed: readonly ConductMove[];
}

export interface ConductView extends ConductRow {
  readonly text: string;
  /** 上限 10 分 … what it does to the points. */
  readonly effect: string;
  /** The reader is whom it is about. */
  readonly mine: boolean;
  readonly parts: readonly { readonly label: string; readonly words: string }[];
  readonly story: readonly StoryEntry[];
}

export interface RecordView {
  readonly person: string;
  /** 林* */
  readonly name: string;
  readonly entries: readonly { readonly id: string; readonly words: string; readonly when: string }[];
  readonly grounds: readonly { readonly id: string; readonly words: string; readonly points: number }[];
}

export interface PointsOutputs {
  'points.mine': PointsView;
  'points.appeal': ConductView;
  'points.shelf': ShelfView;
  'points.redeem': ReturnRow;
  'points.returns': Page<ReturnRow>;
  'points.return': ReturnRow;
  'points.stock': ShelfView;
  'points.rules': PointRulesView;
  'points.saveRules': PointRulesView;
  'conduct.person': RecordView;
  'conduct.raise': ConductView;
  'conduct.list': Page<ConductRow>;
  'conduct.read': ConductView;
  'conduct.move': ConductView;
}
