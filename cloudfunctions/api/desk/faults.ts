/** The table of responsibility of one's own area and everything that is wrong with it. */
import { area } from '../../runtime/directory';
import { catalogue } from '../../runtime/menu';
import { requireMay } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { tableOf } from './table';

export const readFaults = signed<'desk.faults'>(async (_, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readTable');
  return tableOf({ home: await area(staff.area), menu: await catalogue(staff.area), now }, staff);
});
