import { useState } from 'react';
import type { Me } from '@/contract';
import { sayDate } from '@/domain/time/words';
import { skillName } from '@/domain/volunteer/skills';
import { ME } from '@/src/features/volunteer';
import { call, go, HOME, renewSession, say, useDoing } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Person, Sheet, Stack, Text } from '@/src/ui';
import { VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** Who I am as a volunteer: what I can do, what I did, and the way out. */
export default function VolunteerMePage() {
  return (
    <VolunteerPage here={VOLUNTEER.me} title={ME.title}>
      {(me) => <Mine me={me} />}
    </VolunteerPage>
  );
}

function Mine({ me }: { me: Me }) {
  const [leaving, leave] = useState(false);
  return (
    <>
      {me.volunteer && <Identity me={me} volunteer={me.volunteer} />}
      <Card flush>
        <ListRow
          icon="doc"
          title={ME.record}
          line={ME.recordLine}
          onPress={() => go(VOLUNTEER.record, { box: 'record' })}
        />
        <ListRow
          icon="calendar"
          title={ME.activities}
          onPress={() => go(VOLUNTEER.record, { box: 'mine' })}
        />
        <ListRow icon="heart" title="我的积分" onPress={() => go(VOLUNTEER.points)} />
        <ListRow icon="star" title="荣誉评选" onPress={() => go(VOLUNTEER.honours)} />
      </Card>
      <Card flush>
        <ListRow icon="edit" title={ME.edit} line={ME.editLine} onPress={() => go(VOLUNTEER.register)} />
        <ListRow icon="people" title={ME.report} line={ME.reportLine} onPress={() => go(VOLUNTEER.report)} />
        <ListRow
          icon="home"
          title={ME.resident}
          line={ME.residentLine}
          onPress={() => go(HOME, {}, 'anew')}
        />
        <ListRow icon="cross" title={ME.leave} onPress={() => leave(true)} />
      </Card>
      {leaving && <LeaveSheet onClose={() => leave(false)} />}
    </>
  );
}

function Identity({ me, volunteer }: { me: Me; volunteer: NonNullable<Me['volunteer']> }) {
  const skills = volunteer.skills.map(skillName).filter(Boolean).join('、');
  return (
    <Card>
      <Stack gap={12}>
        <Person
          name={me.name || '志愿者'}
          line={ME.since(sayDate(volunteer.since, Date.now()), volunteer.no ?? '')}
        />
        <Text tone="soft">{skills || ME.none}</Text>
      </Stack>
    </Card>
  );
}

function LeaveSheet({ onClose }: { onClose: () => void }) {
  const { act, doing } = useDoing();
  const leave = () =>
    void act(async () => {
      renewSession(await call('volunteer.leave', {}));
      say(ME.left);
      go(HOME, {}, 'anew');
    });
  return (
    <Sheet
      open
      title={ME.leaveTitle}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button kind="outline" onPress={onClose}>
            {ME.keep}
          </Button>
          <Button busy={doing} onPress={leave}>
            {ME.leaveGo}
          </Button>
        </ActionBar>
      }
    >
      <Text>{ME.leaveLine}</Text>
    </Sheet>
  );
}
