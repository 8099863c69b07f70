import type { PartRow } from '@/contract/activity';
import { Chip, Row, Slip, Text } from '@/src/ui';

/** One line of the record: what, when, how long, and whether it may be certified. */
export function PartLine({ part, onPress }: { part: PartRow; onPress?: () => void }) {
  const { title, when, place, stateWords, hours, standing, state } = part;
  const tone = state === 'done' ? 'ok' : state === 'unsure' || state === 'here' ? 'today' : 'plain';
  return (
    <Slip {...(onPress && { onPress })} label={`${title}，${when}，${stateWords}，${hours}`}>
      <Row fill="first" gap={12} top>
        <Text kind="head">{title}</Text>
        <Chip tone={tone}>{hours || stateWords}</Chip>
      </Row>
      <Text>{when}</Text>
      <Text kind="note">{[place, standing].filter(Boolean).join(' · ')}</Text>
    </Slip>
  );
}
