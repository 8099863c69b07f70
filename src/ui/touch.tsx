import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { press } from './a11y';

/** A part of a card that one can press, where other buttons stand beside it. Its words are what is spoken. */
export function Touch({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <View className="touch" {...press(onPress)}>
      {children}
    </View>
  );
}
