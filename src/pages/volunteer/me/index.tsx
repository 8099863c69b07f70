import { go } from '@/src/platform';
import { Card, Empty, ListRow } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Who I am as a volunteer. */
export default function VolunteerMePage() {
  return (
    <VolunteerPage here={VOLUNTEER.me} title="我的">
      {() => (
        <>
          <Empty title="您的服务记录会在这里" />
          <Card flush>
            <ListRow icon="heart" title="我的积分" onPress={() => go(VOLUNTEER.points)} />
            <ListRow icon="star" title="荣誉评选" onPress={() => go(VOLUNTEER.honours)} />
          </Card>
        </>
      )}
    </VolunteerPage>
  );
}
