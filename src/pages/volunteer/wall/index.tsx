import { useState } from 'react';
import type { Me } from '@/contract';
import { ScanCard, usePlace } from '@/src/features/place';
import { useWall, WALL, type WallChoice, WallFilter, WishList } from '@/src/features/wish';
import { go, useRouteParams, useShare } from '@/src/platform';
import { ActionBar, Bones, Button, Card, ListRow, Section } from '@/src/ui';
import { toWish, VOLUNTEER } from '../paths';
import { VolunteerPage } from '../volunteer-page';

/** The wish wall: for everybody to read, for volunteers to claim. What waits longest is in front. */
export default function WallPage() {
  useShare(WALL.title, VOLUNTEER.wall);
  return (
    <VolunteerPage
      open
      here={VOLUNTEER.wall}
      title={WALL.title}
      bar={
        <ActionBar>
          <Button onPress={() => go(VOLUNTEER.post)}>{WALL.post}</Button>
        </ActionBar>
      }
    >
      {(me) => <Wall me={me} />}
    </VolunteerPage>
  );
}

const FIRST: Omit<WallChoice, 'scene'> = { shelf: 'open', near: false, fit: false, kind: undefined };

function Wall({ me }: { me: Me }) {
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  const [choice, choose] = useState(FIRST);
  const volunteer = me.volunteer !== null;
  const known = here.place !== null || (me.volunteer?.places.length ?? 0) > 0 || me.staff !== null;
  return (
    <>
      {!known && (here.reading ? <Bones cards={3} /> : <ScanCard here={here} />)}
      {known && (
        <>
          <WallFilter
            choice={choice}
            volunteer={volunteer}
            onChange={(change) => choose({ ...choice, ...change })}
          />
          <Rows choice={{ ...choice, scene: here.place?.scene }} />
        </>
      )}
      <Card flush>
        <ListRow
          icon="slip"
          title={WALL.mine}
          line={WALL.mineLine}
          onPress={() => go(VOLUNTEER.mine, { box: 'posted' })}
        />
        {!volunteer && <ListRow icon="heart" title={WALL.register} onPress={() => go(VOLUNTEER.register)} />}
      </Card>
    </>
  );
}

function Rows({ choice }: { choice: WallChoice }) {
  const wall = useWall(choice);
  const empty =
    choice.shelf === 'open'
      ? { title: WALL.emptyTitle, line: WALL.emptyLine }
      : { title: WALL.emptyTakenTitle, line: WALL.emptyTakenLine };
  return (
    <Section title={wall.about ? WALL.around(wall.about.where) : WALL.title}>
      <WishList {...wall} empty={empty} onOpen={toWish} />
    </Section>
  );
}
