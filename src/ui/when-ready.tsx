import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Screen } from '@/src/platform/loaded';
import { a11y } from './a11y';
import { Button } from './button';
import { Text } from './text';

export interface WhenReadyProps<T> {
  screen: Screen<T>;
  children: (data: T) => ReactNode;
}

/** Alone knows waiting and failing; everything else is drawn from loaded data. */
export function WhenReady<T>({ screen, children }: WhenReadyProps<T>) {
  if (screen.state === 'ready') return <>{children(screen.data)}</>;
  if (screen.state === 'waiting') return <Bones />;
  return (
    <View className="blank" {...a11y({ role: 'alert' })}>
      <View className="blank-art blank-offline" {...a11y({ hidden: true })} />
      <Text kind="head">{screen.offline ? '网络不通' : '没有打开'}</Text>
      <View className="blank-line">
        <Text tone="soft">{screen.words}</Text>
      </View>
      <Button kind="outline" onPress={screen.retry}>
        再试一次
      </Button>
    </View>
  );
}

/** One of them: the room of a card that is on its way. */
export const Bone = () => <Bones cards={1} />;

/** Paper without words yet. */
export function Bones({ cards = 2 }: { cards?: number }) {
  return (
    <View {...a11y({ role: 'status', label: '正在打开' })}>
      {Array.from({ length: cards }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <View key={i} className="bones">
          <View className="bone is-mid" />
          <View className="bone is-wide" />
          <View className="bone is-short" />
        </View>
      ))}
    </View>
  );
}
