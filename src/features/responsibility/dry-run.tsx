import type { DryRunView } from '@/contract/desk';
import { Banner, Card, ListRow, Section, Stack, Text } from '@/src/ui';
import { Findings } from './findings';
import { DRYRUN, TABLE } from './words';

/** So many are named; the rest is a number. */
const SHOWN = 5;

/** What a change would have done to the latest tickets, and what would be wrong with the table. */
export function DryRun({ run }: { run: DryRunView }) {
  const { tried, moved, lost, day, rows, findings } = run;
  const blocked = findings.filter(({ blocking }) => blocking);
  return (
    <Section title={DRYRUN.title} tone={blocked.length > 0 ? 'late' : 'plain'}>
      <Stack gap={12}>
        <Text strong>{moved === 0 ? DRYRUN.none(tried) : DRYRUN.moved(tried, moved)}</Text>
        <Text tone="soft">{[lost > 0 ? DRYRUN.lost(lost) : '', DRYRUN.asOf(day)].join('')}</Text>
        {rows.length > 0 && (
          <Card flush>
            {rows.slice(0, SHOWN).map(({ id, title, place, from, to }) => (
              <ListRow key={id} title={DRYRUN.row(from, to)} line={`${title} · ${place}`} />
            ))}
          </Card>
        )}
        {moved > SHOWN && <Text tone="soft">{DRYRUN.more(moved - SHOWN)}</Text>}
        {blocked.length > 0 && (
          <Banner tone="late" icon="alert">
            {DRYRUN.blocked}
          </Banner>
        )}
        <Section title={TABLE.found}>
          <Findings findings={findings} />
        </Section>
      </Stack>
    </Section>
  );
}
