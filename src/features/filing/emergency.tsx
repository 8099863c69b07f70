import { dial } from '@/src/platform';
import { ActionBar, Banner, Button, Stack, Text } from '@/src/ui';
import { EMERGENCY } from './words';

/** Says what to do first; stands right under the questions. */
export function EmergencyNotice({ notice }: { notice: string }) {
  return (
    <Banner tone="late" icon="alert">
      <Stack gap={4}>
        <Text kind="head" tone="seal">
          {EMERGENCY.title}
        </Text>
        <Text>{notice}</Text>
        <Text kind="note">{EMERGENCY.after}</Text>
      </Stack>
    </Banner>
  );
}

/** In place of the submit button: the numbers, the one that the notice names first and in red. */
export function EmergencyCalls({ notice }: { notice: string }) {
  const named = EMERGENCY.calls.find(({ number }) => notice.includes(number));
  const first = EMERGENCY.calls.filter((call) => call === named);
  const others = EMERGENCY.calls.filter((call) => call !== named);
  return (
    <ActionBar>
      {[...first, ...others].map((call) => (
        <Button
          key={call.number}
          kind={call === named ? 'main' : 'outline'}
          onPress={() => dial(call.number)}
          label={`打电话 ${call.word}`}
        >
          {call.word}
        </Button>
      ))}
    </ActionBar>
  );
}
