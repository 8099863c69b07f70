import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { press } from './a11y';

/** A part of a card that one can press, where other buttons stand beside it. */
export function Touch({
  onPress,
  label,
  children,
}: {
  onPress: () => void;
  /** Spoken instead of the words inside. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <View className="touch" {...press(onPress, { label })}>
      {children}
    </View>
  );
}
