import type { CalendarView } from '@/contract/calendar';
import { Banner, Card, ListRow, Section, Stack, Text } from '@/src/ui';
import { CALENDAR } from './words';

/** Fewer days than this are left: somebody should load the next notice. */
const SOON = 60;

/** The nation's days in force: until when they are published, the holidays to come and the days worked for them. */
export function NationalDays({ calendar }: { calendar: CalendarView }) {
  const { coverage, left, holidays } = calendar;
  return (
    <Section title={CALENDAR.national}>
      <Stack gap={12}>
        {left < SOON ? (
          <Banner tone="today" icon="alert">
            {CALENDAR.ending(coverage)}
          </Banner>
        ) : (
          <Text tone="soft">{CALENDAR.left(coverage, left)}</Text>
        )}
        <Card flush={holidays.length > 0}>
          {holidays.length === 0 && <Text tone="soft">{CALENDAR.none}</Text>}
          {holidays.map(({ name, off, on }) => (
            <ListRow key={`${name}${off}`} title={`${name} ${off}`} line={on || undefined} />
          ))}
        </Card>
      </Stack>
    </Section>
  );
}
