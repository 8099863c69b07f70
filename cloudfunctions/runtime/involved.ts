/** Who had a hand in what an entry of points comes from: they judge no appeal about it. */
import type { Source } from '@/domain/points/ledger';
import { participations } from './activities';
import { conducts } from './conduct';
import { wishes } from './wishes';

/**
 * The ids of everybody who acted in the case behind an entry (hours that were changed, a wish that was confirmed, a record
 * under review), without the person whose entry it is; one call, none for what has no case.
 */
export async function involvedIn({ kind, id }: Source, person: string): Promise<string[]> {
  const found = await caseOf(kind, id);
  const acted = (found?.history ?? []).map(({ by }) => by.id);
  return [...new Set(acted)].filter((one) => one !== '' && one !== person);
}

function caseOf(kind: string, id: string) {
  if (id.startsWith('c')) return conducts.read(id);
  if (kind === 'wish' || kind === 'service') return wishes.read(id);
  // the hours of a part are named with when they were settled
  return kind === 'activity' ? participations.read(id.split('@')[0] ?? '') : null;
}
