import { CLAIMS_MAX } from '@/domain/wish/kinds';
import { MINE, useWishes, WISH, WishList } from '@/src/features/wish';
import { go, useRouteParams } from '@/src/platform';
import { Section } from '@/src/ui';
import { toWish, VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** What a volunteer has in hand and has done; with `box=posted`, what somebody has wished, for everybody. */
export default function MinePage() {
  return useRouteParams().box === 'posted' ? <Posted /> : <Claimed />;
}

function Claimed() {
  return (
    <VolunteerPage here={VOLUNTEER.mine} title={MINE.title}>
      {() => <Lists />}
    </VolunteerPage>
  );
}

function Lists() {
  const held = useWishes('held');
  const helped = useWishes('helped');
  const toWall = { label: MINE.toWall, onPress: () => go(VOLUNTEER.wall, {}, 'replace') };
  const done = helped.screen.state === 'ready' && helped.screen.data.rows.length > 0;
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
      {done && (
        <Section title={MINE.helped}>
          <WishList {...helped} standing empty={{ title: '' }} onOpen={toWish} />
        </Section>
      )}
    </>
  );
}

function Posted() {
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.mine}
      title={MINE.postedTitle}
      back={{ words: WISH.back, to: VOLUNTEER.wall }}
    >
      {() => <PostedList />}
    </VolunteerPage>
  );
}

function PostedList() {
  const posted = useWishes('posted');
  return (
    <WishList
      {...posted}
      standing
      empty={{ title: MINE.postedEmptyTitle, line: MINE.postedEmptyLine }}
      onOpen={toWish}
    />
  );
}
