import { useState } from 'react';
import type { EntryView } from '@/contract/points';
import { Balance, Entries, EntrySheet, POINTS, usePoints } from '@/src/features/points';
import { go, usePulled } from '@/src/platform';
import { Card, Empty, ListRow, Section, Stack, Text, WhenReady } from '@/src/ui';
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
  const { screen, reload, doing, appeal } = usePoints();
  const [open, setOpen] = useState<{ area: string; entry: EntryView } | null>(null);
  usePulled(reload);
  return (
    <WhenReady screen={screen}>
      {({ accounts, rules }) => (
        <>
          {accounts.length === 0 && (
            <Empty
              title={POINTS.emptyTitle}
              line={POINTS.emptyLine}
              action={{ label: POINTS.toWall, onPress: () => go(VOLUNTEER.wall) }}
            />
          )}
          {accounts.map((account) => (
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
          {accounts.map((account) => (
            <Entries
              key={account.area}
              account={account}
              named={accounts.length > 1}
              onOpen={(entry) => setOpen({ area: account.area, entry })}
            />
          ))}
          <Section title={POINTS.rules}>
            <Card>
              <Stack gap={8}>
                {rules.map((rule) => (
                  <Text key={rule}>{rule}</Text>
                ))}
                <Text kind="note">{POINTS.fair}</Text>
              </Stack>
            </Card>
          </Section>
          {open && (
            <EntrySheet
              entry={open.entry}
              doing={doing}
              onAppeal={(text) =>
                void appeal(open.area, open.entry, text).then((done) => done && setOpen(null))
              }
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
