import type { TicketRow } from '@/contract';
import { Button, Section } from '@/src/ui';
import { isForYou, isOpenRow } from './for-you';
import { TicketCard } from './ticket-card';
import { LISTS } from './words';

export interface TicketListsProps {
  rows: readonly TicketRow[];
  more: boolean;
  onOpen: (id: string) => void;
  onMore: () => void;
}

/** My requests: what waits for me, what is under way, what has ended. */
export function TicketLists({ rows, more, onOpen, onMore }: TicketListsProps) {
  const parts = [
    { title: LISTS.forYou, tone: 'today', rows: rows.filter(isForYou) },
    {
      title: LISTS.open,
      tone: 'plain',
      rows: rows.filter((row) => !isForYou(row) && isOpenRow(row)),
    },
    { title: LISTS.ended, tone: 'plain', rows: rows.filter((row) => !isOpenRow(row)) },
  ] as const;
  return (
    <>
      {parts.map(
        ({ title, tone, rows: some }) =>
          some.length > 0 && (
            <Section key={title} title={title} tone={tone} count={some.length}>
              {some.map((row) => (
                <TicketCard key={row.id} ticket={row} onPress={() => onOpen(row.id)} />
              ))}
            </Section>
          ),
      )}
      {more && (
        <Button kind="quiet" onPress={onMore}>
          {LISTS.more}
        </Button>
      )}
    </>
  );
}
