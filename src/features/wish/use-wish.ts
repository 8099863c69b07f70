/** One wish on screen, and what the reader does with it. */
import { useCallback } from 'react';
import type { Input, WishView } from '@/contract';
import type { WishMove } from '@/domain/wish/lifecycle';
import { call, type Loaded, say, useLoaded, useWhileShown } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { DONE } from './words';

/** What a move may bring along. */
export type WishEvidence = Omit<Input<'wish.move'>, 'id' | 'key' | 'move'>;

export interface WishOnScreen extends Pick<Loaded<WishView>, 'screen' | 'reload'> {
  /** The move under way, or null. */
  readonly doing: WishMove | null;
  /** Makes a move and draws what the wish has become; true when it went through, else the refusal has been said. */
  readonly move: (move: WishMove, evidence?: WishEvidence) => Promise<boolean>;
}

/** How often an open wish looks for news by itself. Milliseconds. */
const LOOK_AGAIN = 30_000;

export function useWish(id: string): WishOnScreen {
  const { screen, reload, replace } = useLoaded(() => call('wish.read', { id }), [id]);
  const { doing, send } = useSubmit<WishMove>();
  useWhileShown(reload, LOOK_AGAIN);

  const move = useCallback(
    async (name: WishMove, evidence: WishEvidence = {}) => {
      const done = await send(
        name,
        evidence,
        (key) => replace(() => call('wish.move', { ...evidence, id, key, move: name })),
        (code) => STALE.includes(code) && reload(),
      );
      const words = DONE[name];
      if (done && words) say(words);
      return done;
    },
    [id, send, replace, reload],
  );
  return { screen, reload, doing, move };
}

/** Refusals that mean: what is drawn is no longer so. */
const STALE: readonly string[] = ['MOVED_ON', 'NOT_ALLOWED', 'WISH_TAKEN', 'WISH_OFFERED'];
