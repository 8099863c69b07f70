import { STAFF, StaffPage, TO_RATES } from '@/src/features/desk';
import { useBox } from '@/src/features/work';
import { BoxTabs, useBoxTabs } from '@/src/features/work/box-tabs';
import { go } from '@/src/platform';
import { Card, ListRow } from '@/src/ui';

/** What a leader oversees: what is late, what waits for a ruling, what waits for a date. Cases, never a table of people. */
export default function LatePage() {
  const late = useBox('late');
  const rulings = useBox('rulings');
  const long = useBox('long');
  const tabs = useBoxTabs({ late, rulings, long }, 'late');
  return (
    <StaffPage here={STAFF.late} title={() => tabs.title}>
      {({ desk }) => (
        <>
          <Card flush>
            <ListRow
              icon="gauge"
              title={TO_RATES.title}
              line={TO_RATES.line}
              onPress={() => go(STAFF.rates)}
            />
          </Card>
          <BoxTabs
            {...tabs}
            boxes={desk.includes('leader') ? { late, rulings, long } : { late, long }}
            onOpen={({ id }) => go(STAFF.ticket, { id })}
          />
        </>
      )}
    </StaffPage>
  );
}
