import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Activities one can join. */
export default function ActivitiesPage() {
  return (
    <VolunteerPage here={VOLUNTEER.activities} title="活动">
      {() => <Empty title="活动会贴在这里" />}
    </VolunteerPage>
  );
}
