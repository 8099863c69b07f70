import { call, say } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { Button, Card, Row, Section, Stack, Text } from '@/src/ui';
import { useWishes } from './use-wishes';
import { DONE, MINE, WISH } from './words';

/** The wishes that a volunteer waits for: the place in each line, and the way out of it. Nothing where there is none. */
export function WaitingList({ onOpen }: { onOpen: (id: string) => void }) {
  const { screen, reload } = useWishes('waiting');
  const { doing, send } = useSubmit();
  if (screen.state !== 'ready' || screen.data.rows.length === 0) return null;
  const leave = async (id: string) => {
    const left = await send(id, 'leave', async (key) => {
      await call('wish.move', { id, key, move: 'leave' });
    });
    if (left) say(DONE.leave ?? '');
    reload();
  };
  return (
    <Section title={MINE.waiting(screen.data.rows.length)}>
      {screen.data.rows.map(({ id, title, gist, inLine, say: where }) => (
        <Card key={id}>
          <Stack gap={8}>
            <Row fill="first" gap={12} top>
              <Text kind="head">{title}</Text>
              <Text tone="amber">{WISH.inLine(inLine)}</Text>
            </Row>
            <Text lines={2}>{gist}</Text>
            <Text kind="note">{where}</Text>
            <Row gap={8} wrap>
              <Button kind="outline" small label={`${WISH.open}：${title}`} onPress={() => onOpen(id)}>
                {WISH.open}
              </Button>
              <Button
                kind="quiet"
                small
                busy={doing === id}
                label={`“${title}”不排了`}
                onPress={() => void leave(id)}
              >
                {MINE.leave}
              </Button>
            </Row>
          </Stack>
        </Card>
      ))}
    </Section>
  );
}
