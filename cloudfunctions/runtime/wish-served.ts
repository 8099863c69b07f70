/**
 * A wish that was fulfilled is service, too (民政部令67): once who wished has confirmed it, a line stands in the
 * volunteer's record with the time they named. Two people have stood for it then. Silence writes nothing down.
 */
import type { ThemeId } from '@/domain/activity/themes';
import { openServed } from '@/domain/record/open';
import { MINUTE } from '@/domain/time/day';
import type { Wish } from '@/domain/wish/wish';
import { partIdOf, participations } from './activities';
import { area } from './directory';

/** Under which theme of the record a kind of wish stands; others as help for the old. */
const THEMES: Readonly<Record<string, ThemeId>> = { study: 'study', health: 'health', legal: 'law' };

/** Writes the line of a wish that has just been confirmed, once; does nothing for any other. One call, or two. */
export async function keepServed(wish: Wish): Promise<void> {
  const { claimer, minutes, state, kind, orgPath, closedAt } = wish;
  const confirmed = state === 'confirmed' || state === 'thanked';
  const told = wish.outbox.some((promised) => promised.kind === 'wish-confirmed');
  if (!confirmed || !told || !claimer || !minutes || closedAt === null) return;
  const { nodes } = await area(orgPath);
  const village = nodes.find(({ path }) => path === wish.village)?.name ?? wish.place.name;
  const delivered = wish.history.findLast(({ move }) => move === 'deliver')?.at ?? closedAt;
  const service = {
    title: `微心愿：${kind.name}`,
    theme: THEMES[kind.id] ?? ('elders' as const),
    text: kind.name,
    // Whose wish it was stands in no record and on no certificate.
    object: '居民',
    place: { id: '', name: village, words: village },
    organiser: { person: '', name: '社区', phone: '' },
    startsAt: delivered - minutes * MINUTE,
    endsAt: delivered,
  };
  const who = { person: claimer.id, name: claimer.name, phone: '' };
  const source = { kind: 'wish' as const, id: wish._id, no: wish.no };
  await participations.insert(
    openServed(
      partIdOf(wish._id, claimer.id),
      { service, who, source, orgPath: wish.village, area: wish.area, minutes },
      closedAt,
    ),
  );
}
