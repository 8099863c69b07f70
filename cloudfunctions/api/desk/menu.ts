/** The menu as those who keep it see it: each service with who answers for it; put up, changed and taken down one by one. */
import { faultsOf } from '@/contract/catalogue';
import type { MenuView } from '@/contract/menu';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { bestRules } from '@/domain/org/dispatch';
import { findFaults, isBlocking } from '@/domain/org/faults';
import type { Area } from '@/domain/org/org';
import { may } from '@/domain/org/policy';
import { postWords } from '@/domain/org/words';
import { area, catalogue, catalogueAt, saveCatalogue } from '../../runtime/directory';
import { requireMay } from '../../runtime/office';
import { signed } from '../../runtime/serve';

export const readMenu = signed<'desk.menu'>(async (_, { actor, now }) => {
  const staff = requireMay(actor.staff, 'readMenu');
  return menuOf(await catalogue(), await area(staff.area), staff, now);
});

export const putService = signed<'desk.putService'>(async ({ service, rev }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'saveMenu');
  const before = await catalogueAt(rev);
  const known = before.services.some(({ id }) => id === service.id);
  const services = known
    ? before.services.map((each) => (each.id === service.id ? service : each))
    : [...before.services, service];
  return keep({ ...before, services }, staff, now);
});

export const dropService = signed<'desk.dropService'>(async ({ id, rev }, { actor, now }) => {
  const staff = requireMay(actor.staff, 'saveMenu');
  const before = await catalogueAt(rev);
  return keep({ ...before, services: before.services.filter((each) => each.id !== id) }, staff, now);
});

/** Never a menu that contradicts itself, nor a service that nobody here answers for. */
async function keep(next: Catalogue, staff: Staff, now: number): Promise<MenuView> {
  if (faultsOf(next).length > 0 || next.services.length === 0) throw new Refusal('MENU_FAULTY');
  const home = await area(staff.area);
  const fault = findFaults(home, next.services, now).find(isBlocking);
  if (fault) throw new Refusal('SERVICE_UNANSWERED', { service: fault.service });
  return menuOf(await saveCatalogue(next), home, staff, now);
}

function menuOf({ offices, services, rev = 0 }: Catalogue, home: Area, staff: Staff, now: number): MenuView {
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
