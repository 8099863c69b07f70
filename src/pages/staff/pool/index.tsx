import { useState } from 'react';
import type { TicketRow } from '@/contract';
import { STAFF, StaffPage } from '@/src/features/desk';
import { BoxList, MoveSheets, POOL, rowsOf, useBox, useRowMoves, WORK, WorkCard } from '@/src/features/work';
import { go } from '@/src/platform';
import { Button, Section } from '@/src/ui';

/** What hands it over, from this page. */
type HandOver = 'dispatch' | 'rule';

/** So many rulings stand before the pool; the rest on request. */
const AT_FIRST = 5;

/** What nobody has: why it is here, and a way to hand it to somebody. What two units gave back waits for a ruling. */
export default function PoolPage() {
  const pool = useBox('pool');
  const rulings = useBox('rulings');
  const moves = useRowMoves(() => {
    pool.reload();
    rulings.reload();
  });
  const [handing, handOver] = useState<{ row: TicketRow; move: HandOver } | null>(null);
  const { rows, more } = rowsOf(pool.screen);
  const contested = rowsOf(rulings.screen);
  const [all, showAll] = useState(false);
  const shown = all ? contested.rows : contested.rows.slice(0, AT_FIRST);
  const ready = pool.screen.state === 'ready' && rulings.screen.state !== 'waiting';
  const cards = (some: readonly TicketRow[], move: HandOver) =>
    some.map((row) => (
      <WorkCard
        key={row.id}
        ticket={row}
        overseen
        onOpen={() => go(STAFF.ticket, { id: row.id })}
        moves={[move]}
        doing={moves.doingOn(row.id)}
        onMove={() => handOver({ row, move })}
      />
    ));
  return (
    <StaffPage
      here={STAFF.pool}
      title={() => (ready ? POOL.title(rows.length, more, contested.rows.length) : undefined)}
    >
      {() => (
        <>
          {contested.rows.length > 0 && (
            <Section title={POOL.rulings} count={contested.rows.length} tone="today">
              {cards(shown, 'rule')}
              {(shown.length < contested.rows.length || contested.more) && (
                <Button kind="quiet" onPress={all ? rulings.readMore : () => showAll(true)}>
                  {WORK.more}
                </Button>
              )}
            </Section>
          )}
          {(rows.length > 0 || contested.rows.length === 0) && (
            <BoxList {...pool} empty={{ title: POOL.emptyTitle, line: POOL.emptyLine }}>
              {(waiting) =>
                contested.rows.length > 0 ? (
                  <Section title={POOL.waiting} count={waiting.length}>
                    {cards(waiting, 'dispatch')}
                  </Section>
                ) : (
                  cards(waiting, 'dispatch')
                )
              }
            </BoxList>
          )}
          {handing && (
            <MoveSheets
              move={handing.move}
              ticket={handing.row}
              busy={moves.doingOn(handing.row.id) !== null}
              onClose={() => handOver(null)}
              onSend={(move, evidence) => moves.move(handing.row.id, move, evidence)}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}
