/**
 * Sentences to be tapped over the text field of a move. `useReplies(use, ticket)` gives them filled from the ticket;
 * nothing until they are there, and nothing when there is no connection: the field beneath is always enough.
 */
import { useEffect, useState } from 'react';
import type { RepliesView } from '@/contract/templates';
import { fitting, type ReplyUse } from '@/domain/reply/reply';
import { call } from '@/src/platform';

/** What is known of a ticket where the sheet is open; from a list that may be nothing. */
export interface ReplyTicket {
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  readonly place?: string | undefined;
  readonly subject?: { readonly id: string; readonly office: string } | undefined;
}

/** Asked once and remembered so long (ms): a colleague's new sentence is there after it. */
const FRESH = 10 * 60_000;
let known: { at: number; view: RepliesView } | null = null;
let asking: Promise<RepliesView> | null = null;

/** The templates in force here; a failed asking is not remembered. */
export function replies(): Promise<RepliesView> {
  if (known && Date.now() - known.at < FRESH) return Promise.resolve(known.view);
  asking ??= call('desk.replies', {})
    .then((view) => {
      known = { at: Date.now(), view };
      return view;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

/** Forgets them after a change. */
export function forgetReplies(): void {
  known = null;
}

/**
 * Ready sentences for one move, the most fitting first, at most six; undefined while there are none. `use` is null while
 * its kind is not chosen yet. `{日期}` is the next working day, or `day` where one is to be chosen (null until it is).
 */
export function useReplies(
  use: ReplyUse | null,
  ticket: ReplyTicket,
  day?: string | null,
): readonly string[] | undefined {
  const [view, setView] = useState<RepliesView | null>(known?.view ?? null);
  useEffect(() => {
    let here = true;
    replies().then(
      (found) => here && setView(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  if (!view || !use) return undefined;
  const sentences = fitting([...view.own, ...view.common], {
    use,
    of: ticket.subject,
    service: ticket.title,
    place: ticket.address || ticket.place,
    day: day === undefined ? view.day : (day ?? ''),
  });
  return sentences.length > 0 ? sentences : undefined;
}
