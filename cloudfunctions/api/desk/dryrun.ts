/** A changed table is tried on the latest tickets before it goes live: one query, nothing is written. */
import { MOVED_SHOWN, TRIED_MAX } from '@/contract/desk';
import { changesOf, compareTables } from '@/domain/org/faults';
import type { Area, Responsibility } from '@/domain/org/org';
import { postWords } from '@/domain/org/words';
import { type DayName, dayName } from '@/domain/time/day';
import { area } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { requireMay } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { latestIn } from '../../runtime/tickets';
import { findingsOf } from './table';

export const tryTable = signed<'desk.dryrun'>(async ({ responsibility }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readTable');
  const [before, menu] = [await area(staff.area), await catalogue(staff.area)];
  const after: Area = { ...before, responsibility };
  const tickets = await latestIn(before.path, TRIED_MAX, actor);
  const day = dayOf(before.responsibility, responsibility, dayName(now));
  const moved = compareTables(before, after, tickets, day);
  const said = (post: string | null) => (post === null ? '没人负责' : postWords(before, post));
  return {
    tried: tickets.length,
    moved: moved.length,
    lost: moved.filter(({ to }) => to === null).length,
    day,
    rows: moved.slice(0, MOVED_SHOWN).map(({ ticket, from, to }) => ({
      id: ticket._id,
      no: ticket.no,
      title: ticket.service.name,
      place: ticket.place.name,
      from: said(from),
      to: said(to),
    })),
    findings: findingsOf({ home: after, menu, now }),
  };
});

/** Both tables are read by the day on which all changed lines have begun. */
function dayOf(before: readonly Responsibility[], after: readonly Responsibility[], today: DayName): DayName {
  const begins = changesOf(before, after).added.map(({ from }) => from ?? today);
  return [today, ...begins].sort().at(-1) as DayName;
}
