/** One ticket on screen, and what the reader does with it. */
import { useCallback, useState } from 'react';
import type { Input, TicketView } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { call, type Loaded, useLoaded, useWaiting, useWhenSent, useWhileShown } from '@/src/platform';
import type { Queue } from '@/src/platform/offline/queue';
import { useSubmit } from '@/src/platform/submit';
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
  const { doing, send } = useSubmit<TicketMove>();
  const [seen, setSeen] = useState<TicketView['reporter'] | null>(null);
  useWhileShown(reload, LOOK_AGAIN);
  useWhenSent(reload);
  const waiting = useWaiting(id);
  const title = screen.state === 'ready' ? screen.data.title : '';

  const move = useCallback(
    async (name: TicketMove, evidence: Evidence = {}) => {
      let kept = false;
      const done = await send(
        name,
        evidence,
        async (key) => {
          const ticket = await sendMove({ ...evidence, id, key, move: name }, title);
          kept = ticket === null;
          if (ticket) await replace(async () => ticket);
          if (ticket && name === 'look') setSeen(ticket.reporter);
        },
        (code) => (code === 'MOVED_ON' || code === 'NOT_ALLOWED') && reload(),
      );
      return done && kept ? 'kept' : done;
    },
    [id, title, send, replace, reload],
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
