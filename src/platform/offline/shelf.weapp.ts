import Taro from '@tarojs/taro';
import { clientKey } from '../client-key';
import { forget, keep, recall } from '../storage';
import type { Shelf } from './shelf';

interface Kept {
  readonly path: string;
  readonly bytes: number;
}
const slot = (ref: string) => `photo.${ref}`;

/**
 * A chosen photo lives until WeChat closes; a copy among the user's files stays, within 200 MB of all of them. A copy,
 * because `saveFile` moves it away from under whoever is sending it.
 */
function copied(srcPath: string): Promise<string | null> {
  const destPath = `${Taro.env.USER_DATA_PATH}/${clientKey()}${/\.\w+$/.exec(srcPath)?.[0] ?? ''}`;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().copyFile({
      srcPath,
      destPath,
      success: () => resolve(destPath),
      fail: () => resolve(null),
    });
  });
}

export const shelf: Shelf = {
  async put(ref, { content, bytes }) {
    const path = await copied(String(content));
    return path !== null && keep(slot(ref), { path, bytes } satisfies Kept);
  },
  async take(ref) {
    const kept = recall<Kept>(slot(ref));
    return kept && { src: kept.path, thumb: kept.path, bytes: kept.bytes, content: kept.path };
  },
  async drop(ref) {
    const kept = recall<Kept>(slot(ref));
    forget(slot(ref));
    if (kept) Taro.getFileSystemManager().unlink({ filePath: kept.path, fail: () => undefined });
  },
  shows(thumb) {
    try {
      Taro.getFileSystemManager().accessSync(thumb);
      return true;
    } catch {
      return false;
    }
  },
};
