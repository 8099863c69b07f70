import { useState } from 'react';
import { CAN_SCAN, sceneIn } from '@/src/platform';
import { Banner, Button, Card, Field, Stack, Text } from '@/src/ui';
import type { Here } from './use-place';
import { PLACE } from './words';

/** No place yet, or a code that leads nowhere: says why, and how to get one. Draws nothing once all is well. */
export function ScanCard({ here }: { here: Pick<Here, 'place' | 'problem' | 'open' | 'scanNow'> }) {
  const { place, problem, open, scanNow } = here;
  if (place && !problem) return null;
  return (
    <>
      {problem && (
        <Banner
          tone="today"
          icon="alert"
          action={CAN_SCAN ? { label: PLACE.scanAgain, onPress: scanNow } : undefined}
        >
          {problem}
        </Banner>
      )}
      {!place && (
        <Card>
          <Stack gap={12}>
            <Stack gap={4}>
              <Text kind="head">{PLACE.scanTitle}</Text>
              <Text tone="soft">{PLACE.scanLine}</Text>
            </Stack>
            {CAN_SCAN ? (
              <Button kind="yes" icon="scan" onPress={scanNow}>
                {PLACE.scan}
              </Button>
            ) : (
              <PasteCode onOpen={open} />
            )}
          </Stack>
        </Card>
      )}
    </>
  );
}

/** A browser has no scanner of ours: the address inside the code can be pasted. */
function PasteCode({ onOpen }: { onOpen: (code: string) => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const press = () => (sceneIn(text) ? onOpen(text) : setWrong(true));
  return (
    <Stack gap={4}>
      <Field
        label={PLACE.paste}
        value={text}
        onInput={(next) => {
          setText(next);
          setWrong(false);
        }}
        hint={PLACE.browserHint}
        error={wrong ? PLACE.pasteWrong : null}
      />
      <Button kind="outline" onPress={press} disabled={text === ''}>
        {PLACE.pasteGo}
      </Button>
    </Stack>
  );
}
