import { LISTS, TicketLists, useTickets } from '@/src/features/ticket';
import { usePulled } from '@/src/platform';
import { Empty, Page, WhenReady } from '@/src/ui';
import { TICKETS_PATH, toMenu, toTicket } from '../paths';
import { ResidentTabs } from '../tabs';

/** Everything I have asked for. */
export default function TicketsPage() {
  const { screen, reload, readMore } = useTickets('mine');
  usePulled(reload);
  return (
    <Page title={LISTS.title} tabs={<ResidentTabs here={TICKETS_PATH} />}>
      <WhenReady screen={screen}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Empty
              title={LISTS.emptyTitle}
              line={LISTS.emptyLine}
              action={{ label: LISTS.emptyAction, onPress: () => toMenu('order') }}
            />
          ) : (
            <TicketLists rows={rows} more={more} onOpen={toTicket} onMore={readMore} />
          )
        }
      </WhenReady>
    </Page>
  );
}
