import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { offline } from '@/src/platform/later';
import { a11y, cls, press } from './a11y';
import { Icon } from './icon';

export interface GridPhoto {
  id: string;
  /** A path or address that the phone can show: fetched when the photo is opened. */
  url: string;
  /** What stands in the grid; the photo itself where there is none, or where it does not load. */
  small?: string;
  /** On the picture's corner: 办前, 办后. */
  label?: string;
  state?: 'sending' | 'failed' | 'kept' | undefined;
}

export interface PhotoGridProps {
  photos: readonly GridPhoto[];
  /** Offers a frame to add one, while there are fewer than `max`. */
  onAdd?: () => void;
  onRemove?: (id: string) => void;
  /** Offered on a photo that failed or waits on this phone. */
  onRetry?: (id: string) => void;
  max?: number;
  /** Two broad pictures side by side: before and after. */
  pair?: boolean;
}

const DRAWN = { sending: '正在上传', failed: '没传上，重传', kept: '有网再传' } as const;
const SPOKEN = {
  sending: '，正在上传',
  failed: '，没传上，点这里重传',
  kept: '，存在手机里，有网再传',
} as const;

/** Photos to add, look at large, and take away. Three in a row; two in large type. */
export function PhotoGrid({ photos, onAdd, onRemove, onRetry, max = 9, pair }: PhotoGridProps) {
  const look = (url: string) =>
    void offline().then(
      ({ preview }) =>
        preview(
          url,
          photos.map((photo) => photo.url),
        ),
      () => undefined,
    );
  const adding = photos.length === 0 ? '拍张照' : `${photos.length}/${max}`;
  return (
    <View className={cls('photos', pair && 'is-two')}>
      {photos.map(({ id, url, small, label, state }, i) => (
        <View key={id} className="photo">
          <View
            className="photo-frame"
            {...press(() => (state && state !== 'sending' && onRetry ? onRetry(id) : look(url)), {
              label: `${label ?? `第 ${i + 1} 张照片`}${state ? SPOKEN[state] : ''}`,
            })}
          >
            <Small key={small || url} url={url} small={small} />
            {label && <View className="photo-label">{label}</View>}
            {state && (
              <View className={cls('photo-state', state === 'failed' && 'is-failed')}>{DRAWN[state]}</View>
            )}
          </View>
          {onRemove && (
            <View
              className="photo-remove"
              {...press(() => onRemove(id), { label: `删掉第 ${i + 1} 张照片` })}
            >
              <View className="photo-cross">
                <Icon name="cross" size="small" />
              </View>
            </View>
          )}
        </View>
      ))}
      {onAdd && photos.length < max && (
        <View className="photo">
          <View className="photo-frame">
            <View className="photo-add" {...press(onAdd, { label: `${adding}，添加照片，最多 ${max} 张` })}>
              <Icon name="camera" />
              {adding}
            </View>
          </View>
        </View>
      )}
    </View>
  );
}

function Small({ url, small }: Pick<GridPhoto, 'url' | 'small'>) {
  const [lost, lose] = useState(false);
  return (
    <Image
      className="photo-picture"
      src={(!lost && small) || url}
      mode="aspectFill"
      // Taro's picture in a browser waits with an observer that iOS before 12.2 does not have
      lazyLoad={process.env.TARO_ENV !== 'h5' || 'IntersectionObserver' in window}
      onError={() => lose(true)}
      {...a11y({ hidden: true })}
    />
  );
}
