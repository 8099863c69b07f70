import { STAFF, StaffPage } from '@/src/features/desk';
import { IN_HAND } from '@/src/features/roster/words';
import { call, go, useList, useRouteParams } from '@/src/platform';
import { Card, Chip, Empty, ListRow, Text, WhenReady } from '@/src/ui';

/** What somebody has in hand, each to be opened and handed to somebody who is there. */
export default function AwayPage() {
  const { person = '', name = '' } = useRouteParams();
  const { screen } = useList(
    (after) => call('desk.inhand', { person, ...(after !== undefined && { after }) }),
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
              <>
                <Text tone="soft">{IN_HAND.hint}</Text>
                <Card flush>
                  {rows.map(({ id, title, place, chip }) => (
                    <ListRow
                      key={id}
                      title={title}
                      line={place}
                      aside={<Chip tone={chip.tone}>{chip.words}</Chip>}
                      onPress={() => go(STAFF.ticket, { id })}
                    />
                  ))}
                </Card>
              </>
            )
          }
        </WhenReady>
      )}
    </StaffPage>
  );
}
