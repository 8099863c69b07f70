import { useState } from 'react';
import { STAFF, StaffPage } from '@/src/features/desk';
import { HONOURS, HonourList, useHonours } from '@/src/features/honour';
import { AnnounceSheet } from '@/src/features/honour/announce-sheet';
import { go, usePulled } from '@/src/platform';
import { ActionBar, Button } from '@/src/ui';

const HONOUR = '/pages/volunteer/honour/index';

/** The area's honours as those see them who organise: announced here, answered on each. */
export default function StaffHonoursPage() {
  const { screen, reload, readMore } = useHonours(null);
  const [announcing, setAnnouncing] = useState(false);
  usePulled(reload);
  return (
    <StaffPage
      here={STAFF.honours}
      back={{ words: HONOURS.back, to: STAFF.standing }}
      title={() => HONOURS.title}
      bar={
        <ActionBar>
          <Button onPress={() => setAnnouncing(true)}>{HONOURS.announce}</Button>
        </ActionBar>
      }
    >
      {() => (
        <>
          <HonourList screen={screen} readMore={readMore} onOpen={(id) => go(HONOUR, { id })} />
          {announcing && (
            <AnnounceSheet
              onClose={() => setAnnouncing(false)}
              onSent={() => {
                setAnnouncing(false);
                reload();
              }}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}
