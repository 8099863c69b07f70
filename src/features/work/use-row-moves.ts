/** Moves made straight from a list. */
import { useCallback, useRef, useState } from 'react';
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { type Evidence, type Sent, sendMove } from '@/src/features/ticket';
import { say } from '@/src/platform';
import { useSubmit } from '@/src/platform/submit';
import { doneWords } from './words';

type RowNamed = Pick<TicketRow, 'id' | 'title'>;

export interface RowMoves {
  /** The move under way on this row, or null. */
  readonly doingOn: (id: string) => TicketMove | null;
  /** Makes it and reads the list anew, also when somebody was faster; kept when it waits on this phone. */
  readonly move: (row: RowNamed, move: TicketMove, evidence?: Evidence) => Promise<Sent>;
}

export function useRowMoves(reload: () => void): RowMoves {
  const { doing, send } = useSubmit<TicketMove>();
  const [row, setRow] = useState('');
  const latest = useRef(reload);
  latest.current = reload;

  const move = useCallback(
    async ({ id, title }: RowNamed, name: TicketMove, evidence: Evidence = {}) => {
      setRow(id);
      let kept = false;
      const done = await send(
        name,
        [id, evidence],
        async (key) => {
          kept = (await sendMove({ ...evidence, id, key, move: name }, title)) === null;
        },
        () => latest.current(),
      );
      if (done && !kept) {
        const words = doneWords(name);
        if (words) say(words);
        latest.current();
      }
      return done && kept ? 'kept' : done;
    },
    [send],
  );
  return { doingOn: (id) => (row === id ? doing : null), move };
}
