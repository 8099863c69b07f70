/** Lists of wishes: the wall, mine, the desk's. Each is one indexed query, so its cost is the page and not the town. */
import type { Input, WishRow } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { areaPathOf, depthOf } from '@/domain/org/org';
import { isLead, ledUnits, partsOf } from '@/domain/org/policy';
import { kindsFor } from '@/domain/wish/kinds';
import { villageOf } from '@/domain/wish/open';
import type { Listing } from '../../runtime/cases';
import { area, place } from '../../runtime/directory';
import { requireStaff } from '../../runtime/office';
import { readScene } from '../../runtime/scene';
import { signed } from '../../runtime/serve';
import { waitedFor, wishes } from '../../runtime/wishes';
import { rowOf } from './view';

/** What waits longest comes first; within a page what is near and what fits stands before the rest. */
export const readWall = signed<'wish.wall'>(async (input, { actor, now }) => {
  const here = await hereOf(input.scene, actor, now);
  const home = await area(here);
  const near = input.near === true && depthOf(here) >= 4;
  const village = villageOf(here);
  const kinds = kindsOf(input, actor);
  const { rows, next } = await wishes.list({
    is: { ...(near ? { village } : { area: areaPathOf(here) }), shelf: input.shelf },
    bare: true,
    ...(kinds && { oneOf: { 'kind.id': kinds } }),
    sort: 'openedAt',
    direction: 'asc',
    after: input.after,
  });
  const drawn = rows.map((wish) => rowOf(wish, home, { actor, now, here }));
  return {
    rows: drawn.sort((a, b) => weight(b) - weight(a)),
    next,
    where: near ? (home.nodes.find(({ path }) => path === village)?.name ?? home.name) : home.name,
    volunteer: Boolean(actor.volunteer),
  };
});

const NEAR = ['', '同村', '同一网格'];
const weight = ({ near, fit }: WishRow): number => NEAR.indexOf(near) + (fit ? 4 : 0);

/** Where the reader stands: the scanned place, else where a volunteer wants to help, else where somebody works. */
async function hereOf(scene: string | undefined, actor: Actor, now: number): Promise<string> {
  if (scene) return (await place(readScene(scene), now)).orgPath;
  const path = actor.volunteer?.places[0] ?? actor.staff?.area;
  if (!path) throw new Refusal('PLACE_UNKNOWN');
  return path;
}

/** The kinds asked for, or null for all. */
function kindsOf({ kind, fit }: Input<'wish.wall'>, { volunteer }: Actor): string[] | null {
  const fitting = fit && volunteer ? kindsFor(volunteer.skills).map(({ id }) => id) : null;
  if (!kind) return fitting;
  return fitting && !fitting.includes(kind) ? [] : [kind];
}

export const listWishes = signed<'wish.list'>(async ({ box, after }, { actor, now }) => {
  const { rows, next } =
    box === 'waiting'
      ? await waitedFor(actor, after)
      : await wishes.list({ ...listing(box, actor), bare: true, after });
  const drawn = rows.map(async (wish) => rowOf(wish, await area(wish.orgPath), { actor, now, here: null }));
  return { rows: await Promise.all(drawn), next };
});

function listing(box: Exclude<Input<'wish.list'>['box'], 'waiting'>, actor: Actor): Omit<Listing, 'after'> {
  switch (box) {
    case 'posted':
      return { is: { 'poster.id': actor.id }, sort: 'openedAt', direction: 'desc' };
    case 'held':
      return { is: { holder: actor.id }, sort: 'updatedAt', direction: 'desc' };
    case 'helped':
      return { is: { 'claimer.id': actor.id }, above: 0, sort: 'closedAt', direction: 'desc' };
    case 'review':
    case 'confirm':
      return { ...deskOf(actor, box), sort: 'openedAt', direction: 'asc' };
  }
}

/** What waits for this person at the desk: of the part of the area where they dispatch, or of the units they lead. */
function deskOf(actor: Actor, shelf: string): Pick<Listing, 'is' | 'within' | 'oneOf'> {
  const staff = requireStaff(actor.staff);
  const is = { area: staff.area, shelf };
  const parts = partsOf(staff, 'reviewWishes', staff.area);
  if (parts.length > 0) return { is, within: parts };
  if (!isLead(staff)) throw new Refusal('NOT_ALLOWED');
  return { is, oneOf: { unit: ledUnits(staff) } };
}
