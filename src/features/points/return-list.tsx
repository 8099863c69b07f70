import type { ReturnRow } from '@/contract/points';
import type { Rows, Screen } from '@/src/platform';
import { Button, Card, Chip, Empty, Row, Stack, Text, WhenReady } from '@/src/ui';
import { SHELF } from './words';

export interface ReturnListProps {
  screen: Screen<Rows<ReturnRow>>;
  doing: string | null;
  onCancel: (row: ReturnRow) => void;
}

/** What one took: the code stands large while it waits. */
export function ReturnList({ screen, doing, onCancel }: ReturnListProps) {
  return (
    <WhenReady screen={screen}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={SHELF.mineEmptyTitle} line={SHELF.mineEmptyLine} />
        ) : (
          rows.map((row) => (
            <Card key={row.id}>
              <Stack gap={12}>
                <Row fill="first" gap={12} top>
                  <Text kind="head">{row.name}</Text>
                  <Chip tone={row.tone}>{row.say}</Chip>
                </Row>
                {row.code && (
                  <Row fill="apart">
                    <Text tone="soft">{SHELF.code}</Text>
                    <Text kind="hero" tabular>
                      {row.code}
                    </Text>
                  </Row>
                )}
                <Text tone="soft">{`${row.when} · ${SHELF.price(row.points)} · ${row.where}`}</Text>
                {row.allowed.includes('cancel') && (
                  <Button kind="outline" small busy={doing === row.id} onPress={() => onCancel(row)}>
                    {SHELF.cancel}
                  </Button>
                )}
              </Stack>
            </Card>
          ))
        )
      }
    </WhenReady>
  );
}
