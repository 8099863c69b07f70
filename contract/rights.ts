/** What a person may know, take along, correct, take back and have deleted (PIPL §44–50). */
import * as z from 'zod/mini';
import { CONSENTS, type ConsentId, type ExportPart, type HoldingId, PARTS } from '@/domain/rights/holdings';
import { ADDRESS_MAX, NAME_MAX } from './limits';
import { after, phone } from './pieces';
import { line } from './text';

const caseId = z.string().check(z.regex(/^[tw][0-9a-f]{24}$/, '没有这件事'));

export const rightsInputs = {
  /** What is held about me, who looked, what I agreed to. */
  'rights.read': z.strictObject({}),
  /** One page of one kind, for a file of my own. */
  'rights.export': z.strictObject({ part: z.enum(PARTS), after }),
  /** `name` and `phone` everywhere they stand in what is open; or the `address` of one open request or wish, `id`. */
  'rights.correct': z.strictObject({
    name: z.optional(line(NAME_MAX)),
    phone: z.optional(phone),
    id: z.optional(caseId),
    address: z.optional(line(ADDRESS_MAX)),
  }),
  /** Takes a consent back. */
  'rights.withdraw': z.strictObject({ what: z.enum(CONSENTS) }),
  /** Forgets me; said in so many words, so that no other call is taken for it. */
  'rights.erase': z.strictObject({ sure: z.literal('全部删除', '请先确认') }),
} as const;

export interface RightsView {
  readonly held: readonly {
    readonly id: HoldingId;
    readonly title: string;
    /** How many there are; null for what is not counted. */
    readonly count: number | null;
    readonly what: string;
    readonly why: string;
    readonly how: string;
    readonly gone: string;
  }[];
  /** Who opened what was sealed, newest first. */
  readonly looks: readonly {
    readonly ticket: string;
    readonly no: string;
    readonly title: string;
    readonly who: string;
    readonly why: string;
    readonly when: string;
  }[];
  readonly consents: readonly {
    readonly id: ConsentId;
    readonly title: string;
    readonly line: string;
  }[];
  /** What is open and has an address that can be corrected. */
  readonly addresses: readonly {
    readonly id: string;
    readonly title: string;
    readonly address: string;
  }[];
}

/** One thing that is kept, as a person reads it. */
export interface ExportRow {
  readonly part: ExportPart;
  readonly no: string;
  /** 2026-11-22 14:03 */
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly state: string;
  readonly place: string;
  /** Everything else, in the words of its screen. */
  readonly more: string;
}

export interface RightsOutputs {
  'rights.read': RightsView;
  'rights.export': { readonly rows: readonly ExportRow[]; readonly next: string | null };
  'rights.correct': RightsView;
  'rights.withdraw': RightsView;
  /** When it will be done (ms), and in words. */
  'rights.erase': { readonly at: number; readonly words: string };
}
