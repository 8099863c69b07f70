import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls } from './a11y';
import type { Tone } from './tone';

/** A word in its colour. The word alone must be enough: 超 40 分钟, 剩 2 小时, 正在办. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <View className={cls('chip', tone !== 'plain' && `is-${tone}`)}>{children}</View>;
}
