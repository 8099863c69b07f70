import { View } from '@tarojs/components';
import { go } from '@/src/platform/route';
import { a11y, cls, press } from './a11y';
import { Icon } from './icon';

export interface Tab {
  icon: string;
  label: string;
  /** The page's path, beginning with a slash. */
  url: string;
  /** How many wait there; drawn when above 0, at most 99. */
  count?: number;
}

/** The tabs of one role. Give it to Page as `tabs`; a tap replaces the page, so Back leaves the app. */
export function TabBar({ tabs, here }: { tabs: readonly Tab[]; here: string }) {
  return (
    <View className="tabs" {...a11y({ role: 'tablist' })}>
      {tabs.map(({ icon, label, url, count = 0 }) => (
        <View
          key={url}
          className={cls('tab', url === here && 'is-here')}
          {...press(() => url !== here && go(url, {}, 'replace'), {
            role: 'tab',
            label: count > 0 ? `${label}，${count} 件` : label,
            selected: url === here,
          })}
        >
          <Icon name={icon} />
          {label}
          {count > 0 && (
            <View className="tab-count" {...a11y({ hidden: true })}>
              {count > 99 ? '99+' : count}
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
