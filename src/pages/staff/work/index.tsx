import { useState } from 'react';
import type { TicketRow } from '@/contract';
import { type Desk, STAFF, StaffPage } from '@/src/features/desk';
import {
  AlsoBox,
  BoxList,
  MoveSheets,
  rowsOf,
  UnitBox,
  useBox,
  useRowMoves,
  WORK,
  WorkGroups,
} from '@/src/features/work';
import { go, useRouteParams } from '@/src/platform';
import { Card, type EmptyProps, ListRow } from '@/src/ui';

const open = ({ id }: TicketRow) => go(STAFF.ticket, { id });

/** A worker's day; with `box=done`, what this worker has finished. */
export default function WorkPage() {
  return useRouteParams().box === 'done' ? <Done /> : <InHand />;
}

/** What is in hand, most pressing first; one's part in others' matters; what waits for somebody of the unit to sign or check. */
function InHand() {
  const work = useBox('work');
  const unit = useBox('unit');
  const together = useBox('together');
  const checks = useBox('checks');
  const moves = useRowMoves(() => {
    work.reload();
    unit.reload();
  });
  const [returning, giveBack] = useState<TicketRow | null>(null);
  const { rows, more } = rowsOf(work.screen);
  const ready = work.screen.state === 'ready';
  const card = {
    onOpen: open,
    doingOn: moves.doingOn,
    onMove: (row: TicketRow, move: 'sign' | 'return') =>
      move === 'sign' ? void moves.move(row, move) : giveBack(row),
  };
  return (
    <StaffPage here={STAFF.work} title={({ name }) => (ready ? WORK.inHand(name, rows.length, more) : name)}>
      {({ desk, leads }) => (
        <>
          <BoxList
            {...work}
            empty={{ title: WORK.emptyTitle, line: WORK.emptyLine, action: elsewhere(desk) }}
          >
            {(mine) => <WorkGroups rows={mine} {...card} />}
          </BoxList>
          {ready && <AlsoBox title={WORK.together} {...together} except={rows} onOpen={open} />}
          {ready && <UnitBox {...unit} except={rows} {...card} />}
          {ready && leads && <AlsoBox title={WORK.checks} {...checks} except={rows} onOpen={open} />}
          {ready && (
            <Card flush>
              <ListRow icon="check" title={WORK.done} onPress={() => go(STAFF.work, { box: 'done' })} />
            </Card>
          )}
          {returning && (
            <MoveSheets
              move="return"
              ticket={{ id: returning.id }}
              busy={moves.doingOn(returning.id) !== null}
              onClose={() => giveBack(null)}
              onSend={(move, evidence) => moves.move(returning, move, evidence)}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}

/** Who holds no post that works on tickets is shown where their own work is. */
function elsewhere(desk: readonly Desk[]): EmptyProps['action'] {
  if (desk.includes('worker')) return undefined;
  if (desk.includes('dispatcher'))
    return { label: WORK.toPool, onPress: () => go(STAFF.pool, {}, 'replace') };
  return { label: WORK.toLate, onPress: () => go(STAFF.late, {}, 'replace') };
}

function Done() {
  const done = useBox('done');
  return (
    <StaffPage here={STAFF.work} back={{ words: WORK.back, to: STAFF.work }} title={() => WORK.done}>
      {() => (
        <BoxList {...done} empty={{ title: WORK.emptyDoneTitle, line: WORK.emptyDoneLine }}>
          {(rows) => <WorkGroups rows={rows} plain onOpen={open} />}
        </BoxList>
      )}
    </StaffPage>
  );
}
