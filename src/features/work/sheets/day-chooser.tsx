import { DAY } from '@/domain/time/day';
import { serverNow } from '@/src/platform';
import { Button, Choice, Row, Stack, Text } from '@/src/ui';
import { isWithin, sayUntil, untilIn } from './hold-days';
import type { SPANS } from './sheet-words';

export interface DayChooserProps {
  ask: string;
  /** The usual spans, and how far one press goes. */
  spans: (typeof SPANS)[keyof typeof SPANS];
  words: { readonly until: (day: string) => string };
  /** The chosen moment in ms, or null. */
  until: number | null;
  onChange: (until: number) => void;
}

/** A day within the limit of a wait: a usual span first, then a little more or less. */
export function DayChooser({ ask, spans: { max, step, usual }, words, until, onChange }: DayChooserProps) {
  const now = serverNow();
  const moved = (days: number) => (until ?? now) + days * DAY;
  const move = (days: number) => {
    if (isWithin(moved(days), now, max)) onChange(moved(days));
  };
  return (
    <Stack gap={8}>
      <Choice
        label={ask}
        options={usual.map(({ days, label }) => ({ value: String(days), label }))}
        chosen={usual
          .filter(({ days }) => untilIn(days, now, max) === until)
          .slice(0, 1)
          .map(({ days }) => String(days))}
        onChange={([days]) => onChange(untilIn(Number(days), now, max))}
      />
      {until !== null && (
        <>
          <Text strong>{words.until(sayUntil(until, now))}</Text>
          <Row fill="even" gap={12}>
            <Button
              kind="outline"
              small
              disabled={!isWithin(moved(-step.days), now, max)}
              onPress={() => move(-step.days)}
            >
              {step.earlier}
            </Button>
            <Button
              kind="outline"
              small
              disabled={!isWithin(moved(step.days), now, max)}
              onPress={() => move(step.days)}
            >
              {step.later}
            </Button>
          </Row>
        </>
      )}
    </Stack>
  );
}
