import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls } from './a11y';

/** Primitives under each other, `gap` design pixels apart. Bare words need a Text to be spaced. */
export function Stack({ gap = 8, children }: { gap?: 4 | 8 | 12 | 16 | 20; children?: ReactNode }) {
  return <View className={`stack gap-${gap}`}>{children}</View>;
}

export interface RowProps {
  gap?: 4 | 8 | 12 | 16 | 20;
  /** even: cells of one width; apart: pushed to both ends; first: the first takes what is left. */
  fill?: 'even' | 'apart' | 'first';
  top?: boolean;
  wrap?: boolean;
  children?: ReactNode;
}

/** Primitives beside each other. */
export function Row({ gap = 8, fill, top, wrap, children }: RowProps) {
  return (
    <View
      className={cls(
        'row',
        `gap-${gap}`,
        top && 'is-top',
        wrap && 'is-wrapped',
        fill === 'even' && 'is-even',
        fill === 'apart' && 'is-apart',
        fill === 'first' && 'is-first',
      )}
    >
      {children}
    </View>
  );
}

/** A dashed line across a card, as on a form. */
export function Rule() {
  return <View className="rule" />;
}
