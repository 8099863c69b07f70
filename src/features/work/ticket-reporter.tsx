import type { TicketView } from '@/contract';
import { Card, Facts, Person, Section, Stack } from '@/src/ui';
import { IN_HAND } from './words';

/** Who asked for it and where they are. The number is only whole for the handler; a masked one cannot be called. */
export function TicketReporter({ ticket, onCall }: { ticket: TicketView; onCall: (phone: string) => void }) {
  const { reporter, place, address, urgency, urgencyWords, sealed, against } = ticket;
  const { name, phone } = reporter;
  const whole = phone !== '' && !phone.includes('*');
  return (
    <Section title={IN_HAND.reporter}>
      <Card>
        <Stack gap={8}>
          <Person
            name={name}
            line={phone || (sealed ? IN_HAND.sealed : IN_HAND.noPhone)}
            onCall={whole ? () => onCall(phone) : undefined}
          />
          <Facts
            facts={[
              ...(against ? [{ label: IN_HAND.against, words: against }] : []),
              { label: IN_HAND.where, words: address || place },
              { label: IN_HAND.how, words: `${urgency === 'Q' ? '' : `${urgency} `}${urgencyWords}` },
            ]}
          />
        </Stack>
      </Card>
    </Section>
  );
}
