import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Who I am as a volunteer. */
export default function VolunteerMePage() {
  return (
    <VolunteerPage here={VOLUNTEER.me} title="我的">
      {() => <Empty title="您的服务记录会在这里" />}
    </VolunteerPage>
  );
}
