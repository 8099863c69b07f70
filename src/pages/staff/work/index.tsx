import { useEffect, useState } from 'react';
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { type Desk, STAFF, StaffPage } from '@/src/features/desk';
import { expected } from '@/src/features/ticket';
import { WaitingWork } from '@/src/features/waiting/apart';
import {
  AlsoBox,
  BoxList,
  type BoxOnScreen,
  confirmed,
  MoveSheets,
  ONE_TAP,
  rowsOf,
  UnitBox,
  useAhead,
  useBox,
  useDay,
  useRowMoves,
  WORK,
  WorkDay,
  WorkGroups,
} from '@/src/features/work';
import { go, matterOf, outbox, useRouteParams, useStore, useWhenSent } from '@/src/platform';
import { fetchAhead } from '@/src/platform/ahead';
import { AsOf, Card, type EmptyProps, ListRow } from '@/src/ui';

const open = ({ id }: TicketRow) => go(STAFF.ticket, { id });

/** A worker's day; with `box=done`, what this worker has finished. */
export default function WorkPage() {
  return useRouteParams().box === 'done' ? <Done /> : <InHand />;
}

/** What is in hand, most pressing first; one's part in others' matters; what waits for somebody of the unit to sign or check. */
function InHand() {
  const work = useExpected(useBox('work'));
  const unit = useExpected(useBox('unit'));
  const together = useBox('together');
  const checks = useBox('checks');
  const consents = useBox('consents');
  const reload = () => {
    work.reload();
    unit.reload();
  };
  const moves = useRowMoves(reload);
  useWhenSent(reload);
  useAhead(work.screen);
  useEffect(() => fetchAhead('staff_ticket'), []);
  const day = useDay();
  const [making, make] = useState<{ row: TicketRow; move: TicketMove } | null>(null);
  const { rows, more } = rowsOf(work.screen);
  const ready = work.screen.state === 'ready';
  const step = async (row: TicketRow, move: TicketMove) => {
    if (!ONE_TAP.includes(move)) return make({ row, move });
    if (await confirmed(move, undefined)) await moves.move(row, move);
  };
  const card = {
    onOpen: open,
    doingOn: moves.doingOn,
    onMove: (row: TicketRow, move: TicketMove) => void step(row, move),
  };
  return (
    <StaffPage here={STAFF.work} title={({ name }) => (ready ? WORK.inHand(name, rows.length, more) : name)}>
      {({ desk, leads }) => (
        <>
          <AsOf screen={work.screen} />
          <WaitingWork onOpen={(id) => go(STAFF.ticket, { id })} />
          <BoxList
            {...work}
            empty={{ title: WORK.emptyTitle, line: WORK.emptyLine, action: elsewhere(desk) }}
          >
            {(mine) => <WorkDay rows={mine} day={day} {...card} />}
          </BoxList>
          {ready && <AlsoBox title={WORK.together} {...together} except={rows} onOpen={open} />}
          {ready && <UnitBox {...unit} except={rows} {...card} />}
          {ready && leads && <AlsoBox title={WORK.consents} {...consents} except={rows} onOpen={open} />}
          {ready && leads && <AlsoBox title={WORK.checks} {...checks} except={rows} onOpen={open} />}
          {ready && (
            <Card flush>
              <ListRow icon="check" title={WORK.done} onPress={() => go(STAFF.work, { box: 'done' })} />
            </Card>
          )}
          {making && (
            <MoveSheets
              move={making.move}
              ticket={making.row}
              busy={moves.doingOn(making.row.id) !== null}
              onClose={() => make(null)}
              onSend={(move, evidence) => moves.move(making.row, move, evidence)}
            />
          )}
        </>
      )}
    </StaffPage>
  );
}

/** A box as it will be once what waits on this phone has arrived. */
function useExpected(box: BoxOnScreen): BoxOnScreen {
  const waiting = useStore(outbox);
  const { screen } = box;
  if (waiting.length === 0 || screen.state !== 'ready') return box;
  const { rows, more } = screen.data;
  const soon = rows.map((row) =>
    expected(
      row,
      waiting.filter((one) => matterOf(one) === row.id),
    ),
  );
  return { ...box, screen: { ...screen, data: { rows: soon, more } } };
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
