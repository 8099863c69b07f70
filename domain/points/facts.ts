/** What cases of other rooms say to the points: confirmed facts, or nothing. Saying the same again is harmless. */
import { isCertain, type Participation } from '../record/participation';
import type { Wish } from '../wish/wish';
import type { Fact } from './rules';

/**
 * A wish that was delivered and that somebody else confirmed, or gave thanks for; a service of the menu, when it was
 * handed on to the team that serves it. Silence earns nothing.
 */
export function factsOfWish({ _id, state, claimer, area, kind, teams, closedAt, updatedAt }: Wish): Fact[] {
  if (!claimer || (state !== 'confirmed' && state !== 'thanked')) return [];
  const at = closedAt ?? updatedAt;
  const served = teams?.length ? 'service' : 'wish';
  return [{ kind: served, caseId: _id, person: claimer.id, area, at, what: kind.name }];
}

/** What the hours of one part are called while they are as they are: changed hours are another fact. */
export const partId = (part: Pick<Participation, '_id' | 'settledAt'>): string =>
  `${part._id}@${part.settledAt ?? 0}`;

/** Hours of an activity that are certain: counted, open to objection for their days, and not in question. */
export function factsOfPart(part: Participation, now: number): Fact[] {
  const { person, area, minutes, settledAt, title, source } = part;
  if (source.kind !== 'activity' || !person || !isCertain(part, now)) return [];
  return [
    {
      kind: 'activity',
      caseId: partId(part),
      person,
      area,
      at: settledAt ?? now,
      hours: (minutes ?? 0) / 60,
      what: title,
    },
  ];
}
