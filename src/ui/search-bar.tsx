import { Input, View } from '@tarojs/components';
import { press } from './a11y';
import { spokenInput } from './field';
import { Icon } from './icon';

export interface SearchBarProps {
  value: string;
  onInput: (value: string) => void;
  placeholder: string;
}

/** Searches while typing; a cross empties it. */
export function SearchBar({ value, onInput, placeholder }: SearchBarProps) {
  return (
    <View className="search">
      <Icon name="search" />
      <Input
        className="field-input"
        type="text"
        confirmType="search"
        value={value}
        maxlength={30}
        placeholder={placeholder}
        placeholderClass="field-hint"
        onInput={(event) => onInput(event.detail.value)}
        {...spokenInput(placeholder)}
      />
      {value !== '' && (
        <View className="search-clear" {...press(() => onInput(''), { label: '清空' })}>
          <Icon name="cross" size="small" />
        </View>
      )}
    </View>
  );
}
