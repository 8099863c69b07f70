/** What was ruled three times the same way: a line that the table should have, tried and then saved like any other. */
import { useState } from 'react';
import type { DryRunView, PrecedentsView, TableView } from '@/contract/desk';
import { call, useLoaded } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Section, Sheet, Stack, Text } from '@/src/ui';
import { DryRun } from './dry-run';
import type { TableActs } from './use-table';
import { RULE, SUGGESTED } from './words';

type Suggestion = PrecedentsView['suggestions'][number];

/** Nothing when there is nothing to suggest. */
export function Suggested({ table, acts }: { table: TableView; acts: TableActs }) {
  const { screen } = useLoaded(() => call('desk.precedents', {}), [table.rev]);
  const [open, show] = useState<Suggestion | null>(null);
  const suggestions = screen.state === 'ready' ? screen.data.suggestions : [];
  if (suggestions.length === 0) return null;
  return (
    <Section title={SUGGESTED.title} count={suggestions.length} tone="today">
      <Card flush>
        {suggestions.map((one) => (
          <ListRow
            key={one.rule.id}
            icon="scale"
            title={one.words}
            line={SUGGESTED.line}
            onPress={() => show(one)}
          />
        ))}
      </Card>
      {open && (
        <SuggestedSheet
          key={open.rule.id}
          suggestion={open}
          maySave={table.maySave}
          acts={acts}
          onClose={() => show(null)}
        />
      )}
    </Section>
  );
}

interface SuggestedSheetProps {
  suggestion: Suggestion;
  maySave: boolean;
  acts: TableActs;
  onClose: () => void;
}

function SuggestedSheet({ suggestion: { rule, words }, maySave, acts, onClose }: SuggestedSheetProps) {
  const [tried, setTried] = useState<DryRunView | null>(null);
  const blocked = tried?.findings.some(({ blocking }) => blocking) ?? false;
  const save = async () => {
    if (await acts.adopt(rule)) onClose();
  };
  return (
    <Sheet
      open
      title={SUGGESTED.sheet}
      onClose={onClose}
      bar={
        <ActionBar>
          {tried ? (
            <Button busy={acts.doing} disabled={!maySave || blocked} onPress={() => void save()}>
              {SUGGESTED.adopt}
            </Button>
          ) : (
            <Button busy={acts.doing} onPress={() => void acts.tryAdopting(rule).then(setTried)}>
              {RULE.try}
            </Button>
          )}
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Text>{words}</Text>
        {rule.clause && <Text kind="note">{rule.clause}</Text>}
        {tried && !maySave && <Text tone="soft">{RULE.onlyLeader}</Text>}
        {tried && <DryRun run={tried} />}
      </Stack>
    </Sheet>
  );
}
