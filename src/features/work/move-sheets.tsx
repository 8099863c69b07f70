import { type ComponentProps, type ComponentType, useEffect, useState } from 'react';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { ask, say } from '@/src/platform';
import type { SheetProps } from './sheet-props';
import type { Sheets } from './sheets';
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

/** The sheet of the move being made. Sheets are fetched once the page stands, so that no list waits for them. */
export function MoveSheets({ move, ...props }: MoveSheetsProps) {
  const [Fetched, fetched] = useState<ComponentType<ComponentProps<typeof Sheets>> | null>(null);
  const { onClose } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press tries again what could not be fetched
  useEffect(() => {
    if (Fetched) return;
    let here = true;
    import('./sheets').then(
      (sheets) => here && fetched(() => sheets.Sheets),
      () => {
        if (!here || !move) return;
        say(IN_HAND.notFetched);
        onClose();
      },
    );
    return () => {
      here = false;
    };
  }, [Fetched, move]);
  return Fetched && move ? <Fetched key={move} move={move} {...props} /> : null;
}
