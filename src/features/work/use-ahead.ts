/** A day's work is read ahead, so that it can go on where there is no signal. */
import { useEffect } from 'react';
import type { TicketRow } from '@/contract';
import { call, offline, type Rows, type Screen } from '@/src/platform';

/** What was read within this time serves. Milliseconds. */
const FRESH = 4 * 3600_000;

let reading = false;

/** Reads each ticket of the list that this phone does not know yet, one after the other; stops when the network does. */
export function useAhead(screen: Screen<Rows<TicketRow>>): void {
  const rows = screen.state === 'ready' && screen.asOf === undefined ? screen.data.rows : null;
  const ids = rows?.map(({ id }) => id).join();
  useEffect(() => {
    if (ids) void readAhead(ids.split(','));
  }, [ids]);
}

async function readAhead(ids: readonly string[]): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    const { memory } = await offline();
    const [{ replies }] = await Promise.all([
      import('@/src/features/templates/use-replies'),
      import('./sheets/own-sheets'),
    ]);
    await replies();
    for (const id of ids) {
      const known = memory.last('ticket.read', { id });
      if (!known || known.at < Date.now() - FRESH) await call('ticket.read', { id });
    }
  } catch {
    // what could not be read ahead is read when it is opened
  } finally {
    reading = false;
  }
}
