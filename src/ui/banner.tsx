import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, cls } from './a11y';
import { Button } from './button';
import { Icon } from './icon';
import type { Tone } from './tone';

export interface BannerProps {
  tone?: Tone;
  icon?: string;
  action?: { label: string; onPress: () => void };
  children: ReactNode;
}

/** One sentence that must be seen before the rest: offline, saved as a draft, emergency numbers. */
export function Banner({ tone = 'plain', icon = 'info', action, children }: BannerProps) {
  return (
    <View className={cls('banner', tone !== 'plain' && `is-${tone}`)} {...a11y({ role: 'status' })}>
      <Icon name={icon} size="small" />
      <View className="banner-words">{children}</View>
      {action && (
        <View className="banner-act">
          <Button kind="quiet" small onPress={action.onPress}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  );
}
