import type { EnrolmentRow } from '@/contract/volunteer';
import { call, say, useDoing } from '@/src/platform';
import { Button, Chip, Row, Slip, Stack, Text } from '@/src/ui';
import { VOLUNTEERS } from './words';

/** One entry of the list that somebody claims: the desk has seen who it belongs to. */
export function Contested({ row, onDone }: { row: EnrolmentRow; onDone: () => void }) {
  const { doing, act } = useDoing();
  const decide = (person?: string) =>
    void act(async () => {
      await call('enrolment.decide', { id: row.id, ...(person && { person }) });
      say(VOLUNTEERS.decided);
      onDone();
    });
  return (
    <Slip>
      <Text kind="head">{row.name}</Text>
      <Text kind="note">{[row.work, row.home, row.phone].join(' · ')}</Text>
      <Stack gap={12}>
        {row.claims.map(({ person, name, when, proven, holds }) => (
          <Row key={person} fill="first" gap={12}>
            <Stack gap={4}>
              <Text>{VOLUNTEERS.claim(name, when, holds)}</Text>
              {!holds && (
                <Chip tone={proven ? 'ok' : 'plain'}>{proven ? VOLUNTEERS.proven : VOLUNTEERS.typed}</Chip>
              )}
            </Stack>
            <Button
              kind="outline"
              small
              busy={doing}
              label={`${VOLUNTEERS.isThem}：${name}`}
              onPress={() => decide(person)}
            >
              {VOLUNTEERS.isThem}
            </Button>
          </Row>
        ))}
        <Button kind="quiet" small busy={doing} onPress={() => decide()}>
          {VOLUNTEERS.isNobody}
        </Button>
      </Stack>
    </Slip>
  );
}
