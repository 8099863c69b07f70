/**
 * The menu as those who keep it see it: each service with who answers for it; put up, changed and taken down one by one.
 * A change reaches as far as the post of whoever makes it: an area's leader changes the area's menu, the town's the
 * town's, the county's the default of all.
 */
import { faultsOf } from '@/contract/catalogue';
import type { MenuView } from '@/contract/menu';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import { layered, type MenuLayer, withoutService, withService } from '@/domain/catalogue/layers';
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { bestRules } from '@/domain/org/dispatch';
import { findFaults, isBlocking } from '@/domain/org/faults';
import type { Area } from '@/domain/org/org';
import { may, reachOf } from '@/domain/org/policy';
import { postWords } from '@/domain/org/words';
import { area } from '../../runtime/directory';
import { type Editing, editing, editingAt, saveLayer } from '../../runtime/menu';
import { requireMay } from '../../runtime/office';
import { signed } from '../../runtime/serve';

export const readMenu = signed<'desk.menu'>(async (_, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readMenu');
  const edited = await editing(staff.area, layerFor(staff));
  return menuOf(wholeOf(edited, edited.layer), edited.layer, await area(staff.area), staff, now);
});

export const putService = signed<'desk.putService'>(async ({ service, rev }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'saveMenu');
  const edited = await editingAt(staff.area, layerFor(staff), rev);
  return keep(edited, withService(edited.layer, service), staff, now);
});

export const dropService = signed<'desk.dropService'>(async ({ id, rev }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'saveMenu');
  const edited = await editingAt(staff.area, layerFor(staff), rev);
  return keep(edited, withoutService(edited.layer, id, edited.below), staff, now);
});

/** The path whose layer this person changes; of one who only reads, the area's. */
const layerFor = (staff: Staff): string => reachOf(staff, 'saveMenu', staff.area) ?? staff.area;

/** The menu of the area with this layer in its place. */
const wholeOf = ({ below, above }: Editing, layer: MenuLayer): Catalogue => layered(below, [layer, ...above]);

/** Never a menu that contradicts itself, nor a service that nobody here answers for. */
async function keep(edited: Editing, next: MenuLayer, staff: Staff, now: number): Promise<MenuView> {
  const whole = wholeOf(edited, next);
  if (faultsOf(whole).length > 0 || whole.services.length === 0) throw new Refusal('MENU_FAULTY');
  const home = await area(staff.area);
  const fault = findFaults(home, whole.services, now).find(isBlocking);
  if (fault) throw new Refusal('SERVICE_UNANSWERED', { service: fault.service });
  return menuOf(whole, await saveLayer(next), home, staff, now);
}

function menuOf(
  { offices, services }: Catalogue,
  { rev = 0 }: MenuLayer,
  home: Area,
  staff: Staff,
  now: number,
): MenuView {
  return {
    rev,
    maySave: may(staff, 'saveMenu', home.path),
    offices,
    services: services.map((service) => {
      const [rule] = bestRules(home, service, home.path, now);
      return { ...service, who: rule ? postWords(home, rule.post) : '' };
    }),
    icons: [...new Set(services.map(({ icon }) => icon))].sort(),
  };
}
