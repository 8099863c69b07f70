import { useState } from 'react';
import type { TicketRow } from '@/contract';
import { STAFF, StaffPage } from '@/src/features/desk';
import { BoxList, MoveSheets, POOL, rowsOf, useBox, useRowMoves, WorkCard } from '@/src/features/work';
import { go } from '@/src/platform';

/** What nobody has: why it is here, and a way to hand it to somebody. */
export default function PoolPage() {
  const pool = useBox('pool');
  const moves = useRowMoves(pool.reload);
  const [dispatching, dispatch] = useState<TicketRow | null>(null);
  const { rows, more } = rowsOf(pool.screen);
  const ready = pool.screen.state === 'ready';
  return (
    <StaffPage here={STAFF.pool} title={() => (ready ? POOL.title(rows.length, more) : undefined)}>
      {() => (
        <>
          <BoxList {...pool} empty={{ title: POOL.emptyTitle, line: POOL.emptyLine }}>
            {(waiting) =>
              waiting.map((row) => (
                <WorkCard
                  key={row.id}
                  ticket={row}
                  overseen
                  onOpen={() => go(STAFF.ticket, { id: row.id })}
                  moves={['dispatch']}
                  doing={moves.doingOn(row.id)}
                  onMove={() => dispatch(row)}
                />
              ))
            }
          </BoxList>
          {dispatching && (
            <MoveSheets
              move="dispatch"
              ticket={{ id: dispatching.id }}
              busy={moves.doingOn(dispatching.id) !== null}
              onClose={() => dispatch(null)}
              onSend={(move, evidence) => moves.move(dispatching.id, move, evidence)}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}
