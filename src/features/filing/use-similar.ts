import { useEffect, useState } from 'react';
import type { PlaceView, Similar } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { call } from '@/src/platform';

/**
 * Open reports of the same thing nearby, at most three; looked up again when the place or the words change. A look-up
 * that fails finds nothing: it never stands in the way of a report.
 */
export function useSimilar(
  { id, kind }: Service,
  place: PlaceView | null,
  words: string,
): readonly Similar[] {
  const [found, find] = useState<readonly Similar[]>([]);
  const scene = kind === 'report' ? place?.scene : undefined;
  useEffect(() => {
    if (!scene) return find([]);
    let here = true;
    call('ticket.similar', { service: id, scene, text: words }).then(
      (similar) => here && find(similar),
      () => here && find([]),
    );
    return () => {
      here = false;
    };
  }, [id, scene, words]);
  return found;
}
