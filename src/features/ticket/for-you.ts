/** How many of my requests wait for me: an answer, a verdict. For the tab bar. */
import type { TicketRow } from '@/contract';
import { store, useStore } from '@/src/platform';

const waiting = store(0);

/** Not the state alone says so: what was filed for somebody else is judged by them. */
export const isForYou = ({ allowed }: Pick<TicketRow, 'allowed'>): boolean =>
  allowed.includes('answer') || allowed.includes('rate');

export const isOpenRow = (ticket: Pick<TicketRow, 'group'>): boolean => ticket.group !== 'ended';

/** Remembers the count from the newest page of my list: what waits for me is seldom older. */
export function noteForYou(rows: readonly TicketRow[]): void {
  waiting.set(rows.filter(isForYou).length);
}

export const useForYou = (): number => useStore(waiting);
