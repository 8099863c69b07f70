import { useState } from 'react';
import type { EntryView } from '@/contract/points';
import { ActionBar, Button, Facts, Field, Sheet, Stack, Text } from '@/src/ui';
import { ENTRY } from './words';

export interface EntrySheetProps {
  entry: EntryView;
  doing: boolean;
  onAppeal: (text: string) => void;
  onConduct: (id: string) => void;
  onClose: () => void;
}

/** One entry: where it came from, how long it is good, and what to do when it is wrong. */
export function EntrySheet({ entry, doing, onAppeal, onConduct, onClose }: EntrySheetProps) {
  const [text, setText] = useState('');
  const { why, points, when, from, good, appealable, conduct } = entry;
  const facts = [
    { label: ENTRY.points, words: points },
    { label: ENTRY.when, words: when },
    { label: ENTRY.from, words: from },
    { label: ENTRY.good, words: good },
  ];
  return (
    <Sheet
      open
      title={why}
      onClose={onClose}
      bar={
        conduct ? (
          <ActionBar>
            <Button onPress={() => onConduct(conduct)}>{ENTRY.toConduct}</Button>
          </ActionBar>
        ) : appealable ? (
          <ActionBar>
            <Button busy={doing} disabled={text.trim() === ''} onPress={() => onAppeal(text)}>
              {ENTRY.appeal}
            </Button>
          </ActionBar>
        ) : undefined
      }
    >
      <Stack gap={16}>
        <Facts facts={facts.filter(({ words }) => words !== '')} />
        {appealable && !conduct && (
          <>
            <Field area label={ENTRY.ask} value={text} onInput={setText} hint={ENTRY.askHint} max={2000} />
            <Text kind="note">{ENTRY.appealLine}</Text>
          </>
        )}
      </Stack>
    </Sheet>
  );
}
