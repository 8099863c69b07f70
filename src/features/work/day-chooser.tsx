import { DAY } from '@/domain/time/day';
import { serverNow } from '@/src/platform';
import { Button, Choice, Row, Stack, Text } from '@/src/ui';
import { isWithinHold, sayUntil, untilIn } from './hold-days';
import { DAYS } from './sheet-words';

export interface DayChooserProps {
  ask: string;
  /** The chosen moment in ms, or null. */
  until: number | null;
  onChange: (until: number) => void;
}

/** A day within the limit of a wait: a usual span first, then a day more or less. */
export function DayChooser({ ask, until, onChange }: DayChooserProps) {
  const now = serverNow();
  const step = (days: number) => {
    if (until !== null && isWithinHold(until + days * DAY, now)) onChange(until + days * DAY);
  };
  return (
    <Stack gap={8}>
      <Choice
        label={ask}
        options={DAYS.spans.map(({ days, label }) => ({ value: String(days), label }))}
        chosen={DAYS.spans
          .filter(({ days }) => untilIn(days, now) === until)
          .slice(0, 1)
          .map(({ days }) => String(days))}
        onChange={([days]) => onChange(untilIn(Number(days), now))}
      />
      {until !== null && (
        <>
          <Text strong>{DAYS.until(sayUntil(until, now))}</Text>
          <Row fill="even" gap={12}>
            <Button kind="outline" small disabled={!isWithinHold(until - DAY, now)} onPress={() => step(-1)}>
              {DAYS.earlier}
            </Button>
            <Button kind="outline" small disabled={!isWithinHold(until + DAY, now)} onPress={() => step(1)}>
              {DAYS.later}
            </Button>
          </Row>
        </>
      )}
    </Stack>
  );
}
