/** The shelf of small returns: read by those who may take something, kept by the area's desk. */
import type { ShelfView } from '@/contract/points';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf } from '@/domain/org/org';
import { bodiesOf } from '@/domain/points/conduct';
import { balanceOf } from '@/domain/points/ledger';
import { digest } from '../../runtime/digest';
import { area } from '../../runtime/directory';
import { rulesOf } from '../../runtime/point-rules';
import { accountOf, accountsOf } from '../../runtime/points';
import { signed } from '../../runtime/serve';
import { addToShelf, changeShelf, shelfItem, shelfOf } from '../../runtime/shelf';

export const readShelf = signed<'points.shelf'>(async ({ area: asked }, { actor }) => {
  const path = asked ?? (await usualArea(actor));
  if (path === null) throw new Refusal('PLACE_UNKNOWN');
  return shelfView(path, actor);
});

export const stockShelf = signed<'points.stock'>(async ({ key, item, ...said }, { actor, now, sent }) => {
  const { staff } = actor;
  if (!staff) throw new Refusal('STAFF_ONLY');
  if (!keeps(actor, staff.area)) throw new Refusal('NOT_ALLOWED');
  if (!said.name || !said.where) throw new Refusal('BAD_INPUT', { field: said.name ? 'where' : 'name' });
  const { returns } = await rulesOf(staff.area);
  if (said.points > returns.price) {
    const dear = new Refusal('BAD_INPUT', { field: 'points' });
    dear.message = `谢礼一样最多 ${returns.price} 分，要更多请先改积分规则`;
    throw dear;
  }
  if (item) {
    const before = await shelfItem(item.id);
    if (before?.area !== staff.area) throw new Refusal('NOT_FOUND');
    await changeShelf(item.id, item.rev, { ...said, updatedAt: now }, sent);
  } else {
    const _id = `s${digest('shelf', staff.area, staff.id, key)}`;
    await addToShelf({ _id, area: staff.area, ...said, rev: 0, updatedAt: now }, sent);
  }
  return shelfView(staff.area, actor);
});

/** The desk and the leaders keep it. */
const keeps = (actor: Actor, path: string): boolean => bodiesOf(actor, path).some((body) => body !== 'field');

/** Where somebody's points are: the first area of their accounts, else where they help or work; null for nowhere. */
async function usualArea(actor: Actor): Promise<string | null> {
  const place = (await accountsOf(actor.id))[0]?.area ?? actor.volunteer?.places[0] ?? actor.staff?.area;
  return place ? areaPathOf(place) : null;
}

async function shelfView(path: string, actor: Actor): Promise<ShelfView> {
  const home = await area(path);
  const keeper = keeps(actor, path);
  const [items, account] = await Promise.all([shelfOf(path, keeper), accountOf(actor.id, path)]);
  const balance = balanceOf(account?.entries ?? []);
  return {
    area: path,
    areaName: home.name,
    balance,
    keeper,
    items: items.map(({ _id, rev, name, points, left, where, offered }) => ({
      id: _id,
      rev,
      name,
      points,
      left,
      where,
      offered,
      lack: left < 1 ? '已经换完了' : balance < points ? `还差 ${points - balance} 分` : '',
    })),
  };
}
