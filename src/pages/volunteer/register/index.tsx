import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Registering as a volunteer. */
export default function RegisterPage() {
  return (
    <VolunteerPage here={VOLUNTEER.register} title="志愿者登记" open>
      {() => <Empty title="登记在这里办" />}
    </VolunteerPage>
  );
}
