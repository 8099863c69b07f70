import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls, press } from './a11y';
import type { Tone } from './tone';

export interface CardProps {
  /** late and today draw a coloured edge; a Chip inside must say the same in words. */
  tone?: Tone;
  /** For a card of list rows: less air above and below. */
  flush?: boolean;
  onPress?: () => void;
  /** Spoken for a card one can press; the words inside when not given. */
  label?: string;
  children?: ReactNode;
}

/** A piece of paper on the page. */
export function Card({ tone = 'plain', flush, onPress, label, children }: CardProps) {
  return (
    <View
      className={cls('card', tone !== 'plain' && `is-${tone}`, flush && 'is-flush')}
      {...(onPress && press(onPress, { label }))}
    >
      {children}
    </View>
  );
}
