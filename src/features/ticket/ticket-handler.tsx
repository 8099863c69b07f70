import type { TicketView } from '@/contract';
import { Card, Person, Section, Sheet, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/** Who has it, with a way to call unless the page offers that elsewhere. Nobody yet: says so. */
export function TicketHandler({ ticket, onCall }: { ticket: TicketView; onCall?: (phone: string) => void }) {
  const { handler } = ticket;
  return (
    <Section title={TICKET.who}>
      <Card>
        {handler ? (
          <Person
            name={handler.name}
            line={postOf(handler)}
            onCall={onCall && handler.phone ? () => onCall(handler.phone) : undefined}
          />
        ) : (
          <Text tone="soft">{TICKET.waitingForPerson}</Text>
        )}
      </Card>
    </Section>
  );
}

/** A grid worker's post names the place already; an office's post needs its office. */
function postOf({ unit, post }: NonNullable<TicketView['handler']>): string {
  return post.includes('网格') ? post : `${unit} · ${post}`;
}

/** Why this person and nobody else: the rule, the duty, the load. */
export function WhySheet({
  ticket,
  open,
  onClose,
}: {
  ticket: TicketView;
  open: boolean;
  onClose: () => void;
}) {
  const { handler } = ticket;
  return (
    <Sheet open={open && handler !== null} title={TICKET.whyTitle} onClose={onClose}>
      {handler && (
        <Stack gap={16}>
          <Person name={handler.name} line={postOf(handler)} />
          <Text>{handler.why}</Text>
          <Text kind="note">{TICKET.whyFair}</Text>
        </Stack>
      )}
    </Sheet>
  );
}
