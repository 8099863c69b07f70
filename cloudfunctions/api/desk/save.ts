/** A changed table goes live: never with a gap or a tie, and only if nobody has changed it meanwhile. One write. */
import { Refusal } from '@/domain/flow/refusal';
import { changesOf, findFaults, isBlocking } from '@/domain/org/faults';
import { areaAt, catalogue, saveResponsibility } from '../../runtime/directory';
import { signed } from '../../runtime/serve';
import { requirePost, tableOf } from './table';

export const saveTable = signed<'desk.save'>(async ({ responsibility, rev }, { actor, now }) => {
  const staff = requirePost(actor.staff, 'leader');
  const [before, menu] = [await areaAt(staff.area, rev), await catalogue()];
  const after = { ...before, responsibility, rev: rev + 1 };
  const fault = findFaults(after, menu.services, now).find(isBlocking);
  if (fault) throw new Refusal('TABLE_FAULTY', { fault: fault.fault, service: fault.service });
  const change = { at: now, by: staff.id, rev: rev + 1, ...changesOf(before.responsibility, responsibility) };
  await saveResponsibility(after, rev, change);
  return tableOf({ home: after, menu, now }, staff);
});
