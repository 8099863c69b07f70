import type { NoticeRow } from '@/contract';
import { Card, ListRow } from '@/src/ui';
import { NOTICES } from './words';

/** What one was told, newest first; a tap opens the request it is about. */
export function NoticeList({
  rows,
  onOpen,
}: {
  rows: readonly NoticeRow[];
  onOpen: (row: NoticeRow) => void;
}) {
  return (
    <Card flush>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          icon={row.forStaff ? 'inbox' : 'bell'}
          title={row.words}
          line={row.forStaff ? `${row.when} · ${NOTICES.work}` : row.when}
          onPress={() => onOpen(row)}
        />
      ))}
    </Card>
  );
}
