import type { TicketView } from '@/contract';
import type { ThreadKind } from '@/domain/flow/thread';
import { Card, ListRow, Section } from '@/src/ui';
import { TICKET } from './words';

export interface TicketThreadProps {
  ticket: Pick<TicketView, 'thread'>;
  /** Opens the other side, where the reader has a part in it. */
  onOpen: (kind: ThreadKind, id: string) => void;
}

const ICONS: Readonly<Record<ThreadKind, string>> = {
  ticket: 'slip',
  wish: 'heart',
  activity: 'people',
  visit: 'person',
};

/** What it was before and what it has become. Null for what is only itself. */
export function TicketThread({ ticket: { thread }, onOpen }: TicketThreadProps) {
  if (thread.length === 0) return null;
  return (
    <Section title={TICKET.thread}>
      <Card flush>
        {thread.map(({ words, kind, id }) => (
          <ListRow
            key={words}
            icon={ICONS[kind]}
            title={words}
            line={id ? TICKET.threadLine : undefined}
            onPress={id ? () => onOpen(kind, id) : undefined}
          />
        ))}
      </Card>
    </Section>
  );
}
