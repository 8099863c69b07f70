/** One activity on screen, what the reader does with it, and with their own part or another's. */
import { useCallback } from 'react';
import type { Input } from '@/contract';
import type { ActivityView } from '@/contract/activity';
import { call, type Loaded, say, useLoaded, useWhileShown } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { ACTIVITY, DESK, PART } from './words';

export type ActivitySubmit = Omit<Input<'activity.move'>, 'id' | 'key'>;
export type PartSubmit = Omit<Input<'record.move'>, 'key'>;

export interface ActivityOnScreen extends Pick<Loaded<ActivityView>, 'screen' | 'reload'> {
  /** The move under way, or null. */
  readonly doing: string | null;
  /** True when it went through, else the refusal has been said. */
  readonly move: (submit: ActivitySubmit) => Promise<boolean>;
  readonly part: (submit: PartSubmit) => Promise<boolean>;
}

const LOOK_AGAIN = 30_000;

export function useActivity(id: string): ActivityOnScreen {
  const { screen, reload, replace } = useLoaded(() => call('activity.read', { id }), [id]);
  const { doing, send } = useSpokenSubmit(reload);
  useWhileShown(reload, LOOK_AGAIN);
  const move = useCallback(
    (submit: ActivitySubmit) =>
      send(submit.move, submit, async (key) => {
        await replace(() => call('activity.move', { ...submit, id, key }));
        return { ...ACTIVITY.done, ...DESK.done }[submit.move];
      }),
    [id, send, replace],
  );
  const part = useCallback(
    (submit: PartSubmit) =>
      send(submit.move, submit, async (key) => {
        await call('record.move', { ...submit, key });
        await replace(() => call('activity.read', { id }));
        return PART.done[submit.move];
      }),
    [id, send, replace],
  );
  return { screen, reload, doing, move, part };
}

/** Refusals that mean: what is drawn is no longer so. */
const STALE: readonly string[] = ['MOVED_ON', 'NOT_ALLOWED', 'ACTIVITY_FULL', 'JOINED_ALREADY'];

/** Sends, says how it went, and reads anew what is no longer as it is drawn. */
export function useSpokenSubmit(reload: () => void): {
  doing: string | null;
  send: (
    name: string,
    content: unknown,
    work: (key: string) => Promise<string | undefined>,
  ) => Promise<boolean>;
} {
  const { doing, send } = useSubmit();
  const spoken = useCallback(
    async (name: string, content: unknown, work: (key: string) => Promise<string | undefined>) => {
      let words: string | undefined;
      const done = await send(
        name,
        content,
        async (key) => {
          words = await work(key);
        },
        (code) => STALE.includes(code) && reload(),
      );
      if (done && words) say(words);
      return done;
    },
    [send, reload],
  );
  return { doing, send: spoken };
}
