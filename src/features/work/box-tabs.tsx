/** Several boxes of one desk on one page: a segment for each, with its count; one is open. */
import { useState } from 'react';
import type { TicketRow } from '@/contract';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { Section, Segments } from '@/src/ui';
import { BoxList, rowsOf } from './box-list';
import { BOX_WORDS, type BoxName, type BoxWords } from './box-words';
import { countByState } from './groups';
import { MoveSheets } from './move-sheets';
import type { BoxOnScreen } from './use-box';
import { useRowMoves } from './use-row-moves';
import { WorkCard } from './work-card';

export type Boxes = Readonly<Partial<Record<BoxName, BoxOnScreen>>>;

/** What hands a ticket over straight from its card. */
const HANDS_OVER: Readonly<Partial<Record<BoxName, TicketMove>>> = { pool: 'dispatch', rulings: 'rule' };

export interface BoxTabsOnScreen {
  readonly open: BoxName;
  readonly choose: (box: BoxName) => void;
  /** The sentence at the head of the page; undefined while the open box is being read. */
  readonly title: string | undefined;
}

/** Which box is open, `first` at first. */
export function useBoxTabs(boxes: Boxes, first: BoxName): BoxTabsOnScreen {
  const [open, choose] = useState<BoxName>(first);
  const list = boxes[open];
  const ready = list?.screen.state === 'ready';
  return { open, choose, title: list && ready ? titleOf(BOX_WORDS[open], list) : undefined };
}

export interface BoxTabsProps extends BoxTabsOnScreen {
  boxes: Boxes;
  onOpen: (row: TicketRow) => void;
}

export function BoxTabs({ boxes, open, choose, onOpen }: BoxTabsProps) {
  const names = Object.keys(boxes) as BoxName[];
  const moves = useRowMoves(() => {
    for (const name of names) boxes[name]?.reload();
  });
  const [handing, handOver] = useState<TicketRow | null>(null);
  const list = boxes[open];
  const move = HANDS_OVER[open];
  if (!list) return null;
  const { emptyTitle, emptyLine } = BOX_WORDS[open];
  const cards = (rows: readonly TicketRow[]) =>
    rows.map((row) => (
      <WorkCard
        key={row.id}
        ticket={row}
        overseen
        onOpen={() => onOpen(row)}
        moves={move && [move]}
        doing={moves.doingOn(row.id)}
        onMove={() => handOver(row)}
      />
    ));
  return (
    <>
      {names.length > 1 && (
        <Segments
          options={names.map((name) => ({ value: name, label: labelOf(name, boxes[name]) }))}
          chosen={open}
          onChange={choose}
        />
      )}
      <BoxList key={open} {...list} empty={{ title: emptyTitle, line: emptyLine }}>
        {(rows) =>
          open === 'late' ? <Section title={countByState(rows)}>{cards(rows)}</Section> : cards(rows)
        }
      </BoxList>
      {handing && move && (
        <MoveSheets
          move={move}
          ticket={handing}
          busy={moves.doingOn(handing.id) !== null}
          onClose={() => handOver(null)}
          onSend={(name, evidence) => moves.move(handing, name, evidence)}
        />
      )}
    </>
  );
}

/** 裁定 2; the count alone is left out while nothing is there. */
function labelOf(name: BoxName, list: BoxOnScreen | undefined): string {
  const { tab } = BOX_WORDS[name];
  const { rows, more } = list ? rowsOf(list.screen) : { rows: [], more: false };
  return rows.length === 0 ? tab : `${tab} ${rows.length}${more ? '+' : ''}`;
}

function titleOf({ some, none }: BoxWords, { screen }: BoxOnScreen): string {
  const { rows, more } = rowsOf(screen);
  return rows.length === 0 ? none : some(more ? `至少 ${rows.length}` : `${rows.length}`);
}

/** The part of a box that a reader looks for: rows that have not been read yet are counted once they are. */
export function partOf(list: BoxOnScreen, wanted: (row: TicketRow) => boolean): BoxOnScreen {
  const { screen } = list;
  if (screen.state !== 'ready') return list;
  return { ...list, screen: { ...screen, data: { ...screen.data, rows: screen.data.rows.filter(wanted) } } };
}
