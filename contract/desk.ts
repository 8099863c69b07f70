/** The table of responsibility on the desk: read with what is wrong with it, tried on past tickets, saved. */
import * as z from 'zod/mini';
import type { FaultKind } from '@/domain/org/faults';
import type { Responsibility } from '@/domain/org/org';
import { Responsibilities } from './responsibility';

/** A changed table is tried on at most so many tickets, the latest of the area. */
export const TRIED_MAX = 200;
/** So many of those that would move are named; all are counted. */
export const MOVED_SHOWN = 20;

export const dryrunInput = z.strictObject({ responsibility: Responsibilities });
export const saveInput = z.strictObject({
  responsibility: Responsibilities,
  /** The `rev` of the table that was changed. */
  rev: z.int().check(z.minimum(0), z.maximum(1e9)),
});

/** One fault of the table, put together: what, of which services, where. */
export interface FindingView {
  readonly fault: FaultKind;
  readonly title: string;
  readonly where: string;
  /** How many pairs of service and micro-grid. */
  readonly count: number;
  /** Must be mended before the table can be saved. */
  readonly blocking: boolean;
}

export interface RuleView {
  readonly rule: Responsibility;
  /** What it is about: 路灯楼道灯. */
  readonly words: string;
  /** Where it holds: 闫满村第2网格; '' for the whole area. */
  readonly where: string;
  /** The office whose shelf it stands on; '' for what is for all. */
  readonly office: string;
  /** Whom it names, then the fallbacks: 物业，没有就找网格员. */
  readonly who: string;
  /** Who is on duty there now, by name; '' where that depends on the place. */
  readonly now: string;
  readonly valid: string;
}

export interface TableView {
  /** Goes up by one with every change. */
  readonly rev: number;
  /** Saves; others may only try. */
  readonly maySave: boolean;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly rules: readonly RuleView[];
  readonly findings: readonly FindingView[];
  /** Posts that a rule may name, and the kinds that mean the nearest one. */
  readonly posts: readonly { readonly id: string; readonly name: string }[];
}

export interface DryRunView {
  /** How many tickets were looked at. */
  readonly tried: number;
  readonly moved: number;
  /** Of those, how many nobody would answer for. */
  readonly lost: number;
  /** The day by which both tables were read: today, or the day on which the last change begins. */
  readonly day: string;
  readonly rows: readonly {
    readonly id: string;
    readonly no: string;
    readonly title: string;
    readonly place: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** What is wrong with the changed table. */
  readonly findings: readonly FindingView[];
}

/** Earlier rulings, the newest first, and what the table should learn from those that repeat. */
export interface PrecedentsView {
  readonly rulings: readonly {
    readonly id: string;
    readonly no: string;
    readonly service: string;
    readonly place: string;
    /** 城乡建设办 侯明（经办人） */
    readonly who: string;
    readonly text: string;
    readonly when: string;
  }[];
  readonly suggestions: readonly {
    /** Put into the table as it is. */
    readonly rule: Responsibility;
    /** 路灯楼道灯，闫满村：三次都裁定由城乡建设办经办人办 */
    readonly words: string;
    readonly count: number;
  }[];
}
