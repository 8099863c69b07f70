import { Input, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y, cls } from './a11y';

const ON_H5 = process.env.TARO_ENV === 'h5';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Save the draft here. */
  onBlur?: () => void;
  placeholder?: string;
  /** Says what to change; stands in place of the hint. */
  error?: string | null;
  hint?: string;
  optional?: boolean;
  /** Several lines. */
  area?: boolean;
  /** At most so many characters. The counter shows once four fifths are used. */
  max?: number;
  keyboard?: 'text' | 'number' | 'phone';
}

/** Shorter answers are simply cut at their end. Characters. */
const COUNTED_FROM = 60;

/** One question and the place to answer it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onInput,
    onBlur,
    placeholder,
    error,
    hint,
    optional,
    area,
    max = 200,
    keyboard = 'text',
  } = props;
  // a number's length is nobody's business; a story's is
  const counted = max >= COUNTED_FROM && value.length > max * 0.8;
  const [focus, setFocus] = useState(false);
  const common = {
    value,
    placeholder,
    maxlength: max,
    placeholderClass: 'field-hint',
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
    onFocus: () => setFocus(true),
    onBlur: () => {
      setFocus(false);
      onBlur?.();
    },
    ...spokenInput(label, keyboard),
  };
  return (
    <View className={cls('field', focus && 'has-focus', Boolean(error) && 'has-error')}>
      <View className="field-label" {...a11y({ hidden: true })}>
        {label}
        {optional && <View className="field-optional">（可不填）</View>}
      </View>
      <View className={cls('field-box', area && 'is-area')}>
        {area ? (
          <Textarea className="field-area" disableDefaultPadding {...common} />
        ) : (
          <Input
            className="field-input"
            type={ON_H5 || keyboard === 'text' ? 'text' : 'number'}
            {...common}
          />
        )}
      </View>
      {(error || hint || counted) && (
        <View className="field-foot">
          {error ? (
            <View className="field-error" {...a11y({ role: 'alert' })}>
              {error}
            </View>
          ) : (
            hint && <View>{hint}</View>
          )}
          {counted && (
            <View className="field-count">
              {value.length}/{max}
            </View>
          )}
        </View>
      )}
    </View>
  );
}

/**
 * On h5 a label on Taro's wrapper would never reach the control inside; and a browser's number field drops the dash
 * of a phone number, so there the keyboard is asked for by `inputmode`.
 */
export function spokenInput(
  label: string,
  keyboard: NonNullable<FieldProps['keyboard']> = 'text',
): Record<string, unknown> {
  if (!ON_H5) return { 'aria-label': label };
  const inputmode = { text: 'text', number: 'numeric', phone: 'tel' }[keyboard];
  return { nativeProps: { 'aria-label': label, inputmode } };
}
