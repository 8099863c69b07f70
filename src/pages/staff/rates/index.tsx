import { useState } from 'react';
import { sayWhen } from '@/domain/time/words';
import { STAFF, StaffPage } from '@/src/features/desk';
import {
  type Chosen,
  Meanings,
  PERIOD_WORDS,
  PERIODS,
  type PeriodName,
  RATES_WORDS,
  RateLine,
  type RatesRead,
  sayPeriod,
  UnitLines,
  useRates,
} from '@/src/features/rates';
import { useNow } from '@/src/platform';
import { Banner, Card, Choice, Empty, ListRow, Sheet, Text, WhenReady } from '@/src/ui';

const EVERYTHING: Chosen = { unit: null, service: null };

/** How well it goes, in counts: for leader and dispatchers. Units stand in the order of the tree; there is no ranking. */
export default function RatesPage() {
  const [period, choosePeriod] = useState<PeriodName>('week');
  const [chosen, choose] = useState(EVERYTHING);
  const screen = useRates(period, chosen);
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
              onChange={([next]) => next && choosePeriod(next)}
            />
          </Card>
          <WhenReady screen={screen}>
            {(read) => <Rates read={read} chosen={chosen} onChoose={choose} />}
          </WhenReady>
        </>
      )}
    </StaffPage>
  );
}

interface RatesProps {
  read: RatesRead;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

function Rates({ read, chosen, onChoose }: RatesProps) {
  const [sheet, open] = useState<'how' | 'services' | null>(null);
  const now = useNow();
  const { asOf, rates, units, services } = read;
  if (asOf === null) return <Empty art="rest" title={RATES_WORDS.emptyTitle} line={RATES_WORDS.emptyLine} />;
  const named = (list: readonly { id: string; name: string }[], id: string | null) =>
    id === null ? [] : [list.find((each) => each.id === id)?.name ?? id];
  const only = [...named(units, chosen.unit), ...named(services, chosen.service)];
  const close = () => open(null);
  return (
    <>
      {only.length > 0 && (
        <Banner action={{ label: RATES_WORDS.showAll, onPress: () => onChoose(EVERYTHING) }}>
          {RATES_WORDS.only(only)}
        </Banner>
      )}
      {rates.map((rate) => (
        <RateLine key={rate.id} rate={rate} />
      ))}
      <Card flush>
        <ListRow icon="info" title={RATES_WORDS.how} line={RATES_WORDS.howLine} onPress={() => open('how')} />
        <ListRow
          icon="list"
          title={RATES_WORDS.services}
          line={RATES_WORDS.servicesLine}
          onPress={() => open('services')}
        />
      </Card>
      {chosen.unit === null && <UnitLines units={units} onChoose={(unit) => onChoose({ ...chosen, unit })} />}
      <Text kind="note">{RATES_WORDS.foot(sayPeriod(read), sayWhen(asOf, now))}</Text>
      <Sheet open={sheet === 'how'} title={RATES_WORDS.how} onClose={close}>
        <Meanings rates={rates} />
      </Sheet>
      <Sheet open={sheet === 'services'} title={RATES_WORDS.services} onClose={close}>
        {services.map(({ id, name }) => (
          <ListRow
            key={id}
            title={name}
            onPress={() => {
              close();
              onChoose({ ...chosen, service: id });
            }}
          />
        ))}
      </Sheet>
    </>
  );
}
