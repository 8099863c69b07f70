import { useState } from 'react';
import type { CalendarView } from '@/contract/calendar';
import { ActionBar, Button, Choice, Sheet, Stack, Text } from '@/src/ui';
import type { CalendarActs } from './use-calendar';
import { HOURS_CHOICES, HOURS_SHEET } from './words';

/** The hours of one unit, from a list of usual ones. */
export function HoursSheet({
  calendar,
  acts,
  onClose,
}: {
  calendar: CalendarView;
  acts: CalendarActs;
  onClose: () => void;
}) {
  const { ownHours, hours, unit } = calendar;
  const before = HOURS_CHOICES.findIndex(
    (one) => JSON.stringify(one.hours) === JSON.stringify(ownHours ? hours : null),
  );
  const [chosen, choose] = useState(before);
  const save = async () => {
    const given = HOURS_CHOICES[chosen]?.hours?.map(([from, to]): [string, string] => [from, to]);
    if (await acts.save(unit, { hours: given ?? null })) onClose();
  };
  return (
    <Sheet
      open
      title={HOURS_SHEET.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={acts.doing} disabled={chosen === before || chosen < 0} onPress={() => void save()}>
            {HOURS_SHEET.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Choice
          rows
          options={HOURS_CHOICES.map(({ label }, nth) => ({ value: String(nth), label }))}
          chosen={chosen < 0 ? [] : [String(chosen)]}
          onChange={([nth]) => choose(Number(nth))}
        />
        <Text tone="soft">{HOURS_SHEET.hint}</Text>
      </Stack>
    </Sheet>
  );
}
