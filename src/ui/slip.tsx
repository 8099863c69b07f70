import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls, press } from './a11y';
import { Text } from './text';

export interface SlipProps {
  /** The request's number, in small type. */
  no?: string;
  /** What sort it is, after the number: 报问题. */
  sort?: string;
  title?: string;
  /** One line under the title: where. */
  line?: string;
  /** A Chip beside the title. */
  chip?: ReactNode;
  /** A Seal in the upper right corner; the words under the title stay clear of it. */
  corner?: ReactNode;
  /** Slides in once, for a slip that has just been filed. */
  fresh?: boolean;
  onPress?: () => void;
  label?: string;
  children?: ReactNode;
}

/** A request: paper torn off at the bottom. */
export function Slip({ no, sort, title, line, chip, corner, fresh, onPress, label, children }: SlipProps) {
  return (
    <View className={cls('slip', fresh && 'slides')} {...(onPress && press(onPress, { label }))}>
      {corner && <View className="slip-seal">{corner}</View>}
      {(no || sort || title || line) && (
        <View className={cls('slip-head', Boolean(corner) && 'has-seal')}>
          {(no || sort) && <View className="slip-no">{[no, sort].filter(Boolean).join(' · ')}</View>}
          {title && (
            <View className="slip-title">
              <Text kind={no ? 'title' : 'head'}>{title}</Text>
              {chip}
            </View>
          )}
          {line && <Text tone="soft">{line}</Text>}
        </View>
      )}
      {children}
    </View>
  );
}
