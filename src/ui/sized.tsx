/** A part of the gallery in one size of type. Not part of the index: only the gallery pays for it. */
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { TypeSize } from '@/src/platform/type-size';
import { cls } from './a11y';

/** Draws what is within as a page of that size would, whatever this phone's own size is. */
export function Sized({ size, children }: { size: TypeSize; children: ReactNode }) {
  return (
    <View className={cls('page', size !== 'normal' && 'is-large', size === 'huge' && 'is-huge')}>
      {children}
    </View>
  );
}
