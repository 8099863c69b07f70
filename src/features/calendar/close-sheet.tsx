import { useState } from 'react';
import type { CalendarView } from '@/contract/calendar';
import { sayHours } from '@/domain/time/calendar-words';
import { ALL_UNITS } from '@/domain/time/closures';
import { say, serverNow } from '@/src/platform';
import { ActionBar, Button, Choice, Field, Row, Sheet, Stack } from '@/src/ui';
import { daysFrom } from './close-days';
import type { CalendarActs } from './use-calendar';
import { CLOSE } from './words';

export interface CloseSheetProps {
  calendar: CalendarView;
  acts: CalendarActs;
  onClose: () => void;
}

const WHOLE = '';

/** One day on which a unit, or all of them, are closed: where, when, how long, why. */
export function CloseSheet({ calendar, acts, onClose }: CloseSheetProps) {
  const [where, chooseWhere] = useState(calendar.unit);
  const [page, turn] = useState(0);
  const [day, chooseDay] = useState<string | null>(null);
  const [part, choosePart] = useState(WHOLE);
  const [why, write] = useState('');
  const hours = calendar.hours.find(([from]) => from === part);
  const name = calendar.units.find(({ id }) => id === calendar.unit)?.name ?? CLOSE.here;
  const send = async () => {
    if (!day) return;
    if (!why.trim()) return say(CLOSE.lacking);
    const close = { day, why: why.trim(), ...(hours && { hours: [...hours] as [string, string] }) };
    if (await acts.save(where, { close })) onClose();
  };
  return (
    <Sheet
      open
      title={CLOSE.title}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button busy={acts.doing} disabled={!day} onPress={() => void send()}>
            {CLOSE.send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Choice
          label={CLOSE.where}
          options={[
            { value: calendar.unit, label: name },
            { value: ALL_UNITS, label: CLOSE.all },
          ]}
          chosen={[where]}
          onChange={([value = calendar.unit]) => chooseWhere(value)}
        />
        <Choice
          label={CLOSE.day}
          options={daysFrom(serverNow(), page).map(({ day: value, words }) => ({ value, label: words }))}
          chosen={day ? [day] : []}
          onChange={([value]) => chooseDay(value ?? null)}
        />
        <Row fill="even" gap={12}>
          <Button kind="outline" small disabled={page === 0} onPress={() => turn(page - 1)}>
            {CLOSE.earlier}
          </Button>
          <Button kind="outline" small disabled={page === 5} onPress={() => turn(page + 1)}>
            {CLOSE.later}
          </Button>
        </Row>
        {where !== ALL_UNITS && calendar.hours.length > 1 && (
          <Choice
            label={CLOSE.part}
            options={[
              { value: WHOLE, label: CLOSE.whole },
              ...calendar.hours.map((one) => ({ value: one[0], label: sayHours([one]) })),
            ]}
            chosen={[part]}
            onChange={([value = WHOLE]) => choosePart(value)}
          />
        )}
        <Stack gap={12}>
          <Choice
            options={CLOSE.reasons.map((reason) => ({ value: reason, label: reason }))}
            chosen={CLOSE.reasons.filter((reason) => reason === why)}
            onChange={([reason = '']) => write(reason)}
          />
          <Field label={CLOSE.why} value={why} onInput={write} hint={CLOSE.hint} max={30} />
        </Stack>
      </Stack>
    </Sheet>
  );
}
