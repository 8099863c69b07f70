import { useMemo } from 'react';
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { type Suggestion, suggest } from '@/domain/catalogue/suggest';
import { useSettled } from '@/src/platform';
import { Choice } from '@/src/ui';
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
  if (offered.length === 0) return null;
  return (
    <Choice
      label={MENU.maybeKeeps}
      options={offered.map(({ service: { id, name, icon }, why }) => ({
        value: id,
        label: name,
        icon,
        note: MENU.maybeWhy(why.slice(0, 2)),
      }))}
      chosen={[]}
      onChange={([id]) => {
        const picked = offered.find(({ service }) => service.id === id);
        if (picked) onPick(picked.service);
      }}
    />
  );
}
