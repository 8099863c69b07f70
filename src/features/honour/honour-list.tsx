import type { HonourRow } from '@/contract/honour';
import type { Rows, Screen } from '@/src/platform';
import { Button, Card, Chip, Empty, ListRow, WhenReady } from '@/src/ui';
import { HONOURS } from './words';

export interface HonourListProps {
  screen: Screen<Rows<HonourRow>>;
  readMore: () => void;
  onOpen: (id: string) => void;
}

/** What is going on and what was granted, newest first. */
export function HonourList({ screen, readMore, onOpen }: HonourListProps) {
  return (
    <WhenReady screen={screen}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty art="rest" title={HONOURS.emptyTitle} line={HONOURS.emptyLine} />
        ) : (
          <>
            <Card flush>
              {rows.map((row) => (
                <ListRow
                  key={row.id}
                  title={row.title}
                  line={row.say}
                  aside={<Chip tone={row.tone}>{row.stateWords}</Chip>}
                  onPress={() => onOpen(row.id)}
                />
              ))}
            </Card>
            {more && (
              <Button kind="quiet" onPress={readMore}>
                {HONOURS.more}
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  );
}
