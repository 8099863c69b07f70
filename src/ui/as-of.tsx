import type { Screen } from '@/src/platform/loaded';
import { useNow } from '@/src/platform/now';
import { Banner } from './banner';

/** How old what is drawn is, while there is no network; nothing else. */
export function AsOf<T>({ screen }: { screen: Screen<T> }) {
  const at = screen.state === 'ready' ? screen.asOf : undefined;
  return at === undefined ? null : <Old at={at} />;
}

function Old({ at }: { at: number }) {
  useNow();
  return (
    <Banner tone="today" icon="offline">
      {`离线 · ${sayAge(Date.now() - at)}的样子`}
    </Banner>
  );
}

/** `刚才`, `10 分钟前`, `3 小时前`, `2 天前`, of an age in ms. */
export function sayAge(age: number): string {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) return '刚才';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 1440)} 天前`;
}
