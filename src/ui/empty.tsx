import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { Button } from './button';
import { Text } from './text';

export interface EmptyProps {
  art?: 'slip' | 'search' | 'bell' | 'rest';
  /** What will come here: 您提交的事会出现在这里. */
  title: string;
  line?: string;
  /** The first step. */
  action?: { label: string; onPress: () => void };
}

/** Nothing yet: says what will come here and offers the first step. */
export function Empty({ art = 'slip', title, line, action }: EmptyProps) {
  return (
    <View className="blank">
      <View className={`blank-art blank-${art}`} {...a11y({ hidden: true })} />
      <Text kind="head">{title}</Text>
      {line && (
        <View className="blank-line">
          <Text tone="soft">{line}</Text>
        </View>
      )}
      {action && (
        <Button kind="outline" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
    </View>
  );
}
