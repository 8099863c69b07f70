/** A changed table goes live: never with a gap or a tie, and only if nobody has changed it meanwhile. One write. */
import { Refusal } from '@/domain/flow/refusal';
import { changesOf, findFaults, isBlocking } from '@/domain/org/faults';
import { areaAt, saveArea } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { requireMay } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { tableOf } from './table';

export const saveTable = signed<'desk.save'>(async ({ responsibility, rev }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'saveTable');
  const [before, menu] = [await areaAt(staff.area, rev), await catalogue(staff.area)];
  const after = { ...before, responsibility };
  const fault = findFaults(after, menu.services, now).find(isBlocking);
  if (fault) throw new Refusal('TABLE_FAULTY', { fault: fault.fault, service: fault.service });
  const change = { what: 'table', ...changesOf(before.responsibility, responsibility) } as const;
  const who = { by: staff.id, at: now };
  const home = await saveArea({ next: after, set: { responsibility }, change }, rev, who);
  return tableOf({ home, menu, now }, staff);
});
