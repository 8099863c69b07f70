import { useState } from 'react';
import type { Plan } from '@/domain/activity/activity';
import { ActivityRows, useActivities, useSpokenSubmit } from '@/src/features/activity';
import { DraftSheet } from '@/src/features/activity/draft';
import { DESK } from '@/src/features/activity/words';
import { STAFF, StaffPage } from '@/src/features/desk';
import { call, go } from '@/src/platform';
import { ActionBar, Button, Segments } from '@/src/ui';

type Box = 'desk' | 'past';

/** Activities of the work area: drafts, what is coming, what is over; and a new one. */
export default function StaffActivitiesPage() {
  const [box, choose] = useState<Box>('desk');
  const [drafting, draft] = useState(false);
  const list = useActivities(box);
  const { send, doing } = useSpokenSubmit(list.reload);
  const save = (plan: Plan, scene: string) =>
    void send('draft', { plan, scene }, async (key) => {
      const { id } = await call('activity.draft', {
        key,
        scene,
        plan: { ...plan, skills: [...plan.skills] },
      });
      draft(false);
      go(STAFF.activity, { id });
      return DESK.done.draft;
    });
  return (
    <StaffPage
      here={STAFF.activities}
      back={{ words: DESK.back, to: STAFF.me }}
      title={() => DESK.title}
      bar={
        <ActionBar>
          <Button onPress={() => draft(true)}>{DESK.draft}</Button>
        </ActionBar>
      }
    >
      {({ villages }) => (
        <>
          <Segments<Box>
            options={[
              { value: 'desk', label: DESK.boxes.desk },
              { value: 'past', label: DESK.boxes.past },
            ]}
            chosen={box}
            onChange={choose}
          />
          <ActivityRows
            list={list}
            empty={{ art: 'rest', title: DESK.emptyTitle, line: DESK.emptyLine }}
            onOpen={(id) => go(STAFF.activity, { id })}
          />
          {drafting && (
            <DraftSheet
              villages={villages}
              before={null}
              busy={doing !== null}
              onSave={save}
              onClose={() => draft(false)}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}
