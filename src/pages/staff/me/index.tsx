import { useState } from 'react';
import { ME, STAFF, type StaffMe, StaffPage } from '@/src/features/desk';
import { PersonaSheet, PROFILE, usePersonas } from '@/src/features/profile';
import { become, chooseLargeType, go, HOME, useLargeType } from '@/src/platform';
import { Card, ListRow, Person, Stack, Text, Toggle } from '@/src/ui';

/** Who I am at work, the size of the type, codes to print, and the way back to the resident's side. */
export default function StaffMePage() {
  return (
    <StaffPage here={STAFF.me} title={() => ME.title}>
      {(me) => <Mine me={me} />}
    </StaffPage>
  );
}

function Mine({ me }: { me: StaffMe }) {
  const large = useLargeType();
  return (
    <>
      <Identity me={me} />
      <Card flush>
        <Toggle label={ME.large} line={ME.largeLine} on={large} onChange={chooseLargeType} />
        <ListRow icon="bell" title={ME.notices} line={ME.noticesLine} onPress={() => go(NOTICES)} />
        <ListRow
          icon="check"
          title={ME.done}
          line={ME.doneLine}
          onPress={() => go(STAFF.work, { box: 'done' })}
        />
        <ListRow icon="heart" title={ME.wall} line={ME.wallLine} onPress={() => go(WALL)} />
        {(me.leads || me.desk.includes('dispatcher')) && (
          <ListRow icon="check" title={ME.wishes} line={ME.wishesLine} onPress={() => go(STAFF.wishes)} />
        )}
        <ListRow icon="calendar" title={ME.roster} line={ME.rosterLine} onPress={() => go(STAFF.roster)} />
        <ListRow icon="talk" title={ME.replies} line={ME.repliesLine} onPress={() => go(STAFF.replies)} />
        <ListRow icon="star" title={ME.standing} line={ME.standingLine} onPress={() => go(STAFF.standing)} />
        <ListRow
          icon="calendar"
          title={ME.activities}
          line={ME.activitiesLine}
          onPress={() => go(STAFF.activities)}
        />
        {me.desk.some((kind) => kind !== 'worker') && (
          <ListRow
            icon="people"
            title={ME.volunteers}
            line={ME.volunteersLine}
            onPress={() => go(STAFF.volunteers)}
          />
        )}
        <ListRow icon="code" title={ME.codes} line={ME.codesLine} onPress={() => go(STAFF.codes)} />
        {me.desk.some((kind) => kind !== 'worker') && (
          <ListRow
            icon="scale"
            title={ME.responsibility}
            line={ME.responsibilityLine}
            onPress={() => go(STAFF.responsibility)}
          />
        )}
        {me.desk.some((kind) => kind !== 'worker') && (
          <ListRow icon="list" title={ME.shelf} line={ME.shelfLine} onPress={() => go(STAFF.shelf)} />
        )}
        {me.desk.some((kind) => kind !== 'worker') && (
          <ListRow
            icon="clock"
            title={ME.calendar}
            line={ME.calendarLine}
            onPress={() => go(STAFF.calendar)}
          />
        )}
      </Card>
      <Card flush>
        <ListRow
          icon="home"
          title={ME.resident}
          line={ME.residentLine}
          onPress={() => go(HOME, {}, 'anew')}
        />
      </Card>
      <Players />
    </>
  );
}

const NOTICES = '/pages/resident/notices/index';
const WALL = '/pages/volunteer/wall/index';

/** Name, area, and every post, since rules name posts. */
function Identity({ me }: { me: StaffMe }) {
  const { name, areaName, posts } = me;
  return (
    <Card>
      <Stack gap={12}>
        <Person name={name} line={areaName} />
        <Text tone="soft">{posts.join('、')}</Text>
      </Stack>
    </Card>
  );
}

/** The group of personas who have no desk. */
const RESIDENTS = '居民';

/** Other people to be, in a demonstration only. */
function Players() {
  const people = usePersonas();
  const [choosing, setChoosing] = useState(false);
  if (!people) return null;
  return (
    <>
      <Card flush>
        <ListRow
          icon="swap"
          title={PROFILE.persona}
          line={PROFILE.personaLine}
          onPress={() => setChoosing(true)}
        />
      </Card>
      {choosing && (
        <PersonaSheet
          list={people}
          onClose={() => setChoosing(false)}
          onChoose={({ id, group }) => become(id, group === RESIDENTS ? HOME : STAFF.work)}
        />
      )}
    </>
  );
}
