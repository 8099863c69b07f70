import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { press } from './a11y';
import { Icon } from './icon';
import { Text } from './text';

export interface ListRowProps {
  title: string;
  line?: string;
  icon?: string;
  /** A short value, a Chip, or nothing. */
  aside?: ReactNode;
  /** Draws the arrow, too. */
  onPress?: () => void;
  label?: string;
}

/** One row of a list, in a `<Card flush>`. */
export function ListRow({ title, line, icon, aside, onPress, label }: ListRowProps) {
  return (
    <View className="line" {...(onPress && press(onPress, { label }))}>
      {icon && (
        <View className="line-icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="line-words">
        <Text>{title}</Text>
        {line && <Text kind="note">{line}</Text>}
      </View>
      {aside && <View className="line-aside">{aside}</View>}
      {onPress && (
        <View className="line-more">
          <Icon name="more" size="small" />
        </View>
      )}
    </View>
  );
}

/** What is known, as label and words. For what no sentence says better. */
export function Facts({ facts }: { facts: readonly { label: string; words: ReactNode }[] }) {
  return (
    <View className="facts">
      {facts.map(({ label, words }) => (
        <View key={label} className="fact">
          <View className="fact-label">{label}</View>
          <View className="fact-words">{words}</View>
        </View>
      ))}
    </View>
  );
}
