import { useState } from 'react';
import type { ConductMove } from '@/domain/points/conduct';
import { ConductBar, ConductCard, ConductSheet } from '@/src/features/points/conduct-view';
import { useConduct } from '@/src/features/points/use-conduct';
import { CONDUCT } from '@/src/features/points/words';
import { useRouteParams } from '@/src/platform';
import { WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** One record under review: for whom it is about, and for those of the three bodies who have a part in it. */
export default function ConductPage() {
  const acts = useConduct(useRouteParams().id ?? '');
  const [open, setOpen] = useState<ConductMove | null>(null);
  const { screen } = acts;
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.conduct}
      back={{ words: CONDUCT.back, to: VOLUNTEER.points }}
      title={CONDUCT.title}
      bar={screen.state === 'ready' && <ConductBar allowed={screen.data.allowed} onChoose={setOpen} />}
    >
      {() => (
        <WhenReady screen={screen}>
          {(conduct) => (
            <>
              <ConductCard conduct={conduct} />
              {open && (
                <ConductSheet
                  move={open}
                  doing={acts.doing}
                  onSend={(text) => void acts.move(open, text).then((done) => done && setOpen(null))}
                  onClose={() => setOpen(null)}
                />
              )}
            </>
          )}
        </WhenReady>
      )}
    </VolunteerPage>
  );
}
