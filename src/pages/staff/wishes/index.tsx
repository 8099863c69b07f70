import { useState } from 'react';
import { STAFF, StaffPage } from '@/src/features/desk';
import { REVIEW, useWishes, WishList } from '@/src/features/wish';
import { go } from '@/src/platform';
import { Segments } from '@/src/ui';

const BOXES = [
  { value: 'review', label: REVIEW.review },
  { value: 'confirm', label: REVIEW.confirm },
] as const;

const WISH = '/pages/volunteer/wish/index';

/** The desk's wishes: what waits to go up on the wall, and what was delivered and not yet confirmed. */
export default function WishesPage() {
  return (
    <StaffPage here={STAFF.wishes} back={{ words: '我的', to: STAFF.me }} title={() => REVIEW.title}>
      {() => <Boxes />}
    </StaffPage>
  );
}

function Boxes() {
  const [box, choose] = useState<'review' | 'confirm'>('review');
  return (
    <>
      <Segments options={BOXES} chosen={box} onChange={choose} />
      <Box key={box} box={box} />
    </>
  );
}

function Box({ box }: { box: 'review' | 'confirm' }) {
  const list = useWishes(box);
  const empty =
    box === 'review'
      ? { title: REVIEW.emptyTitle, line: REVIEW.emptyLine }
      : { title: REVIEW.emptyConfirmTitle, line: REVIEW.emptyConfirmLine };
  return <WishList {...list} standing empty={{ art: 'rest', ...empty }} onOpen={(id) => go(WISH, { id })} />;
}
