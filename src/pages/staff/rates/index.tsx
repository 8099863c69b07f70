import { useState } from 'react';
import { sayWhen } from '@/domain/time/words';
import { STAFF, StaffPage } from '@/src/features/desk';
import {
  Meanings,
  PERIOD_WORDS,
  PERIODS,
  type PeriodName,
  RATES_WORDS,
  RateLine,
  type RatesRead,
  sayPeriod,
  useRates,
} from '@/src/features/rates';
import { useNow } from '@/src/platform';
import { Banner, Card, Choice, Empty, ListRow, Section, Sheet, Text, WhenReady } from '@/src/ui';

/** How well it goes, in counts: for leader and dispatchers. Units stand in the order of the tree; there is no ranking. */
export default function RatesPage() {
  const [period, choosePeriod] = useState<PeriodName>('week');
  const [unit, chooseUnit] = useState<string | null>(null);
  const screen = useRates(period, unit);
  return (
    <StaffPage
      here={STAFF.rates}
      back={{ words: RATES_WORDS.back, to: STAFF.late }}
      title={() => RATES_WORDS.title}
    >
      {() => (
        <>
          <Card>
            <Choice
              even
              options={PERIODS.map((value) => ({ value, label: PERIOD_WORDS[value] }))}
              chosen={[period]}
              onChange={([chosen]) => chosen && choosePeriod(chosen)}
            />
          </Card>
          <WhenReady screen={screen}>
            {(read) => <Rates read={read} unit={unit} onUnit={chooseUnit} />}
          </WhenReady>
        </>
      )}
    </StaffPage>
  );
}

interface RatesProps {
  read: RatesRead;
  unit: string | null;
  onUnit: (unit: string | null) => void;
}

function Rates({ read, unit, onUnit }: RatesProps) {
  const [explained, explain] = useState(false);
  const now = useNow();
  const { asOf, rates, units } = read;
  if (asOf === null) return <Empty art="rest" title={RATES_WORDS.emptyTitle} line={RATES_WORDS.emptyLine} />;
  const name = units.find(({ id }) => id === unit)?.name;
  return (
    <>
      {unit !== null && (
        <Banner icon="building" action={{ label: RATES_WORDS.showAll, onPress: () => onUnit(null) }}>
          {RATES_WORDS.only(name ?? unit)}
        </Banner>
      )}
      {rates.map((rate) => (
        <RateLine key={rate.id} rate={rate} />
      ))}
      <Card flush>
        <ListRow
          icon="info"
          title={RATES_WORDS.how}
          line={RATES_WORDS.howLine}
          onPress={() => explain(true)}
        />
      </Card>
      {unit === null && units.length > 0 && (
        <Section title={RATES_WORDS.units} aside={<Text kind="note">{RATES_WORDS.unitsNote}</Text>}>
          <Card flush>
            {units.map(({ id, name: unitName, onTime }) => (
              <ListRow
                key={id}
                title={unitName}
                line={
                  onTime.share === null
                    ? `${onTime.fraction}，${onTime.words}`
                    : `${onTime.fraction} = ${onTime.words}`
                }
                onPress={() => onUnit(id)}
              />
            ))}
          </Card>
        </Section>
      )}
      <Text kind="note">{RATES_WORDS.foot(sayPeriod(read), sayWhen(asOf, now))}</Text>
      <Sheet open={explained} title={RATES_WORDS.how} onClose={() => explain(false)}>
        <Meanings rates={rates} />
      </Sheet>
    </>
  );
}
