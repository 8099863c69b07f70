/** Wishes on the wire: what the wall, the desk and those who have one in hand send and read. */
import * as z from 'zod/mini';
import type { WishMove, WishState } from '@/domain/wish/lifecycle';
import { MOVES } from '@/domain/wish/lifecycle';
import type { Whose } from '@/domain/wish/wish';
import type { Page, PhotoView, StoryEntry, Tone } from './index';
import { ADDRESS_MAX, NAME_MAX, SAID_MAX, WISH_MAX } from './limits';
import { after, key, phone, photos, scene } from './pieces';
import { line, text } from './text';

const wishId = z.string().check(z.regex(/^w[0-9a-f]{24}$/, '没有这个心愿'));
const kind = z.string().check(z.maxLength(20));
const name = line(NAME_MAX);

export const wishInputs = {
  'wish.post': z.strictObject({
    key,
    kind,
    scene,
    address: line(ADDRESS_MAX),
    text: text(WISH_MAX),
    contact: z.strictObject({ name, phone }),
    /** For whom; somebody else has agreed, or the guardian of a child or a sick person has. */
    whose: z.discriminatedUnion('sort', [
      z.strictObject({ sort: z.literal('self') }),
      z.strictObject({
        sort: z.literal('adult'),
        name,
        phone,
        consent: z.literal(true, '请先征得本人同意'),
      }),
      z.strictObject({
        sort: z.enum(['child', 'ill']),
        name,
        guardian: z.strictObject({ name, phone, consent: z.literal(true, '请先征得监护人同意') }),
      }),
    ]),
  }),
  /** The wall around a place; a volunteer without a scanned code sees the one around where they want to help. */
  'wish.wall': z.strictObject({
    shelf: z.enum(['open', 'taken']),
    scene: z.optional(scene),
    kind: z.optional(kind),
    /** Only the village of the place. */
    near: z.optional(z.boolean()),
    /** Only kinds that ask for a skill the volunteer has, or for none. */
    fit: z.optional(z.boolean()),
    after,
  }),
  /** Mine: posted, in hand, waited for in line, done for others. The desk's: to review, to ask about. */
  'wish.list': z.strictObject({
    box: z.enum(['posted', 'held', 'waiting', 'helped', 'review', 'confirm']),
    after,
  }),
  'wish.read': z.strictObject({ id: wishId }),
  'wish.move': z.strictObject({
    id: wishId,
    key,
    move: z.enum(MOVES as [WishMove, ...WishMove[]]),
    text: z.optional(text(SAID_MAX)),
    photos: z.optional(photos),
    /** For deliver: how long it took, for the record of service. */
    minutes: z.optional(z.int().check(z.minimum(15), z.maximum(480))),
    /** For turn: the service as which it goes on. */
    service: z.optional(z.string().check(z.maxLength(40))),
  }),
} as const;

export interface WishRow {
  readonly id: string;
  readonly no: string;
  readonly kind: string;
  readonly icon: string;
  readonly title: string;
  /** The first words of the wish. */
  readonly gist: string;
  /** 林*, or 李某 of a child or somebody ill; the full name for those who need it. */
  readonly wisher: string;
  readonly whose: Whose;
  /** 闫满村 */
  readonly where: string;
  /** 同一网格, 同村, or '' for farther off. */
  readonly near: string;
  /** 等了 3 天; '' once it is over. */
  readonly waited: string;
  readonly state: WishState;
  readonly stateWords: string;
  readonly say: string;
  readonly chip: { readonly words: string; readonly tone: Tone };
  /** How many wait in line, and at which place the reader does (1 is next); 0 for not at all. */
  readonly queue: number;
  readonly inLine: number;
  /** Why it suits the reader: 您会电工. */
  readonly fit: string;
  /** The volunteer teams that do such things; ''. */
  readonly team: string;
  readonly openedAt: number;
  readonly allowed: readonly WishMove[];
}

export interface WishView extends WishRow {
  readonly text: string;
  /** The reader posted it. */
  readonly mine: boolean;
  /** The reader reviews and asks. */
  readonly desk: boolean;
  /** A child's or a sick person's: initials only, no photos. */
  readonly guarded: boolean;
  /** With whom somebody under 18 goes there; '' for everybody else. */
  readonly advice: string;
  /** Posted by a grid worker for somebody of their grid. */
  readonly byStaff: boolean;
  /** Whom to call and where to go: for who posted it, for the claimer until it is done, for the desk while it must ask. */
  readonly contact: null | {
    readonly name: string;
    /** 监护人 or ''. */
    readonly role: string;
    readonly phone: string;
    readonly address: string;
  };
  readonly claimer: null | { readonly name: string; readonly phone: string; readonly mine: boolean };
  /** Why it was refused; '' otherwise. */
  readonly refusal: string;
  /** What it was, and what it has become; the id is '' for who may not open it. */
  readonly thread: readonly { readonly words: string; readonly kind: string; readonly id: string }[];
  readonly thanks: string;
  /** Newest first. */
  readonly story: readonly StoryEntry[];
  readonly photos: readonly PhotoView[];
}

export interface WallView extends Page<WishRow> {
  /** 闫满工作区, or the village when only that is asked for. */
  readonly where: string;
  /** The reader may claim. */
  readonly volunteer: boolean;
}

export interface WishOutputs {
  'wish.post': WishView;
  'wish.wall': WallView;
  'wish.list': Page<WishRow>;
  'wish.read': WishView;
  'wish.move': WishView;
}
