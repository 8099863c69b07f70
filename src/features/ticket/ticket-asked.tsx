import type { TicketView } from '@/contract';
import { Card, PhotoGrid, Section, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/** What the reporter wrote, answered and sent along, in their own words. */
export function TicketAsked({ ticket }: { ticket: TicketView }) {
  const { text, answers, photos } = ticket;
  return (
    <Section title={TICKET.written}>
      <Card>
        <Stack gap={12}>
          {text ? (
            <Text kept>{text}</Text>
          ) : (
            answers.length === 0 && <Text tone="soft">{TICKET.noWords}</Text>
          )}
          {answers.map(({ ask, answer }) => (
            <Stack key={ask} gap={4}>
              <Text kind="note">{ask}</Text>
              <Text>{answer}</Text>
            </Stack>
          ))}
          {photos.length > 0 && <PhotoGrid photos={photos.map(({ id, url }) => ({ id, src: url }))} />}
        </Stack>
      </Card>
    </Section>
  );
}
