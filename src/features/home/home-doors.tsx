import { type DoorProps, Doors } from '@/src/ui';
import { HOME_WORDS } from './words';

export interface HomeDoorsProps {
  /** How many services there are; null before the menu is known. */
  services: number | null;
  onOrder: () => void;
  onReport: () => void;
  /** In large type two more: my requests, and the person to call. */
  more?: readonly DoorProps[];
}

/** The two big choices; four in large type. */
export function HomeDoors({ services, onOrder, onReport, more = [] }: HomeDoorsProps) {
  return (
    <Doors
      doors={[
        {
          title: HOME_WORDS.order,
          line: services ? HOME_WORDS.orderCount(services) : HOME_WORDS.orderLine,
          tone: 'seal',
          onPress: onOrder,
        },
        { title: HOME_WORDS.report, line: HOME_WORDS.reportLine, tone: 'pine', onPress: onReport },
        ...more,
      ]}
    />
  );
}
