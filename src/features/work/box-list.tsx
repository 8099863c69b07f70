import type { ReactNode } from 'react';
import type { TicketRow } from '@/contract';
import type { Rows, Screen } from '@/src/platform';
import { Button, Empty, type EmptyProps, WhenReady } from '@/src/ui';
import { WORK } from './words';

export interface BoxListProps {
  screen: Screen<Rows<TicketRow>>;
  empty: Omit<EmptyProps, 'art'>;
  readMore: () => void;
  children: (rows: readonly TicketRow[]) => ReactNode;
}

/** A box on screen: waiting, failing, empty, or its rows with a way to older ones. */
export function BoxList({ screen, empty, readMore, children }: BoxListProps) {
  return (
    <WhenReady screen={screen}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty art="rest" {...empty} />
        ) : (
          <>
            {children(rows)}
            {more && (
              <Button kind="quiet" onPress={readMore}>
                {WORK.more}
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  );
}

/** Rows that are on screen now; none while it waits. */
export function rowsOf(screen: Screen<Rows<TicketRow>>): Rows<TicketRow> {
  return screen.state === 'ready' ? screen.data : { rows: [], more: false };
}
