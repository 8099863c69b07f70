/** What a person sends: once at a time, and the same content again after no answer is the same submit. */
import { useCallback, useRef, useState } from 'react';
import { Refused } from './call';
import { clientKey } from './client-key';
import { useDoing } from './loaded';

export interface Submit<What extends string> {
  /** The name of what is under way, or null. */
  readonly doing: What | null;
  /**
   * Sends under a key of its own; true when it went through, else what went wrong has been said. `refused` hears the code
   * of a refusal, by which what is drawn may be out of date.
   */
  readonly send: (
    what: What,
    content: unknown,
    work: (key: string) => Promise<void>,
    refused?: (code: string) => void,
  ) => Promise<boolean>;
}

export function useSubmit<What extends string = string>(): Submit<What> {
  const { act } = useDoing();
  const [doing, setDoing] = useState<What | null>(null);
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  const send = useCallback<Submit<What>['send']>(
    async (what, content, work, refused) => {
      const said = JSON.stringify([what, content]);
      if (unanswered.current?.content !== said) unanswered.current = { content: said, key: clientKey() };
      const { key } = unanswered.current;
      setDoing(what);
      const done = await act(async () => {
        try {
          await work(key);
          unanswered.current = null;
        } catch (error) {
          if (error instanceof Refused) {
            unanswered.current = null;
            refused?.(error.code);
          }
          throw error;
        }
      });
      setDoing(null);
      return done;
    },
    [act],
  );
  return { doing, send };
}
