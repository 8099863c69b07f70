import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls, press } from './a11y';
import { Icon } from './icon';

export interface ButtonProps {
  /** main: the one action of the screen (red). yes: an agreement inside a card (green). */
  kind?: 'main' | 'yes' | 'outline' | 'quiet';
  onPress: () => void;
  /** Under way: shows three dots and takes no second press. */
  busy?: boolean;
  disabled?: boolean;
  small?: boolean;
  icon?: string;
  /** Spoken instead of the words, where the words alone say too little. */
  label?: string;
  children: ReactNode;
}

/** As wide as its place; at least 44 px high, 60 in large type. */
export function Button({
  kind = 'main',
  onPress,
  busy,
  disabled,
  small,
  icon,
  label,
  children,
}: ButtonProps) {
  return (
    <View
      className={cls('button', `is-${kind}`, small && 'is-small', disabled && 'is-off')}
      {...press(busy ? undefined : onPress, { label, disabled: disabled || busy })}
    >
      {busy && (
        <View className="button-busy">
          <View className="dot-busy" />
          <View className="dot-busy" />
          <View className="dot-busy" />
        </View>
      )}
      {icon && !busy && <Icon name={icon} size="small" />}
      {children}
    </View>
  );
}

/** The bottom of a page: one main action, at most one other to its left. Give it to Page as `bar`. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <View className="bar">{children}</View>;
}
