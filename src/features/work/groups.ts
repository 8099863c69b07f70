/** Rows in the order in which they press. */
import type { TicketRow } from '@/contract';
import type { Tone } from '@/src/ui';
import { GROUPS } from './words';

export interface Group {
  readonly name: TicketRow['group'];
  readonly title: string;
  readonly tone: Tone;
  readonly rows: readonly TicketRow[];
}

const ORDER = ['late', 'today', 'later', 'waiting', 'ended'] as const satisfies readonly TicketRow['group'][];
const TONES: Readonly<Partial<Record<TicketRow['group'], Tone>>> = { late: 'late', today: 'today' };

/** Groups that have rows, most pressing first; rows keep their order. */
export function grouped(rows: readonly TicketRow[]): Group[] {
  return ORDER.map((name) => ({
    name,
    title: GROUPS[name],
    tone: TONES[name] ?? 'plain',
    rows: rows.filter((row) => row.group === name),
  })).filter((group) => group.rows.length > 0);
}

/** How many are where, in the table's own words: 待签收 2 · 办理中 3. */
export function countByState(rows: readonly TicketRow[]): string {
  const counts = new Map<string, number>();
  for (const { stateWords } of rows) counts.set(stateWords, (counts.get(stateWords) ?? 0) + 1);
  return [...counts].map(([words, count]) => `${words} ${count}`).join(' · ');
}
