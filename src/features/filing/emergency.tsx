import { type ReactNode, useState } from 'react';
import { type Emergency, emergencyIn } from '@/domain/catalogue/emergency';
import { dial, useSettled } from '@/src/platform';
import { ActionBar, Banner, Button, Stack, Text } from '@/src/ui';
import { EMERGENCY } from './words';

export interface Danger extends Emergency {
  /** What to do first. */
  readonly notice: string;
  /** The person has said that the call is made, or that there is no danger: the form goes on as usual. */
  readonly answered: boolean;
  readonly answer: () => void;
}

/** The danger that words speak of a moment after they were typed, or null. */
export function useDanger(words: string): Danger | null {
  const settled = useSettled(words, 300);
  const [answered, answer] = useState('');
  const danger = emergencyIn(settled);
  if (!danger) return null;
  return {
    ...danger,
    notice: EMERGENCY.said[danger.number](danger.words),
    answered: answered === danger.words,
    answer: () => answer(danger.words),
  };
}

/** Says what to do first; stands right under the questions. */
export function EmergencyNotice({ notice }: { notice: string }) {
  return (
    <Notice notice={notice}>
      <Text kind="note">{EMERGENCY.after}</Text>
    </Notice>
  );
}

/** The same under words that speak of danger. Words may mislead, so one press goes on with the form. */
export function DangerNotice({ danger }: { danger: Danger }) {
  return (
    <Notice notice={danger.notice}>
      <Text kind="note">{EMERGENCY.afterSaid}</Text>
      {!danger.answered && (
        <Button kind="outline" small onPress={danger.answer}>
          {EMERGENCY.goOn}
        </Button>
      )}
    </Notice>
  );
}

function Notice({ notice, children }: { notice: string; children: ReactNode }) {
  return (
    <Banner tone="late" icon="alert">
      <Stack gap={4}>
        <Text kind="head" tone="seal">
          {EMERGENCY.title}
        </Text>
        <Text>{notice}</Text>
        {children}
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
