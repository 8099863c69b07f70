import { HONOURS, HonourList, useHonours } from '@/src/features/honour';
import { usePlaceKnown } from '@/src/features/place';
import { go, usePulled } from '@/src/platform';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Honours of the area: what is going on, and what was granted. */
export default function HonoursPage() {
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.honours}
      back={{ words: HONOURS.back, to: VOLUNTEER.points }}
      title={HONOURS.title}
      line={HONOURS.line}
    >
      {() => <Honours />}
    </VolunteerPage>
  );
}

function Honours() {
  const { screen, reload, readMore } = useHonours(usePlaceKnown()?.scene ?? null);
  usePulled(reload);
  return <HonourList screen={screen} readMore={readMore} onOpen={(id) => go(VOLUNTEER.honour, { id })} />;
}
