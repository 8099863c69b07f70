import type { ReplyUse } from '@/domain/reply/reply';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { useReplies } from '@/src/features/templates';
import { MoveSheet, type MoveSheetProps } from '@/src/features/ticket';
import { draftOf, type SheetProps } from './sheet-props';

export interface PlainSheetProps
  extends SheetProps,
    Pick<MoveSheetProps, 'ready' | 'photos' | 'needs' | 'placeholder'> {
  move: TicketMove;
  /** Its templates, where the move has some; `ready` stands until they are there. */
  use?: ReplyUse;
  words: Pick<MoveSheetProps, 'title' | 'ask' | 'hint' | 'send' | 'placeholder'>;
}

/** A move that needs words, or a photo, and nothing to choose. */
export function PlainSheet({ move, use, words, ticket, onSend, ready, ...rest }: PlainSheetProps) {
  const templates = useReplies(use ?? null, ticket);
  return (
    <MoveSheet
      open
      {...words}
      {...rest}
      ready={templates ?? ready}
      name={draftOf(move, { ticket })}
      onSend={(evidence) => onSend(move, evidence)}
    />
  );
}
