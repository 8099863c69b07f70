import { LISTS, TicketLists, useTickets } from '@/src/features/ticket';
import { WaitingSlips } from '@/src/features/waiting/apart';
import { usePulled, useWhenSent } from '@/src/platform';
import { AsOf, Empty, Page, WhenReady } from '@/src/ui';
import { TICKETS_PATH, toMenu, toRefused, toTicket } from '../paths';
import { ResidentTabs } from '../tabs';

/** Everything I have asked for. */
export default function TicketsPage() {
  const { screen, reload, readMore } = useTickets('mine');
  usePulled(reload);
  useWhenSent(reload);
  return (
    <Page title={LISTS.title} tabs={<ResidentTabs here={TICKETS_PATH} />}>
      <AsOf screen={screen} />
      <WaitingSlips onCorrect={toRefused} />
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
