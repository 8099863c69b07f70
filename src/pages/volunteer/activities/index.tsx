import type { Me } from '@/contract';
import { ACTIVITIES, ActivityRows, useActivities } from '@/src/features/activity';
import { ScanCard, usePlace } from '@/src/features/place';
import { go, useRouteParams, useShare } from '@/src/platform';
import { Banner, Card, ListRow, Section } from '@/src/ui';
import { toActivity, VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Activities one can join, the next in front, and the theme of the month. */
export default function ActivitiesPage() {
  useShare(ACTIVITIES.title, VOLUNTEER.activities);
  return (
    <VolunteerPage open here={VOLUNTEER.activities} title={ACTIVITIES.title}>
      {(me) => <Board me={me} />}
    </VolunteerPage>
  );
}

function Board({ me }: { me: Me }) {
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  const known = here.place !== null || me.volunteer !== null || me.staff !== null;
  return (
    <>
      {!known && !here.reading && <ScanCard here={here} />}
      {known && <Rows scene={here.place?.scene} />}
      <Card flush>
        {me.volunteer ? (
          <ListRow
            icon="check"
            title={ACTIVITIES.mine}
            onPress={() => go(VOLUNTEER.record, { box: 'mine' })}
          />
        ) : (
          <ListRow icon="heart" title={ACTIVITIES.register} onPress={() => go(VOLUNTEER.register)} />
        )}
      </Card>
    </>
  );
}

function Rows({ scene }: { scene: string | undefined }) {
  const list = useActivities('open', scene);
  const campaign = list.about?.campaign;
  return (
    <>
      {campaign && (
        <Banner tone="ok" icon="flag">{`${ACTIVITIES.month}：${campaign.title}，${campaign.line}`}</Banner>
      )}
      <Section title={list.about?.where ? ACTIVITIES.around(list.about.where) : ACTIVITIES.title}>
        <ActivityRows
          list={list}
          empty={{ art: 'rest', title: ACTIVITIES.emptyTitle, line: ACTIVITIES.emptyLine }}
          onOpen={toActivity}
        />
      </Section>
    </>
  );
}
