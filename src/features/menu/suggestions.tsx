import { useMemo } from 'react';
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { type Suggestion, suggest } from '@/domain/catalogue/suggest';
import { useSettled } from '@/src/platform';
import { Choice, Stack, Text } from '@/src/ui';
import { MENU } from './words';

/** Up to three services that the words may be about, a moment after they were typed. */
export function useSuggestions(catalogue: Catalogue | null, words: string): readonly Suggestion[] {
  const settled = useSettled(words);
  return useMemo(() => (catalogue ? suggest(catalogue, settled) : []), [catalogue, settled]);
}

/** Whether what was typed stands as such in the name or a keyword of one of the services found. */
export function hasExactly(found: readonly Service[], typed: string): boolean {
  const words = typed.trim().toLowerCase();
  return found.some(({ name, keywords }) => [name, ...keywords].some((word) => word.includes(words)));
}

/** Offers them as chips, and says which words they come from. Draws nothing when there are none. */
export function Suggestions({
  offered,
  onPick,
}: {
  offered: readonly Suggestion[];
  onPick: (service: Service) => void;
}) {
  const [first] = offered;
  if (!first) return null;
  return (
    <Stack gap={8}>
      <Choice
        label={MENU.maybe}
        options={offered.map(({ service: { id, name, icon } }) => ({ value: id, label: name, icon }))}
        chosen={[]}
        onChange={([id]) => {
          const picked = offered.find(({ service }) => service.id === id);
          if (picked) onPick(picked.service);
        }}
      />
      <Text kind="note">{MENU.maybeWhy(first.why)}</Text>
    </Stack>
  );
}
