import { View } from '@tarojs/components';
import { a11y, cls } from './a11y';
import { ICONS } from './icon-names';

export interface IconProps {
  /** One of ICONS; a name from data that is not drawn shows as a plain slip. */
  name: string;
  size?: 'small' | 'large';
  tone?: 'seal' | 'pine' | 'amber' | 'soft';
}

const KNOWN: ReadonlySet<string> = new Set(ICONS);

/** A small drawing in the colour of the words beside it. Never read aloud: a word always stands with it. */
export function Icon({ name, size, tone }: IconProps) {
  return (
    <View
      className={cls(
        'icon',
        `icon-${KNOWN.has(name) ? name : 'slip'}`,
        size === 'small' && 'is-small',
        size === 'large' && 'is-large-icon',
        tone && `is-${tone}`,
      )}
      {...a11y({ hidden: true })}
    />
  );
}
