import { useState } from 'react';
import { Bar, Button, Card, ListRow, Section, Stack, Text } from '@/src/ui';
import type { RatesRead } from './use-rates';
import { RATES_WORDS } from './words';

type Rate = RatesRead['rates'][number];

/** 按时办结率 43/51 = 84 %, a bar, and beside it what is not counted and why. Too few: the fraction alone. */
export function RateLine({ rate }: { rate: Rate }) {
  const { title, fraction, words, share, lowerIsBetter, beside } = rate;
  return (
    <Card>
      <Stack gap={8}>
        <Text kind="head" tabular>
          {share === null ? `${title} ${fraction}` : `${title} ${fraction} = ${words}`}
        </Text>
        {share === null ? <Text kind="note">{words}</Text> : <Bar share={share} />}
        {(lowerIsBetter || beside.length > 0) && (
          <Text kind="note">{[...(lowerIsBetter ? [RATES_WORDS.lower] : []), ...beside].join('；')}</Text>
        )}
      </Stack>
    </Card>
  );
}

/** What each rate counts, in one sentence. */
export function Meanings({ rates }: { rates: readonly Rate[] }) {
  return (
    <Stack gap={16}>
      {rates.map(({ id, title, meaning }) => (
        <Stack key={id} gap={4}>
          <Text strong>{title}</Text>
          <Text tone="soft">{meaning}。</Text>
        </Stack>
      ))}
      <Text tone="soft">{RATES_WORDS.howLine}。</Text>
    </Stack>
  );
}

/** 按时办结率 43/51 = 84 %, or the fraction alone. */
const short = ({ title, fraction, words, share }: RatesRead['units'][number]['onTime']): string =>
  share === null ? `${title} ${fraction}` : `${title} ${fraction} = ${words}`;

/** Units drawn at once: each crosses the bridge of WeChat as data. */
const AT_ONCE = 20;

/** Two rates for each unit, in the order of the tree and never by its number. */
export function UnitLines({
  units,
  onChoose,
}: {
  units: RatesRead['units'];
  onChoose: (unit: string) => void;
}) {
  const [shown, show] = useState(AT_ONCE);
  if (units.length === 0) return null;
  return (
    <Section title={RATES_WORDS.units} aside={<Text kind="note">{RATES_WORDS.unitsNote}</Text>}>
      <Card flush>
        {units.slice(0, shown).map(({ id, name, onTime, paused }) => (
          <ListRow
            key={id}
            title={name}
            line={`${short(onTime)}；${short(paused)}`}
            onPress={() => onChoose(id)}
          />
        ))}
      </Card>
      {units.length > shown && (
        <Button kind="quiet" onPress={() => show(shown + AT_ONCE)}>
          {RATES_WORDS.moreUnits(units.length - shown)}
        </Button>
      )}
    </Section>
  );
}
