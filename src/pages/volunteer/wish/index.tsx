import type { WishView } from '@/contract';
import { useConsent } from '@/src/features/budget/use-consent';
import { useCatalogue } from '@/src/features/menu';
import {
  hasWishBar,
  useWish,
  useWishMoves,
  WISH,
  WishBar,
  type WishOnScreen,
  WishOther,
  WishPeople,
  WishSheet,
  WishSlip,
  WishStory,
  WishWords,
} from '@/src/features/wish';
import { go, usePulled, useRouteParams, useSession, useShare } from '@/src/platform';
import { ActionBar, Button, Page, WhenReady } from '@/src/ui';
import { toWish, VOLUNTEER } from '../paths';

/** One wish, for whoever opens it: the neighbour who posted it, the volunteer who has it, the desk, or anybody. */
export default function WishPage() {
  const { id = '' } = useRouteParams();
  const wish = useWish(id);
  usePulled(wish.reload);
  useShare('心愿墙上的一个微心愿', `${VOLUNTEER.wish}?id=${id}`);
  if (wish.screen.state === 'ready') return <Opened {...wish} wish={wish.screen.data} />;
  return (
    <Page back={WISH.back} backTo={VOLUNTEER.wall}>
      <WhenReady screen={wish.screen}>{() => null}</WhenReady>
    </Page>
  );
}

const TICKET = '/pages/resident/ticket/index';
const STAFF_TICKET = '/pages/staff/ticket/index';

function Opened({ wish, doing, move }: Pick<WishOnScreen, 'doing' | 'move'> & { wish: WishView }) {
  const moves = useWishMoves({ move }, useConsent(['task']));
  const { screen } = useSession();
  const stranger = screen.state === 'ready' && screen.data.volunteer === null;
  const invite = stranger && wish.state === 'open' && !wish.mine && !wish.desk;
  const bar = hasWishBar(wish) ? (
    <WishBar wish={wish} moves={moves} doing={doing} />
  ) : invite ? (
    <ActionBar>
      <Button onPress={() => go(VOLUNTEER.register)}>{WISH.register}</Button>
    </ActionBar>
  ) : undefined;
  return (
    <Page back={wish.desk ? WISH.backToDesk : WISH.back} backTo={VOLUNTEER.wall} bar={bar}>
      <WishSlip wish={wish} />
      <WishWords
        wish={wish}
        onThread={(kind, id) =>
          kind === 'wish' ? toWish(id) : go(wish.mine ? TICKET : STAFF_TICKET, { id })
        }
      />
      <WishPeople wish={wish} />
      <WishStory wish={wish} />
      <WishOther wish={wish} moves={moves} />
      {wish.allowed.includes('turn') && moves.speaking === 'turn' ? (
        <Turning wish={wish} moves={moves} doing={doing} move={move} />
      ) : (
        <WishSheet wish={wish} moves={moves} doing={doing} move={move} services={[]} />
      )}
    </Page>
  );
}

/** The menu is fetched only when a wish turns out to be something on it. */
function Turning(props: Omit<Parameters<typeof WishSheet>[0], 'services'>) {
  const menu = useCatalogue();
  const services = menu.screen.state === 'ready' ? menu.screen.data.services : [];
  return <WishSheet {...props} services={services} />;
}
