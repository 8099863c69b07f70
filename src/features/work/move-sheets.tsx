import { type ComponentType, useEffect, useState } from 'react';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { ask, say } from '@/src/platform';
import type { SheetProps } from './sheet-props';
import { CONFIRM, IN_HAND } from './words';

export interface MoveSheetsProps extends SheetProps {
  /** The move being made; null for none. */
  move: TicketMove | null;
}

/** Moves that need no sheet: one tap. */
export const ONE_TAP: readonly TicketMove[] = ['sign', 'resume', 'grant', 'part'];

/** Asks before a one-tap move whose effect reaches further than its button; true to go on. */
export async function confirmed(move: TicketMove, words: string | undefined): Promise<boolean> {
  const asks = CONFIRM[move];
  return !asks || ask(asks.title, asks.words(words ?? ''), asks.yes);
}

type Fetched = ComponentType<SheetProps & { move: TicketMove }>;

/** Made by those who answer for others' work; their sheets are fetched apart. */
const DESK: readonly TicketMove[] = [
  'dispatch',
  'transfer',
  'rule',
  'decline',
  'urgency',
  'call',
  'deny',
  'cancelSlip',
];

/** The sheet of the move being made, fetched when it is first asked for: no list waits for it, no resident loads it. */
export function MoveSheets({ move, ...props }: MoveSheetsProps) {
  const [desk, fetchedDesk] = useState<Fetched | null>(null);
  const [own, fetchedOwn] = useState<Fetched | null>(null);
  const isDesk = move !== null && DESK.includes(move);
  const Shown = isDesk ? desk : own;
  const { onClose } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press tries again what could not be fetched
  useEffect(() => {
    if (Shown || !move) return;
    let here = true;
    const fetching = isDesk
      ? import('./desk-sheets').then(({ DeskSheets }) => here && fetchedDesk(() => DeskSheets))
      : import('./sheets').then(({ Sheets }) => here && fetchedOwn(() => Sheets));
    fetching.catch(() => {
      if (!here) return;
      say(IN_HAND.notFetched);
      onClose();
    });
    return () => {
      here = false;
    };
  }, [Shown, move]);
  return Shown && move ? <Shown key={move} move={move} {...props} /> : null;
}
