import { useState } from 'react';
import { ReturnList, SHELF, ShelfList, useReturns, useShelf } from '@/src/features/points';
import { useRouteParams } from '@/src/platform';
import { Card, Segments, Text, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

const TABS = ['shelf', 'mine'] as const;

/** The shelf of small returns, and what I took from it with its code. */
export default function ReturnsPage() {
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.returns}
      back={{ words: SHELF.back, to: VOLUNTEER.points }}
      title={SHELF.title}
    >
      {() => <Returns />}
    </VolunteerPage>
  );
}

function Returns() {
  const [tab, setTab] = useState<(typeof TABS)[number]>(useRouteParams().tab === 'mine' ? 'mine' : 'shelf');
  return (
    <>
      <Segments
        options={TABS.map((value) => ({ value, label: SHELF.tabs[value] }))}
        chosen={tab}
        onChange={setTab}
      />
      {tab === 'shelf' ? <Shelf onTaken={() => setTab('mine')} /> : <Taken />}
    </>
  );
}

function Shelf({ onTaken }: { onTaken: () => void }) {
  const { screen, doing, take } = useShelf();
  return (
    <WhenReady screen={screen}>
      {({ balance, areaName, items }) => (
        <>
          <Card>
            <Text strong>{SHELF.balance(balance, areaName)}</Text>
          </Card>
          <ShelfList
            items={items.filter(({ offered }) => offered)}
            doing={doing}
            onTake={(item) => void take(item).then((done) => done && onTaken())}
          />
        </>
      )}
    </WhenReady>
  );
}

function Taken() {
  const { screen, doing, cancel } = useReturns('mine');
  return <ReturnList screen={screen} doing={doing} onCancel={(row) => void cancel(row)} />;
}
