/** Moves about one ticket that wait on this phone: what was said, and what became of it. */
import type { Input } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { CONTACT_WORDS, LEVEL_WORDS, MOVE_LABELS, RESULT_WORDS } from '@/domain/ticket/words';
import type { Waiting } from '@/src/platform/offline/queue';
import { Button, Card, Chip, Row, Stack, Text } from '@/src/ui';
import { letterOf } from './use-letter';
import { WAITING } from './words';

export interface WaitingMovesProps {
  waiting: readonly Waiting[];
  /** What the cloud allows now; empty from a list, where nothing is corrected. */
  mayNow: readonly TicketMove[];
  /** Opens the form of this move with what was said. */
  onCorrect?: (letter: Input<'ticket.move'>, move: TicketMove) => void;
  /** In a list: says of which ticket, and leads there. */
  onOpen?: (ticket: string) => void;
}

/** Nothing where nothing waits. */
export function WaitingMoves({ waiting, ...rest }: WaitingMovesProps) {
  return (
    <>
      {waiting.map((one) => (
        <WaitingMove key={one.letter.input.key} one={one} {...rest} />
      ))}
    </>
  );
}

/** Made by one tap: there is nothing to correct. */
const BARE: readonly string[] = ['sign', 'resume', 'grant', 'part', 'withdraw'];

function WaitingMove({
  one,
  mayNow,
  onCorrect,
  onOpen,
}: Omit<WaitingMovesProps, 'waiting'> & { one: Waiting }) {
  const { letter, title, refused } = one;
  const doable = letterOf(one);
  if (letter.action !== 'ticket.move') return null;
  const { move, text, contact, result, level } = letter.input;
  const label = MOVE_LABELS[move] ?? '';
  const said = [
    contact && CONTACT_WORDS[contact],
    result && RESULT_WORDS[result],
    level && LEVEL_WORDS[level],
    text,
  ].filter(Boolean);
  const into = BARE.includes(move) ? null : mayNow.includes(move) ? move : null;
  const asNote = !into && text && move !== 'note' && mayNow.includes('note') ? ('note' as const) : null;
  const target = into ?? asNote;
  return (
    <Card tone={refused ? 'late' : 'today'}>
      <Stack gap={12}>
        <Stack gap={4}>
          <Row fill="first" gap={12} top>
            <Text strong>{onOpen && title ? `${label}：${title}` : label}</Text>
            <Chip tone={refused ? 'late' : 'today'}>{refused ? WAITING.refused : WAITING.chip}</Chip>
          </Row>
          {said.map((words) => (
            <Text key={words} tone="soft" kept>
              {words}
            </Text>
          ))}
          <Text>{refused ? refused.words : WAITING.say}</Text>
          {doable.missing && <Text kind="note">{doable.missing}</Text>}
        </Stack>
        <Row fill="even" gap={12}>
          {refused && (
            <Button kind="outline" small onPress={doable.giveUp}>
              {WAITING.giveUp}
            </Button>
          )}
          {doable.mayGoWithout && (
            <Button kind="outline" small onPress={doable.wordsFirst}>
              {WAITING.wordsFirst}
            </Button>
          )}
          {onOpen && (
            <Button kind="yes" small onPress={() => onOpen(letter.input.id)}>
              {WAITING.look}
            </Button>
          )}
          {!onOpen && (!refused || !target || !onCorrect) && (
            <Button kind="outline" small onPress={doable.now}>
              {refused ? WAITING.again : WAITING.now}
            </Button>
          )}
          {refused && target && onCorrect && (
            <Button kind="yes" small onPress={() => onCorrect(letter.input, target)}>
              {asNote ? WAITING.asNote : WAITING.correct}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
