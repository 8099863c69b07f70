import type { ShelfView } from '@/contract/points';
import { Button, Card, Chip, Empty, Row, Stack, Text } from '@/src/ui';
import type { ShelfItemView } from './use-shelf';
import { DESK, SHELF } from './words';

export interface ShelfListProps {
  items: ShelfView['items'];
  doing: string | null;
  onTake: (item: ShelfItemView) => void;
}

/** What one can have for one's points. What one cannot have says why. */
export function ShelfList({ items, doing, onTake }: ShelfListProps) {
  if (items.length === 0) return <Empty title={SHELF.emptyTitle} line={SHELF.emptyLine} />;
  return (
    <>
      {items.map((item) => (
        <Card key={item.id}>
          <Stack gap={12}>
            <ItemWords item={item} />
            {item.lack ? (
              <Text tone="soft">{item.lack}</Text>
            ) : (
              <Button
                kind="yes"
                small
                busy={doing === item.id}
                disabled={doing !== null && doing !== item.id}
                label={`${SHELF.take}${item.name}`}
                onPress={() => onTake(item)}
              >
                {SHELF.take}
              </Button>
            )}
          </Stack>
        </Card>
      ))}
    </>
  );
}

/** Name, price, what is left and where it is handed over. */
export function ItemWords({ item: { name, points, left, where, offered } }: { item: ShelfItemView }) {
  return (
    <Stack gap={4}>
      <Row fill="apart">
        <Text kind="head">{name}</Text>
        <Chip tone={offered ? 'ok' : 'plain'}>{offered ? SHELF.price(points) : DESK.hidden}</Chip>
      </Row>
      <Text tone="soft">{`${SHELF.left(left)} · ${where}`}</Text>
    </Stack>
  );
}
