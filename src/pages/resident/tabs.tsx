import { useForYou } from '@/src/features/ticket';
import { TabBar } from '@/src/ui';
import { HOME, ME_PATH, TICKETS_PATH } from './paths';

/** The resident's tab bar. */
export function ResidentTabs({ here }: { here: string }) {
  const forYou = useForYou();
  return (
    <TabBar
      here={here}
      tabs={[
        { icon: 'home', label: '首页', url: HOME },
        { icon: 'slip', label: '办件', url: TICKETS_PATH, count: forYou },
        { icon: 'person', label: '我的', url: ME_PATH },
      ]}
    />
  );
}
