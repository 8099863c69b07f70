import { View } from '@tarojs/components';
import { Children, type ReactNode } from 'react';
import { cls } from './a11y';

/** Things under each other, `gap` design pixels apart (4, 8, 12, 16 or 20). */
export function Stack({ gap = 8, children }: { gap?: 4 | 8 | 12 | 16 | 20; children?: ReactNode }) {
  return <View className={`stack gap-${gap}`}>{spaced(children, 'stack-cell')}</View>;
}

export interface RowProps {
  gap?: 4 | 8 | 12 | 16 | 20;
  /** even: cells of one width; apart: pushed to both ends; first: the first takes what is left. */
  fill?: 'even' | 'apart' | 'first';
  top?: boolean;
  wrap?: boolean;
  children?: ReactNode;
}

/** Things beside each other. */
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
      {spaced(children, 'row-cell')}
    </View>
  );
}

/** Old web views know no flex `gap`: each child gets a cell that carries the distance. */
function spaced(children: ReactNode, name: string) {
  return Children.toArray(children).map((child, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells are places, not things
    <View key={i} className={name}>
      {child}
    </View>
  ));
}

/** A dashed line across a card, as on a form. */
export function Rule() {
  return <View className="rule" />;
}
