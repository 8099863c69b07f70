import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, press } from './a11y';
import { Icon } from './icon';
import { Text } from './text';

/** What is longer than the sheet is scrolled by the keyboard, too. */
const SCROLLS = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {};

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Stays at the bottom while the rest scrolls: an ActionBar. */
  bar?: ReactNode;
  children?: ReactNode;
}

/** A sheet of paper from below, for one decision. Inside Page, so that it has its type size. */
export function Sheet({ open, title, onClose, bar, children }: SheetProps) {
  if (!open) return null;
  return (
    <View className="sheet" {...a11y({ role: 'dialog', label: title })} catchMove>
      <View className="sheet-shade" onClick={onClose} />
      <View className="sheet-paper">
        <View className="sheet-head">
          <Text kind="head">{title}</Text>
          <View className="sheet-close" {...press(onClose, { label: '关闭' })}>
            <Icon name="cross" />
          </View>
        </View>
        <View className="sheet-body" {...SCROLLS}>
          {children}
        </View>
        {bar && <View className="sheet-bar">{bar}</View>}
      </View>
    </View>
  );
}
