/** Requests that wait on this phone, above those that have arrived. */
import { matterOf, outbox, useStore } from '@/src/platform';
import type { Waiting } from '@/src/platform/offline/queue';
import { Button, Chip, Row, Section, Slip, Stack, Text } from '@/src/ui';
import { letterOf } from './use-letter';
import { WAITING } from './words';

export interface WaitingSlipsProps {
  /** Opens the form with what was written, to change it and send it anew. */
  onCorrect: (letter: { service: string; scene: string; key: string }) => void;
}

/** Nothing where nothing waits. */
export function WaitingSlips({ onCorrect }: WaitingSlipsProps) {
  const waiting = useStore(outbox).filter(({ letter }) => letter.action === 'ticket.file');
  if (waiting.length === 0) return null;
  return (
    <Section title={WAITING.title} tone="today" count={waiting.length}>
      {waiting.map((one) => (
        <WaitingSlip key={matterOf(one)} one={one} onCorrect={onCorrect} />
      ))}
    </Section>
  );
}

export function WaitingSlip({
  one,
  onCorrect,
  fresh,
}: WaitingSlipsProps & { one: Waiting; fresh?: boolean }) {
  const { letter, title, refused } = one;
  const doable = letterOf(one);
  const arrived = refused?.code === 'KEY_REUSED';
  if (letter.action !== 'ticket.file') return null;
  const { text, service, scene, key } = letter.input;
  return (
    <Slip
      title={title}
      fresh={fresh}
      chip={<Chip tone={refused ? 'late' : 'today'}>{refused ? WAITING.refused : WAITING.chip}</Chip>}
    >
      <Stack gap={12}>
        <Stack gap={4}>
          {text && (
            <Text tone="soft" lines={2}>
              “{text}”
            </Text>
          )}
          <Text>{arrived ? WAITING.arrived : (refused?.words ?? WAITING.say)}</Text>
          {doable.missing && <Text kind="note">{doable.missing}</Text>}
        </Stack>
        <Row fill="even" gap={12}>
          {refused && (
            <Button kind="outline" small onPress={doable.giveUp}>
              {arrived ? WAITING.seen : WAITING.giveUp}
            </Button>
          )}
          {doable.mayGoWithout && (
            <Button kind="outline" small onPress={doable.wordsFirst}>
              {WAITING.wordsFirst}
            </Button>
          )}
          {!refused && (
            <Button kind="outline" small onPress={doable.now}>
              {WAITING.now}
            </Button>
          )}
          {refused && !arrived && (
            <Button kind="yes" small onPress={() => onCorrect({ service, scene, key })}>
              {WAITING.correct}
            </Button>
          )}
        </Row>
      </Stack>
    </Slip>
  );
}
