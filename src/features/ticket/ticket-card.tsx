import type { ReactNode } from 'react';
import type { TicketRow } from '@/contract';
import { Chip, Slip, Text } from '@/src/ui';

export interface TicketCardProps {
  ticket: TicketRow;
  onPress: () => void;
  /** Buttons under the words, for moves that need nothing more. */
  children?: ReactNode;
}

/** A request in its reporter's list: what, where it stands in one sentence, what was promised. */
export function TicketCard({ ticket, onPress, children }: TicketCardProps) {
  const { title, place, say, promise, chip } = ticket;
  return (
    <Slip
      title={title}
      line={place}
      chip={<Chip tone={chip.tone}>{chip.words}</Chip>}
      onPress={onPress}
      label={`${title}，${place}，${chip.words}，${say}`}
    >
      <Text>{say}</Text>
      {promise && <Text tone={chip.tone === 'late' ? 'seal' : 'pine'}>{promise}</Text>}
      {children}
    </Slip>
  );
}
