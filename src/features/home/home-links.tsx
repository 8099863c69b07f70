import { Card, Chip, ListRow } from '@/src/ui';
import { HOME_WORDS } from './words';

export interface HomeLinksProps {
  large: boolean;
  news: boolean;
  onLarge: (on: boolean) => void;
  onComplain: () => void;
  onNotices: () => void;
  onWall: () => void;
}

/** The quieter things one can do from home. */
export function HomeLinks({ large, news, onLarge, onComplain, onNotices, onWall }: HomeLinksProps) {
  return (
    <Card flush>
      <ListRow
        icon="letters"
        title={large ? HOME_WORDS.usual : HOME_WORDS.large}
        line={large ? HOME_WORDS.usualLine : HOME_WORDS.largeLine}
        onPress={() => onLarge(!large)}
      />
      <ListRow icon="heart" title={HOME_WORDS.wall} line={HOME_WORDS.wallLine} onPress={onWall} />
      <ListRow icon="flag" title={HOME_WORDS.complain} line={HOME_WORDS.complainLine} onPress={onComplain} />
      <ListRow
        icon="bell"
        title={HOME_WORDS.notices}
        aside={news ? <Chip tone="late">{HOME_WORDS.newNotices}</Chip> : undefined}
        onPress={onNotices}
      />
    </Card>
  );
}
