import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
export function Text({ children, kind }: { children: ReactNode; kind: string }) {
  return <View className={kind}>{children}</View>;
}
