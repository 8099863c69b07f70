import type { TicketView } from '@/contract';
import { Banner } from '@/src/ui';
import { IN_HAND } from './words';

/** The question that everything waits for, while the clocks stand. */
export function TicketQuestion({ ticket }: { ticket: TicketView }) {
  if (!ticket.question) return null;
  return (
    <Banner tone="today" icon="talk">
      {IN_HAND.question(ticket.question)}
    </Banner>
  );
}
