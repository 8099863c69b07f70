import { useState } from 'react';
import type { ConductView } from '@/contract/points';
import type { ConductMove } from '@/domain/points/conduct';
import {
  ActionBar,
  Button,
  Card,
  Chip,
  Facts,
  Field,
  Section,
  Sheet,
  Slip,
  Stack,
  Text,
  Timeline,
} from '@/src/ui';
import { CONDUCT, CONDUCT_MOVES } from './words';

/** What is said, what it does, who had a part, how it went. */
export function ConductCard({ conduct }: { conduct: ConductView }) {
  const { no, title, person, stateWords, tone, say, text, effect, parts, story, mine } = conduct;
  const whose = person ? [{ label: CONDUCT.whose, words: person }] : [];
  const facts = [...whose, { label: CONDUCT.effect, words: effect }, ...parts];
  return (
    <>
      <Slip no={no} title={title} chip={<Chip tone={tone}>{stateWords}</Chip>}>
        <Stack gap={8}>
          <Text strong>{say}</Text>
          <Text tone="soft">{mine ? CONDUCT.mineLine : CONDUCT.staffLine}</Text>
        </Stack>
      </Slip>
      <Card>
        <Stack gap={12}>
          <Text kept>{text}</Text>
          <Facts facts={facts} />
        </Stack>
      </Card>
      <Section title={CONDUCT.story}>
        <Card>
          <Timeline
            entries={story.map(({ at, move, title: what, text: words, when }) => ({
              id: `${at}${move}`,
              title: what,
              text: words,
              when,
            }))}
          />
        </Card>
      </Section>
    </>
  );
}

/** The reader's buttons; nothing when there is nothing to do. */
export function ConductBar({
  allowed,
  onChoose,
}: {
  allowed: readonly ConductMove[];
  onChoose: (move: ConductMove) => void;
}) {
  const offered = allowed.filter((move) => CONDUCT_MOVES[move]).slice(0, 2);
  if (offered.length === 0) return null;
  return (
    <ActionBar>
      {offered.map((move, index) => (
        <Button
          key={move}
          kind={offered.length > 1 || index > 0 ? 'outline' : 'main'}
          onPress={() => onChoose(move)}
        >
          {CONDUCT_MOVES[move]?.label}
        </Button>
      ))}
    </ActionBar>
  );
}

export interface ConductSheetProps {
  move: ConductMove;
  doing: boolean;
  onSend: (text: string) => void;
  onClose: () => void;
}

/** Every step says why. */
export function ConductSheet({ move, doing, onSend, onClose }: ConductSheetProps) {
  const [text, setText] = useState('');
  const words = CONDUCT_MOVES[move];
  if (!words) return null;
  return (
    <Sheet
      open
      title={words.label}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={doing} disabled={text.trim() === ''} onPress={() => onSend(text)}>
            {words.yes}
          </Button>
        </ActionBar>
      }
    >
      <Field
        area
        label={words.ask}
        value={text}
        onInput={setText}
        hint={move === 'reply' || move === 'appeal' ? undefined : CONDUCT.textHint}
        max={2000}
      />
    </Sheet>
  );
}
