import type { Similar } from '@/contract';
import { Button, Card, Row, Stack, Text } from '@/src/ui';
import { SIMILAR } from './words';

export interface FilingSimilarProps {
  found: readonly Similar[];
  busy: boolean;
  /** Filed for somebody else: it is they who will be asked. */
  forOther: boolean;
  /** 我也是: sends the form as one more voice of this report. */
  onSame: (id: string) => void;
  /** It is another thing: sends the form as it is. */
  onOther: () => void;
}

/** Before sending: somebody nearby has reported the same. Nobody is sent twice, and everybody may judge. */
export function FilingSimilar({ found, busy, forOther, onSame, onOther }: FilingSimilarProps) {
  const { line, same } = forOther ? SIMILAR.theirs : SIMILAR.mine;
  return (
    <Card tone="ok">
      <Stack gap={16}>
        <Stack gap={4}>
          <Text strong>{SIMILAR.title}</Text>
          <Text kind="note">{line}</Text>
        </Stack>
        {found.map((one) => (
          <Row key={one.id} fill="first">
            <Stack gap={4}>
              <Text>{one.place}</Text>
              <Text kind="note">{SIMILAR.facts(one)}</Text>
            </Stack>
            <Button
              kind="yes"
              small
              busy={busy}
              onPress={() => onSame(one.id)}
              label={`${same}：${one.place}，${SIMILAR.facts(one)}`}
            >
              {same}
            </Button>
          </Row>
        ))}
        <Button kind="quiet" busy={busy} onPress={onOther}>
          {SIMILAR.other}
        </Button>
      </Stack>
    </Card>
  );
}
