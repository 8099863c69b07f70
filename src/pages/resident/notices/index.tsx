import type { NoticeRow } from '@/contract';
import { MessagesCard } from '@/src/features/budget';
import { NOTICES, NoticeList, useNotices } from '@/src/features/notices';
import { go, usePulled } from '@/src/platform';
import { Button, Empty, Page, WhenReady } from '@/src/ui';

/** What I was told, newest first. */
export default function NoticesPage() {
  const { screen, reload, readMore } = useNotices();
  usePulled(reload);
  return (
    <Page back="返回" title={NOTICES.title}>
      <MessagesCard />
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

const open = ({ page }: NoticeRow): void => go(`/${page}`);
