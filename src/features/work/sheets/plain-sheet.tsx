import type { TicketMove } from '@/domain/ticket/lifecycle';
import { MoveSheet, type MoveSheetProps } from '@/src/features/ticket';
import { draftOf, type SheetProps } from './sheet-props';

export interface PlainSheetProps
  extends SheetProps,
    Pick<MoveSheetProps, 'ready' | 'photos' | 'needs' | 'placeholder'> {
  move: TicketMove;
  words: Pick<MoveSheetProps, 'title' | 'ask' | 'hint' | 'send' | 'placeholder'>;
}

/** A move that needs words, or a photo, and nothing to choose. */
export function PlainSheet({ move, words, ticket, onSend, ...rest }: PlainSheetProps) {
  return (
    <MoveSheet
      open
      {...words}
      {...rest}
      name={draftOf(move, { ticket })}
      onSend={(evidence) => onSend(move, evidence)}
    />
  );
}
