import type { ActivityRow } from '@/contract/activity';
import { Button, Chip, Empty, type EmptyProps, Icon, Row, Slip, Text, WhenReady } from '@/src/ui';
import type { ListOnScreen } from './use-activities';
import { ACTIVITIES } from './words';

/** An activity in a list: what, when, where, and whether there is room. */
export function ActivityCard({ activity, onPress }: { activity: ActivityRow; onPress: () => void }) {
  const { title, icon, themeWords, when, place, room, chip, fit } = activity;
  const facts = [place, themeWords, room].filter(Boolean).join(' · ');
  return (
    <Slip onPress={onPress} label={[title, chip.words, when, facts, fit].filter(Boolean).join('，')}>
      <Row fill="first" gap={12} top>
        <Row gap={8}>
          <Icon name={icon} tone="soft" />
          <Text kind="head">{title}</Text>
        </Row>
        <Chip tone={chip.tone}>{chip.words}</Chip>
      </Row>
      <Text>{when}</Text>
      <Text kind="note">{facts}</Text>
      {fit && <Text tone="pine">{fit}</Text>}
    </Slip>
  );
}

/** Waiting, failing, empty, or its rows with a way to more. */
export function ActivityRows({
  list,
  empty,
  onOpen,
}: {
  list: Pick<ListOnScreen<ActivityRow>, 'screen' | 'readMore'>;
  empty: EmptyProps;
  onOpen: (id: string) => void;
}) {
  return (
    <WhenReady screen={list.screen}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty {...empty} />
        ) : (
          <>
            {rows.map((activity) => (
              <ActivityCard key={activity.id} activity={activity} onPress={() => onOpen(activity.id)} />
            ))}
            {more && (
              <Button kind="quiet" onPress={list.readMore}>
                {ACTIVITIES.more}
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  );
}
