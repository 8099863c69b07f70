import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { Button, Row, Section, Segments, Text } from '@/src/ui';
import { apart } from '@/src/ui/apart';
import { rowsOf } from './box-list';
import { grouped } from './groups';
import type { BoxOnScreen } from './use-box';
import { countsOf, type Day, shownOf, stepOf } from './use-day';
import { DAY, WORK } from './words';
import { WorkCard } from './work-card';

export interface Cards {
  onOpen: (row: TicketRow) => void;
  doingOn?: (id: string) => TicketMove | null;
  /** One tap to the next step. */
  onMove?: (row: TicketRow, move: TicketMove) => void;
}

/** Only those who asked for it fetch it. */
const WorkRoute = apart(() => import('./work-route').then((part) => part.WorkRoute));

/** What a card offers: the next step; before it is signed, giving it back stands beside. */
function quickOf(row: TicketRow): readonly TicketMove[] {
  const step = stepOf(row);
  return step === 'sign' ? ['return', step] : step ? [step] : [];
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

/** What is in hand, as the worker chose to see it: by step, by hurry or by the way round. */
export function WorkDay({ rows, day, ...card }: Cards & { rows: readonly TicketRow[]; day: Day }) {
  const counts = countsOf(rows);
  const shown = counts.length > 0 ? shownOf(rows, day.shown) : rows;
  // a way round needs two places that somebody has measured
  const mayGoRound = rows.filter(({ at }) => at).length > 1;
  return (
    <>
      {counts.length > 0 && (
        <Segments
          options={counts.map(({ value, count }) => ({ value, label: `${DAY.shown[value]} ${count}` }))}
          chosen={shown === rows ? 'all' : day.shown}
          onChange={day.show}
        />
      )}
      {mayGoRound && (
        <Row fill="first">
          <Text kind="note">{day.byRoute ? DAY.routeLine : DAY.timeLine}</Text>
          <Button kind="quiet" small icon={day.byRoute ? 'clock' : 'pin'} onPress={day.turn}>
            {day.byRoute ? DAY.byTime : DAY.byRoute}
          </Button>
        </Row>
      )}
      {mayGoRound && day.byRoute ? (
        <WorkRoute rows={shown} day={day} {...card} />
      ) : (
        <WorkGroups rows={shown} {...card} />
      )}
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

export function WorkCards({
  rows,
  overseen,
  where,
  onOpen,
  doingOn,
  onMove,
}: Cards & { rows: readonly TicketRow[]; overseen?: boolean; where?: string | undefined }) {
  return (
    <>
      {rows.map((row) => (
        <WorkCard
          key={row.id}
          ticket={row}
          overseen={overseen}
          where={where}
          onOpen={() => onOpen(row)}
          moves={quickOf(row)}
          doing={doingOn?.(row.id) ?? null}
          onMove={onMove && ((move) => onMove(row, move))}
        />
      ))}
    </>
  );
}
