/** The shelf and what one took from it. */
import type { Input } from '@/contract';
import type { ReturnRow, ShelfView } from '@/contract/points';
import { ask, call, type Screen, say, useList, useLoaded } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { DESK, SHELF } from './words';

export type ShelfItemView = ShelfView['items'][number];

export interface ShelfActs {
  readonly screen: Screen<ShelfView>;
  readonly doing: string | null;
  /** Asks, then takes one; true once it is the person's. */
  readonly take: (item: ShelfItemView) => Promise<boolean>;
  readonly stock: (item: Omit<Input<'points.stock'>, 'key'>) => Promise<boolean>;
}

/** The shelf of an area; the usual one when none is named. */
export function useShelf(area?: string): ShelfActs {
  const { screen, reload, replace } = useLoaded(() => call('points.shelf', area ? { area } : {}), [area]);
  const { doing, send } = useSubmit();
  return {
    screen,
    doing,
    take: async ({ id, name, points }) => {
      if (!(await ask(SHELF.sure(name, points), SHELF.sureLine, SHELF.yes))) return false;
      const done = await send(id, points, async (key) => {
        await call('points.redeem', { key, item: id, points });
      });
      if (done) say(SHELF.done);
      reload();
      return done;
    },
    stock: async (item) => {
      const done = await send('stock', item, (key) => replace(() => call('points.stock', { ...item, key })));
      if (done) say(DESK.saved);
      return done;
    },
  };
}

/** Returns: the reader's own, or those that wait at the desk. */
export function useReturns(box: 'mine' | 'desk') {
  const list = useList<ReturnRow>(
    (after) => call('points.returns', after === undefined ? { box } : { box, after }),
    [box],
  );
  const { doing, send } = useSubmit();
  const move = async (
    { id }: ReturnRow,
    name: 'cancel' | 'hand' | 'fail',
    said: { code?: string; text?: string },
    words: string,
  ) => {
    const done = await send(id, [name, said], async (key) => {
      await call('points.return', { ...said, id, key, move: name });
    });
    if (done) say(words);
    list.reload();
    return done;
  };
  return {
    ...list,
    doing,
    cancel: async (row: ReturnRow) =>
      (await ask(SHELF.cancelSure, SHELF.cancelLine, SHELF.cancel)) &&
      move(row, 'cancel', {}, SHELF.cancelled),
    /** `said`: the code, or how somebody made sure once it is locked. */
    hand: (row: ReturnRow, said: string) =>
      move(row, 'hand', row.locked ? { text: said } : { code: said }, DESK.handed),
    fail: (row: ReturnRow, text: string) => move(row, 'fail', { text }, DESK.failed),
  };
}
