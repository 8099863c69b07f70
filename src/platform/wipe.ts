/** Removes what this phone keeps of a person: drafts, what waits, what was read, photos. The size of the type stays. */
import Taro from '@tarojs/taro';
import { wipeFiles } from './wipe-files';

const STAYS = ['yima.large', 'yima.size', 'yima.user'];

export async function wipePhone(): Promise<void> {
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith('yima.') && !STAYS.includes(key)) Taro.removeStorageSync(key);
    await wipeFiles();
  } catch {
    // a phone that cannot forget is emptied by WeChat itself when the mini-program is removed
  }
}
