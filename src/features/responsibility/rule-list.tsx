import { useState } from 'react';
import type { RuleView, TableView } from '@/contract/desk';
import { Card, Choice, ListRow, Section, Stack, Text } from '@/src/ui';
import { TABLE } from './words';

/** The rules of one office at a time: what, whom, by which clause. */
export function RuleList({ table, onOpen }: { table: TableView; onOpen: (rule: RuleView) => void }) {
  const [office, choose] = useState(table.offices[0]?.id ?? '');
  const shown = table.rules.filter((rule) => rule.office === office);
  const count = (id: string) => table.rules.filter((rule) => rule.office === id).length;
  return (
    <Section title={TABLE.head(table.rules.length)}>
      <Stack gap={12}>
        <Card>
          <Choice
            label={TABLE.choose}
            options={[...table.offices, { id: '', name: TABLE.everyone }].map(({ id, name }) => ({
              value: id,
              label: `${name} ${count(id)}`,
            }))}
            chosen={[office]}
            onChange={([id]) => choose(id ?? '')}
          />
        </Card>
        <Card flush={shown.length > 0}>
          {shown.length === 0 && <Text tone="soft">{TABLE.empty}</Text>}
          {shown.map((rule) => (
            <ListRow
              key={rule.rule.id}
              title={`${rule.words}：${rule.who}`}
              line={[rule.where, rule.rule.clause].filter(Boolean).join(' · ')}
              onPress={() => onOpen(rule)}
            />
          ))}
        </Card>
      </Stack>
    </Section>
  );
}
