import { CAN_SUBSCRIBE } from '@/src/platform/subscribe';
import { Button, Card, Stack, Text } from '@/src/ui';
import { useMessages } from './use-messages';
import { MESSAGES } from './words';

/** How many messages WeChat still lets us send, and the tap for more; nothing where there is no WeChat. */
export function MessagesCard() {
  return CAN_SUBSCRIBE ? <Messages /> : null;
}

function Messages() {
  const { screen, doing, ask } = useMessages();
  if (screen.state !== 'ready' || screen.data.templates.length === 0) return null;
  return (
    <Card>
      <Stack gap={12}>
        <Text kind="head">{MESSAGES.title}</Text>
        <Text>{screen.data.words}</Text>
        <Button kind="outline" small busy={doing} onPress={ask}>
          {MESSAGES.ask}
        </Button>
        <Text kind="note">{MESSAGES.once}</Text>
      </Stack>
    </Card>
  );
}
