import { useState } from 'react';
import type { CalendarView } from '@/contract/calendar';
import {
  CALENDAR,
  type CalendarActs,
  CloseSheet,
  HoursSheet,
  NationalDays,
  REOPEN,
  useCalendar,
} from '@/src/features/calendar';
import { STAFF, StaffPage } from '@/src/features/desk';
import { UnitPicker } from '@/src/features/desk/unit-picker';
import { ask } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Section, Text, WhenReady } from '@/src/ui';

/** Which days are worked: the nation's, and a unit's own hours and closures. Leaders change the latter. */
export default function CalendarPage() {
  const [unit, choose] = useState<string | null>(null);
  const acts = useCalendar(unit);
  const [sheet, open] = useState<'close' | 'hours' | null>(null);
  const calendar = acts.screen.state === 'ready' ? acts.screen.data : null;
  return (
    <StaffPage
      here={STAFF.calendar}
      back={{ words: CALENDAR.back, to: STAFF.me }}
      title={() => CALENDAR.title}
      bar={
        calendar?.maySave && (
          <ActionBar>
            <Button onPress={() => open('close')}>{CALENDAR.close}</Button>
          </ActionBar>
        )
      }
    >
      {() => (
        <WhenReady screen={acts.screen}>
          {(shown) => (
            <>
              <NationalDays calendar={shown} />
              <Unit calendar={shown} acts={acts} onUnit={choose} onHours={() => open('hours')} />
              {sheet === 'close' && <CloseSheet calendar={shown} acts={acts} onClose={() => open(null)} />}
              {sheet === 'hours' && <HoursSheet calendar={shown} acts={acts} onClose={() => open(null)} />}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}

interface UnitProps {
  calendar: CalendarView;
  acts: CalendarActs;
  onUnit: (unit: string) => void;
  onHours: () => void;
}

function Unit({ calendar, acts, onUnit, onHours }: UnitProps) {
  const { units, unit, hoursWords, ownHours, closures, maySave } = calendar;
  const reopen = async (day: string, words: string) => {
    if (await ask(REOPEN.title, REOPEN.words(words), REOPEN.yes)) await acts.save(unit, { open: day });
  };
  return (
    <>
      <UnitPicker units={units} unit={unit} onChoose={onUnit} />
      <Section title={CALENDAR.hours}>
        <Card flush>
          <ListRow
            icon="clock"
            title={hoursWords}
            line={ownHours ? CALENDAR.own : CALENDAR.usual}
            onPress={maySave ? onHours : undefined}
          />
        </Card>
      </Section>
      <Section title={CALENDAR.closures}>
        <Card flush={closures.length > 0}>
          {closures.length === 0 && <Text tone="soft">{CALENDAR.noClosures}</Text>}
          {closures.map(({ day, words }) => (
            <ListRow
              key={day}
              icon="calendar"
              title={words}
              onPress={maySave ? () => void reopen(day, words) : undefined}
            />
          ))}
        </Card>
        {!maySave && <Text tone="soft">{CALENDAR.onlyLeader}</Text>}
      </Section>
    </>
  );
}
