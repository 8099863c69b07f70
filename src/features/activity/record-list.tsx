import type { PartRow } from '@/contract/activity';
import { Chip, Row, Slip, Text } from '@/src/ui';

/** One line of the record: what, when, how long, and whether it may be certified. */
export function PartLine({ part, onPress }: { part: PartRow; onPress?: () => void }) {
  const { title, when, place, stateWords, hours, standing, state } = part;
  const tone = state === 'done' ? 'ok' : state === 'unsure' || state === 'here' ? 'today' : 'plain';
  const facts = [place, standing].filter(Boolean).join(' · ');
  return (
    <Slip {...(onPress && { onPress })} label={[title, hours || stateWords, when, facts].join('，')}>
      <Row fill="first" gap={12} top>
        <Text kind="head">{title}</Text>
        <Chip tone={tone}>{hours || stateWords}</Chip>
      </Row>
      <Text>{when}</Text>
      <Text kind="note">{facts}</Text>
    </Slip>
  );
}
