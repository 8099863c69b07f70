import { useState } from 'react';
import { STAFF, StaffPage } from '@/src/features/desk';
import { useShelf } from '@/src/features/points';
import { ConductList, HandOver, ShelfKeeping } from '@/src/features/points/desk-lists';
import { RaiseSheet } from '@/src/features/points/raise-sheet';
import { useConducts } from '@/src/features/points/use-conduct';
import { DESK } from '@/src/features/points/words';
import { go, usePulled } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Segments } from '@/src/ui';

const TABS = ['conduct', 'returns', 'shelf'] as const;
type Tab = (typeof TABS)[number];
/** The same screen for the person it is about and for those who decide. */
const CONDUCT = '/pages/volunteer/conduct/index';

/** What staff do about points: look into records, hand over returns, keep the shelf. Nobody's balance is shown. */
export default function StandingPage() {
  const [tab, setTab] = useState<Tab>('conduct');
  const [raising, setRaising] = useState(false);
  const records = useConducts('desk');
  usePulled(records.reload);
  return (
    <StaffPage
      here={STAFF.standing}
      back={{ words: DESK.back, to: STAFF.me }}
      title={() => DESK.title}
      bar={
        tab === 'conduct' && (
          <ActionBar>
            <Button kind="outline" onPress={() => setRaising(true)}>
              {DESK.raise}
            </Button>
          </ActionBar>
        )
      }
    >
      {({ area, desk }) => (
        <>
          <Segments
            options={TABS.map((value) => ({ value, label: DESK.tabs[value] }))}
            chosen={tab}
            onChange={setTab}
          />
          {tab === 'conduct' && (
            <>
              <ConductList screen={records.screen} onOpen={(id) => go(CONDUCT, { id })} />
              <Card flush>
                {desk.some((kind) => kind !== 'worker') && (
                  <ListRow
                    icon="star"
                    title={DESK.toHonours}
                    line={DESK.toHonoursLine}
                    onPress={() => go(STAFF.honours)}
                  />
                )}
                <ListRow
                  icon="doc"
                  title={DESK.toRules}
                  line={DESK.toRulesLine}
                  onPress={() => go(STAFF.earning)}
                />
              </Card>
            </>
          )}
          {tab === 'returns' && <HandOver />}
          {tab === 'shelf' && <Shelf area={area} />}
          {raising && (
            <RaiseSheet
              onClose={() => setRaising(false)}
              onSent={() => {
                setRaising(false);
                records.reload();
              }}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}

function Shelf({ area }: { area: string }) {
  return <ShelfKeeping acts={useShelf(area)} />;
}
