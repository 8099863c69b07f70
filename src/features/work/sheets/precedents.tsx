/** Earlier rulings of the same service, beside the choice of who gets it now. */
import type { PrecedentsView } from '@/contract/desk';
import { call, useLoaded } from '@/src/platform';
import { Card, Stack, Text } from '@/src/ui';

const PRECEDENTS = {
  title: (count: number) => `以前这样裁定过 ${count} 次`,
  facts: (place: string, when: string) => `${place} · ${when}`,
} as const;

/** So many stand on the sheet. */
const SHOWN = 3;

/** The newest first; nothing while it is being read, and nothing when there is none: it must not hold up a ruling. */
export function Precedents({ service }: { service: string }) {
  const { screen } = useLoaded(() => readFor(service), [service]);
  const rulings = screen.state === 'ready' ? screen.data : [];
  if (rulings.length === 0) return null;
  return (
    <Card tone="ok">
      <Stack gap={8}>
        <Text strong>{PRECEDENTS.title(rulings.length)}</Text>
        {rulings.slice(0, SHOWN).map(({ id, who, text, place, when }) => (
          <Stack key={id} gap={4}>
            <Text>{who}</Text>
            {text && <Text tone="soft">{text}</Text>}
            <Text kind="note">{PRECEDENTS.facts(place, when)}</Text>
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

async function readFor(name: string): Promise<PrecedentsView['rulings']> {
  const { services } = await call('catalogue.read', {});
  const service = services.find((each) => each.name === name)?.id;
  return service === undefined ? [] : (await call('desk.precedents', { service })).rulings;
}
