/** A list of tickets: mine, or one of a worker's boxes. */
import { useEffect } from 'react';
import type { Input, TicketRow } from '@/contract';
import { call, type Rows, type Screen, useList, useWhileShown } from '@/src/platform';
import { noteForYou } from './for-you';

export type Box = Input<'ticket.list'>['box'];

/** Read page by page; looks for news every `everyMs` while the page is shown. */
export function useTickets(
  box: Box,
  everyMs = 60_000,
): { screen: Screen<Rows<TicketRow>>; reload: () => void; readMore: () => void } {
  const list = useList((after) => call('ticket.list', after === undefined ? { box } : { box, after }), [box]);
  useWhileShown(list.reload, everyMs);
  const rows = box === 'mine' && list.screen.state === 'ready' ? list.screen.data.rows : null;
  useEffect(() => {
    if (rows) noteForYou(rows);
  }, [rows]);
  return list;
}
