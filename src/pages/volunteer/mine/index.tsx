import { CLAIMS_MAX } from '@/domain/wish/kinds';
import { MINE, useWishes, WaitingList, WISH, WishList } from '@/src/features/wish';
import { go, useRouteParams } from '@/src/platform';
import { Card, type EmptyProps, ListRow, Section } from '@/src/ui';
import { toWish, VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** What a volunteer has in hand; with a `box`, what they have done for others, or what somebody has wished. */
export default function MinePage() {
  const { box } = useRouteParams();
  return box === 'posted' || box === 'helped' ? <Behind box={box} /> : <Held />;
}

function Held() {
  return (
    <VolunteerPage here={VOLUNTEER.mine} title={MINE.title}>
      {() => <HeldList />}
    </VolunteerPage>
  );
}

function HeldList() {
  const held = useWishes('held');
  const toWall = { label: MINE.toWall, onPress: () => go(VOLUNTEER.wall, {}, 'replace') };
  const rows = held.screen.state === 'ready' ? held.screen.data.rows : [];
  const inHand = rows.filter(({ state }) => state === 'claimed').length;
  return (
    <>
      <Section title={MINE.inHand(inHand, CLAIMS_MAX)}>
        <WishList
          {...held}
          standing
          empty={{ art: 'rest', title: MINE.emptyTitle, line: MINE.emptyLine, action: toWall }}
          onOpen={toWish}
        />
      </Section>
      <WaitingList onOpen={toWish} />
      <Card flush>
        <ListRow
          icon="check"
          title={MINE.helped}
          line={MINE.helpedLine}
          onPress={() => go(VOLUNTEER.mine, { box: 'helped' })}
        />
      </Card>
    </>
  );
}

/** Lists behind a tab: of the wall for everybody, of one's own claims for volunteers. */
const BEHIND = {
  posted: {
    title: MINE.postedTitle,
    back: { words: WISH.back, to: VOLUNTEER.wall },
    empty: { title: MINE.postedEmptyTitle, line: MINE.postedEmptyLine },
  },
  helped: {
    title: MINE.helped,
    back: { words: MINE.title, to: VOLUNTEER.mine },
    empty: { title: MINE.helpedEmptyTitle },
  },
} as const;

function Behind({ box }: { box: keyof typeof BEHIND }) {
  const { title, back, empty } = BEHIND[box];
  return (
    <VolunteerPage open={box === 'posted'} here={VOLUNTEER.mine} title={title} back={back}>
      {() => <BehindList box={box} empty={empty} />}
    </VolunteerPage>
  );
}

function BehindList({ box, empty }: { box: keyof typeof BEHIND; empty: EmptyProps }) {
  return <WishList {...useWishes(box)} standing empty={empty} onOpen={toWish} />;
}
