import { CAN_OPEN_SHEET } from '@/src/platform/sheet-file';
import { Button, Card, ListRow, Stack, Text } from '@/src/ui';
import { useImport } from './use-import';
import { IMPORT } from './words';

/** So many faulty rows are named at once. */
const SHOWN = 30;

/** A list from the machine: tried row by row, then taken. */
export function ImportCard({ onDone }: { onDone: () => void }) {
  const { trial, doing, choose, take } = useImport(onDone);
  const tried = trial?.view;
  const wrong = tried?.rows.filter(({ outcome }) => outcome === 'wrong') ?? [];
  const count = (tried?.fresh ?? 0) + (tried?.changed ?? 0);
  return (
    <Card>
      <Stack gap={12}>
        <Stack gap={4}>
          <Text kind="head">{IMPORT.title}</Text>
          <Text tone="soft">{CAN_OPEN_SHEET ? IMPORT.line : IMPORT.onPhone}</Text>
        </Stack>
        {CAN_OPEN_SHEET && (
          <Button kind="outline" busy={doing} onPress={choose}>
            {IMPORT.choose}
          </Button>
        )}
        {trial?.from && <Text tone="soft">{trial.from}</Text>}
        {tried && <Text strong>{IMPORT.tried(tried.fresh, tried.changed, tried.same, tried.wrong)}</Text>}
        {wrong.length > 0 && (
          <Stack gap={4}>
            <Text tone="seal">{IMPORT.wrong}</Text>
            {wrong.slice(0, SHOWN).map(({ line, words }) => (
              <ListRow key={line} title={IMPORT.row(line)} line={words} />
            ))}
          </Stack>
        )}
        {tried && (
          <Button kind="yes" busy={doing} disabled={count === 0} onPress={take}>
            {count === 0 ? IMPORT.nothing : IMPORT.go(count)}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
