import { useState } from 'react';
import { STAFF, StaffPage } from '@/src/features/desk';
import { IN_HAND } from '@/src/features/roster/words';
import { call, go, useList, useRouteParams } from '@/src/platform';
import { Card, Chip, Empty, ListRow, Stack, Text, WhenReady } from '@/src/ui';

/** Characters of a chip. */
const SHORT = 9;

/** What somebody has in hand, each to be opened and handed to somebody who is there. */
export default function AwayPage() {
  const { person = '' } = useRouteParams();
  const [name, learn] = useState('');
  const { screen } = useList(
    async (after) => {
      const page = await call('desk.inhand', { person, ...(after !== undefined && { after }) });
      learn(page.name);
      return page;
    },
    [person],
  );
  return (
    <StaffPage
      here={STAFF.away}
      back={{ words: IN_HAND.back, to: STAFF.roster }}
      title={() => IN_HAND.title(name)}
    >
      {() => (
        <WhenReady screen={screen}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty art="rest" title={IN_HAND.none} line={IN_HAND.noneLine} />
            ) : (
              <Stack gap={12}>
                <Text tone="soft">{IN_HAND.hint}</Text>
                <Card flush>
                  {rows.map(({ id, title, place, chip }) => (
                    <ListRow
                      key={id}
                      title={title}
                      // a long word beside the row would push its arrow off the card
                      line={chip.words.length > SHORT ? `${place} · ${chip.words}` : place}
                      aside={
                        chip.words.length > SHORT ? undefined : <Chip tone={chip.tone}>{chip.words}</Chip>
                      }
                      onPress={() => go(STAFF.ticket, { id })}
                    />
                  ))}
                </Card>
              </Stack>
            )
          }
        </WhenReady>
      )}
    </StaffPage>
  );
}
