/** One activity on screen, what the reader does with it, and with their own part or another's. */
import { useCallback, useRef, useState } from 'react';
import type { Input } from '@/contract';
import type { ActivityView } from '@/contract/activity';
import {
  call,
  clientKey,
  type Loaded,
  Refused,
  say,
  useDoing,
  useLoaded,
  useWhileShown,
} from '@/src/platform';
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
  const { doing, send } = useSubmit(reload);
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

/** Sends once at a time; the same content again after no answer is the same submit. */
export function useSubmit(reload: () => void): {
  doing: string | null;
  send: (
    name: string,
    content: unknown,
    work: (key: string) => Promise<string | undefined>,
  ) => Promise<boolean>;
} {
  const { act } = useDoing();
  const [doing, setDoing] = useState<string | null>(null);
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  const send = useCallback(
    async (name: string, what: unknown, work: (key: string) => Promise<string | undefined>) => {
      const content = JSON.stringify(what);
      if (unanswered.current?.content !== content) unanswered.current = { content, key: clientKey() };
      const { key } = unanswered.current;
      let words: string | undefined;
      setDoing(name);
      const done = await act(async () => {
        try {
          words = await work(key);
          unanswered.current = null;
        } catch (error) {
          if (error instanceof Refused) {
            unanswered.current = null;
            if (['MOVED_ON', 'NOT_ALLOWED', 'ACTIVITY_FULL', 'JOINED_ALREADY'].includes(error.code)) reload();
          }
          throw error;
        }
      });
      setDoing(null);
      if (done && words) say(words);
      return done;
    },
    [act, reload],
  );
  return { doing, send };
}
