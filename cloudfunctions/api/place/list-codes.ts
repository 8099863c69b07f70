/** The codes of a village, for its own staff to print and put on the walls. */
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf, placeWords } from '@/domain/org/org';
import { area, placesWithin } from '../../runtime/directory';
import { sceneOf } from '../../runtime/scene';
import { signed } from '../../runtime/serve';

export const listCodes = signed<'place.codes'>(async ({ path }, { actor, now }) => {
  if (!actor.staff) throw new Refusal('STAFF_ONLY');
  if (areaPathOf(path) !== actor.staff.area) throw new Refusal('NOT_FOUND');
  const home = await area(path);
  const found = await placesWithin(path, now);
  return found.map(({ _id, name, orgPath }) => ({
    scene: sceneOf(_id),
    name,
    words: placeWords(home, orgPath),
  }));
});
