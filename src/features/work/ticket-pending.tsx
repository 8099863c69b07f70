import type { TicketView } from '@/contract';
import { Banner, Stack, Text } from '@/src/ui';
import { IN_HAND } from './words';

/** What somebody asked for and who may decide it; the buttons are the page's own. Null when nothing is asked. */
export function TicketPending({ ticket: { pending, allowed } }: { ticket: TicketView }) {
  if (!pending) return null;
  const { name, words, text } = pending;
  return (
    <Banner tone="today" icon="clock">
      <Stack gap={4}>
        <Text strong tone="amber">
          {IN_HAND.pending(name, words)}
        </Text>
        {text && <Text kept>{text}</Text>}
        <Text kind="note">{allowed.includes('grant') ? IN_HAND.pendingYours : IN_HAND.pendingOthers}</Text>
      </Stack>
    </Banner>
  );
}
