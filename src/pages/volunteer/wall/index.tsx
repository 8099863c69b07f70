import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** The wish wall. */
export default function WallPage() {
  return (
    <VolunteerPage here={VOLUNTEER.wall} title="心愿墙" open>
      {() => <Empty title="心愿会贴在这里" />}
    </VolunteerPage>
  );
}
