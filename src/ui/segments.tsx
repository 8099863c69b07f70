import { View } from '@tarojs/components';
import { a11y, cls, press } from './a11y';

export interface SegmentsProps<V extends string> {
  options: readonly { value: V; label: string }[];
  chosen: V;
  onChange: (chosen: V) => void;
}

/** Two to four views of one page, side by side; one is always chosen. */
export function Segments<V extends string>({ options, chosen, onChange }: SegmentsProps<V>) {
  return (
    <View className="segments" {...a11y({ role: 'tablist' })}>
      {options.map(({ value, label }) => (
        <View
          key={value}
          className={cls('segment', value === chosen && 'is-on')}
          {...press(() => onChange(value), { role: 'tab', selected: value === chosen })}
        >
          {label}
        </View>
      ))}
    </View>
  );
}
