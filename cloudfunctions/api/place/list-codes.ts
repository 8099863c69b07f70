/** The codes of a village, for those who work there to print and put on the walls. */
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf, isWithin, placeWords } from '@/domain/org/org';
import { workplaceOf } from '@/domain/org/policy';
import { area, placesWithin } from '../../runtime/directory';
import { requireStaff } from '../../runtime/office';
import { sceneOf } from '../../runtime/scene';
import { signed } from '../../runtime/serve';

export const listCodes = signed<'place.codes'>(async ({ path }, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  if (areaPathOf(path) !== staff.area) throw new Refusal('NOT_FOUND');
  const home = await area(path);
  const parts = workplaceOf(staff, home, path);
  if (parts.length === 0) throw new Refusal('NOT_FOUND');
  const found = (await placesWithin(path, now)).filter(({ orgPath }) =>
    parts.some((part) => isWithin(orgPath, part)),
  );
  return found.map(({ _id, name, orgPath }) => ({
    scene: sceneOf(_id),
    name,
    words: placeWords(home, orgPath),
  }));
});
