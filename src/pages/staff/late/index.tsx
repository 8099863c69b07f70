import { STAFF, StaffPage, TO_RATES } from '@/src/features/desk';
import { useBox } from '@/src/features/work';
import { BoxTabs, partOf, useBoxTabs } from '@/src/features/work/box-tabs';
import { go } from '@/src/platform';
import { Card, ListRow } from '@/src/ui';

/** What a leader oversees: what is late, which slips nobody answered, what waits for a ruling, for consent or for a date. Cases, never a table of people. */
export default function LatePage() {
  const late = useBox('late');
  const rulings = useBox('rulings');
  const long = useBox('long');
  const consents = useBox('consents');
  const slips = partOf(late, ({ owesReply }) => owesReply);
  const tabs = useBoxTabs({ late, slips, rulings, consents, long }, 'late');
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
            boxes={desk.includes('leader') ? { late, slips, rulings, consents, long } : { late, slips, long }}
            onOpen={({ id }) => go(STAFF.ticket, { id })}
          />
        </>
      )}
    </StaffPage>
  );
}
