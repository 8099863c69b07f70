/** Lists of wishes: mine, the desk's, the wall. */
import { useRef } from 'react';
import type { Input, WallView, WishRow } from '@/contract';
import { call, type Rows, type Screen, useList, usePulled, useWhileShown } from '@/src/platform';

export type WishBox = Input<'wish.list'>['box'];

export interface WishesOnScreen {
  readonly screen: Screen<Rows<WishRow>>;
  readonly reload: () => void;
  readonly readMore: () => void;
}

const LOOK_AGAIN = 60_000;

/** Read page by page; looks again when shown, pulled, and every minute. */
export function useWishes(box: WishBox): WishesOnScreen {
  const list = useList((after) => call('wish.list', after === undefined ? { box } : { box, after }), [box]);
  useWhileShown(list.reload, LOOK_AGAIN);
  usePulled(list.reload);
  return list;
}

/** What of the wall is shown. */
export interface WallChoice {
  readonly shelf: 'open' | 'taken';
  readonly scene: string | undefined;
  readonly near: boolean;
  readonly fit: boolean;
  readonly kind: string | undefined;
}

/** The wall around a place. `about` says where that is, once it has been read. */
export function useWall({ shelf, scene, near, fit, kind }: WallChoice): WishesOnScreen & {
  readonly about: Pick<WallView, 'where' | 'volunteer'> | null;
} {
  const about = useRef<Pick<WallView, 'where' | 'volunteer'> | null>(null);
  const list = useList(
    async (after) => {
      const page = await call('wish.wall', {
        shelf,
        ...(scene && { scene }),
        ...(near && { near }),
        ...(fit && { fit }),
        ...(kind && { kind }),
        ...(after !== undefined && { after }),
      });
      about.current = page;
      return page;
    },
    [shelf, scene, near, fit, kind],
  );
  useWhileShown(list.reload, LOOK_AGAIN);
  usePulled(list.reload);
  return { ...list, about: about.current };
}
