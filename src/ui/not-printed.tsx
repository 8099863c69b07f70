import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Around what is only for the screen. */
export function NotPrinted({ children }: { children: ReactNode }) {
  return <View className="not-printed">{children}</View>;
}
