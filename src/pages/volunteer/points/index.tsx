import { useState } from 'react';
import type { EntryView } from '@/contract/points';
import { Balance, Entries, EntrySheet, POINTS, usePoints } from '@/src/features/points';
import { go, usePulled } from '@/src/platform';
import { Button, Card, Empty, ListRow, Section, Stack, Text, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** My points: what came, what went, where from, and what to do when it is wrong. Mine alone. */
export default function PointsPage() {
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.points}
      back={{ words: POINTS.back, to: VOLUNTEER.me }}
      title={POINTS.title}
      line={POINTS.line}
    >
      {() => <Mine />}
    </VolunteerPage>
  );
}

function Mine() {
  const { screen, sums, reload, readMore, doing, appeal } = usePoints();
  const [open, setOpen] = useState<EntryView | null>(null);
  usePulled(reload);
  return (
    <WhenReady screen={screen}>
      {({ rows, more }) => (
        <>
          {sums.accounts.length === 0 && (
            <Empty
              title={POINTS.emptyTitle}
              line={POINTS.emptyLine}
              action={{ label: POINTS.toWall, onPress: () => go(VOLUNTEER.wall) }}
            />
          )}
          {sums.accounts.map((account) => (
            <Balance key={account.area} account={account} />
          ))}
          <Card flush>
            <ListRow
              icon="heart"
              title={POINTS.toReturns}
              line={POINTS.toReturnsLine}
              onPress={() => go(VOLUNTEER.returns)}
            />
            <ListRow
              icon="star"
              title={POINTS.toHonours}
              line={POINTS.toHonoursLine}
              onPress={() => go(VOLUNTEER.honours)}
            />
          </Card>
          <Section title={POINTS.rules}>
            <Card>
              <Stack gap={8}>
                {sums.rules.map((rule) => (
                  <Text key={rule}>{rule}</Text>
                ))}
                <Text kind="note">{POINTS.fair}</Text>
              </Stack>
            </Card>
          </Section>
          {rows.length > 0 && <Entries entries={rows} onOpen={setOpen} />}
          {more && (
            <Button kind="quiet" onPress={readMore}>
              {POINTS.older}
            </Button>
          )}
          {open && (
            <EntrySheet
              entry={open}
              doing={doing}
              onAppeal={(text) => void appeal(open, text).then((done) => done && setOpen(null))}
              onConduct={(id) => {
                setOpen(null);
                go(VOLUNTEER.conduct, { id });
              }}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </WhenReady>
  );
}
