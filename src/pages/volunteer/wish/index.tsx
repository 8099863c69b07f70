import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** One wish. */
export default function WishPage() {
  return (
    <VolunteerPage here={VOLUNTEER.wish} title="微心愿" open>
      {() => <Empty title="心愿会写在这里" />}
    </VolunteerPage>
  );
}
