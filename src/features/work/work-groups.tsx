import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { Button, Section } from '@/src/ui';
import { rowsOf } from './box-list';
import { grouped } from './groups';
import type { BoxOnScreen } from './use-box';
import { WORK } from './words';
import { WorkCard } from './work-card';

/** What a card of the list offers when it may. */
const QUICK = ['return', 'sign'] as const satisfies readonly TicketMove[];
export type QuickMove = (typeof QUICK)[number];

interface Cards {
  onOpen: (row: TicketRow) => void;
  doingOn?: (id: string) => TicketMove | null;
  onMove?: (row: TicketRow, move: QuickMove) => void;
}

/** Tickets under the words of their hurry. `plain` for a list of what is over: no headings. */
export function WorkGroups({
  rows,
  plain,
  ...card
}: Cards & { rows: readonly TicketRow[]; plain?: boolean }) {
  if (plain) return <WorkCards rows={rows} {...card} />;
  return (
    <>
      {grouped(rows).map((group) => (
        <Section key={group.name} title={group.title} count={group.rows.length} tone={group.tone}>
          <WorkCards rows={group.rows} {...card} />
        </Section>
      ))}
    </>
  );
}

/** What somebody of my unit must sign and I may; without those that are in my hand already. */
export function UnitBox({
  screen,
  readMore,
  except,
  ...card
}: Cards & BoxOnScreen & { except: readonly TicketRow[] }) {
  const { rows, more } = rowsOf(screen);
  const toSign = rows.filter(
    (row) => row.allowed.includes('sign') && !except.some((mine) => mine.id === row.id),
  );
  if (toSign.length === 0) return null;
  return (
    <Section title={WORK.unit} count={toSign.length}>
      <WorkCards rows={toSign} {...card} overseen />
      {more && (
        <Button kind="quiet" onPress={readMore}>
          {WORK.more}
        </Button>
      )}
    </Section>
  );
}

/** A further box of mine under its words, only when there is something in it that is not in my hand already. */
export function AlsoBox({
  title,
  screen,
  readMore,
  except,
  onOpen,
}: BoxOnScreen & { title: string; except: readonly TicketRow[]; onOpen: (row: TicketRow) => void }) {
  const { rows, more } = rowsOf(screen);
  const others = rows.filter((row) => !except.some((mine) => mine.id === row.id));
  if (others.length === 0) return null;
  return (
    <Section title={title} count={others.length}>
      <WorkCards rows={others} onOpen={onOpen} overseen />
      {more && (
        <Button kind="quiet" onPress={readMore}>
          {WORK.more}
        </Button>
      )}
    </Section>
  );
}

function WorkCards({
  rows,
  overseen,
  onOpen,
  doingOn,
  onMove,
}: Cards & { rows: readonly TicketRow[]; overseen?: boolean }) {
  return (
    <>
      {rows.map((row) => (
        <WorkCard
          key={row.id}
          ticket={row}
          overseen={overseen}
          onOpen={() => onOpen(row)}
          moves={QUICK}
          doing={doingOn?.(row.id) ?? null}
          onMove={onMove && ((move) => onMove(row, move as QuickMove))}
        />
      ))}
    </>
  );
}
