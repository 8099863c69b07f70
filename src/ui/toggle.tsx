import { View } from '@tarojs/components';
import { cls, press } from './a11y';
import { Icon } from './icon';
import { Text } from './text';

export interface ToggleProps {
  label: string;
  line?: string;
  icon?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, at once: 大字版. */
export function Toggle({ label, line, icon, on, onChange }: ToggleProps) {
  return (
    <View
      className={cls('toggle', on && 'is-on')}
      {...press(() => onChange(!on), { role: 'switch', label, checked: on })}
    >
      {icon && (
        <View className="line-icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="toggle-words">
        <Text>{label}</Text>
        {line && <Text kind="note">{line}</Text>}
      </View>
      <View className="toggle-track">
        <View className="toggle-thumb" />
      </View>
    </View>
  );
}
