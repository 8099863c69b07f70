import type { AccountView, EntryView } from '@/contract/points';
import { Card, Chip, ListRow, Row, Section, Stack, Text } from '@/src/ui';
import { POINTS } from './words';

/** What one has in an area, and when the first of it runs out. */
export function Balance({ account: { areaName, balance, soon } }: { account: AccountView }) {
  return (
    <Card>
      <Stack gap={4}>
        <Text tone="soft">{areaName}</Text>
        <Row gap={4}>
          <Text kind="hero" tabular>
            {balance}
          </Text>
          <Text kind="head">{POINTS.unit}</Text>
        </Row>
        {soon && <Text tone="amber">{soon}</Text>}
      </Stack>
    </Card>
  );
}

export interface EntriesProps {
  entries: readonly EntryView[];
  onOpen: (entry: EntryView) => void;
}

/** The ledger in words, newest first; a tap says more about an entry. */
export function Entries({ entries, onOpen }: EntriesProps) {
  return (
    <Section title={POINTS.entries}>
      <Card flush>
        {entries.map((entry) => (
          <ListRow
            key={`${entry.area} ${entry.id}`}
            title={entry.why}
            line={[entry.when, entry.from, entry.areaName].filter(Boolean).join(' · ')}
            aside={<EntryPoints entry={entry} />}
            onPress={() => onOpen(entry)}
          />
        ))}
      </Card>
    </Section>
  );
}

function EntryPoints({ entry: { points, kind, appealable, conduct } }: { entry: EntryView }) {
  return (
    <Row gap={8}>
      {appealable && <Chip tone="today">{POINTS.appealable}</Chip>}
      {conduct && <Chip>{POINTS.under}</Chip>}
      <Text
        strong
        tabular
        tone={points.startsWith('+') ? 'pine' : kind === 'spend' || kind === 'earn' ? 'ink' : 'seal'}
      >
        {points}
      </Text>
    </Row>
  );
}
