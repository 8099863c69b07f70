import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** The wishes a volunteer has claimed. */
export default function MinePage() {
  return (
    <VolunteerPage here={VOLUNTEER.mine} title="我认领的">
      {() => <Empty title="认领的心愿会在这里" />}
    </VolunteerPage>
  );
}
