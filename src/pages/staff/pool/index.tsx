import { STAFF, StaffPage } from '@/src/features/desk';
import { useBox } from '@/src/features/work';
import { BoxTabs, useBoxTabs } from '@/src/features/work/box-tabs';
import { go } from '@/src/platform';

/** The dispatcher's desk: what nobody has, what two units gave back, results to check, what waits for consent, people to call. */
export default function PoolPage() {
  const boxes = {
    pool: useBox('pool'),
    rulings: useBox('rulings'),
    checks: useBox('checks'),
    consents: useBox('consents'),
    calls: useBox('calls'),
  };
  const tabs = useBoxTabs(boxes, 'pool');
  return (
    <StaffPage here={STAFF.pool} title={() => tabs.title}>
      {() => <BoxTabs {...tabs} boxes={boxes} onOpen={({ id }) => go(STAFF.ticket, { id })} />}
    </StaffPage>
  );
}
