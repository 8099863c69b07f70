import { View } from '@tarojs/components';
import { a11y, cls } from './a11y';

/** Drawn in styles/icon.scss; a test holds the two lists together. */
export const ICONS = [
  ...[
    'home',
    'plus',
    'minus',
    'scale',
    'person',
    'people',
    'talk',
    'drop',
    'bolt',
    'wrench',
    'bulb',
    'search',
  ],
  ...[
    'camera',
    'picture',
    'phone',
    'pin',
    'clock',
    'calendar',
    'check',
    'cross',
    'back',
    'more',
    'down',
    'up',
  ],
  ...[
    'bell',
    'list',
    'slip',
    'flag',
    'star',
    'heart',
    'medical',
    'building',
    'sprout',
    'shield',
    'book',
    'truck',
  ],
  ...[
    'bin',
    'volume',
    'scan',
    'code',
    'edit',
    'send',
    'alert',
    'info',
    'refresh',
    'offline',
    'letters',
    'swap',
  ],
  ...['inbox', 'gauge', 'gear', 'face-1', 'face-2', 'face-3', 'face-4', 'face-5'],
] as const;

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
