import { View } from '@tarojs/components';
import { press } from './a11y';
import { Text } from './text';

export interface PersonProps {
  name: string;
  /** After the name: 您的网格员. */
  role?: string;
  /** Second line: 第 12 微网格 · 18 户. */
  line?: string;
  /** Offers 打电话 when given. */
  onCall?: () => void;
}

/** Who has it: a face of one character, a name, a place. */
export function Person({ name, role, line, onCall }: PersonProps) {
  return (
    <View className="person">
      <View className="person-face">{[...name][0]}</View>
      <View className="person-words">
        <Text kind="head">{role ? `${name} · ${role}` : name}</Text>
        {line && <Text tone="soft">{line}</Text>}
      </View>
      {onCall && (
        <View className="person-call" {...press(onCall, { label: `打电话给${name}` })}>
          <View className="person-call-chip">打电话</View>
        </View>
      )}
    </View>
  );
}
