/** Moves made straight from a list. */
import { useCallback, useRef, useState } from 'react';
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { type Evidence, type Sent, sendMove } from '@/src/features/ticket';
import { clientKey, Refused, say, useDoing } from '@/src/platform';
import { doneWords } from './words';

type RowNamed = Pick<TicketRow, 'id' | 'title'>;

export interface RowMoves {
  /** The move under way on this row, or null. */
  readonly doingOn: (id: string) => TicketMove | null;
  /** Makes it and reads the list anew, also when somebody was faster; kept when it waits on this phone. */
  readonly move: (row: RowNamed, move: TicketMove, evidence?: Evidence) => Promise<Sent>;
}

export function useRowMoves(reload: () => void): RowMoves {
  const { act } = useDoing();
  const [doing, setDoing] = useState<{ id: string; move: TicketMove } | null>(null);
  // the same content sent again after no answer is the same submit
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  const latest = useRef(reload);
  latest.current = reload;

  const move = useCallback(
    async ({ id, title }: RowNamed, name: TicketMove, evidence: Evidence = {}) => {
      const content = JSON.stringify([id, name, evidence]);
      if (unanswered.current?.content !== content) unanswered.current = { content, key: clientKey() };
      const { key } = unanswered.current;
      setDoing({ id, move: name });
      let kept = false;
      const done = await act(async () => {
        try {
          kept = (await sendMove({ ...evidence, id, key, move: name }, title)) === null;
          unanswered.current = null;
        } catch (error) {
          if (error instanceof Refused) {
            unanswered.current = null;
            latest.current();
          }
          throw error;
        }
      });
      setDoing(null);
      if (done && !kept) {
        const words = doneWords(name);
        if (words) say(words);
        latest.current();
      }
      return done && kept ? 'kept' : done;
    },
    [act],
  );
  return { doingOn: (id) => (doing?.id === id ? doing.move : null), move };
}
