/** One ticket on screen, and what the reader does with it. */
import { useCallback, useRef, useState } from 'react';
import type { Input, TicketView } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import {
  call,
  clientKey,
  type Loaded,
  Refused,
  useDoing,
  useLoaded,
  useWaiting,
  useWhenSent,
  useWhileShown,
} from '@/src/platform';
import type { Queue } from '@/src/platform/offline/queue';
import { expected } from './expected';
import { type Sent, sendMove } from './send-move';

/** What a move may bring along: text, photos, a contact, a result, a verdict, an assignee. */
export type Evidence = Omit<Input<'ticket.move'>, 'id' | 'key' | 'move'>;

export interface TicketOnScreen extends Pick<Loaded<TicketView>, 'screen' | 'reload'> {
  /** The move under way, or null. */
  readonly doing: TicketMove | null;
  /** Who reported it, shown once to somebody who gave a reason; null before, and when the page is opened again. */
  readonly seen: TicketView['reporter'] | null;
  /**
   * Makes a move and draws what the ticket has become; true when it went through, kept when it waits on this phone, else
   * the refusal has been said. The same content sent again after no answer goes under the same client key, so it counts once.
   */
  readonly move: (move: TicketMove, evidence?: Evidence) => Promise<Sent>;
  /** What waits on this phone about it, oldest first. */
  readonly waiting: Queue;
  /** What the cloud allows, whatever waits. */
  readonly mayNow: readonly TicketMove[];
}

/** How often an open ticket looks for news by itself. Milliseconds. */
const LOOK_AGAIN = 30_000;

export function useTicket(id: string): TicketOnScreen {
  const { screen, reload, replace } = useLoaded(() => call('ticket.read', { id }), [id]);
  const { act } = useDoing();
  const [doing, setDoing] = useState<TicketMove | null>(null);
  const [seen, setSeen] = useState<TicketView['reporter'] | null>(null);
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  useWhileShown(reload, LOOK_AGAIN);
  useWhenSent(reload);
  const waiting = useWaiting(id);
  const title = screen.state === 'ready' ? screen.data.title : '';

  const move = useCallback(
    async (name: TicketMove, evidence: Evidence = {}) => {
      const content = JSON.stringify([name, evidence]);
      if (unanswered.current?.content !== content) unanswered.current = { content, key: clientKey() };
      const { key } = unanswered.current;
      setDoing(name);
      let kept = false;
      const done = await act(async () => {
        try {
          const ticket = await sendMove({ ...evidence, id, key, move: name }, title);
          kept = ticket === null;
          if (ticket) await replace(async () => ticket);
          if (ticket && name === 'look') setSeen(ticket.reporter);
          unanswered.current = null;
        } catch (error) {
          if (error instanceof Refused) {
            unanswered.current = null;
            if (error.code === 'MOVED_ON' || error.code === 'NOT_ALLOWED') reload();
          }
          throw error;
        }
      });
      setDoing(null);
      return done && kept ? 'kept' : done;
    },
    [id, title, act, replace, reload],
  );
  const ready = screen.state === 'ready';
  return {
    screen: ready ? { ...screen, data: expected(screen.data, waiting) } : screen,
    reload,
    doing,
    seen,
    move,
    waiting,
    mayNow: ready ? screen.data.allowed : [],
  };
}
