/** Reply templates: everybody's and the township's own; who keeps the desk or leads a unit changes the latter. */
import type { RepliesView } from '@/contract/templates';
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import type { Area } from '@/domain/org/org';
import { isLead, isMember, may } from '@/domain/org/policy';
import { REPLIES } from '@/domain/reply/replies';
import { isReplyText, type Reply } from '@/domain/reply/reply';
import { closingAfter } from '@/domain/time/calendar';
import { sayDayName } from '@/domain/time/calendar-words';
import { dayName } from '@/domain/time/day';
import { repliesOf } from '../../runtime/amend';
import { area, areaAt, calendarOf, saveArea } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { requireStaff } from '../../runtime/office';
import { signed } from '../../runtime/serve';

export const readReplies = signed<'desk.replies'>(async (_, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  return viewOf(await area(staff.area), staff, now);
});

export const saveReplies = signed<'desk.saveReplies'>(async ({ replies, rev }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  if (!keepsReplies(staff)) throw new Refusal('NOT_ALLOWED');
  const home = await areaAt(staff.area, rev);
  const { services, offices } = await catalogue(staff.area);
  const known = new Set([...services.map(({ id }) => id), ...offices.map(({ id }) => `office:${id}`)]);
  const fits = ({ text, services: only = [] }: Pick<Reply, 'text' | 'services'>) =>
    isReplyText(text) && only.every((one) => known.has(one));
  const own = replies.map(({ services: only, ...reply }) => ({ ...reply, ...(only && { services: only }) }));
  if (!own.every(fits)) throw new Refusal('REPLY_INVALID', { field: 'text' });
  const saved = await saveArea(repliesOf(home, own), rev, { by: staff.id, at: now });
  return viewOf(saved, staff, now);
});

async function viewOf(home: Area, staff: Staff, now: number): Promise<RepliesView> {
  const unit = home.units.find(({ id }) => isMember(staff, id));
  return {
    rev: home.rev ?? 0,
    mayChange: keepsReplies(staff),
    own: home.replies ?? [],
    common: REPLIES,
    day: sayDayName(dayName(closingAfter(await calendarOf(unit), now, 1).at - 1), now),
  };
}

/** The area's own templates are for all its units: who keeps the whole area's desk changes them, or leads one of the units. */
const keepsReplies = (staff: Staff): boolean => isLead(staff) || may(staff, 'saveReplies', staff.area);
