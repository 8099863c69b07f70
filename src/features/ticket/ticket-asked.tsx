import type { TicketView } from '@/contract';
import { Card, Facts, PhotoGrid, Section, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/** What the reporter wrote, answered and sent along, in their own words. */
export function TicketAsked({ ticket }: { ticket: TicketView }) {
  const { text, answers, photos } = ticket;
  const facts = answers.map(({ ask, answer }) => ({ label: ask.replace(/[？?]$/, ''), words: answer }));
  return (
    <Section title={TICKET.written}>
      <Card>
        <Stack gap={12}>
          {text ? <Text kept>{text}</Text> : facts.length === 0 && <Text tone="soft">{TICKET.noWords}</Text>}
          {facts.length > 0 && <Facts facts={facts} />}
          {photos.length > 0 && <PhotoGrid photos={photos.map(({ id, url }) => ({ id, src: url }))} />}
        </Stack>
      </Card>
    </Section>
  );
}
