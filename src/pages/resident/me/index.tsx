import { useState } from 'react';
import { COMPLAIN } from '@/src/features/menu';
import { forgetNews, useNews } from '@/src/features/notices';
import { PersonaSheet, PROFILE, ProfileCard, ProfileSheet, usePersonas } from '@/src/features/profile';
import {
  become,
  chooseLargeType,
  chooseTypeSize,
  go,
  useRouteParams,
  useSession,
  useTypeSize,
} from '@/src/platform';
import { Card, Chip, ListRow, Page, Text, Toggle, WhenReady } from '@/src/ui';
import { ME_PATH, MY_DATA_PATH, NOTICES_PATH, STAFF_BIND_PATH, STAFF_WORK_PATH, toFile } from '../paths';
import { ResidentTabs } from '../tabs';

/** My name and phone, the size of the type, notices, complaints, the way to work. */
export default function MePage() {
  const { screen, replace } = useSession();
  const [editing, setEditing] = useState(false);
  const [choosing, setChoosing] = useState(useRouteParams().who === '1');
  const size = useTypeSize();
  const news = useNews();
  const people = usePersonas();
  const me = screen.state === 'ready' ? screen.data : null;

  return (
    <Page title="我的" tabs={<ResidentTabs here={ME_PATH} />}>
      <WhenReady screen={screen}>
        {(known) => <ProfileCard me={known} onEdit={() => setEditing(true)} />}
      </WhenReady>
      <Card flush>
        <Toggle
          icon="letters"
          label={PROFILE.large}
          line={PROFILE.largeLine}
          on={size !== 'normal'}
          onChange={chooseLargeType}
        />
        {size !== 'normal' && (
          <Toggle
            icon="plus"
            label={PROFILE.huge}
            line={PROFILE.hugeLine}
            on={size === 'huge'}
            onChange={(on) => chooseTypeSize(on ? 'huge' : 'large')}
          />
        )}
        <ListRow
          icon="bell"
          title="通知"
          aside={news ? <Chip tone="late">有新的</Chip> : undefined}
          onPress={() => go(NOTICES_PATH)}
        />
        <ListRow icon="flag" title="投诉建议" onPress={() => toFile(COMPLAIN)} />
        <ListRow
          icon="shield"
          title={PROFILE.data}
          line={PROFILE.dataLine}
          onPress={() => go(MY_DATA_PATH)}
        />
      </Card>
      {me && (
        <Card flush>
          {me.staff ? (
            <ListRow
              icon="inbox"
              title={PROFILE.toWork}
              line={me.staff.posts.join('、')}
              onPress={() => go(STAFF_WORK_PATH, {}, 'anew')}
            />
          ) : (
            <ListRow
              icon="people"
              title={PROFILE.staff}
              line={PROFILE.staffLine}
              onPress={() => go(STAFF_BIND_PATH)}
            />
          )}
        </Card>
      )}
      {people && (
        <Card flush>
          <ListRow
            icon="swap"
            title={PROFILE.persona}
            line={PROFILE.personaLine}
            onPress={() => setChoosing(true)}
          />
        </Card>
      )}
      <Text kind="note">{PROFILE.privacy}</Text>
      {editing && me && (
        <ProfileSheet
          me={me}
          onClose={() => setEditing(false)}
          onSaved={(saved) => void replace(async () => saved)}
        />
      )}
      {choosing && people && (
        <PersonaSheet
          list={people}
          onClose={() => setChoosing(false)}
          onChoose={({ id }) => {
            forgetNews();
            become(id);
          }}
        />
      )}
    </Page>
  );
}
