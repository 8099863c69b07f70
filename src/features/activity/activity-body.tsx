import type { ActivityView } from '@/contract/activity';
import { dial } from '@/src/platform';
import {
  Banner,
  Card,
  Chip,
  Facts,
  ListRow,
  Person,
  PhotoGrid,
  ReadAloud,
  Section,
  Slip,
  Stack,
  Text,
} from '@/src/ui';
import { ACTIVITY } from './words';

/** Everything about an activity that anybody may read. */
export function ActivityBody({ activity }: { activity: ActivityView }) {
  const { no, themeWords, title, chip, when, place, text, object, skills, adultsOnly } = activity;
  const needs = [...skills, ...(adultsOnly ? [ACTIVITY.adults] : [])];
  return (
    <>
      {activity.cancelled && (
        <Banner tone="today" icon="alert">{`${ACTIVITY.cancelled}：${activity.cancelled}`}</Banner>
      )}
      <Slip no={no} sort={themeWords} title={title} chip={<Chip tone={chip.tone}>{chip.words}</Chip>}>
        <Stack gap={12}>
          <Text kept>{text}</Text>
          <Facts
            facts={[
              { label: ACTIVITY.when, words: when },
              { label: ACTIVITY.where, words: place },
              ...(object ? [{ label: ACTIVITY.whom, words: object }] : []),
              ...(needs.length > 0 ? [{ label: ACTIVITY.skills, words: needs.join('、') }] : []),
              {
                label: ACTIVITY.room,
                words: ACTIVITY.seats(activity.seated, activity.capacity, activity.waiting),
              },
            ]}
          />
          <ReadAloud sentences={[title, when, place, text]} />
        </Stack>
      </Slip>
    </>
  );
}

/** Whom to call. */
export function Organiser({ organiser }: Pick<ActivityView, 'organiser'>) {
  return (
    <Section title={ACTIVITY.organiser}>
      <Card>
        <Person name={organiser.name} line={organiser.phone} onCall={() => dial(organiser.phone)} />
      </Card>
    </Section>
  );
}

/** 线上纪实 and the notice of hours, once there is something to read. */
export function ActivityStory({ activity }: { activity: ActivityView }) {
  const { story, notice } = activity;
  return (
    <>
      {story.length > 0 && (
        <Section title={ACTIVITY.story}>
          {story.map(({ when, text, photos }) => (
            <Card key={`${when}${text}`}>
              <Stack gap={8}>
                {text && <Text kept>{text}</Text>}
                {photos.length > 0 && <PhotoGrid photos={photos} />}
                <Text kind="note">{when}</Text>
              </Stack>
            </Card>
          ))}
        </Section>
      )}
      {notice.length > 0 && (
        <Section title={ACTIVITY.notice}>
          <Card flush>
            {notice.map(({ name, hours }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: masked names repeat, the order is fixed
              <ListRow key={i} title={name} aside={hours} />
            ))}
          </Card>
          <Text kind="note">{ACTIVITY.noticeLine}</Text>
        </Section>
      )}
    </>
  );
}
