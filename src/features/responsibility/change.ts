/** One line of the table changed by hand: its post, its first and last day. */
import type { Responsibility } from '@/domain/org/org';
import { parseDay } from '@/domain/time/day';
import { RULE } from './words';

export interface Edit {
  readonly post: string;
  /** `2026-11-25`, or '' for no bound. */
  readonly from: string;
  readonly until: string;
}

export const editOf = ({ post, from = '', until = '' }: Responsibility): Edit => ({ post, from, until });

/** What is to be mended in an edit, or null. */
export function lackIn({ from, until }: Edit): { field: 'from' | 'until'; words: string } | null {
  if (from && !isDay(from)) return { field: 'from', words: RULE.notDay };
  if (until && !isDay(until)) return { field: 'until', words: RULE.notDay };
  return from && until && until < from ? { field: 'until', words: RULE.backwards } : null;
}

/** The whole table with one line edited; the fallbacks, the clause and the rest stay. */
export function changed(table: readonly Responsibility[], id: string, edit: Edit): Responsibility[] {
  return table.map((rule) => {
    if (rule.id !== id) return rule;
    const { from: _from, until: _until, ...rest } = rule;
    const { post, from, until } = edit;
    return { ...rest, post, ...(from ? { from } : {}), ...(until ? { until } : {}) };
  });
}

function isDay(name: string): boolean {
  try {
    return Number.isFinite(parseDay(name));
  } catch {
    return false;
  }
}
