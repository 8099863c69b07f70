import Taro from '@tarojs/taro';
import { forget, keep, recall } from '../storage';
import type { Shelf } from './shelf';

interface Kept {
  readonly path: string;
  readonly bytes: number;
}
const slot = (ref: string) => `photo.${ref}`;

/** A chosen photo lives until WeChat closes; a saved one stays, within 200 MB of all saved files. */
function saved(tempFilePath: string): Promise<string | null> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(null),
    });
  });
}

export const shelf: Shelf = {
  async put(ref, { content, bytes }) {
    const path = await saved(String(content));
    return path !== null && keep(slot(ref), { path, bytes } satisfies Kept);
  },
  async take(ref) {
    const kept = recall<Kept>(slot(ref));
    return kept && { src: kept.path, thumb: kept.path, bytes: kept.bytes, content: kept.path };
  },
  async drop(ref) {
    const kept = recall<Kept>(slot(ref));
    forget(slot(ref));
    if (kept) Taro.getFileSystemManager().removeSavedFile({ filePath: kept.path, fail: () => undefined });
  },
};
