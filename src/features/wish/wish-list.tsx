import type { WishRow } from '@/contract';
import type { Rows, Screen } from '@/src/platform';
import { Button, Empty, type EmptyProps, WhenReady } from '@/src/ui';
import { WishCard } from './wish-card';
import { WALL } from './words';

export interface WishListProps {
  screen: Screen<Rows<WishRow>>;
  empty: EmptyProps;
  readMore: () => void;
  onOpen: (id: string) => void;
  standing?: boolean;
}

/** A list of wishes: waiting, failing, empty, or its rows with a way to more. */
export function WishList({ screen, empty, readMore, onOpen, standing }: WishListProps) {
  return (
    <WhenReady screen={screen}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty {...empty} />
        ) : (
          <>
            {rows.map((wish) => (
              <WishCard key={wish.id} wish={wish} standing={standing} onPress={() => onOpen(wish.id)} />
            ))}
            {more && (
              <Button kind="quiet" onPress={readMore}>
                {WALL.more}
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  );
}
