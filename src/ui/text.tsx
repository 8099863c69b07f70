import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, cls } from './a11y';

export interface TextProps {
  /** hero 26, title 22, head 17 (all bold), body 15, note 14. Body when not said. */
  kind?: 'hero' | 'title' | 'head' | 'body' | 'note';
  tone?: 'ink' | 'soft' | 'seal' | 'pine' | 'amber';
  strong?: boolean;
  /** At most so many lines; the rest is cut with an ellipsis. */
  lines?: 1 | 2 | 3;
  /** Digits of one width, for numbers that change or stand under each other. */
  tabular?: boolean;
  centred?: boolean;
  /** Keeps the line breaks that a person typed. */
  kept?: boolean;
  children?: ReactNode;
}

/** A paragraph. Hero and title are spoken as headings. */
export function Text({ kind = 'body', tone, strong, lines, tabular, centred, kept, children }: TextProps) {
  return (
    <View
      className={cls(
        'text',
        kind !== 'body' && `is-${kind}`,
        tone && `is-${tone}`,
        strong && 'is-strong',
        lines && `is-${lines}`,
        tabular && 'is-tabular',
        centred && 'is-centred',
        kept && 'is-kept',
      )}
      {...a11y({ role: kind === 'hero' || kind === 'title' ? 'heading' : undefined })}
    >
      {children}
    </View>
  );
}
