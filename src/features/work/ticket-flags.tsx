import type { TicketView } from '@/contract';
import { Banner } from '@/src/ui';
import { IN_HAND } from './words';

/** What must be seen before the rest: slips, and the question that everything waits for. */
export function TicketFlags({ ticket }: { ticket: TicketView }) {
  const { slips, question } = ticket;
  return (
    <>
      {slips.map(({ no, when }) => (
        <Banner key={no} tone="late" icon="alert">
          {IN_HAND.slipTold(no, when)}
        </Banner>
      ))}
      {question && (
        <Banner tone="today" icon="talk">
          {IN_HAND.question(question)}
        </Banner>
      )}
    </>
  );
}
