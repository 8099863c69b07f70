import { Button, Card, Stack, Text } from '@/src/ui';
import { HOME_WORDS } from './words';

/** In large type, under the four big choices: nobody has to type. */
export function SpeakInstead({ onPress }: { onPress: () => void }) {
  return (
    <Card>
      <Stack gap={8}>
        <Button kind="outline" icon="mic" onPress={onPress}>
          {HOME_WORDS.speak}
        </Button>
        <Text kind="note">{HOME_WORDS.speakLine}</Text>
      </Stack>
    </Card>
  );
}
