import { Empty } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Posting a wish. */
export default function PostPage() {
  return (
    <VolunteerPage here={VOLUNTEER.post} title="许个心愿" open>
      {() => <Empty title="心愿在这里写" />}
    </VolunteerPage>
  );
}
