import { useState } from 'react';
import type { ActivityView } from '@/contract/activity';
import {
  ACTIVITIES,
  ACTIVITY,
  ActivityBody,
  type ActivityOnScreen,
  ActivityStory,
  Organiser,
  PartCard,
  useActivity,
} from '@/src/features/activity';
import { usePlaceKnown } from '@/src/features/place';
import { go, usePulled, useRouteParams, useSession, useShare } from '@/src/platform';
import { ActionBar, Banner, Button, Page, Sheet, Text, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';

/** One activity: what it is, signing up, checking in and out, what came of it. */
export default function ActivityPage() {
  const { id = '' } = useRouteParams();
  const activity = useActivity(id);
  usePulled(activity.reload);
  useShare('一起来参加活动', `${VOLUNTEER.activity}?id=${id}`);
  if (activity.screen.state === 'ready') return <Opened on={activity} activity={activity.screen.data} />;
  return (
    <Page back={ACTIVITIES.back} backTo={VOLUNTEER.activities}>
      <WhenReady screen={activity.screen}>{() => null}</WhenReady>
    </Page>
  );
}

function Opened({ activity, on }: { activity: ActivityView; on: ActivityOnScreen }) {
  const { screen } = useSession();
  const here = usePlaceKnown();
  const [leaving, leave] = useState(false);
  const stranger = screen.state === 'ready' && screen.data.volunteer === null;
  const upcoming = activity.state === 'published';
  const { part } = activity;
  const may = (move: 'join' | 'leave') => activity.allowed.includes(move);
  const bar = may('join') ? (
    <Button busy={on.doing === 'join'} onPress={() => void on.move({ move: 'join' })}>
      {activity.seated < activity.capacity ? ACTIVITY.join : ACTIVITY.queue}
    </Button>
  ) : stranger && upcoming && !activity.coordinator ? (
    <Button onPress={() => go(VOLUNTEER.register)}>{ACTIVITY.register}</Button>
  ) : null;
  return (
    <Page back={ACTIVITIES.back} backTo={VOLUNTEER.activities} bar={bar && <ActionBar>{bar}</ActionBar>}>
      {stranger && upcoming && !activity.coordinator && <Banner>{ACTIVITY.notVolunteer}</Banner>}
      <ActivityBody activity={activity} />
      {part && part.state !== 'left' && part.state !== 'erased' && (
        <PartCard
          part={part}
          here={here}
          on={on}
          waits={activity.mine === 'waiting' ? ACTIVITY.before(activity.before) : ''}
        />
      )}
      <Organiser organiser={activity.organiser} />
      {may('leave') && (
        <Button kind="quiet" onPress={() => leave(true)}>
          {ACTIVITY.leave}
        </Button>
      )}
      <ActivityStory activity={activity} />
      <Sheet
        open={leaving}
        title={ACTIVITY.leaveTitle}
        onClose={() => leave(false)}
        bar={
          <ActionBar>
            <Button kind="outline" onPress={() => leave(false)}>
              {ACTIVITY.keep}
            </Button>
            <Button
              busy={on.doing === 'leave'}
              onPress={() => void on.move({ move: 'leave' }).then((done) => done && leave(false))}
            >
              {ACTIVITY.leaveGo}
            </Button>
          </ActionBar>
        }
      >
        <Text>{ACTIVITY.leaveLine}</Text>
      </Sheet>
    </Page>
  );
}
