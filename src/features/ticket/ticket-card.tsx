import type { ReactNode } from 'react';
import type { TicketRow } from '@/contract';
import { Chip, Slip, Text } from '@/src/ui';

export interface TicketCardProps {
  ticket: TicketRow;
  onPress: () => void;
  /** Buttons under the words, for moves that need nothing more. */
  children?: ReactNode;
}

/** A gist this short is an answer to a question, such as 没有. Characters. */
const SAYS_LITTLE = 6;

/** A request in its reporter's list: what, where it stands in one sentence, what was promised. */
export function TicketCard({ ticket, onPress, children }: TicketCardProps) {
  const { title, place, gist, say, promise, chip } = ticket;
  // two lamps at one place are told apart by what was written
  const line = gist.length > SAYS_LITTLE ? `“${gist}”` : place;
  return (
    <Slip
      title={title}
      chip={<Chip tone={chip.tone}>{chip.words}</Chip>}
      onPress={onPress}
      label={[title, chip.words, line, say, ...(promise ? [promise.words] : [])].join('，')}
    >
      <Text tone="soft" lines={1}>
        {line}
      </Text>
      <Text>{say}</Text>
      {promise && <Text tone={promise.late ? 'seal' : 'pine'}>{promise.words}</Text>}
      {children}
    </Slip>
  );
}
