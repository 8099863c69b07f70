import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls } from './a11y';

export interface TimelineEntry {
  id: string;
  /** The sentence, bold for the newest. */
  title: string;
  /** What was said or done, under it. */
  text?: string;
  when: string;
  /** Photos, or a link such as 为什么是他. */
  more?: ReactNode;
}

/** What happened, newest first; the first entry is where things stand now. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <View className="events">
      {entries.map(({ id, title, text, when, more }, i) => (
        <View key={id} className={cls('event', i === 0 && 'is-now')}>
          <View className="event-dot" />
          <View className={cls('event-words', i === 0 && 'event-title')}>{title}</View>
          {text && <View className="event-words">{text}</View>}
          <View className="event-when">{when}</View>
          {more && <View className="event-more">{more}</View>}
        </View>
      ))}
    </View>
  );
}
