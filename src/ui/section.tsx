import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, cls } from './a11y';
import type { Tone } from './tone';

export interface SectionProps {
  title: string;
  count?: number;
  tone?: Tone;
  /** A quiet button or a note at the right end. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** A heading in small bold type and what stands under it. */
export function Section({ title, count, tone = 'plain', aside, children }: SectionProps) {
  return (
    <View className={cls('section', tone !== 'plain' && `is-${tone}`)}>
      <View className="section-head">
        <View className="section-title" {...a11y({ role: 'heading' })}>
          {count === undefined ? title : `${title} ${count}`}
        </View>
        {aside}
      </View>
      {children}
    </View>
  );
}
