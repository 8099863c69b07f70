import type { NoticeRow } from '@/contract';
import { NOTICES, NoticeList, useNotices } from '@/src/features/notices';
import { go, usePulled } from '@/src/platform';
import { Button, Empty, Page, WhenReady } from '@/src/ui';
import { STAFF_TICKET_PATH, toTicket, WISH_PATH } from '../paths';

/** What I was told, newest first. */
export default function NoticesPage() {
  const { screen, reload, readMore } = useNotices();
  usePulled(reload);
  return (
    <Page back="返回" title={NOTICES.title}>
      <WhenReady screen={screen}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Empty art="bell" title={NOTICES.emptyTitle} line={NOTICES.emptyLine} />
          ) : (
            <>
              <NoticeList rows={rows} onOpen={open} />
              {more && (
                <Button kind="quiet" onPress={readMore}>
                  {NOTICES.more}
                </Button>
              )}
            </>
          )
        }
      </WhenReady>
    </Page>
  );
}

/** The first letter of an id says what it is. */
function open({ ticket, forStaff }: NoticeRow): void {
  if (ticket.startsWith('w')) go(WISH_PATH, { id: ticket });
  else if (forStaff) go(STAFF_TICKET_PATH, { id: ticket });
  else toTicket(ticket);
}
