import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
export function Page({ children }: { children: ReactNode }) {
  return (
    <View aria-role="button" aria-label="x">
      {children}
    </View>
  );
}
