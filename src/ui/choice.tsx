import { View } from '@tarojs/components';
import { cls, press } from './a11y';
import { Icon } from './icon';

export interface Option<V extends string> {
  value: V;
  label: string;
  /** A second, quieter line; for rows. */
  note?: string;
  icon?: string;
  disabled?: boolean;
  /** Not agreement: chosen, it is red rather than green. */
  unhappy?: boolean;
}

export interface ChoiceProps<V extends string> {
  /** The question, spoken and drawn when given. */
  label?: string;
  options: readonly Option<V>[];
  /** Chosen values; one at most unless `many`. */
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  many?: boolean;
  /** One under the other with a mark, for long words. Chips otherwise. */
  rows?: boolean;
  /** Two or three short words share the whole width. */
  even?: boolean;
  error?: string | null;
}

/** Radio or checkbox. Nothing is chosen beforehand unless the page says so. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, options, chosen, onChange, many, rows, even, error } = props;
  const toggle = (value: V) => {
    if (!many) onChange([value]);
    else onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  return (
    <View className={cls(label ? 'field' : 'choices-alone', Boolean(error) && 'has-error')}>
      {label && <View className="field-label">{label}</View>}
      <View className={cls('choices', even && 'is-even')}>
        {options.map(({ value, label: words, note, icon, disabled, unhappy }) => {
          const on = chosen.includes(value);
          return (
            <View
              key={value}
              className={cls(
                'choice',
                rows && 'is-row',
                on && 'is-on',
                unhappy && 'is-unhappy',
                disabled && 'is-off',
              )}
              {...press(() => toggle(value), {
                role: many ? 'checkbox' : 'radio',
                label: note ? `${words}，${note}` : words,
                checked: on,
                disabled,
              })}
            >
              {icon && <Icon name={icon} />}
              <View className="choice-words">
                {words}
                {note && <View className="choice-note">{note}</View>}
              </View>
              {rows && (
                <View className={cls('choice-mark', many && 'is-square')}>{on && <Icon name="check" />}</View>
              )}
            </View>
          );
        })}
      </View>
      {error && (
        <View className="field-foot">
          <View className="field-error">{error}</View>
        </View>
      )}
    </View>
  );
}
