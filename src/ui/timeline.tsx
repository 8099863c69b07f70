import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls, press } from './a11y';

export interface TimelineEntry {
  id: string;
  /** The sentence, bold for the newest. */
  title: string;
  /** What was said or done, under it. */
  text?: string;
  when: string;
  /** After the moment: 为什么是他. */
  link?: { words: string; onPress: () => void };
  /** Photos. */
  more?: ReactNode;
}

/** What happened, newest first; the first entry is where things stand now. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <View className="events">
      {entries.map(({ id, title, text, when, link, more }, i) => (
        <View key={id} className={cls('event', i === 0 && 'is-now')}>
          <View className="event-dot" />
          <View className={cls('event-words', i === 0 && 'event-title')}>{title}</View>
          {text && <View className="event-words">{text}</View>}
          <View className="event-foot">
            <View className="event-when">{when}</View>
            {link && (
              <View className="event-link" {...press(link.onPress, { role: 'link' })}>
                {link.words} ›
              </View>
            )}
          </View>
          {more && <View className="event-more">{more}</View>}
        </View>
      ))}
    </View>
  );
}
