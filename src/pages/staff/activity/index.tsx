import { useState } from 'react';
import type { ActivityView } from '@/contract/activity';
import type { Plan } from '@/domain/activity/activity';
import {
  ActivityBody,
  type ActivityOnScreen,
  ActivityStory,
  Organiser,
  useActivity,
} from '@/src/features/activity';
import { CoordinatorMoves, PeopleList } from '@/src/features/activity/coordinate';
import { DraftSheet } from '@/src/features/activity/draft';
import { DESK } from '@/src/features/activity/words';
import { STAFF, type StaffMe, StaffPage } from '@/src/features/desk';
import { usePulled, useRouteParams } from '@/src/platform';
import { ActionBar, Button, WhenReady } from '@/src/ui';

/** One activity on the desk: published, ticked off, ended, told. */
export default function StaffActivityPage() {
  const { id = '' } = useRouteParams();
  const on = useActivity(id);
  usePulled(on.reload);
  const ready = on.screen.state === 'ready' ? on.screen.data : null;
  return (
    <StaffPage
      here={STAFF.activity}
      back={{ words: DESK.title, to: STAFF.activities }}
      bar={
        ready?.allowed.includes('publish') && (
          <ActionBar>
            <Button busy={on.doing === 'publish'} onPress={() => void on.move({ move: 'publish' })}>
              {DESK.publish}
            </Button>
          </ActionBar>
        )
      }
    >
      {(me) => (
        <WhenReady screen={on.screen}>
          {(activity) => <Opened me={me} activity={activity} on={on} />}
        </WhenReady>
      )}
    </StaffPage>
  );
}

function Opened({ me, activity, on }: { me: StaffMe; activity: ActivityView; on: ActivityOnScreen }) {
  const [editing, edit] = useState(false);
  const save = (plan: Plan, scene: string) =>
    void on
      .move({ move: 'edit', plan: { ...plan, skills: [...plan.skills] }, scene })
      .then((done) => done && edit(false));
  return (
    <>
      <ActivityBody activity={activity} />
      {activity.coordinator && <CoordinatorMoves activity={activity} on={on} onEdit={() => edit(true)} />}
      {activity.coordinator && activity.state !== 'draft' && <PeopleList activity={activity} on={on} />}
      <ActivityStory activity={activity} />
      {!activity.coordinator && <Organiser organiser={activity.organiser} />}
      {editing && (
        <DraftSheet
          villages={me.villages}
          before={activity.plan}
          busy={on.doing === 'edit'}
          onSave={save}
          onClose={() => edit(false)}
        />
      )}
    </>
  );
}
