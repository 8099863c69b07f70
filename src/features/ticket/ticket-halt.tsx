import type { TicketView } from '@/contract';
import { MOVE_LABELS } from '@/domain/ticket/words';
import { dial } from '@/src/platform';
import { Button, Stack, Text } from '@/src/ui';
import { TICKET } from './words';

/**
 * Why it waits, or why it is not taken and where to turn; null for everything else. The reporter's own sentence on the
 * slip says the reason of a short wait already, so only the others read it here.
 */
export function TicketHalt({ ticket, onObject }: { ticket: TicketView; onObject?: () => void }) {
  const { hold, declined, reporter, allowed, state } = ticket;
  if (declined) {
    const { words, path, text } = declined;
    const number = /\d{3,5}/.exec(path)?.[0];
    return (
      <Stack gap={8}>
        {!reporter.mine && <Text>{words}</Text>}
        {text && <Text kept>{text}</Text>}
        <Text strong>{path}</Text>
        {number && (
          <Button kind="outline" small icon="phone" onPress={() => dial(number)}>
            {TICKET.dial(number)}
          </Button>
        )}
      </Stack>
    );
  }
  if (!hold) return null;
  return (
    <Stack gap={8}>
      {(!reporter.mine || state === 'long_term') && <Text>{hold.words}</Text>}
      {hold.text && <Text kept>{hold.text}</Text>}
      {hold.objected && <Text kind="note">{TICKET.objected}</Text>}
      {onObject && allowed.includes('object') && (
        <Button kind="outline" small onPress={onObject}>
          {MOVE_LABELS.object}
        </Button>
      )}
    </Stack>
  );
}
