import type { TicketView } from '@/contract';
import { Banner, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/** What the reporter is asked while the clocks stand, or that the promise was missed. Nothing otherwise. */
export function TicketQuestion({ ticket }: { ticket: TicketView }) {
  const { question, handler, group, slips } = ticket;
  if (question)
    return (
      <Banner tone="today" icon="talk">
        <Stack gap={4}>
          <Text strong tone="amber">
            {TICKET.askedBy(handler?.name ?? '')}
          </Text>
          <Text>{question}</Text>
        </Stack>
      </Banner>
    );
  const slip = slips.at(-1);
  if (slip && group === 'late')
    return (
      <Banner tone="late" icon="alert">
        {TICKET.late(slip.no)}
      </Banner>
    );
  return null;
}
