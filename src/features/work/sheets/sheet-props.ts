/** What the sheets of all moves have in common. */
import type { Assignee, TicketView } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { type Evidence, type Sent, draftOf as slotOf } from '@/src/features/ticket';

/** From a list only the id is known. */
export type SheetTicket = Pick<TicketView, 'id'> &
  Partial<
    Pick<
      TicketView,
      | 'title'
      | 'address'
      | 'place'
      | 'subject'
      | 'evidence'
      | 'urgency'
      | 'reporter'
      | 'beneficiary'
      | 'calls'
      | 'joint'
    >
  >;

export interface SheetProps {
  ticket: SheetTicket;
  busy: boolean;
  onClose: () => void;
  /** Not false when it went through or waits on this phone. */
  onSend: (move: TicketMove, evidence: Evidence) => Promise<Sent>;
}

/** Each ticket and move has a draft of its own. */
export const draftOf = (move: TicketMove, { ticket }: Pick<SheetProps, 'ticket'>) => slotOf(move, ticket);

export const targetOf = (to: Assignee | null): Evidence => (to ? { post: to.post, person: to.person } : {});
