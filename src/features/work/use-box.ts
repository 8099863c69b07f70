/** One of a worker's boxes, read only by those whose desk has it. */
import type { Input, Me, Page, TicketRow } from '@/contract';
import { call, type Rows, type Screen, session, useList, usePulled, useWhileShown } from '@/src/platform';

export type Box = Exclude<Input<'ticket.list'>['box'], 'mine'>;

export interface BoxOnScreen {
  readonly screen: Screen<Rows<TicketRow>>;
  readonly reload: () => void;
  readonly readMore: () => void;
}

const NOTHING: Page<TicketRow> = { rows: [], next: null };
/** How often a list looks for news by itself. Milliseconds. */
const LOOK_AGAIN = 60_000;

/**
 * Reads page by page; looks again when the page is shown, pulled, and every minute. A list in which the reader has gone
 * further than the first page waits for a pull: a minute's news must not take the place away.
 */
export function useBox(box: Box): BoxOnScreen {
  const list = useList((after) => readBox(box, after), [box]);
  const deep = list.screen.state === 'ready' && list.screen.data.rows.length > FIRST_PAGE;
  useWhileShown(() => !deep && list.reload(), LOOK_AGAIN);
  usePulled(list.reload);
  return list;
}

type Desk = NonNullable<Me['staff']>['desk'][number];

/** Rows of one page of a list. */
const FIRST_PAGE = 20;

/** Which desk a box belongs to; asking for another's would only be refused. */
const DESK_OF: Readonly<Partial<Record<Box, readonly string[]>>> = {
  unit: ['worker'],
  together: ['worker'],
  pool: ['dispatcher'],
  rulings: ['dispatcher', 'leader'],
  late: ['dispatcher', 'leader'],
  calls: ['dispatcher'],
  long: ['dispatcher', 'leader'],
};

/** Boxes that a unit's lead has as well. */
const DESK_OR_LEAD: Readonly<Partial<Record<Box, readonly Desk[]>>> = {
  checks: ['dispatcher'],
  consents: ['dispatcher', 'leader'],
};

async function readBox(box: Box, after: string | undefined): Promise<Page<TicketRow>> {
  const { staff } = await session();
  const desks = DESK_OF[box];
  const overseen = DESK_OR_LEAD[box];
  if (overseen && staff && !staff.leads && !overseen.some((desk) => staff.desk.includes(desk)))
    return NOTHING;
  if (!staff || (desks && !desks.some((desk) => staff.desk.some((own) => own === desk)))) return NOTHING;
  return call('ticket.list', after === undefined ? { box } : { box, after });
}
