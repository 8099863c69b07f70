/** What a person sends: once at a time, and the same content again after no answer is the same submit. */
import { useCallback, useRef, useState } from 'react';
import { Refused } from './call';
import { clientKey } from './client-key';
import { useDoing } from './loaded';

export interface Submit {
  /** The name of what is under way, or null. */
  readonly doing: string | null;
  /** Sends under a key of its own; true when it went through, else what went wrong has been said. */
  readonly send: (what: string, content: unknown, work: (key: string) => Promise<void>) => Promise<boolean>;
}

export function useSubmit(): Submit {
  const { act } = useDoing();
  const [doing, setDoing] = useState<string | null>(null);
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  const send = useCallback<Submit['send']>(
    async (what, content, work) => {
      const said = JSON.stringify([what, content]);
      if (unanswered.current?.content !== said) unanswered.current = { content: said, key: clientKey() };
      const { key } = unanswered.current;
      setDoing(what);
      const done = await act(async () => {
        try {
          await work(key);
          unanswered.current = null;
        } catch (error) {
          if (error instanceof Refused) unanswered.current = null;
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
