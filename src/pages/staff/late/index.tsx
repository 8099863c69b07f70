import { STAFF, StaffPage, TO_RATES } from '@/src/features/desk';
import { BoxList, countByState, LATE, rowsOf, useBox, WorkCard } from '@/src/features/work';
import { go } from '@/src/platform';
import { Card, ListRow, Section } from '@/src/ui';

/** What is late in the work area, longest first: by how much, with whom, which slip. Cases, never a table of people. */
export default function LatePage() {
  const late = useBox('late');
  const { rows, more } = rowsOf(late.screen);
  const ready = late.screen.state === 'ready';
  return (
    <StaffPage here={STAFF.late} title={() => (ready ? LATE.title(rows.length, more) : undefined)}>
      {() => (
        <>
          <Card flush>
            <ListRow
              icon="gauge"
              title={TO_RATES.title}
              line={TO_RATES.line}
              onPress={() => go(STAFF.rates)}
            />
          </Card>
          <BoxList {...late} empty={{ title: LATE.emptyTitle, line: LATE.emptyLine }}>
            {(overdue) => (
              <Section title={countByState(overdue)}>
                {overdue.map((row) => (
                  <WorkCard
                    key={row.id}
                    ticket={row}
                    overseen
                    onOpen={() => go(STAFF.ticket, { id: row.id })}
                  />
                ))}
              </Section>
            )}
          </BoxList>
        </>
      )}
    </StaffPage>
  );
}
